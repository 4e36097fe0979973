"""Which articles belong in one briefing: copies of one wire text, and reports of one event.

What only may tell one event gets a briefing of its own and is proposed to the editor.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from briefings.link.copies import group_copies
from briefings.link.events import (
    Kernel,
    Likeness,
    Sureness,
    by_day,
    group_tellings,
    pairs_by_day,
    reason,
)
from briefings.link.tellings import Telling
from briefings.model import Briefing, Status
from briefings.pile import Pile
from briefings.sheaf import ReadOne, Sheaf


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Articles that belong in one briefing, by their paths."""

    held: str | None
    """The id of that briefing, where there is one already."""
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Articles that belong in one briefing, and that briefing where there is one already."""

    held: Briefing | None
    members: tuple[ReadOne, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Perhaps:
    """Two articles in different briefings that may tell one event; an editor decides."""

    new: str
    """Path of the article that came in."""
    other: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """What came of grouping the articles of a run."""

    groups: tuple[Group, ...]
    perhaps: tuple[Perhaps, ...]
    """The likeliest first."""


def group_events(sheaf: Sheaf, pile: Pile) -> Grouping:
    """Group the articles with one another and with what briefings hold.

    An article stays in the briefing that holds it, even where a copy is elsewhere: a person may
    have split them.
    """
    days = {day for path in sheaf if (day := sheaf[path].day) is not None}
    near = pile.near(days) | {path: sheaf[path].day for path in sheaf}

    def telling(path: str) -> Telling:
        return sheaf.telling(path) if path in sheaf else pile.telling(path)

    ordered = sorted(near, key=lambda path: (by_day(near[path]), path))
    pairs = pairs_by_day(map(telling, ordered))
    joined = group_tellings(_kernels(near.keys(), sheaf, pile), pairs)
    groups = [group for one in joined if (group := _group(one, sheaf))]
    home = {key: number for number, group in enumerate(joined) for k in group for key in k.keys}
    return Grouping(
        groups=tuple(sorted(groups, key=lambda group: sheaf[group.paths[0]].order)),
        perhaps=tuple(_perhaps(pairs, telling, home, sheaf, pile)),
    )


def each_event(grouping: Grouping, sheaf: Sheaf, pile: Pile) -> Iterator[Event]:
    """Give the events of a grouping, one after another."""
    return (event_of(group, sheaf, pile) for group in grouping.groups)


def event_of(group: Group, sheaf: Sheaf, pile: Pile) -> Event:
    """Give the articles of a group, and its briefing."""
    held = pile.briefing(group.held) if group.held else None
    return Event(held=held, members=tuple(map(sheaf.read, group.paths)))


def _kernels(keys: Set[str], sheaf: Sheaf, pile: Pile) -> list[Kernel]:
    """Put copies of one text together; a copy of what a briefing holds belongs there."""
    sketches = [(path, sheaf[path].sketch) for path in sheaf]
    kernels: list[Kernel] = []
    for copies in group_copies([*sketches, *pile.sketches(but=sheaf)]):
        holders = sorted({found.id for key in copies if (found := pile.holder(key))})
        homes: dict[str | None, list[str]] = {}
        for key in copies:
            own = pile.holder(key)
            if key in keys:
                home = own.id if own else next(iter(holders), None)
                homes.setdefault(home, []).append(key)
        kernels += [Kernel(keys=tuple(sorted(k)), held=home) for home, k in homes.items()]
    return kernels


def _group(kernels: Sequence[Kernel], sheaf: Sheaf) -> Group | None:
    """Give what is to be drafted together; nothing where only held articles are in it."""
    paths = [key for kernel in kernels for key in kernel.keys if key in sheaf]
    if not paths:
        return None
    held = next((kernel.held for kernel in kernels if kernel.held), None)
    return Group(held=held, paths=sheaf.sorted(paths))


def _perhaps(
    pairs: Mapping[tuple[str, str], Likeness],
    telling: Callable[[str], Telling],
    home: Mapping[str, int],
    sheaf: Sheaf,
    pile: Pile,
) -> Iterator[Perhaps]:
    """Give the likeliest pair of each two groups that may be one, where an article is new."""
    told: set[tuple[int, int]] = set()
    ranked = sorted(pairs, key=lambda pair: (-pairs[pair].score, pair))
    for a, b in ranked:
        new = [key for key in (a, b) if key in sheaf and pile.holder(key) is None]
        if home[a] == home[b] or not new or pairs[a, b].sureness is Sureness.NO:
            continue
        both = (min(home[a], home[b]), max(home[a], home[b]))
        if both not in told:
            told.add(both)
            one, other = (a, b) if a == new[0] else (b, a)
            yield Perhaps(new=one, other=other, why=reason(telling(one), telling(other)))


def is_decided(held: Briefing) -> bool:
    """Tell whether a person answers for a briefing, so that drafting leaves it alone."""
    return held.status is not Status.DRAFT or held.reviewed is not None or held.drafted is None
