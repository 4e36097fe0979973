"""Which articles belong in one briefing.

Here copies of one wire text share a briefing and every other article gets its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from briefings.link.copies import group_copies
from briefings.model import Article, Briefing, Note
from briefings.pile import Pile

ReadOne = tuple[Article, Note]
"""An article and its note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Articles that belong in one briefing, and that briefing where there is one already."""

    held: Briefing | None
    members: tuple[ReadOne, ...]


def group_events(read: Sequence[ReadOne], pile: Pile) -> list[Event]:
    """Group the articles: copies of one wire text together, and with what a briefing holds.

    An article stays in the briefing that holds it, even where a copy is elsewhere: a person may
    have split them.
    """
    by_path = {article.path: (article, note) for article, note in read}
    sketches = [(article.path, note.sketch) for article, note in read]
    groups: dict[tuple[str, str], list[ReadOne]] = {}
    for keys in group_copies([*sketches, *pile.sketches(but=by_path)]):
        holders = sorted({found.id for key in keys if (found := pile.holder(key))})
        for key in keys:
            own = pile.holder(key)
            home = own.id if own else next(iter(holders), None)
            if key in by_path:
                group = ("briefing", home) if home else ("copies", keys[0])
                groups.setdefault(group, []).append(by_path[key])
    events = [
        Event(
            held=pile.briefing(name) if kind == "briefing" else None,
            members=tuple(sorted(members, key=_order)),
        )
        for (kind, name), members in groups.items()
    ]
    return sorted(events, key=lambda event: _order(event.members[0]))


def _order(read: ReadOne) -> tuple[bool, str, str]:
    article = read[0]
    return article.date is None, article.date.isoformat() if article.date else "", article.digest
