"""A PDF's text layer → one part: its lines joined to paragraphs, the largest type its headline."""

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from briefings.model import Role
from briefings.read.cleaning import fold_space
from briefings.read.composing import Sheet
from briefings.read.findings import bad_file
from briefings.read.parts import Envelope, Part

_MOST_PAGES = 40
_FEWEST_LETTERS = 40
_NUMBER = re.compile(
    r"(?i)(?:page|seite|página|pagina|стр\.?)?\s?\d{1,4}(?:\s?(?:/|of|von|de|di|sur|из)\s?\d{1,4})?"
)
_HYPHEN = re.compile(r"[a-zà-öø-ÿа-я]-$")
_ENDS = (".", "!", "?", "”", '"', "»", ":", "…", "؟", "。")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line."""

    page: int
    top: float
    """Height above the page's foot, in points."""
    size: float
    """Of its type, in points."""
    text: str


def read_pdf(content: bytes, *, path: str, shown: str) -> Part:
    """Read the text layer of a PDF.

    Raises:
        BadFileError: it is broken, locked, or has no text layer.
    """
    lines = _lines_of(content, shown)
    if sum(len(line.text) for line in lines) < _FEWEST_LETTERS:
        raise bad_file("BR235", shown, 1)
    sheet = Sheet()
    title = _compose(lines, sheet)
    return Part(
        content=sheet.content(),
        path=path,
        shown=shown,
        kind="text",
        format="pdf",
        seal=content,
        marks=sheet.marks(),
        envelope=Envelope(title=title),
    )


def _lines_of(content: bytes, shown: str) -> list[Line]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    lines: list[Line] = []
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise bad_file("BR234", shown, 1, what="it asks for a password")
        for number, page in enumerate(reader.pages[:_MOST_PAGES]):
            collector = _Collector(number)
            page.extract_text(visitor_text=collector.add)
            lines += collector.lines()
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
    ) as error:
        raise bad_file("BR234", shown, 1, what=str(error) or type(error).__name__) from None
    except (RecursionError, ArithmeticError, AssertionError, NotImplementedError) as error:
        raise bad_file("BR234", shown, 1, what=str(error) or type(error).__name__) from None
    return lines


class _Collector:
    """Puts the pieces a page is printed in together to lines."""

    def __init__(self, page: int) -> None:
        self._page = page
        self._open: list[tuple[float, float, str]] = []
        self._lines: list[Line] = []

    def add(self, text: str, outer: Any, matrix: Any, _font: Any, size: float) -> None:
        """Take one piece, as the library hands it over."""
        for index, piece in enumerate(text.split("\n")):
            if index:
                self._close()
            if piece.strip():
                top = float(matrix[5]) * float(outer[3]) + float(outer[5])
                scale = abs(float(matrix[3]) or float(matrix[0]) or 1.0) * abs(
                    float(outer[3]) or 1.0
                )
                self._open.append((top, float(size or 0) * scale, piece))
            elif piece and self._open:
                self._open.append((*self._open[-1][:2], piece))

    def _close(self) -> None:
        text = fold_space("".join(piece for _, _, piece in self._open))
        if text:
            size = max(size for _, size, _ in self._open)
            self._lines.append(Line(self._page, self._open[0][0], round(size, 1), text))
        self._open = []

    def lines(self) -> list[Line]:
        """Give the lines in the order they are printed."""
        self._close()
        return self._lines


def _compose(lines: Sequence[Line], sheet: Sheet) -> str | None:
    """Write the lines as paragraphs; give the headline."""
    usual = _usual_size(lines)
    running = _running(lines)
    largest = _headline_size(lines, usual, running)
    width = sorted(len(line.text) for line in lines)[len(lines) * 9 // 10]
    title: str | None = None
    for kind, group in groupby(_joined(lines, running, width), key=lambda pair: pair[1]):
        for paragraph, _ in group:
            if kind == "running":
                sheet.add(paragraph.text, Role.FURNITURE, "repeated on each page, or its number")
            elif title is None and largest and paragraph.size == largest:
                title = paragraph.text
                sheet.add(title, Role.HEADLINE, "the largest type of the first page")
            else:
                sheet.add(paragraph.text)
    return title


def _usual_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def _running(lines: Sequence[Line]) -> set[int]:
    """Find the lines at the edges of pages that are page numbers or repeat on other pages."""
    edges: list[int] = []
    for _, group in groupby(range(len(lines)), key=lambda index: lines[index].page):
        indexes = list(group)
        edges += dict.fromkeys([*indexes[:2], *indexes[-2:]])
    count = Counter(_key(lines[index]) for index in edges)
    pages = lines[-1].page + 1
    return {
        index
        for index in edges
        if _NUMBER.fullmatch(lines[index].text)
        or (pages > 1 and count[_key(lines[index])] >= max(2, pages // 2))
    }


def _key(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)


def _headline_size(lines: Sequence[Line], usual: float, running: set[int]) -> float | None:
    """Give the size of the headline: the largest of the first page that is set in words."""
    sizes = {
        line.size
        for index, line in enumerate(lines)
        if line.page == 0
        and index not in running
        and line.size >= usual * 1.15
        and line.text.count(" ") >= 2
    }
    return max(sizes, default=None)


def _joined(lines: Sequence[Line], running: set[int], width: int) -> list[tuple[Line, str]]:
    """Join printed lines to paragraphs."""
    found: list[tuple[Line, str]] = []
    last: Line | None = None
    for index, line in enumerate(lines):
        if index in running:
            found.append((line, "running"))
            continue
        place = next((at for at in range(len(found) - 1, -1, -1) if found[at][1] == "text"), None)
        if last is not None and place is not None and _goes_on(last, line, width):
            before = found[place][0]
            found[place] = (
                Line(before.page, before.top, before.size, _glue(before.text, line.text)),
                "text",
            )
        else:
            found.append((line, "text"))
        last = line
    return found


def _goes_on(last: Line, line: Line, width: int) -> bool:
    """Tell whether a line goes on the paragraph of the one before it."""
    if abs(last.size - line.size) > 0.6:
        return False
    gap = last.top - line.top
    if last.page != line.page:
        return not last.text.endswith(_ENDS) and line.text[:1].islower()
    if gap > 1.9 * max(line.size, 1) or gap < 0:
        return False
    is_full = len(last.text) >= 0.75 * width
    is_headline = last.size > 1.15 * 10 and not last.text.endswith(_ENDS)
    return is_full or is_headline or (not last.text.endswith(_ENDS) and line.text[:1].islower())


def _glue(before: str, after: str) -> str:
    if _HYPHEN.search(before) and after[:1].islower():
        return before[:-1] + after
    return f"{before} {after}"
