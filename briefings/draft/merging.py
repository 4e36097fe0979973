"""Merging: what several articles of one event say, without saying it twice."""

from collections.abc import Sequence
from dataclasses import replace

from briefings.draft.choosing import overlap
from briefings.draft.lines import content_stems
from briefings.draft.points import MOST_POINTS
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


def merge_points(articles: Sequence[Sequence[Point]], language: str) -> tuple[Point, ...]:
    """Give the first article's points, then what others add while there is room, news first."""
    kept: list[Point] = []
    for points in articles:
        for point in points:
            stems = content_stems(point.text, language)
            told = (overlap(stems, content_stems(old.text, language)) for old in kept)
            if len(kept) < MOST_POINTS and (points is articles[0] or max(told, default=0) < _SAME):
                kept.append(point)
    return tuple(sorted(kept, key=lambda point: point.kind is PointKind.BACKGROUND))


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
            by_kind[name.kind].setdefault(name.name, NameUse(name=name.name))
    return Names(**{kind.plural(): tuple(uses.values()) for kind, uses in by_kind.items()})


def _keyed_point(point: Point, key: str) -> Point:
    return replace(point, grounds=_keyed(point.grounds, key))


def _keyed(grounds: Grounds, key: str) -> Grounds:
    return replace(grounds, refs=tuple(replace(ref, article=key) for ref in grounds.refs))
