"""Merging: what several articles of one event say, without saying it twice."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest

from briefings.draft.choosing import overlap
from briefings.draft.figures.numerals import read_tokens
from briefings.draft.figures.words import figure_words
from briefings.draft.lines import content_stems
from briefings.draft.points import FEWEST_POINTS, MOST_POINTS
from briefings.draft.rights import Shown
from briefings.model import Grounds, Named, NameKind, Names, NameUse, Point, PointKind, Quote
from briefings.text.digests import fold

_SAME = 0.6


def with_key(shown: Shown, key: str) -> Shown:
    """Give an article's words with its key in every reference."""
    return replace(
        shown,
        summary=tuple(_keyed_point(point, key) for point in shown.summary),
        key_points=tuple(_keyed_point(point, key) for point in shown.key_points),
        quotes=tuple(replace(item, grounds=_keyed(item.grounds, key)) for item in shown.quotes),
    )


def merge_points(
    articles: Sequence[Sequence[Point]], language: str, told: Sequence[Point] = ()
) -> tuple[Point, ...]:
    """Give what an event's articles say, once each, news first, at most five.

    The first article has three places before the others are asked, each in turn, for what nobody
    said; what is left over is the first's again. Points stand in the order of their articles.

    Args:
        articles: the points of each article, the leading one first.
        language: of the briefing.
        told: the summary, which no other article's point repeats.
    """
    if not articles:
        return ()
    first, *others = articles
    turns = [point for turn in zip_longest(*others) for point in turn if point is not None]
    kept = list(first[:FEWEST_POINTS])
    for point in (*turns, *first[FEWEST_POINTS:]):
        said = (_repeats(point, old, language) for old in (*told, *kept))
        if len(kept) < MOST_POINTS and not any(said):
            kept.append(point)
    places = {id(point) for point in kept}
    ordered = [point for points in articles for point in points if id(point) in places]
    return tuple(sorted(ordered, key=lambda point: point.kind is PointKind.BACKGROUND))


def _repeats(point: Point, old: Point, language: str) -> bool:
    """Tell whether a point says what another says; another number is news."""
    alike = overlap(content_stems(point.text, language), content_stems(old.text, language))
    return alike >= _SAME and _numbers(point.text, language) <= _numbers(old.text, language)


def _numbers(text: str, language: str) -> set[Decimal]:
    tokens = read_tokens(text, figure_words(language))
    return {token.value for token in tokens if token.value is not None}


def merge_quotes(articles: Sequence[Sequence[Quote]]) -> tuple[Quote, ...]:
    """Give every quotation once, in the order met."""
    kept: dict[str, Quote] = {}
    for quotes in articles:
        for quote in quotes:
            kept.setdefault(fold(quote.text).casefold(), quote)
    return tuple(kept.values())


def merge_names(articles: Sequence[Sequence[Named]]) -> Names:
    """Give every name once by kind, in the order met."""
    by_kind: dict[NameKind, dict[str, NameUse]] = {kind: {} for kind in NameKind}
    for names in articles:
        for name in names:
            bare = name.name.removeprefix("The ").removeprefix("the ").casefold()
            by_kind[name.kind].setdefault(bare, NameUse(name=name.name))
    return Names(**{kind.plural(): tuple(uses.values()) for kind, uses in by_kind.items()})


def _keyed_point(point: Point, key: str) -> Point:
    return replace(point, grounds=_keyed(point.grounds, key))


def _keyed(grounds: Grounds, key: str) -> Grounds:
    return replace(grounds, refs=tuple(replace(ref, article=key) for ref in grounds.refs))
