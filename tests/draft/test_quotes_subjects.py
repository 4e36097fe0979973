"""Subjects of verbs of saying: how far the words for a speaker reach, and what is none."""

import pytest

from tests.draft.test_quotes import heard


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("On Friday the mayor said it was “a very bad day”.", "the mayor"),
        ("In a letter the mayor said it was “a very bad day”.", "the mayor"),
        ("In 2020 Ada Brook said it was “a very bad day”.", "Ada Brook"),
        ("At noon Ada Brook said it was “a very bad day”.", "Ada Brook"),
        ("Now Ada Brook says it is “a very bad day”.", "Ada Brook"),
        ("“It was a bad day,” said also Ada Brook.", "Ada Brook"),
        ("“It was a bad day,” police said.", "police"),
        ("“It was a bad day,” witnesses close by said.", None),
        ("“It was a bad day,” Sen. Ada Brook (R-Sel.), a Rovian, said.", "Ada Brook"),
        ("Ada Brook (of Selby) said it was “a very bad day”.", "Ada Brook"),
        ("Rain fell; the mayor, said to be “a very bad one”, left.", None),
        ("Ada Brook’s lawyer said it was “a very bad day”.", "Ada Brook’s lawyer"),
        ("Critics wanted to say it was “a very bad day”.", None),
        ("His remarks were “a very bad day”.", None),
        ("Ada Brook defended it, saying “it was a bad day”.", "Ada Brook"),
        ("Leaving early, saying “we have to go now”, they went.", None),
        ("However said nobody “we have to go now”.", None),
    ],
)
def test_subjects(text: str, speaker: str | None) -> None:
    """The speaker is the subject, without what opens the clause; half a clause speaks for none."""
    assert [found[1] for found in heard(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "One “lost mark “and another one” stands here.",
        "He said 'em all and the '90s were 'not closed at all.",
        "A ‘mark that opens ‘and again does not close.",
        "A mark ' stands alone, and » so does this.",
    ],
)
def test_lost_marks_quote_nothing(text: str) -> None:
    """Where a mark was lost, nobody can tell whose words stand there."""
    assert all("“" not in quote and "‘" not in quote for quote, _ in heard(text))


def test_a_plural_apostrophe_closes_nothing() -> None:
    """Of two single marks behind a plural the second closes."""
    assert heard("Ada Brook called it ‘the workers’ last day’ on Friday.") == [
        ("the workers’ last day", "Ada Brook")
    ]


def test_an_endless_paragraph_is_read_to_its_end() -> None:
    """Thousands of quotations in one sentence each keep the speaker beside them."""
    found = heard("“It was a bad day,” Ada Brook said, " * 400)

    assert found == [("It was a bad day", "Ada Brook")] * 400
