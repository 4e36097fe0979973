"""Proofs: what an editor needs beside a text to answer for it."""

from dataclasses import replace

from briefings.model import Point, PointKind
from briefings.proofs import prove
from tests.builders import a_briefing, a_point, a_quote, an_article, some_grounds

ARTICLE = an_article(body=("One fire. Two ships.", "“We know,” she said."))


def proved(*, summary: tuple[Point, ...] = (), **differing: object) -> list[tuple[str, ...]]:
    """Give part and cited sentences of each text of a briefing."""
    b = a_briefing(summary=summary, **({"key_points": (), "quotes": ()} | differing))
    key = b.articles[0].key
    return [(proof.part, *proof.source) for proof in prove(b, {key: ARTICLE})]


def test_a_text_stands_beside_the_sentence_it_cites() -> None:
    """A sentence by its number, a paragraph whole."""
    second = a_point(grounds=some_grounds("p1s2"))
    whole = a_point(grounds=some_grounds("p2"))

    assert proved(summary=(second, whole)) == [
        ("summary", "Two ships."),
        ("summary", "“We know,” she said."),
    ]


def test_background_comes_after_news() -> None:
    """The order is that of the page."""
    old = replace(a_point("Old.", grounds=some_grounds("editor")), kind=PointKind.BACKGROUND)
    new = a_point("New.", grounds=some_grounds("editor"))

    assert proved(key_points=(old, new), quotes=(a_quote(),)) == [
        ("news",),
        ("background",),
        ("quote", "“We know,” she said."),
    ]


def test_places_the_article_does_not_have_are_left_out() -> None:
    """An article that became shorter proves nothing, and breaks nothing."""
    lost = a_point(grounds=some_grounds("p9s1", "p1s7"))

    assert proved(summary=(lost,)) == [("summary",)]


def test_a_text_that_is_its_source_needs_no_second_look() -> None:
    """Quotation marks around it are no difference; another word is."""
    same = a_point("Two ships.", grounds=some_grounds("p1s2"))
    other = a_point("Three ships.", grounds=some_grounds("p1s2"))
    b = a_briefing(summary=(same, other), key_points=(), quotes=())

    first, second = prove(b, {b.articles[0].key: ARTICLE})

    assert (first.is_whole(), second.is_whole()) == (True, False)
