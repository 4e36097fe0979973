"""A paper that sets its own name where wires set theirs has a dateline all the same."""

import pytest

from briefings.read import read_article

STORY = "Orrin Bridge was closed to traffic on Saturday after engineers found cracks in two beams."


@pytest.mark.parametrize(
    "head", ["KELBY (Morning Star) - ", "KELBY, March 14 (Morning Star) — ", "KELBY (Star) -- "]
)
def test_a_papers_own_name_is_no_agency_and_no_text(head: str) -> None:
    """The place is the dateline, the name between brackets is nobody's copy."""
    text = f"Bridge shuts after cracks found\n\nBy Jane Roe\n\n{head}{STORY}\n\nIt opens in May.\n"
    article = read_article(text.encode(), path="a.txt")

    assert article.dateline == "KELBY"
    assert article.agencies == ()
    assert article.body[0] == STORY


def test_a_bracket_in_a_sentence_is_no_dateline() -> None:
    """Only capitals or a day make one."""
    text = (
        f"Bridge shuts after cracks found\n\nThe report (Annex B) - {STORY}\n\nIt opens in May.\n"
    )

    assert read_article(text.encode(), path="a.txt").dateline is None
