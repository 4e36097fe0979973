"""Neighbours: which briefings are near one another, kept while briefings come and go.

Whether two are compared, and their score, depends on the two alone: so it does not matter in
which order they came, and one more costs work in proportion to those that share a telling word,
a name or a thread with it.
"""

from collections import defaultdict
from collections.abc import Iterable
from heapq import nsmallest

from briefings.link.profiles import Profile, is_place
from briefings.link.score import decay, score

NEAR = 0.12
_STORY_BONUS = 0.15
# What a briefing is found by: its heaviest terms, and its names other than places. What two
# share of it must weigh this much before they are compared; below, no pair came near NEAR.
_KEYS = 12
_WORTH = 0.1
_LEAST_NAME = 0.15
# Their squares are what the score makes of each.
_TERM_KEY = 0.866
_NAME_KEY = 0.387
_STORY_KEY = 1.0


class Neighbours:
    """Scored pairs of profiles."""

    def __init__(self, profiles: Iterable[Profile] = ()) -> None:
        self._profiles: dict[str, Profile] = {}
        self._index: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self._near: dict[str, dict[str, float]] = {}
        self._days: dict[str, int] = {}
        for profile in profiles:
            self.put(profile)

    def put(self, profile: Profile) -> frozenset[str]:
        """Take a profile in, or in again; give the ids whose neighbours changed."""
        touched = self.drop(profile.id) if profile.id in self._profiles else frozenset()
        keys = _keys(profile)
        own: dict[str, float] = {}
        for other in self._sharing(keys, profile.day):
            near = nearness(profile, self._profiles[other])
            if near >= NEAR:
                own[other] = near
                self._near[other][profile.id] = near
        for key, weight in keys.items():
            self._index[key][profile.id] = weight
        self._profiles[profile.id] = profile
        self._days[profile.id] = profile.day
        self._near[profile.id] = own
        return touched | own.keys() | {profile.id}

    def drop(self, id_: str) -> frozenset[str]:
        """Forget a briefing; give the ids whose neighbours changed."""
        for key in _keys(self._profiles.pop(id_)):
            del self._index[key][id_]
        del self._days[id_]
        others = self._near.pop(id_)
        for other in others:
            del self._near[other][id_]
        return frozenset(others)

    def profile(self, id_: str) -> Profile:
        """Give the profile of a briefing."""
        return self._profiles[id_]

    def nearest(self, id_: str, most: int) -> list[tuple[float, str]]:
        """Give (nearness, id) of the nearest, best first; of equals the newest, then by id."""
        days = self._days
        found = ((-near, -days[other], other) for other, near in self._near[id_].items())
        return [(-near, other) for near, _, other in nsmallest(most, found)]

    def _sharing(self, keys: dict[str, float], day: int) -> list[str]:
        """Give the ids that share enough of the keys for the days between them."""
        shared: defaultdict[str, float] = defaultdict(float)
        for key, weight in keys.items():
            for other, theirs in self._index[key].items():
                shared[other] += weight * theirs
        days = self._days
        return [
            other
            for other, weight in shared.items()
            if weight >= _WORTH and weight * decay(day - days[other]) >= _WORTH
        ]


def nearness(a: Profile, b: Profile) -> float:
    """Give the score of two briefings, more where they are of one thread; the same both ways."""
    bonus = _STORY_BONUS if a.story and a.story == b.story else 0.0
    return round(min(1.0, score(a, b) + bonus), 4)


def _keys(profile: Profile) -> dict[str, float]:
    heaviest = sorted(profile.terms.items(), key=lambda item: (-item[1], item[0]))[:_KEYS]
    keys = {term: _TERM_KEY * weight for term, weight in heaviest}
    for name, weight in profile.names.items():
        if weight >= _LEAST_NAME and not is_place(name):
            keys[name] = _NAME_KEY * weight
    if profile.story:
        keys[f"story:{profile.story}"] = _STORY_KEY
    return keys
