"""Neighbours: which briefings are near one another, kept while briefings come and go.

Whether two are compared, and their score, depends on the two alone: so it does not matter in
which order they came, and one more costs work in proportion to those that share a telling word,
a name or a thread with it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest

from briefings.link.pairs import Holders, PairMark, Pairs
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
REACH = 2
_KEYS_FAR = 5
_WORTH_FAR = 0.15
_LEAST_NAME = 0.15
# Their squares are what the score makes of each.
_TERM_KEY = 0.866
_NAME_KEY = 0.387
_STORY_KEY = 1.0
# Weights of keys are whole numbers of these, so sums of products are exact in any order.
STEPS = 1 << 24


def put_profile(pairs: Pairs, profile: Profile) -> frozenset[str]:
    """Take a profile in, or in again; give the ids whose neighbours changed."""
    touched = drop_profile(pairs, profile.id)
    keys, age = _keys(profile), age_of(profile.day)
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
    pairs.drop(profile, _marks(_keys(profile), age_of(profile.day)))
    return touched


def nearest(pairs: Pairs, id_: str, most: int) -> list[tuple[float, str]]:
    """Give (nearness, id) of the nearest, best first; of equals by id."""
    found = ((-near, other) for other, near in pairs.near(id_).items())
    return [(-near, other) for near, other in nsmallest(most, found)]


def age_of(day: int) -> int:
    """Give the age a day is in."""
    return day // _AGE


_Held = tuple[float, Sequence[Mapping[str, float]]]
"""The weight of a key, and by age who else is found by it and with which weight."""


def _sharing(pairs: Pairs, keys: dict[str, float], age: int) -> Iterator[str]:
    """Give the ids that share enough of the keys: of other ages, of the heaviest few."""
    around = range(age - REACH, age + REACH + 1)
    yield from _sharing_enough(_held(pairs, keys.items(), around), _WORTH)
    distant = [~other for other in pairs.ages() if other not in around]
    yield from _sharing_enough(_held(pairs, _heaviest(keys), distant), _WORTH_FAR)


def _held(
    pairs: Pairs, keys: Iterable[tuple[str, float]], ages: Collection[int]
) -> Iterator[_Held]:
    for key, weight in keys:
        held = [found for age in ages if (found := pairs.holders((age, key)))]
        if held:
            yield weight, held


def _sharing_enough(wanted: Iterable[_Held], enough: float) -> list[str]:
    """Give the ids whose shared keys weigh enough.

    The keys of most briefings come last, and there only who was found before is looked up, where
    those keys alone would not be enough (prefix filtering: S. Chaudhuri, V. Ganti and R. Kaushik,
    "A primitive operator for similarity joins in data cleaning", ICDE 2006).
    """
    rarest_first = sorted(wanted, key=lambda one: sum(map(len, one[1])))
    begun = len(rarest_first)
    alone = 0.0
    while begun and (alone := alone + _most(rarest_first[begun - 1])) < enough:
        begun -= 1
    shared: defaultdict[str, float] = defaultdict(float)
    for weight, held in rarest_first[:begun]:
        for found in held:
            for other, theirs in found.items():
                shared[other] += weight * theirs
    for weight, held in rarest_first[begun:]:
        for found in held:
            for other in shared.keys() & found.keys():
                shared[other] += weight * found[other]
    return [other for other, weight in shared.items() if weight >= enough]


def _most(held: _Held) -> float:
    """Give the most that sharing a key can weigh.

    Long lists know their heaviest: looking for it took more time than all else of finding pairs.
    """
    return held[0] * max(
        found.most if isinstance(found, Holders) else max(found.values()) for found in held[1]
    )


def nearness(a: Profile, b: Profile) -> float:
    """Give the score of two briefings, more where they are of one thread; the same both ways."""
    bonus = _STORY_BONUS if a.story and a.story == b.story else 0.0
    return round(min(1.0, score(a, b) + bonus), 4)


def _marks(keys: dict[str, float], age: int) -> Iterator[tuple[PairMark, float]]:
    """Give where a profile is found: by every key in its age, by the heaviest from afar."""
    yield from (((age, key), weight) for key, weight in keys.items())
    yield from (((~age, key), weight) for key, weight in _heaviest(keys))


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
    return {key: round(weight * STEPS) / STEPS for key, weight in keys.items()}
