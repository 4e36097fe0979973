"""Strict YAML: mappings, lists and plain text, each with its place; nothing else.

Values are never typed here: `no` is the two letters, a date is ten characters. The schema decides.
Refused, because no file of a desk needs them and each has hurt somebody: anchors and aliases
(a kilobyte that grows to gigabytes), tags (code), merge keys, duplicate keys (the last one wins
silently), several documents, keys that are not text, nesting beyond twelve levels.
"""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import yaml

from briefings.store.faults import Fault, MisfitError, bad_file

DEEPEST: Final = 12
"""Levels of nesting; a briefing uses six."""
FRONT_MATTER_BYTES: Final = 64 * 1024
REGISTER_BYTES: Final = 8 * 1024 * 1024
NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
"""Bare words that say that nothing stands here."""


class Mark(NamedTuple):
    """A place in a file: code points from its start, line and column from 1."""

    offset: int
    line: int
    column: int


class Scalar(NamedTuple):
    """Text, or None where the file says `null`, `~` or nothing."""

    text: str | None
    start: Mark
    end: int
    """Index behind the last character."""


class Listing(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    start: Mark
    end: int
    flow: bool
    """Whether it is written in brackets."""


class Entry(NamedTuple):
    """A key of a mapping and its value."""

    key: str
    at: Mark
    key_end: int
    node: "Node"


class Mapping(NamedTuple):
    """Keys and values, in order."""

    entries: tuple[Entry, ...]
    start: Mark
    end: int
    flow: bool
    """Whether it is written in braces."""

    def entry(self, key: str) -> Entry | None:
        """Give the entry of a key."""
        return next((entry for entry in self.entries if entry.key == key), None)


Node = Scalar | Listing | Mapping


def read_yaml(text: str, path: str, *, limit: int, at: int = 0) -> Node | None:
    """Read one YAML document; None where there is none.

    Args:
        text: the document; where it is part of a file it must start on the file's first line.
        path: for messages.
        limit: bytes of UTF-8 it may have.
        at: index of `text` in its file, added to every index.

    Raises:
        BadFileError: with every fault up to the first the parser cannot go past.
    """
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > limit:
        message = f"{size} bytes of YAML, the limit is {limit}"
        raise bad_file(path, _refused(Mark(at, 1, 1), message, "shorten it"))
    composer = _Composer(text, at)
    try:
        node = composer.document()
    except MisfitError as error:
        raise bad_file(path, *error.faults) from error
    except (yaml.YAMLError, UnicodeError) as error:
        raise bad_file(path, *composer.faults, _broken(error, text)) from error
    if composer.faults:
        raise bad_file(path, *composer.faults)
    return node


class _Composer:
    """Turns libyaml's events into nodes, noting what is refused on the way."""

    def __init__(self, text: str, at: int) -> None:
        self.faults: list[Fault] = []
        self._events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
        self._at = at

    def document(self) -> Node | None:
        """Read the whole stream."""
        root: Node | None = None
        for event in self._events:
            if not isinstance(event, yaml.DocumentStartEvent):
                continue
            if root is not None:
                self._refuse(event, "a second document", "keep one document in the file")
                break
            root = self._node(next(self._events), 1)
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        if depth > DEEPEST:
            self._refuse(event, f"nesting deeper than {DEEPEST} levels", "flatten it")
            raise MisfitError(*self.faults)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, "an alias (*)", "write the value out")
            return Scalar(None, mark_of(event, self._at), self._end(event))
        self._refuse_marks(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._listing(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        raise yaml.YAMLError(f"unexpected {event}")  # pragma: no cover  # there is no other kind

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        text: str | None = event.value
        if not event.style and text in NULLS:
            text = None
        elif event.style in ("|", ">") and text is not None:
            text = text.rstrip("\n")
        return Scalar(text, mark_of(event, self._at), self._end(event))

    def _listing(self, event: yaml.SequenceStartEvent, depth: int) -> Listing:
        start, flow = mark_of(event, self._at), bool(event.flow_style)
        items: list[Node] = []
        for inner in self._events:
            if isinstance(inner, yaml.SequenceEndEvent):
                end = self._end(inner) if flow else _last(items, start.offset)
                return Listing(tuple(items), start, end, flow)
            items.append(self._node(inner, depth + 1))
        raise yaml.YAMLError("a list has no end")  # pragma: no cover  # the parser says it first

    def _mapping(self, event: yaml.MappingStartEvent, depth: int) -> Mapping:
        start, flow = mark_of(event, self._at), bool(event.flow_style)
        entries: list[Entry] = []
        seen: dict[str, Mark] = {}
        for inner in self._events:
            if isinstance(inner, yaml.MappingEndEvent):
                ends = [entry.node for entry in entries]
                end = self._end(inner) if flow else _last(ends, start.offset)
                return Mapping(tuple(entries), start, end, flow)
            entries.append(self._entry(inner, depth, seen))
        raise yaml.YAMLError("a mapping has no end")  # pragma: no cover  # the same

    def _entry(self, event: yaml.Event, depth: int, seen: dict[str, Mark]) -> Entry:
        at = mark_of(event, self._at)
        node = self._node(event, depth + 1)
        key = node.text if isinstance(node, Scalar) else None
        if key is None:
            self._refuse(event, "a key that is not text", "write a word before the colon")
        elif key in seen:
            first = f"the first is on line {seen[key].line}"
            self._note("BR104", at, f'the key "{key}" stands twice', f"keep one; {first}")
        elif key == "<<" and not getattr(event, "style", None):  # quoted it is a text
            self._refuse(event, "a merge key (<<)", "write the keys out")
        seen.setdefault(key or "", at)
        return Entry(key or "", at, node.end, self._node(next(self._events), depth + 1))

    def _refuse_marks(self, event: yaml.Event) -> None:
        if getattr(event, "anchor", None) is not None:
            self._refuse(event, "an anchor (&)", "write the value out where it is needed")
        if (tag := getattr(event, "tag", None)) is not None:
            self._refuse(event, f"a tag ({tag})", "leave the tag out")

    def _refuse(self, event: yaml.Event, what: str, remedy: str) -> None:
        self.faults.append(_refused(mark_of(event, self._at), f"{what} is not allowed", remedy))

    def _note(self, code: str, at: Mark, message: str, remedy: str) -> None:
        self.faults.append(
            Fault(code=code, line=at.line, column=at.column, message=message, remedy=remedy)
        )

    def _end(self, event: yaml.Event) -> int:
        mark: Any = event.end_mark  # as above
        return int(mark.index) + self._at


def mark_of(event: yaml.Event, at: int = 0) -> Mark:
    """Give the place where an event begins, `at` characters further on."""
    mark: Any = event.start_mark  # libyaml's events always have one, whatever the stubs allow
    return Mark(mark.index + at, mark.line + 1, mark.column + 1)


def _last(nodes: list[Node], otherwise: int) -> int:
    return max((node.end for node in nodes), default=otherwise)


def _refused(at: Mark, message: str, remedy: str) -> Fault:
    return Fault(code="BR103", line=at.line, column=at.column, message=message, remedy=remedy)


def _broken(error: Exception, text: str) -> Fault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    if mark is not None:
        line, column = mark.line + 1, mark.column + 1
    else:
        before = _before(error, text)
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    return Fault(
        code="BR102",
        line=line,
        column=column,
        message=f"broken YAML: {problem}",
        remedy="look at the quotation marks, colons and indentation on and above this line",
    )


def _before(error: Exception, text: str) -> str:
    """Give what stands before a character the reader refused; it counts bytes of UTF-8."""
    position = getattr(error, "position", None)
    if isinstance(position, int):
        return text.encode("utf-8", "surrogatepass")[:position].decode("utf-8", "ignore")
    return text[: getattr(error, "start", 0)]
