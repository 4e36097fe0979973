"""Spans: the roles of a whole file, one after another, lossless."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from operator import itemgetter

from briefings.model import Role, RoleSpan
from briefings.read.cleaning import Readable
from briefings.read.lines.units import Unit

_BLANK = "\ufeff \t\r\n\v\f\u200b"
_GOES_ON = frozenset({Role.MARKUP, Role.METADATA})
_LINE_END = re.compile(r"\r\n|\r|\n")

Piece = tuple[int, int, Role, str]
"""Start and end in the readable text, role, reason."""


def unit_pieces(units: Iterable[Unit]) -> list[Piece]:
    """Give the pieces of all units, offsets counted from the text's start."""
    return [
        (unit.place(part.start), unit.place(part.end), part.role, part.reason)
        for unit in units
        for part in unit.parts
    ]


def fill_spans(
    readable: Readable, pieces: Iterable[Piece], rest: Role = Role.FURNITURE
) -> tuple[RoleSpan, ...]:
    """Turn pieces into spans of the decoded file that leave no character out.

    Every span lies on one line, but for markup and metadata, which go on. What stands between
    pieces is blank where it is white space, and takes the role before it on its line otherwise (a
    line end belongs to the line it ends).
    """
    text = readable.decoded
    marks = _cover(readable, sorted(pieces, key=itemgetter(0, 1)))
    starts = [0, *(found.end() for found in _LINE_END.finditer(text)), len(text)]
    spans: list[RoleSpan] = []
    line = first = begin = 0
    total, lines = len(marks), len(starts) - 1
    while line < lines:
        end = starts[line + 1]
        while first < total and marks[first][1] <= begin:
            first += 1
        last = first
        while last < total and marks[last][0] < end:
            last += 1
        line += 1
        number = line
        if last > first and marks[last - 1][2] in _GOES_ON:
            line = max(line, bisect_right(starts, marks[last - 1][1]) - 1)
        after = starts[line]
        if last > first:
            _add_line(spans, text, number, (begin, after), marks[first:last])
            # A piece that goes on below this line is looked at again there.
            first = last - 1
        elif after > begin:
            blank = not text[begin:after].strip(_BLANK)
            role, reason = (Role.BLANK, "a blank line") if blank else (rest, "nothing to read")
            spans.append(RoleSpan(number, begin, after, role, reason, text[begin:after]))
        begin = after
    return tuple(spans)


def _cover(readable: Readable, pieces: list[Piece]) -> list[Piece]:
    """Bring pieces home to the decoded text, none overlapping."""
    marks: list[Piece] = []
    last = 0
    for start, end, role, reason in pieces:
        first = max(readable.place(start), last)
        after = readable.place(end)
        if after > first:
            marks.append((first, after, role, reason))
            last = after
    return marks


def _add_line(
    spans: list[RoleSpan], text: str, line: int, within: tuple[int, int], found: list[Piece]
) -> None:
    """Add the spans of one line; what stands between two pieces goes to the one before it."""
    position, end = within
    final = len(found) - 1
    for index, (_, after, role, reason) in enumerate(found):
        stop = end if index == final else max(position, after, min(found[index + 1][0], end))
        if stop > position:
            spans.append(RoleSpan(line, position, stop, role, reason, text[position:stop]))
            position = stop
