"""Blocks → the text of a part: one line each, with what is known of it marked."""

from collections.abc import Iterable, Sequence

from briefings.model import Role
from briefings.read.cleaning import fold_space
from briefings.read.html.linear import Block
from briefings.read.lines.units import Unit
from briefings.read.parts import Mark


class Sheet:
    """A text under way: lines with a blank one after each."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._marks: list[Mark] = []

    def add(self, words: str, role: Role | None = None, reason: str = "") -> None:
        """Add a line; white space in it is folded, an empty one is passed over."""
        line = fold_space(words)
        if not line:
            return
        if role is not None:
            self._marks.append(Mark(len(self._lines) + 1, role, reason))
        self._lines += [line, ""]

    def add_blocks(self, blocks: Iterable[Block]) -> None:
        """Add blocks of HTML; what their elements say of them is marked."""
        for block in blocks:
            if block.is_caption:
                self.add(block.text, Role.CAPTION, "stands in a figure's caption")
            elif block.level:
                self.add(block.text, Role.SUBHEAD, f"a heading of level {block.level}")
            else:
                self.add(f"• {block.text}" if block.is_item else block.text)

    def content(self) -> bytes:
        """Give the text as a file would hold it."""
        return "\n".join(self._lines).encode()

    def marks(self) -> tuple[Mark, ...]:
        """Give what is known of its lines."""
        return tuple(self._marks)


def mark_known(units: Sequence[Unit], marks: Sequence[Mark], text: str) -> None:
    """Give units the roles their part's splitter knows."""
    if not marks:
        return
    known = {mark.line: mark for mark in marks}
    line, offset = 1, 0
    for unit in units:
        line += text.count("\n", offset, unit.start)
        offset = unit.start
        if mark := known.get(line):
            unit.mark(mark.role, mark.reason)
