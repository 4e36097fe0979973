"""A PDF's text layer → one part: its lines joined to paragraphs, the largest type its headline."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from briefings.model import Role
from briefings.read.composing import Sheet
from briefings.read.findings import bad_file
from briefings.read.parts import Envelope, Part
from briefings.read.pdf.lines import Line, lines_of

_FEWEST_LETTERS = 40
_LARGE = 1.15
"""Times the usual size: type of a headline or a subhead."""
_NUMBER = re.compile(
    r"(?i)(?:page|seite|página|pagina|стр\.?)?\s?\d{1,4}(?:\s?(?:/|of|von|de|di|sur|из)\s?\d{1,4})?"
)
_HYPHEN = re.compile(r"[a-zà-öø-ÿа-я]-$")
_ENDS = (".", "!", "?", "”", '"', "»", ":", "…", "؟", "。")


def read_pdf(content: bytes, *, path: str, shown: str) -> Part:
    """Read the text layer of a PDF.

    Raises:
        BadFileError: it is broken, locked, or has no text layer.
    """
    lines = lines_of(content, shown)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """How a document's story is set."""

    width: int
    """Letters of a long line."""
    usual: float
    """Size of its type, in points."""
    pitch: float
    """From line to line, in points."""


def _compose(lines: Sequence[Line], sheet: Sheet) -> str | None:
    """Write the lines as paragraphs; give the headline."""
    usual = _usual_size(lines)
    running = _running(lines)
    largest = _headline_size(lines, usual, running)
    width = sorted(len(line.text) for line in lines)[len(lines) * 9 // 10]
    layout = _Layout(width=width, usual=usual, pitch=_pitch(lines, usual))
    paragraphs = _joined(lines, running, layout)
    sizes = [line.size if kind == "text" else 0.0 for line, kind in paragraphs]
    headline = sizes.index(largest) if largest in sizes else -1
    for index, (paragraph, kind) in enumerate(paragraphs):
        if kind == "running":
            sheet.add(paragraph.text, Role.FURNITURE, "repeated on each page, or its number")
        elif index == headline:
            sheet.add(paragraph.text, Role.HEADLINE, "the largest type of the first page")
        elif index < headline and paragraph.size > _LARGE * usual:
            sheet.add(paragraph.text, Role.FURNITURE, "large type above the headline: a letterhead")
        else:
            sheet.add(paragraph.text)
    return paragraphs[headline][0].text if headline >= 0 else None


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
    """Give the size of the headline: the largest of the first page that is a line of words.

    A letterhead may be larger; an office's name has two words or three.
    """
    large = [
        line
        for index, line in enumerate(lines)
        if line.page == 0 and index not in running and line.size >= _LARGE * usual
    ]
    for spaces in (3, 2):
        sizes = [line.size for line in large if line.text.count(" ") >= spaces]
        if sizes:
            return max(sizes)
    return None


def _joined(lines: Sequence[Line], running: set[int], layout: _Layout) -> list[tuple[Line, str]]:
    """Join printed lines to paragraphs."""
    found: list[tuple[Line, str]] = []
    last: Line | None = None
    for index, line in enumerate(lines):
        if index in running:
            found.append((line, "running"))
            continue
        place = next((at for at in range(len(found) - 1, -1, -1) if found[at][1] == "text"), None)
        if last is not None and place is not None and _goes_on(last, line, layout):
            before = found[place][0]
            found[place] = (replace(before, text=_glue(before.text, line.text)), "text")
        else:
            found.append((line, "text"))
        last = line
    return found


def _goes_on(last: Line, line: Line, layout: _Layout) -> bool:
    """Tell whether a line goes on the paragraph of the one before it."""
    if abs(last.size - line.size) > 0.6:
        return False
    is_open = not last.text.endswith(_ENDS)
    gap = last.top - line.top
    if last.page != line.page or gap < 0:  # on the next page, or in the next column
        return is_open and line.text[:1].islower()
    is_headline = last.size > _LARGE * layout.usual
    if gap > (1.7 * line.size if is_headline else 1.35 * layout.pitch):
        return False
    is_full = len(last.text) >= 0.75 * layout.width
    return is_full or (is_headline and is_open) or (is_open and line.text[:1].islower())


def _pitch(lines: Sequence[Line], usual: float) -> float:
    """Give the usual distance from line to line of the story's type, in points."""
    gaps = [
        above.top - below.top
        for above, below in pairwise(lines)
        if above.page == below.page and above.size == below.size == usual
    ]
    return median([gap for gap in gaps if 0 < gap < 4 * usual] or [1.2 * usual])


def _glue(before: str, after: str) -> str:
    if _HYPHEN.search(before) and after[:1].islower():
        return before[:-1] + after
    return f"{before} {after}"
