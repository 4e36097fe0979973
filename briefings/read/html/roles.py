"""The roles of a page's source: which of its text nodes became what, and the rest is the site's."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from briefings.model import Role
from briefings.read.cleaning import fold_space
from briefings.read.facts import Facts
from briefings.read.html.tokens import cut_tokens, find_asides
from briefings.read.lines.roles_line import find_line_role
from briefings.read.lines.spans import Piece
from briefings.read.lines.units import Unit

_NODE = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{2,31});|\S")
# How far ahead of the last words found a short text node may stand and still be the next one.
_NEAR = 60
_BYLINE = "names who wrote it"
_LONG = 20


def html_pieces(text: str, units: Sequence[Unit], facts: Facts) -> tuple[list[Piece], list[Unit]]:
    """Give every stretch of a page's source its role, and the printed facts beside the story."""
    reader = _Reader(text, units, facts)
    is_title = False
    for start, end, kind in cut_tokens(text):
        if kind == "text":
            reader.read_text(start, end, is_title=is_title)
        else:
            role = Role.METADATA if kind == "meta" else Role.MARKUP
            reader.add((start, end, role, "metadata" if kind == "meta" else "markup"))
        is_title = kind == "title"
    return reader.pieces, reader.beside


class _Reader:
    """Goes through a page's source once and keeps what it found."""

    def __init__(self, text: str, units: Sequence[Unit], facts: Facts) -> None:
        self.text = text
        self.story = _Story(units)
        self.known = _known(facts)
        self.credits = {"".join(i.credit.split()) for i in facts.images if i.credit}
        self.byline = facts.printed_byline
        self.byline_words = {"".join(words.split()) for words in facts.printed_words}
        self.language = facts.language or "und"
        self.pieces: list[Piece] = []
        self.beside: list[Unit] = []
        self.asides: list[tuple[int, int]] | None = None
        self.is_below_headline = not any(role is Role.HEADLINE for role, _ in self.known.values())

    def add(self, piece: Piece) -> None:
        """Add a piece, or lengthen the last one where it goes on."""
        last = self.pieces[-1] if self.pieces else None
        if last and last[1] == piece[0] and last[2:] == piece[2:]:
            self.pieces[-1] = (last[0], piece[1], *piece[2:])
        else:
            self.pieces.append(piece)

    def read_text(self, start: int, end: int, *, is_title: bool) -> None:
        """Give a text node its roles: part of the story, a fact of the page, or furniture."""
        plain = "".join(html.unescape(self.text[start:end]).split())
        if not plain:
            self._swallow(start, end)
            return
        if is_title:
            self.add((start, end, Role.METADATA, "the page's title"))
            return
        found = self.story.find(plain)
        if found is None:
            role, reason = self._outside(plain, start, end)
            self.add((start, end, role, reason))
            return
        for piece in _split_node(self.text, start, end, self.story, (found, found + len(plain))):
            self.is_below_headline |= piece[2] is Role.HEADLINE
            self.add(piece)

    def _of_byline(self, start: int) -> tuple[Role, str]:
        """Count a node to the byline; the whole line says who is where and does what."""
        if self.byline:
            unit = Unit(start, self.byline, gap=True)
            unit.mark(Role.BYLINE, _BYLINE)
            self.beside.append(unit)
            self.byline = ""
        return Role.BYLINE, _BYLINE

    def _is_aside(self, start: int) -> bool:
        """Tell whether a text node stands in an aside, a menu or a footer."""
        if self.asides is None:
            self.asides = find_asides(self.text)
        return any(first < start < last for first, last in self.asides)

    def _swallow(self, start: int, end: int) -> None:
        """Count white space between tags among the tags, so that they are one piece."""
        last = self.pieces[-1] if self.pieces else None
        if last and last[1] == start and last[2] is Role.MARKUP:
            self.pieces[-1] = (last[0], end, *last[2:])

    def _outside(self, plain: str, start: int, end: int) -> tuple[Role, str]:
        if plain in self.known and plain not in self.byline_words:
            role, reason = self.known[plain]
            if role is Role.HEADLINE:
                self.is_below_headline = True
                self.known[plain] = (Role.REPEATED_HEADLINE, "same words as the headline")
            return role, reason
        if self.is_below_headline and plain in self.byline_words:
            return self._of_byline(start)
        # The facts an outlet prints stand between its headline and the story's last words.
        is_between = self.is_below_headline and not self.story.is_over()
        if is_between and 2 < len(plain) <= 120 and not self._is_aside(start):
            unit = Unit(start, fold_space(html.unescape(self.text[start:end])), gap=True)
            if find_line_role(unit, self.language) and unit.role is not None:
                self.beside.append(unit)
                return unit.parts[0].role, unit.parts[0].reason
        if any(
            plain.endswith(credit) and len(plain) <= len(credit) + 20 for credit in self.credits
        ):
            return Role.CREDIT, "whose picture it is"  # `Photo:` before it
        return Role.FURNITURE, "stands outside the story"


class _Story:
    """The story's characters in a row, white space left out, and whose they are."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.starts: list[int] = []
        self.roles: list[tuple[Role, str]] = []
        words = []
        size = 0
        for unit in units:
            for part in unit.parts:
                plain = "".join(unit.raw[part.start : part.end].split())
                self.starts.append(size)
                self.roles.append((part.role, part.reason))
                words.append(plain)
                size += len(plain)
        self.text = "".join(words)
        self.position = 0

    def find(self, plain: str) -> int | None:
        """Find a node's characters ahead of the last ones found."""
        found = self.text.find(plain, self.position)
        is_near = 0 <= found <= self.position + _NEAR
        if found < 0 or not (is_near or len(plain) >= _LONG):
            return None
        self.position = found + len(plain)
        return found

    def is_over(self) -> bool:
        """Tell whether the last words have been found."""
        return self.position >= len(self.text) > 0

    def role_at(self, index: int) -> int:
        """Give the number of the part a character belongs to."""
        return bisect_right(self.starts, index) - 1


def _split_node(
    text: str, start: int, end: int, story: _Story, found: tuple[int, int]
) -> Iterator[Piece]:
    """Cut a text node where one part of the story ends in it and the next begins."""
    first, last = story.role_at(found[0]), story.role_at(found[1] - 1)
    begin = start
    for number in range(first, last):
        cut = _offset(text, start, end, story.starts[number + 1] - found[0])
        yield (begin, cut, *story.roles[number])
        begin = cut
    yield (begin, end, *story.roles[last])


def _offset(text: str, start: int, end: int, count: int) -> int:
    """Find where in the source the character after `count` visible ones stands."""
    seen = 0
    for token in _NODE.finditer(text, start, end):
        if seen >= count:
            return token.start()
        seen += len("".join(html.unescape(token[0]).split()))
    return end


def _known(facts: Facts) -> dict[str, tuple[Role, str]]:
    """Give what the facts' own words are, where they stand outside the story."""
    words: list[tuple[str | None, Role, str]] = [
        (facts.dek, Role.DEK, "the dek"),
        (facts.kicker, Role.KICKER, "the kicker"),
        (facts.section, Role.SECTION, "the section"),
        *((image.caption, Role.CAPTION, "the words of a picture") for image in facts.images),
        *((image.credit, Role.CREDIT, "whose picture it is") for image in facts.images),
        *((name, Role.BYLINE, _BYLINE) for name in facts.byline),
        *((f"By {name}", Role.BYLINE, _BYLINE) for name in facts.byline),
        (facts.title, Role.HEADLINE, "the headline"),
    ]
    return {"".join(text.split()): (role, reason) for text, role, reason in words if text}
