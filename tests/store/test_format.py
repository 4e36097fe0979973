"""The documentation of files and rules says what the code does."""

from pathlib import Path

import pytest

from briefings.check import RULES
from briefings.store.faults import FILE_RULES, Rule
from briefings.store.schema import BRIEFING
from briefings.store.written import parse_briefing
from tests.store.format_tables import tables

DOCS = Path(__file__).parents[2] / "docs"
FORMAT = (DOCS / "format.md").read_text(encoding="utf-8")
RULES_PAGE = (DOCS / "rules.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", list(tables()), ids=lambda table: table.split("`")[1])
def test_every_key_is_documented_as_the_schema_has_it(table: str) -> None:
    """Key, form, meaning, example and writer stand in docs/format.md."""
    assert table in FORMAT


def test_the_example_in_the_documentation_is_a_briefing() -> None:
    """What an editor copies from the page is read without a fault."""
    example = FORMAT.split("```markdown\n")[1].split("```")[0]
    b = parse_briefing(example, "content/briefings/2026/03/ferries.md")

    assert b.id == "ferry-inquiry-confirmed"
    assert all(f"\n{field.key}:" in example for field in BRIEFING.fields if field.shown)


@pytest.mark.parametrize("rule", [*FILE_RULES.values(), *RULES.values()], ids=lambda r: r.code)
def test_every_rule_is_documented(rule: Rule) -> None:
    """Code, severity and meaning stand in one row of docs/rules.md, with a remedy."""
    rows = [line for line in RULES_PAGE.splitlines() if line.startswith(f"| {rule.code} |")]

    assert len(rows) == 1
    _, _, severity, meaning, remedy, _ = (cell.strip() for cell in rows[0].split("|"))
    assert (severity, meaning) == (rule.severity.value, rule.meaning)
    assert len(remedy) > 5


def test_no_rule_is_documented_that_is_gone() -> None:
    """Codes of the store's and check's hundreds in the page are in the tables."""
    codes = {line[2:7] for line in RULES_PAGE.splitlines() if line.startswith("| BR")}
    ours = {code for code in codes if code[2] in "13456"}

    assert ours == {*FILE_RULES, *RULES}
