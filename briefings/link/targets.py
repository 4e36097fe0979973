"""Links in prose: `[[slug]]`, `[[person:harbour-master]]`, `[[story:ferries|the inquiry]]`."""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefings.link.addresses import briefing_url
from briefings.model import Backlink, Briefing, LinkTarget, Status

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


def link_targets(
    briefings: Iterable[Briefing], others: Iterable[tuple[str, LinkTarget]]
) -> dict[str, LinkTarget]:
    """Give every key a link may use, sorted.

    Others come with their keys. A briefing answers to its id, to `briefing:ID`, and to its slug
    where no other has it.
    """
    shown = tuple(briefings)
    slugs = Counter(briefing.slug() for briefing in shown)
    targets: dict[str, LinkTarget] = {}
    for briefing in shown:
        target = LinkTarget(
            kind="briefing", id=briefing.id, title=briefing.title, url=briefing_url(briefing)
        )
        if slugs[briefing.slug()] == 1:
            targets.setdefault(briefing.slug(), target)
        targets[f"briefing:{briefing.id}"] = target
    targets.update({briefing.id: targets[f"briefing:{briefing.id}"] for briefing in shown})
    targets.update(others)
    return dict(sorted(targets.items()))


def link_back(
    briefings: Sequence[Briefing], targets: Mapping[str, LinkTarget]
) -> dict[str, tuple[Backlink, ...]]:
    """Give per briefing those whose prose links to it, newest first."""
    found: defaultdict[str, list[Backlink]] = defaultdict(list)
    for briefing in briefings:
        if briefing.status is Status.WITHDRAWN:
            continue
        for id_ in dict.fromkeys(_linked(briefing, targets)):
            if id_ != briefing.id:
                found[id_].append(Backlink(id=briefing.id))
    return {id_: tuple(found[id_]) for id_ in sorted(found)}


def _linked(briefing: Briefing, targets: Mapping[str, LinkTarget]) -> Iterator[str]:
    for link in find_links(briefing.body):
        target = targets.get(link.key)
        if target is not None and target.kind == "briefing":
            yield target.id


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
