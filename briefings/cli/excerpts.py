"""The line of a file a finding is about, with a caret below the place."""

import functools
import unicodedata
from pathlib import Path

from briefings.errors import Place

_WIDEST = 100
"""Letters of a line that are shown; a long line is cut around the place."""


def line_at(place: Place, root: Path) -> str | None:
    """Give the line a place is on, as it stands in the file; None where there is none."""
    if place.line < 1:
        return None
    lines = _lines_of(str(root / place.path))
    return lines[place.line - 1] if place.line <= len(lines) else None


def excerpt(place: Place, root: Path) -> tuple[str, str] | None:
    """Give a line and the line with its caret, to be printed one below the other.

    A tab is one space wide here, a wide letter two, a combining mark nothing.
    """
    whole = line_at(place, root)
    if whole is None:
        return None
    line, column = whole.replace("\t", " "), max(place.column, 1)
    start = max(0, min(column - 1 - _WIDEST // 2, len(line) - _WIDEST))
    head = "…" if start else ""
    shown = line[start : start + _WIDEST]
    tail = "…" if start + _WIDEST < len(line) else ""
    before = head + shown[: column - 1 - start]
    caret = "" if place.column < 1 else " " * sum(map(_width, before)) + "^"
    return head + shown.rstrip() + tail, caret


@functools.lru_cache(maxsize=4)
def _lines_of(file: str) -> list[str]:
    try:
        text = Path(file).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return text.split("\n")


def forget() -> None:
    """Read files again: they may have changed."""
    _lines_of.cache_clear()


def _width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
