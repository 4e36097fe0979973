"""YAML of another program's file, before it is read: what would hurt whoever reads it.

`mkdocs.yml` is MkDocs', so its tags may stay. Aliases may not: a kilobyte of them becomes
gigabytes once it is written out, and one inside itself has no end. Nor may depth: libyaml's
composer calls itself, and a line of brackets brings the whole program down. Of PyYAML's tags for
Python only names stay, which Material's icons need: the others call what they name.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import yaml

from briefings.store.yaml import Mark, mark_of

DEEPEST: Final = 24
"""Levels; Material's own example has seven."""
LARGEST: Final = 1024 * 1024
"""Bytes of a settings file; a desk's has two thousand."""
_CALLING = re.compile(r"tag:yaml\.org,2002:python/(?!name:)")
_OPENING = (yaml.SequenceStartEvent, yaml.MappingStartEvent)
_CLOSING = (yaml.SequenceEndEvent, yaml.MappingEndEvent)


class Danger(NamedTuple):
    """What must not be read, where, and what to do."""

    at: Mark
    message: str
    remedy: str


def find_dangers(text: str) -> Iterator[Danger]:
    """Give what of a YAML text would hurt its reader; nothing behind the first depth is looked at.

    Raises:
        YAMLError: it is no YAML.
    """
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent):
            yield Danger(mark_of(event), "an alias (*) is not allowed", "write the value out")
        elif _CALLING.match(getattr(event, "tag", None) or ""):
            yield Danger(mark_of(event), "a tag that runs Python is not allowed", "leave it out")
        depth += isinstance(event, _OPENING) - isinstance(event, _CLOSING)
        if depth > DEEPEST:
            message = f"nesting deeper than {DEEPEST} levels is not allowed"
            yield Danger(mark_of(event), message, "flatten it")
            return


def find_doubles(node: yaml.Node | None) -> Iterator[Danger]:
    """Give the keys of a mapping that stand twice: the last would win unseen."""
    seen: dict[str, int] = {}
    for key, _ in node.value if isinstance(node, yaml.MappingNode) else ():
        mark, name = key.start_mark, str(key.value)
        if name in seen:
            at = Mark(mark.index, mark.line + 1, mark.column + 1)
            remedy = f"keep one; the first is on line {seen[name]}"
            yield Danger(at, f'the key "{name}" stands twice', remedy)
        seen.setdefault(name, mark.line + 1)
