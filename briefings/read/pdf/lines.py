"""The printed lines of a PDF, in the order a reader takes them."""

import io
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import fmean
from typing import Any

from pypdf import PdfReader

from briefings.errors import BadFileError
from briefings.read.cleaning import fold_space
from briefings.read.findings import bad_file

_MOST_PAGES = 40
_LETTER = 0.48
"""The usual width of a letter, as a share of its height."""
_BREAK = 1.5
"""Type sizes between two pieces of one height: what stands so far apart may be two columns."""
_PROSE = 20
"""Letters a line of a column has on average; the cells of a table have fewer."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line."""

    page: int
    left: float
    """In points, from the page's left edge."""
    top: float
    """In points, above the page's foot."""
    size: float
    """Of its type, in points."""
    text: str


def lines_of(content: bytes, shown: str) -> list[Line]:
    """Read the lines of a PDF's text layer.

    Raises:
        BadFileError: it is broken, or locked.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    lines: list[Line] = []
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise bad_file("BR234", shown, 1, what="it asks for a password")
        for number, page in enumerate(reader.pages[:_MOST_PAGES]):
            collector = _Collector(number)
            page.extract_text(visitor_text=collector.add)
            lines += _in_columns(collector.lines())
    except (BadFileError, MemoryError):
        raise
    except Exception as error:  # whatever a stranger's file does to the library
        what = str(error) or type(error).__name__
        raise bad_file("BR234", shown, 1, what=what) from None
    return lines


@dataclass(frozen=True, slots=True)
class _Piece:
    left: float
    top: float
    size: float
    text: str

    def right(self) -> float:
        """Give about where it ends; the library does not say."""
        return self.left + len(self.text) * self.size * _LETTER


class _Collector:
    """Puts the pieces a page is printed in together to lines."""

    def __init__(self, page: int) -> None:
        self._page = page
        self._open: list[_Piece] = []
        self._lines: list[Line] = []

    def add(self, text: str, outer: Any, matrix: Any, _font: Any, size: float) -> None:
        """Take one piece, as the library hands it over."""
        left = float(matrix[4]) * float(outer[0]) + float(outer[4])
        top = float(matrix[5]) * float(outer[3]) + float(outer[5])
        scale = abs(float(matrix[3]) or float(matrix[0]) or 1.0) * abs(float(outer[3]) or 1.0)
        for index, words in enumerate(text.split("\n")):
            if index:
                self._close()
            if words:
                self._add(_Piece(left, top, float(size or 0) * scale, words))

    def _add(self, piece: _Piece) -> None:
        if not piece.text.strip():
            if self._open:
                self._open.append(piece)
            return
        if self._open and piece.left - self._open[-1].right() > _BREAK * piece.size:
            self._close()
        self._open.append(piece)

    def _close(self) -> None:
        text = fold_space("".join(piece.text for piece in self._open))
        if text:
            size = max(piece.size for piece in self._open if piece.text.strip())
            first = self._open[0]
            self._lines.append(Line(self._page, first.left, first.top, round(size, 1), text))
        self._open = []

    def lines(self) -> list[Line]:
        """Give the lines in the order they are printed."""
        self._close()
        return self._lines


def _in_columns(lines: Sequence[Line]) -> list[Line]:
    """Put the lines of a page printed row by row over two columns into column order.

    What stands above the first such row or below the last is over both columns, as a headline
    is, and stays where it is.
    """
    rows = [list(row) for _, row in groupby(lines, key=lambda line: round(line.top))]
    double = [index for index, row in enumerate(rows) if _is_two(row)]
    if len(double) < 3 or len(double) * 2 < len(rows):
        return [_whole(row) for row in rows]
    middle = fmean(row[1].left for row in map(rows.__getitem__, double))
    first, last = double[0], double[-1]
    between = list(_flat(rows[first : last + 1]))
    left = [line for line in between if line.left < middle - 1]
    right = [line for line in between if line.left >= middle - 1]
    return [
        *map(_whole, rows[:first]),
        *left,
        *right,
        *map(_whole, rows[last + 1 :]),
    ]


def _whole(row: Sequence[Line]) -> Line:
    """Join what stands at one height: the line was printed in pieces."""
    size = max(line.size for line in row)
    return replace(row[0], size=size, text=" ".join(line.text for line in row))


def _is_two(row: Sequence[Line]) -> bool:
    return len(row) == 2 and sum(len(line.text) for line in row) >= 2 * _PROSE


def _flat(rows: Iterable[Sequence[Line]]) -> Iterator[Line]:
    return (line for row in rows for line in row)
