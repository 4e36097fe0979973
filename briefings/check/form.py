"""The form of a file: order of keys, the version of the format, values that stand twice."""

import re
from collections.abc import Iterable, Iterator

from briefings.check.desk import Desk
from briefings.check.rules import found
from briefings.errors import Finding
from briefings.model import NameKind
from briefings.store.ordering import ORDER
from briefings.store.places import KeyPath, LoadedBriefing

_KEY = re.compile(r"\n([a-z_]+):")
_FIX = "run `briefings check --fix`"


def check_form(loaded: LoadedBriefing, desk: Desk) -> Iterator[Finding]:  # noqa: ARG001  # as all rules
    """Say what `--fix` would tidy."""
    keys = _KEY.findall(loaded.text, 0, max(loaded.text.find("\n---", 3), 0))
    at = [ORDER.get(key, 0) for key in keys]
    late = next((key for key, a, b in zip(keys[1:], at, at[1:], strict=False) if b < a), None)
    if late is not None:
        message = f'the key "{late}" stands below one it usually stands above'
        yield found("BR112", loaded.place(late), message, _FIX)
    if "format" not in keys and keys:
        yield found("BR113", loaded.place(keys[-1]), "`format: 1` is missing", _FIX)
    for where, values in _lists(loaded):
        for number, value in _twice(values):
            place = loaded.place(*where, number)
            yield found("BR114", place, f'"{value}" stands twice', _FIX)


def _lists(loaded: LoadedBriefing) -> Iterator[tuple[KeyPath, tuple[str, ...]]]:
    b = loaded.briefing
    yield from ((("topics",), b.topics), (("related",), b.related), (("unrelated",), b.unrelated))
    for kind in NameKind:
        names = tuple(use.name for use in b.names.of(kind) if use.id is None)
        if len(names) == len(b.names.of(kind)):
            yield ("names", kind.plural()), names


def _twice(values: Iterable[str]) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for number, value in enumerate(values):
        if value in seen:
            yield number, value
        seen.add(value)
