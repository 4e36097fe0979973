"""Putting right in a file what can be put right in one way only; what it says stays.

Nobody's words are touched: keys that are a slip away from one known key, dates in another form,
words of a closed set in capitals, values that stand twice, the key `format`, the order of keys.
Comments go along. Where the result would say something else, the file is left as it is.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from briefings.errors import BadFileError
from briefings.model import Briefing, Names
from briefings.store.blocks import Edit, apply_edits, insert_block
from briefings.store.front import FrontMatter, split_front
from briefings.store.kinds import Kind, Token
from briefings.store.mending_values import meant_keys, mended_value
from briefings.store.ordering import in_order
from briefings.store.records import Record
from briefings.store.schema import BRIEFING
from briefings.store.written import parse_briefing
from briefings.store.yaml import Listing, Mapping, Node, Scalar

_LISTS = ("topics", "related", "unrelated")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """The text of a file and what it says; None where it cannot be read."""

    text: str
    says: Briefing | None
    faults: int


def mend_briefing(text: str, path: str) -> str:
    """Give the text of a briefing file with all that is safe put right.

    Mending it again changes it no more. A file whose YAML is broken is given back as it is.
    """
    held = _read(text, path)
    for step in (_slips, _doubles, _format, in_order):
        after = _read(_try(step, held.text, path), path)
        if _is_safe(held, after):
            held = after
    return held.text


def _try(step: Callable[[FrontMatter], str], text: str, path: str) -> str:
    try:
        front = split_front(text, path)
    except BadFileError:
        return text
    root = front.root
    if root.flow or not root.entries or any(entry.at.column != 1 for entry in root.entries):
        return text
    return step(front)


def _read(text: str, path: str) -> _Text:
    try:
        return _Text(text=text, says=parse_briefing(text, path), faults=0)
    except BadFileError as error:
        return _Text(text=text, says=None, faults=len(error.findings))


def _is_safe(before: _Text, after: _Text) -> bool:
    """Tell whether a file says what it said, or could not be read and is nearer to it now."""
    if before.says is None:
        return after.faults <= before.faults
    return after.says is not None and _once(before.says) == _once(after.says)


def _once(b: Briefing) -> Briefing:
    """Give a briefing whose lists hold each value once."""
    lists: dict[str, Any] = {key: tuple(dict.fromkeys(getattr(b, key))) for key in _LISTS}
    kinds = ("people", "organisations", "places", "laws")
    names = Names(**{kind: tuple(dict.fromkeys(getattr(b.names, kind))) for kind in kinds})
    return replace(b, names=names, **lists)


def _slips(front: FrontMatter) -> str:
    return apply_edits(front, _edits_in(front, BRIEFING, front.root))


def _edits_in(front: FrontMatter, kind: Kind[Any], node: Node) -> Iterator[Edit]:
    """Go through a value and the form it should have."""
    while not isinstance(kind, Record) and (inner := _inner(kind, node)) is not None:
        kind = inner
    if isinstance(kind, Record) and isinstance(node, Mapping):
        yield from _edits_of_record(front, kind, node)
    elif isinstance(node, Listing):
        for item in node.items:
            yield from _edits_in(front, kind, item)
    elif isinstance(node, Scalar) and node.text is not None:
        fresh = mended_value(kind, node.text)
        start, end = node.start.offset, node.end
        if fresh is not None and front.text[start : start + 1] not in ("|", ">"):
            yield Edit(start=start, end=end, text=fresh)


def _inner(kind: Kind[Any], node: Node) -> Kind[Any] | None:
    record = getattr(kind, "record", None)
    if isinstance(record, Record) and isinstance(node, Mapping):
        return record
    inner = getattr(kind, "kind", None)
    return inner if isinstance(inner, Kind) else None


def _edits_of_record(front: FrontMatter, record: Record[Any], node: Mapping) -> Iterator[Edit]:
    fields = {field.key: field for field in record.fields}
    meant = meant_keys([entry.key for entry in node.entries], fields)
    for entry in node.entries:
        key = meant.get(entry.key, entry.key)
        if key != entry.key:
            start = entry.at.offset
            if front.text[start : entry.key_end] != entry.key:  # quoted, or with an escape
                continue
            yield Edit(start=start, end=entry.key_end, text=key)
        if key in fields:
            yield from _edits_in(front, fields[key].kind, entry.node)


def _doubles(front: FrontMatter) -> str:
    nodes = [entry.node for entry in front.root.entries if entry.key in _LISTS]
    names = front.root.entry("names")
    if names is not None and isinstance(names.node, Mapping):
        nodes += [entry.node for entry in names.node.entries]
    edits = [edit for node in nodes if isinstance(node, Listing) for edit in _once_in(front, node)]
    return apply_edits(front, edits)


def _once_in(front: FrontMatter, node: Listing) -> Iterator[Edit]:
    seen: set[str] = set()
    for before, item in zip((None, *node.items), node.items, strict=False):
        if not isinstance(item, Scalar) or item.text is None:
            continue
        between = front.text[before.end : item.start.offset] if before else ""
        if before and item.text in seen and not between.strip(" ,-\r\n"):
            yield Edit(start=before.end, end=item.end, text="")
        seen.add(item.text)


def _format(front: FrontMatter) -> str:
    if front.root.entry("format") is not None:
        return front.text
    order = [field.key for field in BRIEFING.fields]
    earlier = order[: order.index("format")]
    above = [entry for entry in front.root.entries if entry.key in earlier]
    if not above:
        return front.text
    return apply_edits(front, [insert_block(front, above[-1], "format", Token("1"))])
