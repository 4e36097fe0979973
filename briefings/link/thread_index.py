"""Which entries of threads may be near a draft, and how near at most, from few looks.

Entries are found under their words, names and words of their titles: of the weeks around a draft
age by age, of all years under what is rare in them. The commonest keys are not read where they
cannot decide. Exact, until the lists that are left hold more than a look may read: then the
rarest keys are read, and what the others might add is part of the bound. So a look takes no
longer in a dense or a long archive.
"""

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import NamedTuple

from briefings.link.profiles import Profile
from briefings.link.score import NAMES, NAMES_ALONE, TERMS, TITLE, decay

_AGE = 45
"""Days of one age: entries are looked for age by age, for nearness fades with the days between."""
_REACH = 2
"""Ages that are looked at one by one; all beyond are looked at as one."""
_BEYOND = _REACH * _AGE + 1
SLACK = 0.001
"""For scores that were rounded."""
_SKIPPED = 0.5
"""Of what is asked, so much may lie in the commonest words, whose long lists are not read."""
_READ = 8_000
"""Places in lists that are read of one age or of all years. Newswire of 300 a day has more."""

_LIKELIEST = 100
"""Of a look that could not read all it should."""


class _List(NamedTuple):
    """Who has a key, and with which weight."""

    numbers: "array[int]"
    weights: "array[float]"


_Postings = defaultdict[str, _List]


@dataclass(frozen=True, slots=True)
class _Key:
    """A word or name of a draft, as it is looked up."""

    text: str
    part: int
    """Which vector of length one it belongs to; of the title it is the last."""
    weight: float
    held: _List

    def count(self) -> int:
        """Say how many have it."""
        return len(self.held.numbers)


class ThreadIndex:
    """Entries, by number, under their words and names."""

    def __init__(self) -> None:
        self._ages: defaultdict[tuple[int, str], _Postings] = defaultdict(_new_postings)
        self._years: defaultdict[str, _Postings] = defaultdict(_new_postings)
        self._days = array("l")

    def add(self, profile: Profile) -> int:
        """Take in an entry; give its number, the next one."""
        number = len(self._days)
        self._days.append(profile.day)
        age = self._ages[profile.day // _AGE, profile.language]
        years = self._years[profile.language]
        for key, weight in _keys_of(profile):
            for postings in (age, years):
                held = postings[key]
                held.numbers.append(number)
                held.weights.append(weight)
        return number

    def near(self, profile: Profile, least: float) -> dict[int, float]:
        """Give by number what entries score at most: of all that may score so much."""
        found: dict[int, float] = {}
        own = profile.day // _AGE
        for age in range(own - _REACH, own + _REACH + 1):
            gap = max(0, (abs(age - own) - 1) * _AGE + 1) if age != own else 0
            for language in self._years:
                if postings := self._ages.get((age, language)):
                    asked = (least - SLACK) / decay(gap)
                    for number, most in _reaching(postings, profile, language, asked):
                        found[number] = most * decay(profile.day - self._days[number])
        asked = (least - SLACK) / decay(_BEYOND)
        for language, postings in self._years.items():
            for number, most in _reaching(postings, profile, language, asked):
                day = self._days[number]
                if abs(day // _AGE - own) > _REACH:
                    found[number] = most * decay(profile.day - day)
        return found


def _new_postings() -> _Postings:
    return defaultdict(lambda: _List(array("I"), array("f")))


def _keys_of(profile: Profile) -> Iterator[tuple[str, float]]:
    yield from ((f"t {key}", weight) for key, weight in profile.terms.items())
    yield from ((f"n {key}", weight) for key, weight in profile.names.items())
    yield from ((f"w {key}", 1 / len(profile.title)) for key in profile.title)


def _reaching(
    postings: _Postings, profile: Profile, language: str, asked: float
) -> Iterable[tuple[int, float]]:
    """Give who may share so much with a draft, and how much at most."""
    is_own = language == profile.language
    if asked > (TERMS + NAMES + TITLE if is_own else NAMES_ALONE):
        return ()
    keys = _looked_up(postings, profile, is_own=is_own)
    read, skipped = _rarest(keys, asked * _SKIPPED)
    shared: dict[int, float] = defaultdict(float)
    for key in read:
        own = key.weight
        if key.part == _TITLE_PART:
            for number, weight in zip(*key.held, strict=True):
                shared[number] += TITLE * max(own, weight)
        else:
            for number, weight in zip(*key.held, strict=True):
                shared[number] += own * weight
    if skipped > asked * _SKIPPED:  # too much was left unread: those that share most
        shared = dict(nlargest(_LIKELIEST, shared.items(), key=lambda one: (one[1], one[0])))
    enough = asked - skipped
    return ((number, most + skipped) for number, most in shared.items() if most >= enough)


_TITLE_PART = 2


def _looked_up(postings: _Postings, profile: Profile, *, is_own: bool) -> list[_Key]:
    """Give the keys of a draft that entries are found under; between languages only names."""
    wanted = [(f"n {key}", 1, weight) for key, weight in profile.names.items()]
    if is_own:
        wanted += [(f"t {key}", 0, weight) for key, weight in profile.terms.items()]
        wanted += [(f"w {key}", _TITLE_PART, 1 / len(profile.title)) for key in profile.title]
    worth = (TERMS, NAMES if is_own else NAMES_ALONE, 1.0)
    return [
        _Key(text, part, worth[part] * weight, held)
        for text, part, weight in wanted
        if (held := postings.get(text))
    ]


def _rarest(keys: Sequence[_Key], may_skip: float) -> tuple[list[_Key], float]:
    """Choose the keys to read; give the most that sharing all others can weigh."""
    read: list[_Key] = []
    squares = [0.0, 0.0, 0.0]
    for key in sorted(keys, key=lambda one: (-one.count(), one.text)):
        more = [*squares]
        more[key.part] += key.weight * key.weight
        if _most(more) <= may_skip:
            squares = more
        else:
            read.append(key)
    left = sum(key.count() for key in read)
    while left > _READ and len(read) > 1:
        key = read.pop(0)
        left -= key.count()
        squares[key.part] += key.weight * key.weight
    return read, _most(squares)


def _most(squares: Sequence[float]) -> float:
    """Give the most that keys can weigh: vectors of length one, and a title that is all shared."""
    return math.sqrt(squares[0]) + math.sqrt(squares[1]) + (TITLE if squares[_TITLE_PART] else 0.0)
