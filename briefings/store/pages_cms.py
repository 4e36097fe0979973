"""`.pages.yml`: what Pages CMS shows to editors who write in a browser (pagescms.org).

It comes from the tables that read the files. What only the program writes is hidden, and what
Pages CMS has no form for (names, the articles' records) is left out: with `merge: true` it keeps
the keys it does not know.
"""

from typing import Any, Final

import yaml

from briefings.store.kinds import Kind, ListOf, Maybe, OneLine
from briefings.store.records import Field, Record
from briefings.store.schema import BRIEFING
from briefings.store.schema_diary import DIARY_ENTRY
from briefings.store.schema_registers import EDITION, SOURCE, STORY
from briefings.store.values import DATE, YES

_LEFT_OUT: Final = frozenset({"names", "articles", "drafted", "related", "unrelated"})
_LONG: Final = frozenset({"text", "dek", "standfirst", "was", "now", "why"})
_NOTHING: Final = {"create": False, "rename": False, "delete": False}
"""Briefings begin as drafts of the program; an address that was published never dies."""
_HEAD: Final = """\
# Pages CMS (https://pagescms.org) reads this file, so that editors can write in a browser.
# `briefings schema --pages` prints it anew after an update of the program.
"""


def pages_config() -> str:
    """Write `.pages.yml`."""
    config = {
        "media": {"input": "content/images", "output": "", "categories": ["image"]},
        "settings": {"content": {"merge": True}},
        "content": [
            _collection("briefings", "Briefings", BRIEFING)
            | {"subfolders": True, "operations": _NOTHING},
            _collection("editions", "Editions", EDITION)
            | {"subfolders": False, "filename": "{year}-{month}-{day}.md"},
            _register("stories", "Stories", STORY),
            _register("diary", "Diary", DIARY_ENTRY),
            _register("sources", "Sources", SOURCE),
        ],
    }
    return _HEAD + yaml.dump(config, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=100)


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  # every list is written out
        return True


def _collection(name: str, label: str, record: Record[Any]) -> dict[str, Any]:
    return {
        "name": name,
        "label": label,
        "type": "collection",
        "path": f"content/{name}",
        "format": "yaml-frontmatter",
        "fields": [*_fields(record), {"name": "body", "label": "Text", "type": "code"}],
    }


def _register(name: str, label: str, record: Record[Any]) -> dict[str, Any]:
    """Give a register as the text it is: its ids are keys, for which there is no form."""
    keys = ", ".join(field.key for field in record.fields)
    return {
        "name": name,
        "label": label,
        "type": "file",
        "path": f"content/registers/{name}.yml",
        "format": "code",
        "description": f"Ids, each with {keys}",
    }


def _fields(record: Record[Any]) -> list[dict[str, Any]]:
    return [_field(field) for field in record.fields if field.key not in _LEFT_OUT]


def _field(field: Field) -> dict[str, Any]:
    kind, listed = field.kind, False
    while isinstance(kind, Maybe | ListOf | OneLine):
        listed = listed or isinstance(kind, ListOf)
        kind = kind.kind
    shown: dict[str, Any] = {
        "name": field.key,
        "label": field.key.replace("_", " ").capitalize(),
        "description": f"{field.meaning}, such as {field.example}",
        **_form(field.key, kind),
    }
    if listed:
        shown["list"] = True
    if field.is_required():
        shown["required"] = True
    if "editor" not in field.by:
        shown["hidden"] = True
    return shown


def _form(key: str, kind: Kind[Any]) -> dict[str, Any]:
    if isinstance(kind, Record):
        return {"type": "object", "fields": _fields(kind)}
    schema = kind.schema()
    if kind is YES:
        return {"type": "boolean"}
    if "enum" in schema:
        return {"type": "select", "options": {"values": schema["enum"]}}
    if kind is DATE:
        return {"type": "date", "options": {"format": "yyyy-MM-dd"}}
    if "pattern" in schema:
        return {
            "type": "string",
            "pattern": {"regex": schema["pattern"], "message": f"must be {kind.expected}"},
        }
    return {"type": "text" if key in _LONG else "string"}
