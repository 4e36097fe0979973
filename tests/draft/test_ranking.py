"""Ranking, background and choosing: which sentences tell the news."""

from datetime import date

import pytest

from briefings.draft.background import mark_background
from briefings.draft.choosing import best_lines, overlap
from briefings.draft.lexicon import lexicon
from briefings.draft.lines import Line, lines_of, split_body
from briefings.draft.ranking import rank_lines
from briefings.model import Mention, PointKind
from tests.builders import a_named, an_article

ENGLISH = lexicon("en")
TITLE = "Harbour board closes east quay after cracks"
LEDE = "The harbour board closed the east quay on Monday after cracks were found."
SECOND = "Three cargo ships were sent to Lazaret with timber aboard."


def _lines(*body: str) -> tuple[Line, ...]:
    article = an_article(title=TITLE, body=body)
    return lines_of(article, split_body(article))


def _kinds(*body: str, year: int | None = 2026) -> list[bool]:
    given = date(year, 3, 2) if year else None
    article = an_article(title=TITLE, body=body, date=given)
    lines = lines_of(article, split_body(article))
    marked = mark_background(lines, article, ENGLISH)
    return [line.kind is PointKind.BACKGROUND for line in marked]


@pytest.mark.parametrize(
    ("sentence", "is_background"),
    [
        ("In 2011 the quay was rebuilt by the state.", True),
        ("In 2026 the quay is to be rebuilt by the state.", False),
        ("The quay had been inspected by two firms.", True),
        ("The union said the quay had been inspected by two firms.", False),
        ("The quay had been inspected, the union announced on Monday.", False),
        ("Traffic fell by a third against the level in 2024.", False),
        ("An engineer, who built it in 1998, will lead the repair.", False),
        ("The board is a public body with nine members.", True),
        ("For decades the quay served the grain trade.", True),
        ("Cranes stood still all morning.", False),
    ],
)
def test_background(sentence: str, is_background: bool) -> None:
    """Earlier years, the pluperfect and definitions are background, unless the news needs them."""
    assert _kinds(LEDE, SECOND, sentence)[2] is is_background


def test_the_first_two_sentences_are_news() -> None:
    """What stands on top is the news, even where it looks back."""
    assert _kinds("In 2011 the quay was rebuilt.", "It had been old.") == [False, False]


def test_background_goes_on_below() -> None:
    """Once the text turns to the past in its second half, it stays there until something new."""
    body = (
        LEDE,
        SECOND,
        "In 2011 it sank.",
        "In 2013 it rose.",
        "The state paid.",
        "On Monday it rained.",
    )

    assert _kinds(*body) == [False, False, True, True, True, False]


def test_background_goes_on_in_a_paragraph() -> None:
    """A sentence behind background in one paragraph is background too."""
    assert _kinds(
        LEDE, SECOND, "In 2011 it sank. The state paid.", "Cranes stood still on Monday."
    ) == [
        False,
        False,
        True,
        True,
        False,
    ]


def test_years_without_a_date() -> None:
    """An article without a date has its years judged by the words around them."""
    assert _kinds(LEDE, SECOND, "In 2011 it sank.", year=None)[2]


def test_the_headline_is_news_again() -> None:
    """A sentence about the headline is news whatever its tense."""
    assert not _kinds(LEDE, SECOND, "The cracks in the east quay of the harbour had been seen.")[2]


def test_ranking_prefers_what_stands_alone() -> None:
    """The lede is worth most, and a leaning, asking or quoted sentence less than its neighbour."""
    lines = _lines(
        LEDE,
        "He walked along the quay with cracks at noon.",
        "Engineers walked along the quay with cracks at noon.",
        "Who closed the east quay with cracks?",
        "Read more about the east quay with cracks.",
    )

    scores = rank_lines(lines, an_article(title=TITLE), (), ENGLISH)

    assert max(scores) == scores[0]
    assert scores[2] > scores[1]
    assert scores[2] > scores[3] > scores[4]


def test_names_count() -> None:
    """A sentence with names is worth more than the same without."""
    lines = _lines(LEDE, SECOND)
    article = an_article(title=TITLE)
    lazaret = a_named(
        name="Lazaret", mentions=(Mention(paragraph=2, start=29, end=36, text="Lazaret"),)
    )

    with_name = rank_lines(lines, article, (lazaret,), ENGLISH)
    without = rank_lines(lines, article, (), ENGLISH)

    assert with_name[1] > without[1]
    assert with_name[0] == without[0]


def test_overlap() -> None:
    """Overlap is the share of the shorter that stands in the longer."""
    assert overlap(("a", "b"), ("b", "c", "d")) == 0.5
    assert overlap((), ("a",)) == 0.0


def test_a_brief_does_not_repeat_itself() -> None:
    """Of two sentences that say the same, one is chosen; the order is the article's."""
    lines = _lines(LEDE, LEDE, SECOND)
    scores = rank_lines(lines, an_article(title=TITLE), (), ENGLISH)

    assert [line.index for line in best_lines(lines, scores, 2, ENGLISH)] == [0, 2]


def test_a_brief_may_lean_on_what_it_holds() -> None:
    """A pronoun is no fault where the sentence before it is chosen too."""
    lines = _lines(
        LEDE, "It sent three cargo ships to Lazaret.", "Two crews of dockers slept there."
    )

    assert [line.index for line in best_lines(lines, (3.0, 0.9, 1.0), 2, ENGLISH)] == [0, 1]


def test_a_brief_of_one_sentence_said_thrice() -> None:
    """The same sentence is never chosen again, whatever room there is."""
    lines = _lines(LEDE, LEDE, LEDE)

    assert len(best_lines(lines, (3.0, 2.0, 1.0), 3, ENGLISH)) == 1
