"""Linking in windows of time: an archive too large for memory, with the links of the whole.

Briefings come by edition. Whoever is near in time is in memory (`link/neighbours.py` looks two
ages back); of everything older there is a carry-over: the five heaviest keys of each, packed, by
which others years away are found. Their profiles wait in a drawer. What stands under a mark is
merged by key from the runs of the windows. The same functions link a window and the whole, so
they cannot differ; a law says so.
"""

import heapq
import itertools
import sys
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from briefings.link.neighbours import REACH, STEPS, age_of, put_profile
from briefings.link.pairs import Holders, PairMark
from briefings.link.profiles import Profile
from briefings.link.shelf import Mark, Member, rank_of
from briefings.model import Briefing, Status


class Pair(NamedTuple):
    """Two briefings near one another."""

    one: str
    """The later, or of one day the one that came later."""
    other: str
    score: float


class Row(NamedTuple):
    """A briefing under a mark; rows sort as shelves list them."""

    kind: str
    key: str
    member: Member


class Drawer(Protocol):
    """Where profiles wait that are seldom asked for."""

    def put(self, profile: Profile) -> None:
        """Put one in."""

    def get(self, id_: str) -> Profile | None:
        """Give one that was put in; None of any other."""


def pairs_in_windows(profiles: Iterable[Profile], drawer: Drawer) -> Iterator[Pair]:
    """Give every two briefings near one another, each two once.

    Args:
        profiles: by day, the oldest first; each id once.
        drawer: takes what leaves the window.
    """
    window = WindowPairs(drawer)
    for profile in profiles:
        window.move_to(profile.day)
        put_profile(window, profile)
        yield from window.found
        window.found = []


class WindowPairs:
    """Pairs (`link/pairs.py`) that remember the ages within reach, and of older ones a little."""

    def __init__(self, drawer: Drawer) -> None:
        self.found: list[Pair] = []
        """Since they were last taken."""
        self._drawer = drawer
        self._profiles: defaultdict[int, dict[str, Profile]] = defaultdict(dict)
        self._near: defaultdict[int, defaultdict[str, Holders]]
        self._near = defaultdict(lambda: defaultdict(Holders))
        self._ids: list[str] = []
        self._far: dict[str, int | array[int]] = {}
        self._begun: dict[int, int] = {}
        """The number of the first briefing of each age."""
        self._newest: int | None = None
        self._near_from = 0

    def profile(self, id_: str) -> Profile | None:
        """Give a profile; None of one that is only now coming."""
        for held in self._profiles.values():
            if id_ in held:
                return held[id_]
        return self._drawer.get(id_)

    def count(self) -> int:
        """Say how many profiles are in memory."""
        return sum(map(len, self._profiles.values()))

    def holders(self, mark: PairMark) -> Mapping[str, float]:
        """Give the ids found there, each with the weight of the key in it."""
        age, key = mark
        if age != ~_FAR:
            return self._near[age].get(key, {}) if age in self._near else {}
        found = self._far.get(key, ())
        packed = (found,) if isinstance(found, int) else found
        # In the order they came, so those out of reach stand first.
        before = bisect_left(packed, self._near_from << _BITS)
        return {self._ids[one >> _BITS]: (one & _MASK) / STEPS for one in packed[:before]}

    def ages(self) -> Collection[int]:
        """Give the one age that all out of reach are found in."""
        return (_FAR,)

    def move_to(self, day: int) -> None:
        """Let go of what is out of reach of a day.

        Raises:
            ValueError: what comes is older than what came.
        """
        age = age_of(day)
        if self._newest is not None and age < self._newest:
            raise ValueError("in windows, profiles come by day")
        if age != self._newest:
            self._newest = age
            self._begun[age] = len(self._ids)
            for old in [one for one in self._begun if one < age - REACH]:
                del self._begun[old]
                self._near.pop(old, None)
                self._profiles.pop(old, None)
            self._near_from = min(self._begun.values())

    def near(self, id_: str) -> Mapping[str, float]:
        """Give nothing: pairs are handed on, not kept."""
        raise NotImplementedError(id_)

    def put(
        self, profile: Profile, marks: Iterable[tuple[PairMark, float]], near: Mapping[str, float]
    ) -> None:
        """Take in a profile, with those near it; hand the pairs on."""
        number = len(self._ids)
        self._ids.append(profile.id)
        for (age, key), weight in marks:
            if age >= 0:
                self._near[age][key].hold(profile.id, weight)
            else:
                _carry(self._far, key, number << _BITS | int(weight * STEPS))
        self._profiles[age_of(profile.day)][profile.id] = profile
        self._drawer.put(profile)
        self.found += [Pair(profile.id, other, score) for other, score in near.items()]

    def drop(self, profile: Profile, marks: Iterable[tuple[PairMark, float]]) -> None:
        """Refuse: in windows each briefing comes once."""
        raise NotImplementedError(profile.id, marks)


# Everything out of reach is of one age: whoever comes is near none of it.
_FAR = -1
# A weight is a whole number of steps (`link/neighbours.py`), at most one: so it packs exactly.
_BITS = 25
_MASK = (1 << _BITS) - 1


def _carry(far: "dict[str, int | array[int]]", key: str, packed: int) -> None:
    """Note who else has a key; most keys have one holder, and no list."""
    before = far.get(key)
    if before is None:
        far[sys.intern(key)] = packed
    elif isinstance(before, int):
        far[key] = array("Q", (before, packed))
    else:
        before.append(packed)


def rows_of(briefing: Briefing, marks: Iterable[Mark]) -> Iterator[Row]:
    """Give a briefing under each of its marks."""
    standing = briefing.status is not Status.WITHDRAWN
    for mark in marks:
        member = Member(rank_of(briefing), briefing.id, standing, mark.notes)
        yield Row(mark.kind, mark.key, member)


def merge_runs(runs: Iterable[Iterable[Row]]) -> Iterator[tuple[str, str, list[Member]]]:
    """Give every mark with all that stands under it, by kind and key, newest first.

    Args:
        runs: of one window each, sorted; read side by side, a row at a time.
    """
    merged = heapq.merge(*runs)
    for (kind, key), rows in itertools.groupby(merged, key=lambda row: (row.kind, row.key)):
        yield kind, key, [row.member for row in rows]
