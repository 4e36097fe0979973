"""Links in prose: `[[slug]]`, `[[person:harbour-master]]`, `[[story:ferries|the inquiry]]`."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

_LINK = re.compile(r"\[\[([^\[\]|\n]{1,200})(?:\|([^\[\]\n]{1,300}))?\]\]")
_TICKS = re.compile(r"`+")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class BodyLink:
    """A link an editor wrote: `body[start:end]` is all of it, brackets included."""

    start: int
    end: int
    key: str
    """What it points at; a key into `Archive.targets`, or unknown."""
    label: str | None
    """The words to show; None for the target's title."""


def find_links(body: str) -> tuple[BodyLink, ...]:
    """Find the links of a body, outside code and where the first bracket is not escaped."""
    code = iter(sorted(_code_spans(body)))
    start, end = next(code, (len(body), len(body)))
    found: list[BodyLink] = []
    for link in _LINK.finditer(body):
        while link.start() >= end and end < len(body):
            start, end = next(code, (len(body), len(body)))
        if link.start() < start and not _is_escaped(body, link.start()):
            label = (link[2] or "").strip() or None
            found.append(BodyLink(link.start(), link.end(), link[1].strip(), label))
    return tuple(found)


def _code_spans(body: str) -> Iterator[tuple[int, int]]:
    """Find fenced blocks and code spans, as CommonMark pairs them; ends are exclusive."""
    position = 0
    for fence in _fences(body):
        yield from _spans_between(body, position, fence[0])
        yield fence
        position = fence[1]
    yield from _spans_between(body, position, len(body))


def _fences(body: str) -> Iterator[tuple[int, int]]:
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(body):
        if opened is None:
            opened = fence
        elif fence[1].startswith(opened[1]) and not fence[0].strip().strip(opened[1][0]):
            yield opened.start(), fence.end()
            opened = None
    if opened is not None:
        yield opened.start(), len(body)


def _spans_between(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    ticks = list(_TICKS.finditer(body, start, end))
    places: defaultdict[int, list[int]] = defaultdict(list)
    for index, tick in enumerate(ticks):
        places[len(tick[0])].append(index)
    nexts = {
        opening: closing
        for indexes in places.values()
        for opening, closing in itertools.pairwise(indexes)
    }
    index = 0
    while index < len(ticks):
        closing = nexts.get(index)
        if closing is None or _is_escaped(body, ticks[index].start()):
            index += 1
            continue
        yield ticks[index].start(), ticks[closing].end()
        index = closing + 1


def _is_escaped(body: str, position: int) -> bool:
    slashes = 0
    while position > slashes and body[position - slashes - 1] == "\\":
        slashes += 1
    return slashes % 2 == 1
