"""Trimming: what may be left out of a sentence, and what never."""

import pytest

from briefings.draft.lexicon import lexicon
from briefings.draft.trimming import drop_connective, shorten

ENGLISH = lexicon("en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor (a former teacher from the island) opened the new quay on Monday.",
            "The mayor opened the new quay on Monday.",
        ),
        (
            "The quay, which was built of grey stone by convicts, was closed on Monday evening.",
            "The quay was closed on Monday evening.",
        ),
        (
            "The quay was closed on Monday by the board, which owns the whole harbour.",
            "The quay was closed on Monday by the board.",
        ),
        (
            "Repairs start at the quay, which was built of grey stone, the ministry said.",
            "Repairs start at the quay, the ministry said.",
        ),
        (
            "Ada Brook, a tall engineer from the far island, has closed the whole quay.",
            "Ada Brook has closed the whole quay.",
        ),
        (
            "Dockers walked out of the harbour at noon, leaving three ships half unloaded.",
            "Dockers walked out of the harbour at noon.",
        ),
        (
            "The state offered 4 per cent, its first new figure since autumn, but strikes stay.",
            "The state offered 4 per cent, but strikes stay.",
        ),
    ],
)
def test_leaves_out_what_only_adds(text: str, expected: str) -> None:
    """Brackets, clauses of who and which, appositions and trailing participles go."""
    assert shorten(text, 11, ENGLISH) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The quay, which may not be safe for anybody now, was closed on Monday.",
        "The quay was closed on Monday by the board, which denied that it was unsafe.",
        "The mayor (who said she had not known of it) opened the quay on Monday.",
        "The quay was closed on Monday by the board, adding that it was unsafe there.",
        "Police, who found “a bag full of money” inside it, closed the whole quay.",
        "The quay, which lies between Lazaret, North Harbour and Belrive, was closed on Monday.",
        "Members, who were at home that day, and guests of the club left it.",
        "“The quay, which is old and made of grey stone, was closed,” they told reporters there.",
        "Nothing in this sentence can be left out without a change of what it tells.",
        "Closed (it was the largest of the many quays along that coast then).",
    ],
)
def test_gives_up(text: str) -> None:
    """Denials, doubts, quotations, lists and sentences without additions stay whole or unused."""
    assert shorten(text, 9, ENGLISH) is None


def test_a_short_sentence_stays() -> None:
    """A sentence that fits is not touched."""
    text = "The mayor (a teacher) opened the new quay on Monday."

    assert shorten(text, 20, ENGLISH) == text


def test_arabic_addition() -> None:
    """An Arabic addition behind its own comma goes too."""
    text = (
        "طالب الصيادون الحكومة بنقل المصب إلى مسافة ثلاثة كيلومترات، وذلك قبل يومين من جلسة اللجنة."
    )

    short = shorten(text, 9, lexicon("ar"))

    assert short == "طالب الصيادون الحكومة بنقل المصب إلى مسافة ثلاثة كيلومترات."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("However, the quay stays shut.", "The quay stays shut."),
        ("But the quay stays shut.", "The quay stays shut."),
        ("So far, nobody knows.", "So far, nobody knows."),
        ("Then-president Hale left.", "Then-president Hale left."),
        ("Also the quay is shut.", "Also the quay is shut."),
        ("“But why?” she asked.", "“But why?” she asked."),
        ("But", "But"),
        ("The quay stays shut.", "The quay stays shut."),
    ],
)
def test_connectives(text: str, expected: str) -> None:
    """A joining word goes where its comma or nature shows that it only joins."""
    assert drop_connective(text, ENGLISH) == expected
