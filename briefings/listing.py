"""What has come in and is not used yet, grouped by event and ranked by what is new."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefings.event_drafts import DraftingDesk, brief
from briefings.events import Event, Grouping, each_event, is_decided
from briefings.link.additions import what_it_adds
from briefings.link.origins import count_origins
from briefings.link.sources import SourceBook
from briefings.model import JSON, Briefing, Origins, SourceArticle
from briefings.sheaf import Sheaf


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Articles of one event that no briefing stands on."""

    articles: tuple[SourceArticle, ...]
    """The first leads."""
    origins: Origins
    held: Briefing | None
    """The briefing that tells the event already."""
    adds: tuple[str, ...]
    """What it does not say yet."""
    story: str | None = None
    """The thread it goes on with."""
    perhaps: tuple[tuple[str, str], ...] = ()
    """(what may tell the same event, why): a briefing's id, or the headline of what waits too."""

    def is_late(self) -> bool:
        """Tell whether a person has decided on the briefing that tells the event."""
        return self.held is not None and is_decided(self.held)

    def newest(self) -> str:
        """Give the day of the newest article, to sort by; empty where none says it."""
        return max((one.date.isoformat()[:10] for one in self.articles if one.date), default="")

    def rank(self) -> tuple[int, int, int, bool]:
        """Say how new it is: the higher, the newer.

        What no briefing tells comes before what one may tell, and that before what is out; then
        more that a briefing lacks, more independent origins, and what begins a story.
        """
        told = 2 if self.is_late() else 1 if self.held or self.perhaps else 0
        return -told, len(self.adds), self.origins.at_most, self.story is None

    def as_json(self) -> JSON:
        """Give the group as plain values."""
        return {
            "headline": self.articles[0].title,
            "outlets": self.origins.outlets,
            "origins": self.origins.at_most,
            "briefing": self.held.id if self.held else None,
            "late": self.is_late(),
            "story": self.story,
            "adds": list(self.adds),
            "perhaps": [{"with": other, "why": why} for other, why in self.perhaps],
            "articles": [
                {
                    "path": one.path,
                    "headline": one.title,
                    "outlet": outlet_of(one),
                    "date": one.date.isoformat() if one.date else None,
                }
                for one in self.articles
            ],
        }


def outlet_of(article: SourceArticle) -> str | None:
    """Give the outlet an article states, else our guess at it."""
    return article.source or article.source_proposed


def list_waiting(grouping: Grouping, sheaf: Sheaf, desk: DraftingDesk) -> list[Waiting]:
    """List what waits: first what no briefing tells, from many independent outlets, newest."""
    book = SourceBook(desk.registers.sources)
    leads = {path: group.paths[0] for group in grouping.groups for path in group.paths}
    found = []
    for event in each_event(grouping, sheaf, desk.pile):
        draft = brief(Event(held=None, members=event.members), desk)
        new = [note for _, note in event.members]
        adds = _unique(what_it_adds(note, event.held) for note in new) if event.held else ()
        waiting = Waiting(
            articles=draft.articles,
            origins=count_origins(draft.articles, book),
            held=event.held,
            adds=adds,
            story=None if event.held else desk.pile.threads.home(draft),
            perhaps=_perhaps(event, grouping, leads, sheaf, desk),
        )
        found.append(waiting)
    # Sorting twice keeps what is of one rank in the order of the first: the newest before others.
    newest = sorted(found, key=lambda one: one.articles[0].path)
    newest.sort(key=Waiting.newest, reverse=True)
    return sorted(newest, key=Waiting.rank, reverse=True)


def _unique(lists: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for texts in lists for text in texts))[:3]


def _perhaps(
    event: Event, grouping: Grouping, leads: Mapping[str, str], sheaf: Sheaf, desk: DraftingDesk
) -> tuple[tuple[str, str], ...]:
    own = {article.path for article, _ in event.members}
    found: dict[str, str] = {}
    for one in grouping.perhaps:
        if not own & {one.new, one.other}:
            continue
        other = one.other if one.new in own else one.new
        held = desk.pile.holder(other)
        name = held.id if held else sheaf.read(leads[other])[0].title
        found.setdefault(name, one.why)
    return tuple(found.items())
