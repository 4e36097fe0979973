"""Which entries of threads may be near a draft, without comparing it with all there are.

Exact: an entry that `link/score.py` gives at least the asked score is always found; others may
be. In memory an entry costs some eight bytes for each of its words and names.
"""

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from briefings.link.profiles import Profile
from briefings.link.score import NAMES, NAMES_ALONE, TERMS, TITLE, decay

_AGE = 45
"""Days of one age: entries are looked for age by age, for nearness fades with the days between."""
_STEPS = (1 << 16) - 1
_SLACK = 0.001
"""For scores that were rounded."""
_SKIPPED = 0.5
"""Of what is asked, so much may lie in the commonest words, whose long lists are not read."""

_Postings = defaultdict[str, "array[int]"]
_Key = tuple[str, float]


class ThreadIndex:
    """Entries, by number, under their words and names."""

    def __init__(self) -> None:
        self._ages: defaultdict[tuple[int, str], _Postings] = defaultdict(_new_postings)

    def add(self, number: int, profile: Profile) -> None:
        """Take in an entry."""
        postings = self._ages[profile.day // _AGE, profile.language]
        for key, weight in _keys(profile.terms, profile.names):
            # The weight rounded up stands in the low bits, so a sum is never too small.
            postings[key].append(number << 16 | min(_STEPS, math.ceil(weight * _STEPS)))

    def near(self, profile: Profile, least: float) -> set[int]:
        """Give the numbers of all entries that score at least so much, and of some others."""
        found: set[int] = set()
        own = profile.day // _AGE
        for (age, language), postings in self._ages.items():
            gap = max(0, (abs(age - own) - 1) * _AGE + 1) if age != own else 0
            asked = (least - _SLACK) / decay(gap)
            if language != profile.language:
                names = [(f"n {key}", NAMES_ALONE * w) for key, w in profile.names.items()]
                found |= _reaching(postings, [names], asked)
            elif asked <= TERMS + NAMES + TITLE:
                terms = [(f"t {key}", TERMS * weight) for key, weight in profile.terms.items()]
                names = [(f"n {key}", NAMES * weight) for key, weight in profile.names.items()]
                found |= _reaching(postings, [terms, names], asked - TITLE)
        return found


def _new_postings() -> _Postings:
    return defaultdict(lambda: array("Q"))


def _keys(terms: Mapping[str, float], names: Mapping[str, float]) -> Iterator[_Key]:
    yield from ((f"t {key}", weight) for key, weight in terms.items())
    yield from ((f"n {key}", weight) for key, weight in names.items())


def _reaching(postings: _Postings, parts: Iterable[list[_Key]], asked: float) -> set[int]:
    """Give who shares keys that weigh enough.

    Args:
        postings: of one age and language.
        parts: keys by kind; their weights in an entry make a vector of length one.
        asked: the least that sharing has to weigh.
    """
    held = [
        (len(postings[key]), key, weight, part)
        for part, keys in enumerate(parts)
        for key, weight in keys
        if key in postings
    ]
    held.sort(key=lambda one: (-one[0], one[1]))
    squares: defaultdict[int, float] = defaultdict(float)
    skipped, begun = 0.0, 0
    for _, _, weight, part in held:
        squares[part] += weight * weight
        most = sum(map(math.sqrt, squares.values()))
        if most > asked * _SKIPPED:
            break
        skipped, begun = most, begun + 1
    shared: defaultdict[int, float] = defaultdict(float)
    for _, key, weight, _ in held[begun:]:
        step = weight / _STEPS
        for packed in postings[key]:
            shared[packed >> 16] += step * (packed & _STEPS)
    return {number for number, weight in shared.items() if weight + skipped >= asked}
