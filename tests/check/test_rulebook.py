"""One rulebook: what is found, explained and documented is the same."""

import re
from pathlib import Path

import pytest

from briefings.check import RULES
from briefings.rulebook import Rule, all_rules, chapters, near_code
from briefings.store.faults import FILE_RULES
from tests.check.rules_page import page

ROOT = Path(__file__).parents[2]
IN_CODE = {
    code
    for file in (ROOT / "briefings").rglob("*.py")
    for code in re.findall(r'"(BR\d{3})"', file.read_text(encoding="utf-8"))
}


def test_the_page_of_rules_is_made_from_the_rulebook() -> None:
    """docs/rules.md is what `python -m tests.check.rules_page` prints."""
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == page()


def test_every_code_in_the_program_is_in_the_rulebook_and_none_is_left_over() -> None:
    """A finding nobody can look up, and a rule that is never found, are both mistakes."""
    assert set(all_rules()) == IN_CODE


def test_codes_come_once_and_in_order() -> None:
    """Two rules of one code would hide each other."""
    codes = [rule.code for chapter in chapters() for rule in chapter.rules]

    assert codes == sorted(set(codes), key=codes.index)
    assert len(codes) == len(all_rules()) > 100
    assert set(FILE_RULES) | set(RULES) <= set(codes)


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.code)
def test_every_rule_teaches(rule: Rule) -> None:
    """Why it matters is a sentence, what to do is said, and there is an example of each kind."""
    assert rule.why.endswith(".")
    assert len(rule.remedy) > 5
    assert rule.wrong
    assert rule.right
    assert rule.wrong != rule.right
    assert rule.stays is None or rule.stays.endswith(".")


@pytest.mark.parametrize(
    ("given", "code"),
    [("BR0501", "BR501"), ("br301", "BR301"), ("105", "BR105"), ("BR0105", "BR105"), ("zzz", None)],
)
def test_a_code_nearly_right_is_known(given: str, code: str | None) -> None:
    """A slip of the finger gets a proposal; nonsense none."""
    assert near_code(given) == code
