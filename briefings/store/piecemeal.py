"""A register whose YAML is broken, read piece by piece: one bad line costs its entry alone.

A register is keys at the margin, each with lines set in below it. Where the whole does not parse,
each such piece is tried by itself, and below it each entry. What does not parse alone, or is what
the whole is refused for, is blanked; everything else keeps its place in the file.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from briefings.errors import BadFileError, Finding
from briefings.store.yaml import REGISTER_BYTES, Node, read_yaml

_TRIES: Final = 50
"""Pieces that may be refused for what stands elsewhere, such as a key that is there twice."""
Lines = tuple[int, int]
"""From, and before; counted from 0."""


def read_what_parses(text: str, path: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """Read a register without its bad pieces; each finding is of a piece that was left out."""
    lines = text.splitlines(keepends=True)
    findings = list(_blank_broken(lines, path))
    for _ in range(_TRIES):
        try:
            return read_yaml("".join(lines), path, limit=REGISTER_BYTES), tuple(findings)
        except BadFileError as error:
            found = error.findings[-1]
            findings.append(found)
            _blank(lines, [_piece_at(lines, found.place.line - 1)])
    return None, tuple(findings)


def _blank_broken(lines: list[str], path: str) -> Iterator[Finding]:
    for piece in list(_pieces(lines, (0, len(lines)), 0)):
        faults = _faults(lines, [piece], path)
        if not faults:
            continue
        head = (piece[0], piece[0] + 1)
        inner = list(_inner(lines, piece))
        bad = [one for one in inner if _faults(lines, [head, one], path)]
        for one in bad:
            yield from _faults(lines, [head, one], path)
        if bad:
            _blank(lines, bad)
        if not bad or _faults(lines, [piece], path):
            yield from () if bad else faults
            _blank(lines, [piece])


def _pieces(
    lines: list[str], within: Lines, indent: int, *, listed: bool = False
) -> Iterator[Lines]:
    """Give the stretches that begin at an indentation; an item of a list belongs to its key."""
    start = None
    for at in range(*within):
        line = lines[at]
        own = len(line) - len(line.lstrip(" "))
        if own != indent or line[own : own + 1] in ("", "#", "\r", "\n"):
            continue
        if not listed and line.startswith("-", own) and not line.startswith("---", own):
            continue
        if start is not None:
            yield start, at
        start = at
    if start is not None:
        yield start, within[1]


def _inner(lines: list[str], piece: Lines) -> Iterator[Lines]:
    """Give the entries below a key."""
    for at in range(piece[0] + 1, piece[1]):
        line = lines[at].lstrip(" ")
        if line.strip() and not line.startswith("#"):
            indent = len(lines[at]) - len(line)
            return _pieces(lines, (at, piece[1]), indent, listed=line.startswith("-"))
    return iter(())


def _piece_at(lines: list[str], line: int) -> Lines:
    """Give the smallest piece a line is in; the line alone where it is in none."""
    for piece in _pieces(lines, (0, len(lines)), 0):
        if piece[0] <= line < piece[1]:
            inner = (one for one in _inner(lines, piece) if one[0] <= line < one[1])
            return next(inner, piece)
    return line, line + 1


def _faults(lines: list[str], kept: Iterable[Lines], path: str) -> tuple[Finding, ...]:
    """Say what is wrong with some stretches read without the rest."""
    text, end = "", 0
    for start, stop in kept:
        text += "\n" * (start - end) + "".join(lines[start:stop])
        end = stop
    try:
        read_yaml(text, path, limit=REGISTER_BYTES)
    except BadFileError as error:
        return error.findings
    return ()


def _blank(lines: list[str], pieces: Iterable[Lines]) -> None:
    """Put spaces in the place of words, so that what follows keeps its place."""
    for start, stop in pieces:
        for at in range(start, min(stop, len(lines))):
            line = lines[at]
            lines[at] = " " * len(line.rstrip("\r\n")) + line[len(line.rstrip("\r\n")) :]
