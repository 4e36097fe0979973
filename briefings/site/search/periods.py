"""Which shard a stub belongs to: decided by the stubs alone, never by today's clock.

The calendar is a tree: year, half, quarter, month, week of the month, half of it, day. A part of
it is one shard where it is small enough, else its children are looked at. The part that holds the
newest edition is measured without that edition's day, so a briefing added to the newest day
changes one shard and moves nothing; a part that has closed is indexed once, when the next one
opens.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from briefings.site.search.stubs import StubRef

CLOSED_LIMIT = 1_600_000
"""Characters of a closed shard: 400 to 580 briefings; Pagefind takes about a second for them."""
OPEN_LIMIT = 1_280_000
"""Characters of the newest shard before its last day: 320 briefings, indexed in 0.7 s."""
NAMES = "names"
"""The shard of pages found by their name."""
_MOST_NAMES = 4000
"""Pages of one shard of names; short ones, so their number counts and not their words."""
_LARGEST = 4_800_000
"""Characters of what no calendar cuts, a huge day or names: Pagefind takes 350 MB for them."""

_HALF_WEEK = 4
"""Days of the first half of a week."""
_LEVELS = ("year", "half", "quarter", "month", "week", "half week", "day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """One index."""

    name: str
    """Its folder: `2025`, `2026-h1`, `2026-q1`, `2026-03`, `2026-03-w2`, `2026-03-w2-h1`,
    `2026-03-14`, `names`."""
    refs: tuple[StubRef, ...]
    """Newest day first, then by address: the order of the facet file."""

    def size(self) -> int:
        """Count the characters to be indexed."""
        return sum(ref.size for ref in self.refs)


def plan_shards(refs: Iterable[StubRef]) -> tuple[Shard, ...]:
    """Put every stub into one shard: the newest period first, names last. Order-free."""
    listed = sorted(refs, key=_newest_first)
    sizes: dict[date, int] = defaultdict(int)
    for ref in listed:
        if ref.day is not None:
            sizes[ref.day] += ref.size
    periods = plan_periods(sizes)
    by_name: dict[str, list[StubRef]] = defaultdict(list)
    named = [ref for ref in listed if ref.day is None]
    for ref in listed:
        if ref.day is not None:
            by_name[periods[ref.day]].append(ref)
    shards = [
        Shard(name=part, refs=group)
        for name, whole in by_name.items()
        for part, group in _parts(name, whole, _ratio(sizes, whole))
    ]
    parts = _parts(NAMES, named, max(len(named) / _MOST_NAMES, _weight(named) / _LARGEST))
    return (*shards, *(Shard(name=name, refs=group) for name, group in parts))


def plan_periods(sizes: Mapping[date, int]) -> dict[date, str]:
    """Name the shard of each day, from the characters of each."""
    newest = max(sizes, default=date.min)
    return dict(_cut("", 0, sorted(sizes), partial(_is_whole, sizes, newest)))


def _cut(
    name: str, level: int, days: list[date], is_whole: "partial[bool]"
) -> Iterator[tuple[date, str]]:
    if name and (level == len(_LEVELS) or is_whole(days)):
        yield from ((day, name) for day in days)
        return
    children: dict[str, list[date]] = defaultdict(list)
    for day in days:
        children[_name_at(_LEVELS[level], day)].append(day)
    for child, within in children.items():
        yield from _cut(child, level + 1, within, is_whole)


def _is_whole(sizes: Mapping[date, int], newest: date, days: list[date]) -> bool:
    size = sum(sizes[day] for day in days if day != newest)
    return size <= (OPEN_LIMIT if newest in days else CLOSED_LIMIT)


def _name_at(level: str, day: date) -> str:
    week = f"{day:%Y-%m}-w{(day.day + 6) // 7}"
    names = {
        "year": f"{day:%Y}",
        "half": f"{day:%Y}-h{(day.month + 5) // 6}",
        "quarter": f"{day:%Y}-q{(day.month + 2) // 3}",
        "month": f"{day:%Y-%m}",
        "week": week,
        "half week": f"{week}-h{1 if (day.day - 1) % 7 < _HALF_WEEK else 2}",
    }
    return names.get(level, day.isoformat())


def _ratio(sizes: Mapping[date, int], refs: list[StubRef]) -> float:
    """Say how far a single day is over the limit; longer periods were cut to fit."""
    days = {ref.day for ref in refs if ref.day}
    return sizes[days.pop()] / _LARGEST if len(days) == 1 else 0


def _parts(
    name: str, refs: list[StubRef], ratio: float
) -> Iterator[tuple[str, tuple[StubRef, ...]]]:
    """Cut what no calendar cuts by its addresses, into a power of two of parts."""
    count = 1
    while count < ratio:
        count *= 2
    for at in range(count):
        part = tuple(ref for ref in refs if count == 1 or _bucket(ref.url) % count == at)
        if part:
            yield name if count == 1 else f"{name}-p{at}", part


def _bucket(url: str) -> int:
    return int.from_bytes(hashlib.blake2b(url.encode(), digest_size=4).digest(), "big")


def _weight(refs: list[StubRef]) -> int:
    return sum(ref.size for ref in refs)


def _newest_first(ref: StubRef) -> tuple[int, str]:
    return -ref.day.toordinal() if ref.day else 1, ref.url
