"""Quotation marks: what is open where."""

import pytest

from briefings.draft.quotation import is_balanced, open_at, opening_states


@pytest.mark.parametrize(
    ("text", "balanced"),
    [
        ("“Yes,” he said.", True),
        ("“Yes, he said.", False),
        ("Yes,” he said.", False),
        ("«Oui», dit-il.", True),
        ("Oui », dit-il.", False),
        ("»Ja«, sagte er.", True),
        ("„Ja“, sagte er.", True),
        ('"Yes," he said.', True),
        ('He said "yes.', False),
        ("The union's offer isn't 'final'.", True),
        ("He called it 'final.", False),
        ("Lazaret’s quay", True),
        ("The dockers' union and the crews’ wives", True),
        ("“A ‘new’ quay”", True),
        ("「はい」", True),
        ("", True),
    ],
)
def test_balanced(text: str, balanced: bool) -> None:
    """Every mark that opens is closed, and none closes what was not opened."""
    assert is_balanced(text) is balanced


def test_open_at() -> None:
    """A position is inside from behind the opening mark to the closing one."""
    assert open_at("a “b” c", (0, 2, 3, 4, 7)) == (False, False, True, True, False)


def test_a_quotation_over_two_sentences() -> None:
    """Both halves of a quotation know that they are halves."""
    parts = ("“We will.", "We must,” he said.", "It rained.")

    states = opening_states(" ".join(parts), parts)

    assert states == ((False, True), (True, False), (False, False))
