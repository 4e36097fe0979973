"""Conflicts git could not merge: where they stand, and what each side says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from briefings.store.faults import Fault
from briefings.store.kinds import shorten

_BEGIN: Final = "<<<<<<<"
# The third is the common ancestor's, where `merge.conflictStyle` asks for it.
_MARK: Final = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: (.*))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One of them, with its first and last line counted from 1."""

    first: int
    last: int
    names: tuple[str, str]
    """What git calls the two sides: a branch, a commit."""
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    marks: tuple[int, ...]
    """The lines of its marks."""


def find_conflicts(text: str) -> Iterator[Conflict]:
    """Give the conflicts that have all their marks; a row of equal signs alone is a heading's."""
    if _BEGIN not in text:  # one look for nearly every file
        return
    name, side, marks, sides = "", "", [0], {"": [""]}
    for number, line in enumerate(text.splitlines(), 1):
        found = _MARK.fullmatch(line)
        mark = found[1][0] if found else ""
        if found and mark == "<":
            name, side, marks = found[2] or "", "<", [number]
            sides = {"<": [], "|": [], "=": []}
        elif found and mark == ">" and side == "=":
            side = ""
            yield Conflict(
                first=marks[0],
                last=number,
                names=(name, found[2] or ""),
                ours=tuple(sides["<"]),
                theirs=tuple(sides["="]),
                marks=(*marks, number),
            )
        elif side and mark in ("|", "=") and mark != side:
            side = mark
            marks.append(number)
        elif side:
            sides[side].append(line)


def conflict_faults(text: str, *, keep_both: bool = False) -> list[Fault]:
    """Give a fault for each conflict, which says where it ends and what the two sides have."""
    remedy = "keep what is right and delete the lines with <<<<<<<, ======= and >>>>>>>"
    if keep_both:
        remedy = "keep the lines of both and delete those with <<<<<<<, ======= and >>>>>>>"
    return [
        Fault(
            code="BR109",
            line=one.first,
            column=1,
            message=f"a conflict git could not merge, down to line {one.last}: {_sides(one)}",
            remedy=remedy,
        )
        for one in find_conflicts(text)
    ]


def take_ours(text: str) -> str:
    """Give the text with the first side of each conflict; every line stays on its line."""
    lines = text.splitlines(keepends=True)
    for one in find_conflicts(text):
        kept = range(one.first, one.first + len(one.ours))
        for number in range(one.first - 1, one.last):
            if number not in kept:
                lines[number] = "\n"
    return "".join(lines)


def _sides(one: Conflict) -> str:
    first, second = _apart(one.ours, one.theirs)
    names = (one.names[0] or "the first", one.names[1] or "the second")
    return f"{names[0]} has {_said(first)}, {names[1]} has {_said(second)}"


def _apart(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Leave out the lines both sides have."""
    mine = [line for line in ours if line not in theirs and line.strip()]
    return mine, [line for line in theirs if line not in ours and line.strip()]


def _said(lines: list[str]) -> str:
    if not lines:
        return "nothing"
    more = f" and {len(lines) - 1} more" if len(lines) > 1 else ""
    return f"{shorten(lines[0].strip())}{more}"
