"""Copies: which articles are one wire text, whole, re-topped or cut."""

from collections import defaultdict
from collections.abc import Sequence

from briefings.link.groups import Groups
from briefings.text.sketches import containment, likeness, read_sketch

# Five-grams in common: two reports of one event written apart share hardly any (under 0.1).
_LIKE = 0.5
# Of the shorter text in the longer: the tail cut off, a new top of a paragraph or two.
_WITHIN = 0.7
# A share of fewer hashes than this may be chance or one long quotation.
_ENOUGH = 8


def is_copy(a: str, b: str) -> bool:
    """Tell from two sketches whether the texts are one, or one holds most of the other."""
    if likeness(a, b) >= _LIKE:
        return True
    share, seen = containment(a, b)
    return seen >= _ENOUGH and share >= _WITHIN


def group_copies(articles: Sequence[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Group (key, sketch) of articles; an article without a copy is a group of one.

    The work grows with the pairs that share words, not with all pairs. Groups and their members
    are sorted by key, whatever the order of the input.
    """
    sketches = dict(sorted(articles))
    groups = Groups(sketches)
    for a, b in sorted(_candidates(sketches, groups)):
        if groups.root(a) != groups.root(b) and is_copy(sketches[a], sketches[b]):
            groups.join(a, b)
    return tuple(tuple(group) for group in groups.lists())


def _candidates(sketches: dict[str, str], groups: Groups[str]) -> set[tuple[str, str]]:
    """Give pairs with a common hash; equal sketches are joined at once and stand as one."""
    first: dict[str, str] = {}
    holders: defaultdict[int, list[str]] = defaultdict(list)
    pairs: set[tuple[str, str]] = set()
    for key, sketch in sketches.items():
        hashes = read_sketch(sketch)
        if not hashes:
            continue
        if sketch in first:
            groups.join(key, first[sketch])
            continue
        first[sketch] = key
        for value in hashes:
            pairs.update((other, key) for other in holders[value])
            holders[value].append(key)
    return pairs
