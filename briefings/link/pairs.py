"""Pairs: profiles, where each is found, and the scores of those near one another."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final, Protocol

from briefings.link.profiles import Profile

PairMark = tuple[int, str]
"""Where a profile is found: its age and a key; `~age` where the key is one of its heaviest."""
_NOBODY: Final[dict[str, float]] = {}


class Holders(dict[str, float]):
    """Who is found somewhere, each with the weight of the key in it."""

    __slots__ = ("most",)

    def __init__(self) -> None:
        super().__init__()
        self.most = 0.0
        """The most that one of them weighs, or weighed before it went."""

    def hold(self, id_: str, weight: float) -> None:
        """Take somebody in."""
        self[id_] = weight
        self.most = max(self.most, weight)


class Pairs(Protocol):
    """Profiles, where each is found, and the scores of those near one another."""

    def profile(self, id_: str) -> Profile | None:
        """Give a profile; None where there is none."""

    def holders(self, mark: PairMark) -> Mapping[str, float]:
        """Give the ids found there, each with the weight of the key in it."""

    def ages(self) -> Collection[int]:
        """Give every age that something is found in, and perhaps some that nothing is in now."""

    def near(self, id_: str) -> Mapping[str, float]:
        """Give the score by id of every briefing near one."""

    def put(
        self, profile: Profile, marks: Iterable[tuple[PairMark, float]], near: Mapping[str, float]
    ) -> None:
        """Take in a profile that is not here, with those near it."""

    def drop(self, profile: Profile, marks: Iterable[tuple[PairMark, float]]) -> None:
        """Forget a profile, and that others are near it."""


class MemoryPairs:
    """Pairs in memory."""

    def __init__(self) -> None:
        self._profiles: dict[str, Profile] = {}
        self._index: defaultdict[PairMark, Holders] = defaultdict(Holders)
        self._near: dict[str, dict[str, float]] = {}
        self._ages: set[int] = set()

    def profile(self, id_: str) -> Profile | None:
        """Give a profile; None where there is none."""
        return self._profiles.get(id_)

    def profiles(self) -> Iterator[Profile]:
        """Give every profile."""
        return iter(self._profiles.values())

    def postings(self) -> Iterator[tuple[PairMark, str, float]]:
        """Give everything that is found anywhere, as (where, id, weight)."""
        for mark, found in self._index.items():
            yield from ((mark, id_, weight) for id_, weight in found.items())

    def holders(self, mark: PairMark) -> Mapping[str, float]:
        """Give the ids found there, each with the weight of the key in it."""
        return self._index.get(mark, _NOBODY)

    def ages(self) -> Collection[int]:
        """Give every age that something is found in, and perhaps some that nothing is in now."""
        return self._ages

    def near(self, id_: str) -> Mapping[str, float]:
        """Give the score by id of every briefing near one."""
        return self._near.get(id_, _NOBODY)

    def put(
        self, profile: Profile, marks: Iterable[tuple[PairMark, float]], near: Mapping[str, float]
    ) -> None:
        """Take in a profile that is not here, with those near it."""
        for mark, weight in marks:
            self._index[mark].hold(profile.id, weight)
            if mark[0] >= 0:
                self._ages.add(mark[0])
        for other, score_ in near.items():
            self._near[other][profile.id] = score_
        self._profiles[profile.id] = profile
        self._near[profile.id] = dict(near)

    def drop(self, profile: Profile, marks: Iterable[tuple[PairMark, float]]) -> None:
        """Forget a profile, and that others are near it."""
        del self._profiles[profile.id]
        for mark, _ in marks:
            del self._index[mark][profile.id]
        for other in self._near.pop(profile.id):
            del self._near[other][profile.id]
