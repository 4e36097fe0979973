"""Sets of cells (`link/reads.py`), packed: eight bytes each.

Two cells of one number make a page be looked at once too often, never too seldom.
"""

import hashlib
from array import array
from collections.abc import Iterable

from briefings.link.reads import ALL

_KIND = "q"
_WRITTEN = ("d:", "e:")
"""Cells of what an editor writes beside the briefings: the diary, the edition files."""
_numbers: dict[str, int] = {}


def number_of(cell: str) -> int:
    """Give the number of a cell."""
    known = _numbers.get(cell)
    if known is None:
        digest = hashlib.blake2b(cell.encode(), digest_size=8).digest()
        known = _numbers[cell] = int.from_bytes(digest, "little", signed=True)
    return known


def pack(cells: Iterable[str]) -> bytes:
    """Pack cells; what changes with any briefing needs no others but those no briefing touches."""
    listed = set(cells)
    if ALL in listed:
        listed = {cell for cell in listed if cell == ALL or cell.startswith(_WRITTEN)}
    return array(_KIND, sorted(map(number_of, listed))).tobytes()


class Touched:
    """The cells a change touched."""

    def __init__(self, cells: Iterable[str]) -> None:
        self._names = {number_of(cell): cell for cell in cells}
        self._numbers = frozenset(self._names)

    def __bool__(self) -> bool:
        """Tell whether there is any."""
        return bool(self._names)

    def names(self) -> Iterable[str]:
        """Give the cells."""
        return self._names.values()

    def among(self, packed: bytes) -> bool:
        """Tell whether any is in a packed set."""
        return not self._numbers.isdisjoint(array(_KIND, packed))

    def first_among(self, packed: bytes) -> str:
        """Give the most telling of those in a packed set: a briefing before a list."""
        found = [self._names[number] for number in self._numbers.intersection(array(_KIND, packed))]
        return min(found, key=lambda cell: ("blredhnmxtkca".find(cell[0]), cell))
