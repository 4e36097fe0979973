"""Headlines set in lines of even length, as large as they fit."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from briefings.draw.faces import width

SIZES: Final = (76, 66, 58, 50)
"""In pixels, the largest first."""
_MOST_LINES: Final = {76: 3, 66: 4, 58: 5, 50: 5}
_LONGEST: Final = 300
"""Letters of a headline that are looked at: more than five lines of the smallest size hold."""
_CUT: Final = "…"


class Set(NamedTuple):
    """A headline that was set."""

    lines: tuple[str, ...]
    size: int
    """In pixels."""


def set_headline(text: str, room: int, direction: str) -> Set:
    """Set a headline in the largest size it fits; cut what fits in none.

    Args:
        text: on one line.
        room: width in pixels.
        direction: `ltr` or `rtl`.
    """
    cut = len(text) > _LONGEST
    text = text[:_LONGEST]
    for size in SIZES:
        if size != SIZES[-1] and width(text, size, direction) > room * _MOST_LINES[size]:
            continue
        words = _breakable(text.split(), size, room, direction)
        widths = [width(word, size, direction) for word in words]
        space = width(" ", size, direction)
        lines = _fill(widths, space, room)
        if len(lines) <= _MOST_LINES[size] and not cut:
            return Set(_joined(words, _balanced(widths, space, room)), size)
    kept = _joined(words, lines[: _MOST_LINES[size]])
    return Set((*kept[:-1], _shortened(kept[-1], size, room, direction)), size)


def set_line(text: str, size: int, room: int, direction: str) -> str:
    """Give what fits on one line; cut where it does not."""
    text = text[:_LONGEST]
    return text if width(text, size, direction) <= room else _shortened(text, size, room, direction)


def _breakable(words: Sequence[str], size: int, room: int, direction: str) -> list[str]:
    """Break words that are wider than the room."""
    found: list[str] = []
    for word in words:
        rest = word
        while width(rest, size, direction) > room:
            at = bisect_left(
                range(1, len(rest)),
                True,
                key=lambda n, rest=rest: width(rest[:n], size, direction) > room,  # type: ignore[misc]  # a bool of this word
            )
            found.append(rest[: max(1, at)])
            rest = rest[max(1, at) :]
        found.append(rest)
    return found


def _fill(widths: Sequence[float], space: float, room: float) -> list[slice]:
    """Fill lines one after the other; give which words stand on each."""
    lines: list[slice] = []
    start, used = 0, 0.0
    for number, wide in enumerate(widths):
        if number > start and used + space + wide > room:
            lines.append(slice(start, number))
            start, used = number, wide
        else:
            used += wide + (space if number > start else 0)
    lines.append(slice(start, len(widths)))
    return lines


def _balanced(widths: Sequence[float], space: float, room: int) -> list[slice]:
    """Narrow the lines as far as their number stays."""
    fewest = len(_fill(widths, space, room))
    widest = int(max(widths, default=0)) + 1
    narrow = bisect_left(
        range(widest, room), True, key=lambda wide: len(_fill(widths, space, wide)) <= fewest
    )
    return _fill(widths, space, min(room, widest + narrow))


def _joined(words: Sequence[str], lines: Sequence[slice]) -> tuple[str, ...]:
    return tuple(" ".join(words[line]) for line in lines)


def _shortened(line: str, size: int, room: int, direction: str) -> str:
    """Leave out last words, then letters, until the mark of omission fits."""
    while " " in line and width(line + _CUT, size, direction) > room:
        line = line.rsplit(" ", 1)[0]
    while len(line) > 1 and width(line + _CUT, size, direction) > room:
        line = line[:-1]
    return line + _CUT
