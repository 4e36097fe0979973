"""Neighbours: which briefings are near one another, kept while briefings come and go.

Whether two are compared, and their score, depends on the two alone: so it does not matter in
which order they came, and one more costs work in proportion to those that share a telling word,
a name or a thread with it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import nsmallest
from typing import Final, Protocol

from briefings.link.profiles import Profile, is_place
from briefings.link.score import score

NEAR = 0.12
_STORY_BONUS = 0.15
# What a briefing is found by: its heaviest terms, and its names other than places. What two
# share of it must weigh this much before they are compared; below, no pair came near NEAR.
_KEYS = 12
_WORTH = 0.1
# Ages of so many days; of a briefing more than two ages off only what both are most about is
# looked at, or an archive of years would cost the square of its years.
_AGE = 45
_REACH = 2
_KEYS_FAR = 5
_WORTH_FAR = 0.15
_LEAST_NAME = 0.15
# Their squares are what the score makes of each.
_TERM_KEY = 0.866
_NAME_KEY = 0.387
_STORY_KEY = 1.0


PairMark = tuple[int, str]
"""Where a profile is found: an age, or `ANY_AGE`, and a key."""
ANY_AGE: Final = -1
_NOBODY: Final[dict[str, float]] = {}


class Pairs(Protocol):
    """Profiles, where each is found, and the scores of those near one another."""

    def profile(self, id_: str) -> Profile | None:
        """Give a profile; None where there is none."""

    def holders(self, mark: PairMark) -> Mapping[str, float]:
        """Give the ids found there, each with the weight of the key in it."""

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
        self._index: defaultdict[PairMark, dict[str, float]] = defaultdict(dict)
        self._near: dict[str, dict[str, float]] = {}

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

    def near(self, id_: str) -> Mapping[str, float]:
        """Give the score by id of every briefing near one."""
        return self._near.get(id_, _NOBODY)

    def put(
        self, profile: Profile, marks: Iterable[tuple[PairMark, float]], near: Mapping[str, float]
    ) -> None:
        """Take in a profile that is not here, with those near it."""
        for mark, weight in marks:
            self._index[mark][profile.id] = weight
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


def put_profile(pairs: Pairs, profile: Profile) -> frozenset[str]:
    """Take a profile in, or in again; give the ids whose neighbours changed."""
    touched = drop_profile(pairs, profile.id)
    keys, age = _keys(profile), profile.day // _AGE
    near: dict[str, float] = {}
    for id_ in _sharing(pairs, keys, age):
        other = pairs.profile(id_)
        if other is not None and (score_ := nearness(profile, other)) >= NEAR:
            near[id_] = score_
    pairs.put(profile, _marks(keys, age), near)
    return touched | near.keys() | {profile.id}


def drop_profile(pairs: Pairs, id_: str) -> frozenset[str]:
    """Forget a briefing, where it is here; give the ids whose neighbours changed."""
    profile = pairs.profile(id_)
    if profile is None:
        return frozenset()
    touched = frozenset(pairs.near(id_))
    pairs.drop(profile, _marks(_keys(profile), profile.day // _AGE))
    return touched


def nearest(pairs: Pairs, id_: str, most: int) -> list[tuple[float, str]]:
    """Give (nearness, id) of the nearest, best first; of equals by id."""
    found = ((-near, other) for other, near in pairs.near(id_).items())
    return [(-near, other) for near, other in nsmallest(most, found)]


def _sharing(pairs: Pairs, keys: dict[str, float], age: int) -> Iterator[str]:
    """Give the ids that share enough of the keys: of other ages, of the heaviest few."""
    around = range(age - _REACH, age + _REACH + 1)
    near = _shared(pairs, (((at, key), weight) for key, weight in keys.items() for at in around))
    yield from (other for other, weight in near.items() if weight >= _WORTH)
    far = _shared(pairs, (((ANY_AGE, key), weight) for key, weight in _heaviest(keys)))
    for other, weight in far.items():
        if weight >= _WORTH_FAR and other not in near:
            held = pairs.profile(other)
            if held is not None and held.day // _AGE not in around:
                yield other


def _shared(pairs: Pairs, wanted: Iterable[tuple[PairMark, float]]) -> dict[str, float]:
    shared: defaultdict[str, float] = defaultdict(float)
    for mark, weight in wanted:
        for other, theirs in pairs.holders(mark).items():
            shared[other] += weight * theirs
    return shared


def nearness(a: Profile, b: Profile) -> float:
    """Give the score of two briefings, more where they are of one thread; the same both ways."""
    bonus = _STORY_BONUS if a.story and a.story == b.story else 0.0
    return round(min(1.0, score(a, b) + bonus), 4)


def _marks(keys: dict[str, float], age: int) -> Iterator[tuple[PairMark, float]]:
    """Give where a profile is found: by every key in its own age, by the heaviest in any."""
    yield from (((age, key), weight) for key, weight in keys.items())
    yield from (((ANY_AGE, key), weight) for key, weight in _heaviest(keys))


def _heaviest(keys: dict[str, float]) -> list[tuple[str, float]]:
    return sorted(keys.items(), key=lambda item: (-item[1], item[0]))[:_KEYS_FAR]


def _keys(profile: Profile) -> dict[str, float]:
    heaviest = sorted(profile.terms.items(), key=lambda item: (-item[1], item[0]))[:_KEYS]
    keys = {term: _TERM_KEY * weight for term, weight in heaviest}
    for name, weight in profile.names.items():
        if weight >= _LEAST_NAME and not is_place(name):
            keys[name] = _NAME_KEY * weight
    if profile.story:
        keys[f"story:{profile.story}"] = _STORY_KEY
    return keys
