"""Differences: figures of one thing on which outlets disagree, side by side.

A difference is between outlets. What one outlet says later is an update of what it said before;
what stands in copies of one text is said once; what an article itself says in two ways is left
alone. And it is between articles of the same days: an older figure is overtaken, not disputed.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import combinations

from briefings.link.amounts import disagree
from briefings.link.copies import group_copies
from briefings.link.groups import Groups
from briefings.link.sources import SourceBook
from briefings.model import (
    AgencyRole,
    BriefingHead,
    Claim,
    Difference,
    Figure,
    Ref,
    SourceArticle,
    Status,
)
from briefings.text.counted import Counted

# Days between two articles whose figures are set side by side: a toll of last week is no rival of
# today's, an estimate of what something will cost stands longer.
_WINDOW = 3
_LEAST = 2
_WINDOW_OF_COSTS = 14


@dataclass(frozen=True, slots=True)
class _Stated:
    """A figure, who states it, and when."""

    counted: Counted
    figure: Figure
    article: SourceArticle
    briefing: BriefingHead
    outlet: str
    voice: str

    def order(self) -> tuple[str, ...]:
        """Give the key by which later statements follow earlier ones, with nothing left open."""
        published = self.briefing.published_at
        instant = _instant(published) if published else ""
        moment = self.article.date or self.briefing.edition
        place = (self.briefing.id, self.article.key, self.article.digest)
        return (_instant(moment), instant, *place, str(self.counted), *_said(self.figure))

    def day(self) -> date:
        """Give the day it was published."""
        return date.fromisoformat(_instant(self.article.date or self.briefing.edition)[:10])


def find_differences(briefings: Iterable[BriefingHead], book: SourceBook) -> tuple[Difference, ...]:
    """Give the open differences among briefings of one story, in whatever order they come."""
    stated = [one for one in _stated(briefings, book) if one.counted.is_comparable()]
    found = (_difference(group) for group in _groups(stated))
    return tuple(sorted((one for one in found if one), key=lambda one: one.of))


def _stated(briefings: Iterable[BriefingHead], book: SourceBook) -> list[_Stated]:
    """Give what every article states, but for outlets nobody confirmed and what is withdrawn."""
    pairs = [
        (briefing, article)
        for briefing in briefings
        if briefing.status is not Status.WITHDRAWN
        for article in briefing.articles
    ]
    texts = {article.digest: article.sketch for _, article in pairs if article.sketch}
    copied = {digest: group[0] for group in group_copies(list(texts.items())) for digest in group}
    voices = Groups({f"text {root}" for root in copied.values()} | _voices(pairs, book))
    for _, article in pairs:
        if article.digest in copied:
            voices.join(f"text {copied[article.digest]}", _voice(article, book))
    return [
        _Stated(counted, figure, article, briefing, outlet, voices.root(_voice(article, book)))
        for briefing, article in pairs
        if (outlet := book.source_of(article)) is not None
        for counted, figure in _plain(article.figures)
    ]


def _voices(pairs: Iterable[tuple[BriefingHead, SourceArticle]], book: SourceBook) -> set[str]:
    return {_voice(article, book) for _, article in pairs}


def _voice(article: SourceArticle, book: SourceBook) -> str:
    """Give the agency whose copy an article is, else its outlet, else the article itself."""
    agencies = sorted(book.resolve(a.name) for a in article.agencies if a.role is AgencyRole.COPY)
    return agencies[0] if agencies else book.source_of(article) or article.digest


def _plain(figures: Sequence[Figure]) -> list[tuple[Counted, Figure]]:
    """Leave out what an article says in two ways: parts and totals, before and after."""
    read = [(Counted.parse(figure.of), figure) for figure in figures]
    return [
        (counted, figure)
        for counted, figure in read
        if not any(
            counted.may_be(other) and disagree(figure, rival) and not _is_wider(counted, other)
            for other, rival in read
        )
    ]


def _is_wider(one: Counted, other: Counted) -> bool:
    """Tell whether one counts everywhere what another counts in a place or on a day."""
    return one.thing == other.thing and not (one.where or one.when) and str(one) != str(other)


def _groups(stated: Sequence[_Stated]) -> list[list[_Stated]]:
    """Put together what counts one thing; where wordings chain, only equal ones are joined."""
    things = {str(one.counted): one.counted for one in stated}
    groups = Groups(sorted(things))
    whats: defaultdict[str, list[str]] = defaultdict(list)
    for of, counted in sorted(things.items()):
        whats[counted.what].append(of)
    for alike in whats.values():
        for a, b in combinations(alike, 2):
            if things[a].may_be(things[b]):
                groups.join(a, b)
    sets: list[list[str]] = []
    for group in groups.lists():
        is_one = all(things[a].may_be(things[b]) for a, b in combinations(group, 2))
        sets.extend([group] if is_one else [[of] for of in group])
    return [[one for one in stated if str(one.counted) in group] for group in sets]


def _difference(group: Sequence[_Stated]) -> Difference | None:
    """Set the standing words of each voice side by side; None where they can all be right."""
    standing: dict[str, _Stated] = {}
    for key in ("outlet", "voice"):
        latest: dict[str, _Stated] = {}
        for one in sorted(standing.values() if key == "voice" else group, key=_Stated.order):
            latest[getattr(one, key)] = one
        standing = latest
    if len(standing) < 2:
        return None
    newest = max(one.day() for one in standing.values())
    costs = group[0].counted.what.endswith(" cost")
    window = timedelta(days=_WINDOW_OF_COSTS if costs else _WINDOW)
    near = [one for one in standing.values() if newest - one.day() <= window]
    if not any(disagree(a.figure, b.figure) for a, b in combinations(near, 2)):
        return None
    near.sort(key=_Stated.order)
    wordings = {str(one.counted) for one in near}
    of = min(wordings, key=lambda text: (len(text), text))
    return Difference(of=of, claims=tuple(map(_claim, near)))


def _claim(one: _Stated) -> Claim:
    return Claim(
        value=one.figure.value,
        hedge=one.figure.hedge,
        source=one.outlet,
        date=one.article.date,
        briefing=one.briefing.id,
        at=Ref(one.figure.at.paragraph, one.figure.at.sentence, one.article.key),
        says=_sentence(one),
    )


def _sentence(one: _Stated) -> str | None:
    """Give the sentence where the briefing prints it anyway; the article's words stay its own."""
    keys = {one.article.key, None} if len(one.briefing.articles) == 1 else {one.article.key}
    at = one.figure.at
    for point in (*one.briefing.summary, *one.briefing.key_points):
        for ref in point.grounds.refs:
            here = (ref.paragraph, ref.sentence) == (at.paragraph, at.sentence)
            if here and ref.article in keys and not point.cut:
                return point.text
    return None


def _said(figure: Figure) -> tuple[str, str, str]:
    return figure.value, figure.hedge.value if figure.hedge else "", str(figure.at)


def _instant(moment: date | datetime) -> str:
    """Write a moment so that text sorts as time; a day comes before its hours."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat()
