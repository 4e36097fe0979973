"""The blocks of an article as a person sees them.

A page's markup and a wire's line ends cut one paragraph into several spans; here it is one again.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefings.model import Article, Role, RoleSpan

FOLDED = frozenset({Role.FURNITURE, Role.WIDGET, Role.RELATED, Role.COMMENT, Role.METADATA})
"""What stands around an article: a run of it is one block."""
_JOINED = frozenset({Role.HEADLINE, Role.DEK, Role.SUBHEAD, Role.BYLINE, Role.CAPTION, Role.CREDIT})
_MARKED_UP = frozenset({"html", "mhtml", "email", "feed"})
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]{0,20})")
_INLINE = frozenset({"a", "abbr", "b", "bdi", "cite", "em", "i", "q", "small", "span", "strong"})
_TARGET = re.compile(r"\]\([^()]{0,2000}\)")
_ENOUGH = 24
"""Letters that tell the start of one paragraph from another's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Neighbours of one role, shown as one."""

    line: int
    role: Role
    reason: str
    texts: tuple[str, ...]
    """Its lines, white space squeezed; more than one only where a run is folded."""
    paragraph: int | None = None
    """Its number where it begins one of the body."""


def find_blocks(article: Article) -> Iterator[Block]:
    """Give the blocks in the order of the file, without markup and blank lines."""
    is_marked_up = article.format in _MARKED_UP
    numbers = _Numbers(article.body)
    held: list[RoleSpan] = []
    held_number: int | None = None
    between = ""
    for span in article.roles:
        if span.role is Role.MARKUP or not span.text.strip():
            between += span.text
            continue
        number = numbers.of(span, is_marked_up=is_marked_up) if span.role is Role.BODY else None
        if held and not _goes_on(held[-1], span, between, same=number == held_number is not None):
            yield _block(held, held_number, is_marked_up=is_marked_up)
            held = []
        if not held:
            held_number = number
        held.append(span)
        between = ""
    if held:
        yield _block(held, held_number, is_marked_up=is_marked_up)


def _goes_on(last: RoleSpan, span: RoleSpan, between: str, *, same: bool) -> bool:
    if span.role is not last.role:
        return False
    if span.role in _JOINED:
        return "<" in between and {tag.lower() for tag in _TAG.findall(between)} <= _INLINE
    return same or span.role in FOLDED


def _block(spans: list[RoleSpan], paragraph: int | None, *, is_marked_up: bool) -> Block:
    first = spans[0]
    texts = [html.unescape(span.text) if is_marked_up else span.text for span in spans]
    lines = texts if first.role in FOLDED else ["".join(texts)]
    return Block(
        line=first.line,
        role=first.role,
        reason=first.reason,
        texts=tuple(" ".join(line.split()) for line in lines),
        paragraph=paragraph,
    )


class _Numbers:
    """Tells which paragraph a span of the body belongs to, taken in order."""

    def __init__(self, body: tuple[str, ...]) -> None:
        self._body = [_letters(text) for text in body]
        self._next = 0
        self._rest = ""

    def of(self, span: RoleSpan, *, is_marked_up: bool) -> int | None:
        """Give the number of the paragraph that a span begins or goes on with."""
        text = html.unescape(span.text) if is_marked_up else _TARGET.sub("]", span.text)
        words = _letters(text)
        if self._rest.startswith(words[:_ENOUGH]):
            self._rest = self._rest[len(words) :]
            return self._next or None
        for index in range(self._next, len(self._body)):
            if self._body[index].startswith(words[:_ENOUGH]):
                self._next, self._rest = index + 1, self._body[index][len(words) :]
                return self._next
        return None


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())
