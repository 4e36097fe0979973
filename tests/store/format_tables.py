"""The tables of `docs/format.md`, made from the schema; `python -m tests.store.format_tables`."""

from collections.abc import Iterator
from typing import Any

from briefings.model import NameKind
from briefings.store.kinds import Kind
from briefings.store.records import Record
from briefings.store.schema import BRIEFING
from briefings.store.schema_diary import DIARY_ENTRY
from briefings.store.schema_registers import (
    EDITION,
    NAME_RECORDS,
    SOURCE,
    SPIKED,
    STORY,
    TOPIC_RECORD,
    WORD,
)

HEAD = ("| key | value | meaning | example | written by |", "| --- | --- | --- | --- | --- |")
TOPS: tuple[tuple[str, Record[Any]], ...] = (
    ("", BRIEFING),
    ("edition file: ", EDITION),
    ("sources.yml: ID.", SOURCE),
    ("names.yml: people.ID.", NAME_RECORDS[NameKind.PERSON]),
    ("stories.yml: ID.", STORY),
    ("topics.yml: ID.", TOPIC_RECORD),
    ("diary.yml: ID.", DIARY_ENTRY),
    ("articles.yml: spiked[].", SPIKED),
    ("words.yml: words[].", WORD),
)


def tables() -> Iterator[str]:
    """Give a table for each record of each file."""
    for prefix, record in TOPS:
        yield from _tables(prefix, record)


def _tables(prefix: str, record: Record[Any]) -> Iterator[str]:
    rows = []
    inner: list[tuple[str, Record[Any]]] = []
    for field in record.fields:
        needed = ", required" if field.is_required() else ""
        cells = (f"`{prefix}{field.key}`", _form(field.kind) + needed, field.meaning)
        rows.append("| " + " | ".join((*cells, f"`{field.example}`", field.by)) + " |")
        below = _record(field.kind)
        if below is not None:
            mark = "[]." if field.kind.expected.startswith("a list") else "."
            inner.append((f"{prefix}{field.key}{mark}", below))
    yield "\n".join((*HEAD, *rows))
    for name, below in inner:
        yield from _tables(name, below)


def _form(kind: Kind[Any]) -> str:
    """Say the form; a record's keys have a table of their own."""
    record = _record(kind)
    text = kind.expected
    if record is not None:
        text = text.replace(record.expected, f"{record.name} (below)")
    return text


def _record(kind: Any) -> Record[Any] | None:
    while kind is not None and not isinstance(kind, Record):
        kind = getattr(kind, "kind", None) or getattr(kind, "record", None)
    return kind


if __name__ == "__main__":
    print("\n\n".join(tables()))  # that is what the module is run for
