"""The roles of a page's source: which of its text nodes became what, and the rest is the site's."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from briefings.model import Role
from briefings.read.facts import Facts
from briefings.read.spans import Piece
from briefings.read.units import Unit

_RAW = re.compile(r"<(script|style|noscript|template|svg|textarea|iframe)\b", re.IGNORECASE)
_META = re.compile(r"<(?:meta|link|time)\b", re.IGNORECASE)
_LD = re.compile(r"""type\s*=\s*["']?application/ld\+json""", re.IGNORECASE)
_TITLE = re.compile(r"<title\b", re.IGNORECASE)
_NODE = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{2,31});|\S")
# How far ahead of the last words found a short text node may stand and still be the next one.
_NEAR = 60
_LONG = 20


def html_pieces(text: str, units: Sequence[Unit], facts: Facts) -> list[Piece]:
    """Give every stretch of a page's source its role."""
    story = _Story(units)
    known = _known(facts)
    pieces: list[Piece] = []
    for start, end, kind in _tokens(text):
        if kind != "text":
            role = Role.METADATA if kind == "meta" else Role.MARKUP
            _add(pieces, (start, end, role, "metadata" if kind == "meta" else "markup"))
        elif text[start:end].strip():
            for piece in _read_node(text, start, end, story, known):
                _add(pieces, piece)
    return pieces


def _add(pieces: list[Piece], piece: Piece) -> None:
    """Add a piece, or lengthen the last one where it goes on."""
    last = pieces[-1] if pieces else None
    if last and last[1] == piece[0] and last[2:] == piece[2:]:
        pieces[-1] = (last[0], piece[1], *piece[2:])
    else:
        pieces.append(piece)


def _tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """Cut a source into tags, raw blocks and text; every search goes forward, so it is linear."""
    position = 0
    while position < len(text):
        tag = text.find("<", position)
        if tag < 0 or not _opens(text, tag):
            end = len(text) if tag < 0 else tag + 1
            yield position, end, "text"
            position = end
            continue
        if tag > position:
            yield position, tag, "text"
        position, kind = _tag_end(text, tag)
        yield tag, position, kind


def _opens(text: str, tag: int) -> bool:
    following = text[tag + 1 : tag + 2]
    return following.isalpha() or following in {"/", "!", "?"}


def _tag_end(text: str, tag: int) -> tuple[int, str]:
    if text.startswith("<!--", tag):
        return _after(text, "-->", tag), "tag"
    end = _after(text, ">", tag)
    raw = _RAW.match(text, tag)
    if raw:
        kind = "meta" if _LD.search(text, tag, end) else "tag"
        closing = re.compile(f"</{raw[1]}", re.IGNORECASE).search(text, end)
        return (_after(text, ">", closing.start()) if closing else len(text)), kind
    if _TITLE.match(text, tag):
        return end, "tag"
    return end, "meta" if _META.match(text, tag) else "tag"


def _after(text: str, mark: str, start: int) -> int:
    found = text.find(mark, start)
    return len(text) if found < 0 else found + len(mark)


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

    def role_at(self, index: int) -> int:
        """Give the number of the part a character belongs to."""
        return bisect_right(self.starts, index) - 1


def _read_node(
    text: str, start: int, end: int, story: _Story, known: dict[str, tuple[Role, str]]
) -> Iterator[Piece]:
    plain = "".join(html.unescape(text[start:end]).split())
    found = story.find(plain)
    if found is None:
        role, reason = known.get(plain, (Role.FURNITURE, "stands outside the story"))
        if role is Role.HEADLINE:
            again = (Role.REPEATED_HEADLINE, "same words as the headline")
            known[plain] = again
        yield start, end, role, reason
        return
    first, last = story.role_at(found), story.role_at(found + len(plain) - 1)
    for number in range(first, last):
        cut = _offset(text, start, end, story.starts[number + 1] - found)
        yield (start, cut, *story.roles[number])
        start = cut
    yield (start, end, *story.roles[last])


def _offset(text: str, start: int, end: int, count: int) -> int:
    """Find where in the source the character after `count` visible ones stands."""
    seen = 0
    for token in _NODE.finditer(text, start, end):
        if seen >= count:
            return token.start()
        seen += len("".join(html.unescape(token[0]).split()))
    return end


def _known(facts: Facts) -> dict[str, tuple[Role, str]]:
    """What the facts' own words are, where they stand outside the story."""
    words: list[tuple[str | None, Role, str]] = [
        (facts.dek, Role.DEK, "the dek"),
        (facts.kicker, Role.KICKER, "the kicker"),
        (facts.section, Role.SECTION, "the section"),
        *((image.caption, Role.CAPTION, "the words of a picture") for image in facts.images),
        *((image.credit, Role.CREDIT, "whose picture it is") for image in facts.images),
        *((name, Role.BYLINE, "names who wrote it") for name in facts.byline),
        *((f"By {name}", Role.BYLINE, "names who wrote it") for name in facts.byline),
        (facts.title, Role.HEADLINE, "the headline"),
    ]
    return {"".join(text.split()): (role, reason) for text, role, reason in words if text}
