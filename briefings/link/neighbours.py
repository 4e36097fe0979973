"""Neighbours: which briefings are near one another, kept while briefings come and go.

Whether two are compared, and their score, depends on the two alone: so it does not matter in
which order they came, and one more costs work in proportion to those that share a telling word,
a name or a thread with it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from typing import Final

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


_Mark = tuple[int | None, str]
_NOBODY: Final[dict[str, float]] = {}


class Neighbours:
    """Scored pairs of profiles."""

    def __init__(self, profiles: Iterable[Profile] = ()) -> None:
        self._profiles: dict[str, Profile] = {}
        self._index: defaultdict[_Mark, dict[str, float]] = defaultdict(dict)
        self._near: dict[str, dict[str, float]] = {}
        for profile in profiles:
            self.put(profile)

    def put(self, profile: Profile) -> frozenset[str]:
        """Take a profile in, or in again; give the ids whose neighbours changed."""
        touched = self.drop(profile.id) if profile.id in self._profiles else frozenset()
        keys, age = _keys(profile), profile.day // _AGE
        own: dict[str, float] = {}
        for other in self._sharing(keys, age):
            near = nearness(profile, self._profiles[other])
            if near >= NEAR:
                own[other] = near
                self._near[other][profile.id] = near
        for mark, weight in _marks(keys, age):
            self._index[mark][profile.id] = weight
        self._profiles[profile.id] = profile
        self._near[profile.id] = own
        return touched | own.keys() | {profile.id}

    def drop(self, id_: str) -> frozenset[str]:
        """Forget a briefing; give the ids whose neighbours changed."""
        profile = self._profiles.pop(id_)
        for mark, _ in _marks(_keys(profile), profile.day // _AGE):
            del self._index[mark][id_]
        others = self._near.pop(id_)
        for other in others:
            del self._near[other][id_]
        return frozenset(others)

    def profile(self, id_: str) -> Profile:
        """Give the profile of a briefing."""
        return self._profiles[id_]

    def nearest(self, id_: str, most: int) -> list[tuple[float, str]]:
        """Give (nearness, id) of the nearest, best first; of equals the newest, then by id."""
        held = self._profiles
        found = ((-near, -held[other].day, other) for other, near in self._near[id_].items())
        return [(-near, other) for near, _, other in nsmallest(most, found)]

    def _sharing(self, keys: dict[str, float], age: int) -> Iterator[str]:
        """Give the ids that share enough of the keys: of other ages, of the heaviest few."""
        around = range(age - _REACH, age + _REACH + 1)
        near = self._shared((at, key, weight) for key, weight in keys.items() for at in around)
        yield from (other for other, weight in near.items() if weight >= _WORTH)
        far = self._shared((None, key, weight) for key, weight in _heaviest(keys))
        for other, weight in far.items():
            if weight >= _WORTH_FAR and self._profiles[other].day // _AGE not in around:
                yield other

    def _shared(self, wanted: Iterable[tuple[int | None, str, float]]) -> dict[str, float]:
        shared: defaultdict[str, float] = defaultdict(float)
        for age, key, weight in wanted:
            for other, theirs in self._index.get((age, key), _NOBODY).items():
                shared[other] += weight * theirs
        return shared


def nearness(a: Profile, b: Profile) -> float:
    """Give the score of two briefings, more where they are of one thread; the same both ways."""
    bonus = _STORY_BONUS if a.story and a.story == b.story else 0.0
    return round(min(1.0, score(a, b) + bonus), 4)


def _marks(keys: dict[str, float], age: int) -> Iterator[tuple[_Mark, float]]:
    """Give where a profile is found: by every key in its own age, by the heaviest in any."""
    yield from (((age, key), weight) for key, weight in keys.items())
    yield from (((None, key), weight) for key, weight in _heaviest(keys))


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
