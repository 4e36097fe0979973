"""The front matter the desk itself writes, read without places: a small part of YAML, quickly.

Libyaml and a place for every value take three quarters of loading, and places matter only where
something is wrong. What is read here is plain: `key: value`, lists of such, texts on one line
without escapes, brackets and braces on one line. Anything else gives None, and the careful reader
says what it is. What both read is equal, which a test holds against every slip it thinks of.
"""

import re
from typing import Final, NamedTuple

from briefings.store.front import tidy_body
from briefings.store.one_line import DEEPEST_QUICKLY, NOTHING, NOWHERE, UnusualError, read_value
from briefings.store.yaml import FRONT_MATTER_BYTES, NULLS, Entry, Listing, Mapping, Node

# Tabs, other line ends, a byte order mark, and what no YAML may hold.
_STRANGE: Final = re.compile(
    "[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_LINES: Final = re.compile(
    r"^( *)((?:- )?)(?:([A-Za-z_][A-Za-z0-9_.]{0,99}):(?: |$))?(.*)$", re.MULTILINE
)
"""Indent, dash, key, value."""


class Front(NamedTuple):
    """The top-level keys of a file, all places left out, and its tidy body."""

    root: Mapping
    body: str


def read_quick(text: str) -> Front | None:
    """Read a file of front matter and body; None where only the careful reader may."""
    end = text.find("\n---\n", 3)
    if end < 0 or not text.startswith("---\n"):
        return None
    head = text[4:end]
    if _STRANGE.search(head) or len(head.encode()) + 2 > FRONT_MATTER_BYTES:
        return None
    try:
        root = _Lines(head).whole()
    except UnusualError:
        return None
    return Front(root, tidy_body(text[end + 4 :]))


class _Lines:
    """Goes through the lines once, each level of indent in a call of its own."""

    def __init__(self, head: str) -> None:
        self._lines: list[tuple[str, str, str, str]] = _LINES.findall(head)
        self._at = 0

    def whole(self) -> Mapping:
        """Read every line."""
        root = self._mapping(0, 1)
        if self._at < len(self._lines):
            raise UnusualError
        return root

    def _mapping(self, indent: int, depth: int) -> Mapping:
        lines, most = self._lines, len(self._lines)
        entries: list[Entry] = []
        seen = set(NULLS)
        while self._at < most:
            spaces, dash, key, value = lines[self._at]
            if len(spaces) < indent:
                break
            if len(spaces) > indent or dash or key in seen:
                raise UnusualError
            seen.add(key)
            self._at += 1
            node = read_value(value, depth + 1) if value else self._below(indent, depth + 1)
            entries.append(Entry(key, NOWHERE, 0, node))
        return Mapping(tuple(entries), NOWHERE, 0, flow=False)

    def _below(self, indent: int, depth: int) -> Node:
        """Read what stands on the lines below a key."""
        if self._at == len(self._lines):
            return NOTHING
        spaces, dash, _, _ = self._lines[self._at]
        inner = len(spaces)
        if inner <= indent:
            return NOTHING
        if depth > DEEPEST_QUICKLY:
            raise UnusualError
        return self._listing(inner, depth) if dash else self._mapping(inner, depth)

    def _listing(self, indent: int, depth: int) -> Listing:
        lines, most = self._lines, len(self._lines)
        items: list[Node] = []
        while self._at < most:
            spaces, dash, key, value = lines[self._at]
            if len(spaces) < indent:
                break
            if len(spaces) > indent or not dash:
                raise UnusualError
            if key:  # the keys of an item stand in the column of its first
                lines[self._at] = (spaces + "  ", "", key, value)
                items.append(self._mapping(indent + 2, depth + 1))
            else:
                self._at += 1
                items.append(read_value(value, depth + 1))
        return Listing(tuple(items), NOWHERE, 0, flow=False)
