"""JSON Schemas of the files editors write, for editors that help while one types.

They come from the tables that read the files, so they cannot say anything else. Draft 7, which
is what the YAML extensions of code editors read.
"""

import json
from collections.abc import Callable
from typing import Any, Final

from briefings.model import NameKind
from briefings.store.kinds import Kind, ListOf, Schema
from briefings.store.name_edits import IGNORED
from briefings.store.schema import BRIEFING
from briefings.store.schema_diary import DIARY_ENTRY
from briefings.store.schema_registers import (
    EDITION,
    NAME_RECORDS,
    SOURCE,
    SPIKED,
    STORY,
    TOPIC_RECORD,
)
from briefings.store.values import ID, TEXT, TOPIC


def _ids(key: Kind[Any], value: Kind[Any]) -> Schema:
    """Describe a register of ids, each with its keys."""
    return {
        "type": ["object", "null"],
        "propertyNames": key.schema(),
        "additionalProperties": value.schema(),
    }


def _keys(**values: Schema) -> Schema:
    return {"type": ["object", "null"], "properties": values, "additionalProperties": False}


def _names() -> Schema:
    kinds = {kind.plural(): _ids(ID, NAME_RECORDS[kind]) for kind in NameKind}
    return _keys(**kinds, **{IGNORED: ListOf(TEXT).schema()})


_SCHEMAS: Final[dict[str, Callable[[], Schema]]] = {
    "briefing": BRIEFING.schema,
    "edition": EDITION.schema,
    "sources": lambda: _ids(ID, SOURCE),
    "names": _names,
    "stories": lambda: _ids(ID, STORY),
    "diary": lambda: _ids(ID, DIARY_ENTRY),
    "topics": lambda: _ids(TOPIC, TOPIC_RECORD),
    "articles": lambda: _keys(spiked=ListOf(SPIKED).schema()),
}
SCHEMA_NAMES: Final = tuple(_SCHEMAS)
"""What has a schema: the front matter of briefings and editions, and each register by its name."""


def schema_text(name: str) -> str:
    """Write the JSON Schema of a kind of file.

    Raises:
        KeyError: no kind of file has this name; see `SCHEMA_NAMES`.
    """
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"Briefings: {name}"}
    return json.dumps(head | _SCHEMAS[name](), indent=2, ensure_ascii=False) + "\n"
