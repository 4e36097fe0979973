"""Which articles belong in one briefing: copies of one wire text, and reports of one event.

What only may tell one event gets a briefing of its own and is proposed to the editor.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefings.link.copies import group_copies
from briefings.link.events import (
    Kernel,
    Likeness,
    Sureness,
    find_pairs,
    group_tellings,
    reason,
)
from briefings.link.tellings import Telling, telling_of
from briefings.model import Article, Briefing, Note, Status
from briefings.pile import Pile

ReadOne = tuple[Article, Note]
"""An article and its note."""


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

    events: tuple[Event, ...]
    perhaps: tuple[Perhaps, ...]
    """The likeliest first."""


def group_events(read: Sequence[ReadOne], pile: Pile) -> Grouping:
    """Group the articles with one another and with what briefings hold.

    An article stays in the briefing that holds it, even where a copy is elsewhere: a person may
    have split them.
    """
    by_path = {article.path: (article, note) for article, note in read}
    tellings = {article.path: telling_of(article, note) for article, note in read}
    days = {day for telling in tellings.values() if (day := telling.day()) is not None}
    near = pile.tellings(days)
    tellings = {**{telling.key: telling for telling in near}, **tellings}
    pairs = find_pairs(tellings.values())
    groups = group_tellings(_kernels(tellings, by_path, pile), pairs)
    events = [event for group in groups if (event := _event(group, by_path, pile))]
    home = {key: number for number, group in enumerate(groups) for k in group for key in k.keys}
    new = {path for path in by_path if pile.holder(path) is None}
    return Grouping(
        events=tuple(sorted(events, key=lambda event: _order(event.members[0]))),
        perhaps=_perhaps(pairs, tellings, home, new),
    )


def _kernels(
    tellings: Mapping[str, Telling], by_path: Mapping[str, ReadOne], pile: Pile
) -> list[Kernel]:
    """Put copies of one text together; a copy of what a briefing holds belongs there."""
    sketches = [(path, note.sketch) for path, (_, note) in by_path.items()]
    kernels: list[Kernel] = []
    for keys in group_copies([*sketches, *pile.sketches(but=by_path)]):
        holders = sorted({found.id for key in keys if (found := pile.holder(key))})
        homes: dict[str | None, list[str]] = {}
        for key in keys:
            own = pile.holder(key)
            if key in tellings:
                home = own.id if own else next(iter(holders), None)
                homes.setdefault(home, []).append(key)
        kernels += [Kernel(keys=tuple(sorted(k)), held=home) for home, k in homes.items()]
    return kernels


def _event(group: Sequence[Kernel], by_path: Mapping[str, ReadOne], pile: Pile) -> Event | None:
    """Give what is to be drafted of a group; nothing where only held articles are in it."""
    members = [by_path[key] for kernel in group for key in kernel.keys if key in by_path]
    if not members:
        return None
    held = next((kernel.held for kernel in group if kernel.held), None)
    return Event(
        held=pile.briefing(held) if held else None,
        members=tuple(sorted(members, key=_order)),
    )


def _perhaps(
    pairs: Mapping[tuple[str, str], Likeness],
    tellings: Mapping[str, Telling],
    home: Mapping[str, int],
    new: set[str],
) -> tuple[Perhaps, ...]:
    """Give the likeliest pair of each two groups that may be one, where an article is new."""
    best: dict[tuple[int, int], Perhaps] = {}
    ranked = sorted(pairs, key=lambda pair: (-pairs[pair].score, pair))
    for a, b in ranked:
        if home[a] == home[b] or not {a, b} & new or pairs[a, b].sureness is Sureness.NO:
            continue
        one, other = (a, b) if a in new else (b, a)
        both = (min(home[a], home[b]), max(home[a], home[b]))
        why = reason(tellings[one], tellings[other])
        best.setdefault(both, Perhaps(new=one, other=other, why=why))
    return tuple(best.values())


def is_decided(held: Briefing) -> bool:
    """Tell whether a person answers for a briefing, so that drafting leaves it alone."""
    return held.status is not Status.DRAFT or held.reviewed is not None or held.drafted is None


def _order(read: ReadOne) -> tuple[bool, str, str]:
    article = read[0]
    return article.date is None, article.date.isoformat() if article.date else "", article.digest
