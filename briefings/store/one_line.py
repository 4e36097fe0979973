"""What stands on one line of front matter: a text, brackets, braces; read without its place."""

import re
from collections.abc import Iterator
from typing import Final

from briefings.store.yaml import NULLS, Entry, Listing, Mapping, Mark, Node, Scalar

DEEPEST_QUICKLY: Final = 8
"""Levels of nesting; the careful reader goes deeper, and no briefing does."""
_LONGEST_KEY: Final = 200
"""Characters; YAML ends at 1,024."""
NOWHERE: Final = Mark(0, 1, 1)
NOTHING: Final = Scalar(None, NOWHERE, 0)
_QUOTED: Final = re.compile(r"'((?:[^']|'')*)'")
_INDICATORS: Final = frozenset("-?:,[]{}#&*!|>'\"%@` ")
_WORDS = r"[A-Za-z0-9][\w.+=/-]*(?::[\w.+=/-]+)*(?: [A-Za-z0-9][\w.+=/-]*)*"
_SIMPLE = rf"(?:{_WORDS}|'{_WORDS}')"
_LIST: Final = re.compile(rf"\[{_SIMPLE}(?:, {_SIMPLE})*\]")
"""What nearly every list on one line is; such lists and mappings need no tokens."""
_TOKENS: Final = re.compile(
    rf"""(?:(\{{{_SIMPLE}: {_SIMPLE}(?:, {_SIMPLE}: {_SIMPLE})*\}})"""
    r"""|([\[\]{},])"""
    r"""|('(?:[^']|'')*')"""
    r"""|("[^"\\]*")"""
    r"""|([^\s\-?:,\[\]{}#&*!|>'"%@`<](?:[^,\[\]{}:#?]|:(?=[\w./+=-]))*)"""
    r"""|(.))(:(?=\ ))?\ *"""
)
"""A whole simple mapping; bracket or comma; text in single, in double quotation marks, bare; what
is none of these; a colon."""
_NO_TOKEN: Final = ("",) * 7


class UnusualError(Exception):
    """The text is more than the quick reader reads."""


def read_value(text: str, depth: int) -> Node:
    """Read what stands behind a colon or a dash.

    Raises:
        UnusualError: only the careful reader may.
    """
    if not text:
        raise UnusualError
    first = text[0]
    if first in _INDICATORS:
        return _marked(text, first, depth)
    if text[-1] in ": " or ": " in text or " #" in text:
        raise UnusualError
    return NOTHING if text in NULLS else Scalar(text, NOWHERE, 0)


def _marked(text: str, first: str, depth: int) -> Node:
    if first == "'" and (quoted := _QUOTED.fullmatch(text)):
        return Scalar(quoted[1].replace("''", "'"), NOWHERE, 0)
    if first == '"' and text.find('"', 1) == len(text) - 1 > 0 and "\\" not in text:
        return Scalar(text[1:-1], NOWHERE, 0)
    if first == "[" and _LIST.fullmatch(text):
        items = [_simple(item) for item in text[1:-1].split(", ")]
        return Listing(tuple(items), NOWHERE, 0, flow=True)
    if first not in ("[", "{"):
        raise UnusualError
    line = _Line(text)
    node = line.node(depth)
    line.end()
    return node


def _simple(text: str) -> Scalar:
    if text[0] == "'":
        return Scalar(text[1:-1], NOWHERE, 0)
    return NOTHING if text in NULLS else Scalar(text, NOWHERE, 0)


def _simple_mapping(text: str) -> Mapping:
    pairs = [pair.split(": ") for pair in text[1:-1].split(", ")]
    keys = {key.strip("'") for key, _ in pairs}
    if len(keys) < len(pairs) or keys & NULLS or max(map(len, keys)) > _LONGEST_KEY:
        raise UnusualError
    entries = [Entry(key.strip("'"), NOWHERE, 0, _simple(value)) for key, value in pairs]
    return Mapping(tuple(entries), NOWHERE, 0, flow=True)


class _Line:
    """Goes through the brackets and braces of one line."""

    def __init__(self, text: str) -> None:
        self._tokens: Iterator[tuple[str, ...]] = iter(_TOKENS.findall(text))

    def node(self, depth: int) -> Node:
        """Read one value."""
        return self._node(next(self._tokens, _NO_TOKEN), depth)

    def end(self) -> None:
        """Make sure that nothing more stands on the line."""
        if next(self._tokens, None):
            raise UnusualError

    def _node(self, token: tuple[str, ...], depth: int) -> Node:
        whole, mark, quoted, double, bare, bad, colon = token
        if colon or bad or depth > DEEPEST_QUICKLY:
            raise UnusualError
        if whole:
            return _simple_mapping(whole)
        if bare:
            text = bare.rstrip(" ")
            return NOTHING if text in NULLS else Scalar(text, NOWHERE, 0)
        if quoted:
            return Scalar(quoted[1:-1].replace("''", "'"), NOWHERE, 0)
        if double:
            return Scalar(double[1:-1], NOWHERE, 0)
        if mark in ("[", "{"):
            return self._listing(depth) if mark == "[" else self._mapping(depth)
        raise UnusualError

    def _listing(self, depth: int) -> Listing:
        items: list[Node] = []
        for token in self._tokens:
            if token[1] == "]" and not items and not token[6]:
                break
            items.append(self._node(token, depth + 1))
            if self._closes("]"):
                break
        else:
            raise UnusualError
        return Listing(tuple(items), NOWHERE, 0, flow=True)

    def _mapping(self, depth: int) -> Mapping:
        entries: list[Entry] = []
        seen = set(NULLS)
        for _, mark, quoted, double, bare, _, colon in self._tokens:
            if mark == "}" and not entries and not colon:
                break
            key = bare.rstrip(" ") or quoted[1:-1].replace("''", "'") or double[1:-1]
            if not colon or key in seen or len(key) > _LONGEST_KEY:
                raise UnusualError
            seen.add(key)
            entries.append(Entry(key, NOWHERE, 0, self.node(depth + 1)))
            if self._closes("}"):
                break
        else:
            raise UnusualError
        return Mapping(tuple(entries), NOWHERE, 0, flow=True)

    def _closes(self, mark: str) -> bool:
        """Tell whether a bracket closes here; else a comma has to stand here."""
        token = next(self._tokens, _NO_TOKEN)
        if token[1] not in (mark, ",") or token[6]:
            raise UnusualError
        return token[1] == mark
