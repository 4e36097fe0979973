"""Copies: which articles are one wire text, whole, re-topped or cut."""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence

from briefings.link.groups import Groups
from briefings.text.sketches import containment, likeness, read_sketch

# Five-grams in common: two reports of one event written apart share hardly any (under 0.1).
_LIKE = 0.5
# Of the shorter text in the longer: the tail cut off, a new top of a paragraph or two.
_WITHIN = 0.7
# A share of fewer hashes than this may be chance or one long quotation.
_ENOUGH = 8
_WITHIN_SHARED = 6
"""Hashes: `_WITHIN` of `_ENOUGH`, rounded up."""

_COUNTED = 500_000
"""Hashes counted at once: 60 MB."""


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
    for a, b in _candidates(sketches, groups):
        if groups.root(a) != groups.root(b) and is_copy(sketches[a], sketches[b]):
            groups.join(a, b)
    return tuple(tuple(group) for group in groups.lists())


def _candidates(sketches: dict[str, str], groups: Groups[str]) -> Iterator[tuple[str, str]]:
    """Give pairs that share hashes enough to be copies; equal sketches are joined at once.

    Copies share at least `_least_shared` hashes, so of the hashes of a text the commonest, one
    fewer than that, need not be looked up (prefix filtering, as in `link/neighbours.py`): those
    are the set phrases of the trade, which thousands of texts have.
    """
    first: dict[str, str] = {}
    for key, sketch in sketches.items():
        if sketch in first:
            groups.join(key, first[sketch])
        elif read_sketch(sketch):  # a text without words is a copy of nothing
            first[sketch] = key
    keys, texts = list(first.values()), [array("I", read_sketch(sketch)) for sketch in first]
    common = _in_several(texts)
    holders: dict[int, int | array[int]] = {}
    for number, text in enumerate(texts):
        hashes = sorted(text, key=lambda value: (common.get(value, 1), value))
        shared: set[int] = set()
        for value in hashes[: len(hashes) - _least_shared(len(hashes)) + 1]:
            if value not in common:
                continue  # nobody else has it
            held = holders.get(value)
            if held is None:
                holders[value] = number
                continue
            before = array("I", (held,)) if isinstance(held, int) else held
            shared.update(before)
            before.append(number)
            holders[value] = before
        yield from ((keys[other], keys[number]) for other in sorted(shared))


def _in_several(texts: "Sequence[array[int]]") -> dict[int, int]:
    """Count the hashes that more than one text has, a part of them at a time.

    Nearly all are of one text alone: counted at once, those of a hundred thousand articles would
    take more memory than the articles.
    """
    parts = 1 + sum(map(len, texts)) // _COUNTED
    found: dict[int, int] = {}
    for part in range(parts):
        counts = Counter(value for text in texts for value in text if value % parts == part)
        found.update((value, count) for value, count in counts.items() if count > 1)
    return found


def _least_shared(hashes: int) -> int:
    """Give the fewest hashes that a text of so many shares with a copy of any length.

    A likeness of a half takes a third of both; a text within another shares six of its eight at
    least. Who compares with a shorter text looks for fewer, so both sides keep to what the
    shortest there is would ask.
    """
    return max(1, min(_WITHIN_SHARED, -(-(hashes + 1) // 3)))
