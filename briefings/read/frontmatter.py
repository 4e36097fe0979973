"""Front matter of a stranger's Markdown: scalars as plain text, nothing executed or expanded."""

import re
from dataclasses import dataclass

import yaml

from briefings.read.findings import bad_file

_FENCE = re.compile(r"(?:\A\ufeff?|^)---[ \t]*$", re.MULTILINE)
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_LIMIT = 64 * 1024
_DEEPEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One key of the front matter."""

    key: str
    """In lower case, with single spaces for `_` and `-`."""
    values: tuple[str, ...]
    """The scalars of the value, in order; mappings inside it give theirs."""
    line: int
    """In the file, from 1."""
    column: int
    start: int
    """Offset into the text of the line the key stands on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The entries of a file's front matter, and where the text goes on."""

    entries: tuple[Entry, ...] = ()
    end: int = 0
    """Offset of the first character below the closing line."""


def parse_front_matter(text: str, shown: str) -> FrontMatter:
    """Read the front matter a text begins with; an empty one where it begins otherwise.

    Raises:
        BadFileError: it is not closed, no YAML, too large, too deep, or uses aliases; with the
            line and column.
    """
    opened = _FENCE.match(text)
    if opened is None:
        return FrontMatter()
    start = opened.end() + 1
    closed = _CLOSE.search(text, start)
    if closed is None:
        if not re.match(r"[\w -]{1,40}:(?:\s|$)", text[start : start + 200]):
            return FrontMatter()  # a rule above the text, no front matter
        remedy = "close it with a line of three hyphens"
        raise bad_file("BR207", shown, 1, 1, what="it is not closed", remedy=remedy)
    source = text[start : closed.start()]
    if len(source) > _LIMIT:
        what = f"it has more than {_LIMIT} characters"
        raise bad_file("BR207", shown, 1, 1, what=what, remedy="move the text below it")
    entries = _entries(source, start, text, shown)
    return FrontMatter(entries=entries, end=min(closed.end() + 1, len(text)))


def _entries(source: str, offset: int, text: str, shown: str) -> tuple[Entry, ...]:
    try:
        _refuse_tricks(source, shown)
        node = yaml.compose(source, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as fault:
        mark, what = _fault_of(fault)
        line, column = (mark.line + 2, mark.column + 1) if mark else (1, 1)
        raise bad_file("BR207", shown, line, column, what=what, remedy=_REMEDY) from fault
    except yaml.YAMLError as fault:  # characters YAML forbids
        raise bad_file("BR207", shown, 1, 1, what=str(fault), remedy=_REMEDY) from fault
    if node is None:
        return ()
    if not isinstance(node, yaml.MappingNode):
        what = "it is no list of keys and values"
        raise bad_file("BR207", shown, 2, 1, what=what, remedy="write one `key: value` a line")
    starts = _line_starts(text, offset)
    return tuple(_entry(key, value, starts) for key, value in node.value)


def _fault_of(fault: yaml.MarkedYAMLError) -> tuple[yaml.Mark | None, str]:
    """Give the place to look at: where something was opened, if the end was reached inside it."""
    what = fault.problem or "no YAML"
    if fault.context_mark and "end of stream" in what:
        return fault.context_mark, f"the end came {fault.context or 'inside it'}"
    return fault.problem_mark or fault.context_mark, what


_REMEDY = "correct the line; a value with a colon needs quotation marks"


def _refuse_tricks(source: str, shown: str) -> None:
    """Refuse aliases and deep nesting before anything is built of them."""
    depth = 0
    for event in yaml.parse(source, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent):
            line, column = _place(event)
            remedy = "write the value out, in quotation marks if it begins with *"
            raise bad_file("BR207", shown, line, column, what="it uses an alias", remedy=remedy)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            line, column = _place(event)
            remedy = "keep lists and mappings flat"
            raise bad_file("BR207", shown, line, column, what="it is too deep", remedy=remedy)


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 2, mark.column + 1) if mark else (1, 1)


def _line_starts(text: str, offset: int) -> list[int]:
    starts = [offset]
    for found in re.finditer("\n", text[offset:]):
        starts.append(offset + found.end())
    return starts


def _entry(key: yaml.Node, value: yaml.Node, starts: list[int]) -> Entry:
    line = key.start_mark.line
    name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
    return Entry(
        key=" ".join(re.split(r"[\s_-]+", name.lower().strip())),
        values=tuple(_scalars(value)),
        line=line + 2,
        column=key.start_mark.column + 1,
        start=starts[min(line, len(starts) - 1)],
    )


def _scalars(node: yaml.Node) -> list[str]:
    if isinstance(node, yaml.ScalarNode):
        plain = " ".join(str(node.value).split())
        return [] if plain.lower() in {"", "null", "~"} else [plain]
    if isinstance(node, yaml.MappingNode):
        named = [value for key, value in node.value if getattr(key, "value", "") == "name"]
        return [text for value in named or [v for _, v in node.value] for text in _scalars(value)]
    return [text for child in node.value for text in _scalars(child)]
