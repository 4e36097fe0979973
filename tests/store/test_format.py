"""The documentation of files says what the code does."""

from pathlib import Path

import pytest

from briefings.store.schema import BRIEFING
from briefings.store.written import parse_briefing
from tests.store.format_tables import tables

DOCS = Path(__file__).parents[2] / "docs"
FORMAT = (DOCS / "format.md").read_text(encoding="utf-8")


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
