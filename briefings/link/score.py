"""How near two briefings are: from the two and frozen tables only, never from the archive.

So a score stays as it is when ten thousand more briefings arrive, and linking one more briefing
gives what linking everything anew would give.
"""

import functools
import math
from collections.abc import Hashable, Mapping
from typing import TypeVar

from briefings.link.copies import is_copy
from briefings.link.profiles import Profile

Key = TypeVar("Key", bound=Hashable)

TERMS, NAMES, TITLE = 0.75, 0.15, 0.10
# Without common words (two languages), names must carry it alone.
NAMES_ALONE = 0.6
# Stories run for weeks: after two months nearness counts half, and never less than a third.
_HALF_LIFE = 60.0
_LEAST_DECAY = 0.33
# Copies share nearly all heavy terms; only such pairs are worth comparing by sketch.
_COPY_TERMS = 0.5


def score(a: Profile, b: Profile) -> float:
    """Give how near two briefings are, 0 to 1; the same in both directions."""
    names = cosine(a.names, b.names)
    left = decay(a.day - b.day)
    if a.language != b.language:
        return round(NAMES_ALONE * names * left, 4)
    near = TERMS * cosine(a.terms, b.terms) + NAMES * names
    if not a.title.isdisjoint(b.title):
        near += TITLE * len(a.title & b.title) / min(len(a.title), len(b.title))
    return round(near * left, 4)


def cosine(a: Mapping[Key, float], b: Mapping[Key, float]) -> float:
    """Give the sum of products over what both hold; exact, so in any order the same."""
    both = a.keys() & b.keys()
    return math.fsum([a[key] * b[key] for key in both]) if both else 0.0


def are_copies(a: Profile, b: Profile) -> bool:
    """Tell whether both stand on one wire text."""
    if cosine(a.terms, b.terms) < _COPY_TERMS:
        return False
    return any(is_copy(ours, theirs) for ours in a.sketches for theirs in b.sketches)


@functools.cache
def decay(days: int) -> float:
    """Give how much nearness is left over so many days between two briefings, 1 to a third."""
    return max(_LEAST_DECAY, math.pow(0.5, abs(days) / _HALF_LIFE))


def shared_words(a: frozenset[str], b: frozenset[str]) -> float:
    """Give how many of the shorter title's words the other has, 0 to 1."""
    shorter = min(len(a), len(b))
    return len(a & b) / shorter if shorter else 0.0
