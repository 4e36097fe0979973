"""Events: whether two articles tell one happening, or one goes on where the other ended.

Precision comes first. What is wrongly joined hides a briefing; what is left apart costs an editor
one command. So articles are joined only when published within a day of each other, and a
follow-up of the next day must be very much alike. `docs/linking.md` has the figures.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from briefings.link.copies import is_copy
from briefings.link.profiles import is_place
from briefings.link.score import cosine, shared_words
from briefings.link.tellings import Telling
from briefings.link.wording import with_article

_TERMS, _NAMES, _TITLE = 0.55, 0.40, 0.05
# Hours: within the first two articles are of one day's news, within the second of the next's.
_SAME_DAY, _NEXT_DAY = 18.0, 36.0
# On ECB+, where articles years apart count as of one day, pairs this near are of one event in
# 98.5 of 100 cases; follow-ups in the sample desk, a day later, reach 0.48.
_SURE, _SURE_NEXT_DAY = 0.44, 0.60
# On ECB+, 96.8 of 100; a follow-up of the next day is about that near, so it needs more.
_MAYBE, _MAYBE_NEXT_DAY = 0.36, 0.52
# Neither words nor names carry it alone: two matches of one cup, two votes of one house.
_TERMS_SURE, _NAMES_SURE = 0.35, 0.30
_TERMS_MAYBE, _NAMES_MAYBE = 0.28, 0.20
# Between two languages only names can be compared.
_NAMES_ALONE = 0.75
# Fewer words and names in common than this is no likeness worth weighing.
_SHARED = 3
# Days between two tellings that are compared at all: zones differ.
_DAYS_NEAR = 2


class Sureness(Enum):
    """How surely two articles tell one event."""

    NO = 0
    MAYBE = 1
    SURE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What comparing two tellings gave."""

    sureness: Sureness
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Kernel:
    """Articles that belong together whatever else is so: copies of one text."""

    keys: tuple[str, ...]
    """Sorted."""
    held: str | None = None
    """The briefing they are in already."""


_APART = Likeness(sureness=Sureness.NO, score=0.0)


def compare(a: Telling, b: Telling) -> Likeness:
    """Tell how surely two articles tell one event; the same in both directions."""
    if a.sketch and b.sketch and is_copy(a.sketch, b.sketch):
        return Likeness(sureness=Sureness.SURE, score=1.0)
    hours = _hours_apart(a, b)
    if hours is not None and hours > _NEXT_DAY:
        return _APART
    names = cosine(a.names, b.names)
    is_near = hours is not None and hours <= _SAME_DAY
    if a.language != b.language:
        alike = is_near and names >= _NAMES_ALONE
        return Likeness(sureness=Sureness.MAYBE, score=round(names, 4)) if alike else _APART
    terms = cosine(a.terms, b.terms)
    near = _TERMS * terms + _NAMES * names + _TITLE * shared_words(a.title, b.title)
    sure, maybe = (_SURE, _MAYBE) if is_near else (_SURE_NEXT_DAY, _MAYBE_NEXT_DAY)
    score = round(near, 4)
    if score >= sure and terms >= _TERMS_SURE and names >= _NAMES_SURE:
        doubtful = hours is None or _is_one_outlet(a, b) or a.embargoed or b.embargoed
        return Likeness(sureness=Sureness.MAYBE if doubtful else Sureness.SURE, score=score)
    if score >= maybe and terms >= _TERMS_MAYBE and names >= _NAMES_MAYBE:
        return Likeness(sureness=Sureness.MAYBE, score=score)
    return _APART


def _is_one_outlet(a: Telling, b: Telling) -> bool:
    """Tell whether both are known to be of one outlet: it tells an event once and goes on."""
    return a.outlet is not None and a.outlet == b.outlet


def find_pairs(tellings: Iterable[Telling]) -> dict[tuple[str, str], Likeness]:
    """Give pairs of keys, the smaller first, that surely or perhaps tell one event."""
    return pairs_by_day(sorted(tellings, key=lambda one: (by_day(one.day()), one.key)))


def by_day(day: int | None) -> tuple[bool, int]:
    """Give what puts tellings in the order of `pairs_by_day`."""
    return day is not None, day or 0


def pairs_by_day(tellings: Iterable[Telling]) -> dict[tuple[str, str], Likeness]:
    """Give pairs of keys, the smaller first, that surely or perhaps tell one event.

    The work grows with the pairs of neighbouring days that share words, not with all pairs; in
    memory are three days and what has no day.

    Args:
        tellings: those without a day first, then by day.
    """
    found: dict[tuple[str, str], Likeness] = {}
    window: dict[int | None, _Day] = {}
    for telling in tellings:
        day = telling.day()
        if day is not None:
            for old in [one for one in window if one is not None and one < day - _DAYS_NEAR]:
                del window[old]
        for one in window.values():
            for other in one.sharing(telling):
                likeness = compare(other, telling)
                if likeness.sureness is not Sureness.NO:
                    both = min(other.key, telling.key), max(other.key, telling.key)
                    found[both] = likeness
        window.setdefault(day, _Day()).add(telling)
    return found


class _Day:
    """The tellings of one day under their words and names."""

    def __init__(self) -> None:
        self.tellings: dict[str, Telling] = {}
        self.index: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, telling: Telling) -> None:
        self.tellings[telling.key] = telling
        for mark in _marks(telling):
            self.index[mark].append(telling.key)

    def sharing(self, telling: Telling) -> Iterator[Telling]:
        """Give those that share words and names enough to be weighed."""
        shared: Counter[str] = Counter()
        for mark in _marks(telling):
            shared.update(self.index.get(mark, ()))
        yield from (self.tellings[key] for key, count in shared.items() if count >= _SHARED)


def group_tellings(
    kernels: Sequence[Kernel], pairs: Mapping[tuple[str, str], Likeness]
) -> tuple[tuple[Kernel, ...], ...]:
    """Group kernels into events.

    Two groups become one only when every kernel of the one surely tells the event of every kernel
    of the other: a chain of neighbours never becomes an event. The nearest are joined first. What
    two briefings hold stays apart.

    Args:
        kernels: no key in two of them.
        pairs: as `find_pairs` gives them.
    """
    ordered = sorted(kernels, key=lambda kernel: kernel.keys)
    sure = _sure_pairs(ordered, pairs)
    groups = {number: {number} for number in range(len(ordered))}
    first: dict[str, int] = {}
    for number, kernel in enumerate(ordered):
        if kernel.held is not None:
            ours = groups[first.setdefault(kernel.held, number)]
            ours.add(number)
            groups[number] = ours
    for a, b in sorted(sure, key=lambda both: (-sure[both], both)):
        ours, theirs = groups[a], groups[b]
        free = len({ordered[n].held for n in ours | theirs} - {None}) < 2
        if ours is not theirs and free and all(_both(x, y) in sure for x in ours for y in theirs):
            ours |= theirs
            groups.update(dict.fromkeys(theirs, ours))
    distinct = {min(group): group for group in groups.values()}
    return tuple(tuple(ordered[n] for n in sorted(distinct[k])) for k in sorted(distinct))


def _sure_pairs(
    kernels: Sequence[Kernel], pairs: Mapping[tuple[str, str], Likeness]
) -> dict[tuple[int, int], float]:
    """Give pairs of kernels that surely tell one event: as near as their nearest articles."""
    home = {key: number for number, kernel in enumerate(kernels) for key in kernel.keys}
    sure: dict[tuple[int, int], float] = {}
    for (a, b), likeness in pairs.items():
        if likeness.sureness is Sureness.SURE and home[a] != home[b]:
            both = _both(home[a], home[b])
            sure[both] = max(sure.get(both, 0.0), likeness.score)
    return sure


def _both(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def reason(a: Telling, b: Telling) -> str:
    """Say in a few words why two articles may tell one event."""
    hours = _hours_apart(a, b)
    when = "one has no date" if hours is None else _when(hours)
    shared = sorted(a.names.keys() & b.names.keys(), key=lambda key: (-a.names[key], key))
    telling = [key for key in shared if not is_place(key)] or shared
    both = " and ".join(with_article(a.printed[key]) for key in telling[:2])
    return f"{when}, both name {both}" if both else f"{when}, in much the same words"


def _when(hours: float) -> str:
    return "published the same day" if hours <= _SAME_DAY else "published a day apart"


def _hours_apart(a: Telling, b: Telling) -> float | None:
    """Give the hours between two articles; whole days where one does not say its time."""
    if a.moment is None or b.moment is None:
        return None
    times = [one for one in (a.moment, b.moment) if isinstance(one, datetime)]
    if len(times) == 2 and (times[0].tzinfo is None) == (times[1].tzinfo is None):
        return abs((times[0] - times[1]).total_seconds()) / 3600
    return 24.0 * abs((a.day() or 0) - (b.day() or 0))


def _marks(telling: Telling) -> list[str]:
    return [*telling.terms, *telling.names]
