"""Destinations: everything a link or an old address may lead to."""

from collections.abc import Iterator

from briefings.link.addresses import (
    briefing_url,
    edition_url,
    name_url,
    source_url,
    story_url,
    topic_url,
    week_url,
)
from briefings.link.calendar import Calendar
from briefings.link.heads import HeadBook
from briefings.link.profiles import label
from briefings.link.reads import Reads, record_cell
from briefings.link.registry import Registry
from briefings.link.shelf import ADDRESS, NAME, SLUG, STORY, Shelf
from briefings.link.threads import story_title
from briefings.model import BriefingHead, LinkTarget, NameKind

_KINDS = {kind.address(): kind for kind in NameKind}


class Destinations:
    """What each key means, looked up one at a time."""

    def __init__(
        self, shelf: Shelf, registry: Registry, heads: HeadBook, calendar: Calendar, reads: Reads
    ) -> None:
        self._shelf, self._registry, self._reads = shelf, registry, reads
        self._stories, self._names = heads.stories, heads.names
        self._topics, self._sources = heads.topics, heads.sources
        self._days, self._weeks = calendar.days, calendar.weeks

    def find(self, key: str) -> LinkTarget | None:
        """Give what a link's key leads to; None where nothing answers to it.

        A briefing answers to its id, to `briefing:ID`, and to its slug where no other has it; a
        merged thread's key leads to the one that survives.
        """
        kind, colon, own = key.partition(":")
        if not colon:
            return self._briefing(key) or self._slug(key)
        if kind == "briefing":
            return self._briefing(own)
        if kind == "story":
            return self._story(own)
        if kind in _KINDS:
            return self._name(_KINDS[kind], own)
        if kind == "edition":
            return self._edition(own)
        return self._list(kind, own)

    def keys(self) -> Iterator[str]:
        """Give every key that leads somewhere or is known, sorted; slow, for suggestions."""
        shelf, registers = self._shelf, self._registry.registers
        every = {*shelf.ids(), *shelf.keys(SLUG)}
        every |= {f"briefing:{id_}" for id_ in shelf.ids()}
        threads = {*shelf.keys(STORY), *self._registry.merged, *self._registry.stories}
        every |= {f"story:{thread}" for thread in threads}
        names = {*self._names, *((one.kind, one.id) for one in registers.names)}
        every |= {f"{kind.address()}:{id_}" for kind, id_ in names}
        every |= {f"topic:{id_}" for id_ in self._topics}
        every |= {f"source:{id_}" for id_ in self._sources}
        every |= {f"edition:{one.id()}" for one in (*self._days, *self._weeks)}
        return iter(sorted(key for key in every if self.find(key)))

    def moved(self, key: str) -> str | None:
        """Give the `kind:id` that a `kind:id` lives on as: a thread of one, a registered name.

        A thread nobody is in any more lives on where the briefing went that it began with.
        """
        kind, _, own = key.partition(":")
        if kind == "story":
            thread = self._registry.merged.get(own, own)
            members = self._shelf.members(STORY, thread)
            if not members:
                return self._where_it_went(thread)
            return f"briefing:{members[0].id}" if len(members) == 1 else None
        name = _KINDS.get(kind)
        now = self._registry.old_names.get((name, own)) if name else None
        return f"{kind}:{now}" if now is not None and now != own else None

    def present(self) -> set[str]:
        """Give every address that is a page of something linked."""
        found = set(self._shelf.keys(ADDRESS))
        found |= {story_url(id_) for id_ in self._stories}
        found |= {name_url(*key) for key, head in self._names.items() if head.has_page}
        found |= {topic_url(id_) for id_ in self._topics}
        found |= {source_url(id_) for id_ in self._sources}
        found |= {edition_url(day) for day in self._days.days()}
        return found | {week_url(day) for day in self._weeks.days()}

    def _where_it_went(self, thread: str) -> str | None:
        first = self._shelf.told(thread)
        if first is None:
            return None
        now = self._registry.thread(first.story)
        return f"story:{now}" if now in self._stories else f"briefing:{first.id}"

    def _briefing(self, id_: str) -> LinkTarget | None:
        briefing = self._shelf.told(id_)
        return _to_briefing(briefing) if briefing else None

    def _slug(self, slug: str) -> LinkTarget | None:
        members = self._shelf.members(SLUG, slug)
        return self._briefing(members[0].id) if len(members) == 1 else None

    def _story(self, thread: str) -> LinkTarget | None:
        now = self._registry.merged.get(thread, thread)
        self._reads.note(record_cell(STORY, now))
        if now in self._stories:
            title = self._stories[now].name
            return LinkTarget(kind="story", id=now, title=title, url=story_url(now))
        members = self._shelf.members(STORY, now)
        oldest = self._shelf.told(members[-1].id) if members else None
        known = now in self._registry.stories or thread in self._registry.merged
        if oldest is None and not known:
            return None
        record = self._registry.stories.get(now)
        own = (record.title if record else None) or now
        title = story_title(now, oldest, self._registry) if oldest else own
        return LinkTarget(kind="story", id=now, title=title, url=None)

    def _name(self, kind: NameKind, id_: str) -> LinkTarget | None:
        head = self._names.get((kind, id_))
        self._reads.note(record_cell(NAME, label((kind, id_))))
        record = self._registry.names.record((kind, id_))
        if head is None and record is None:
            return None
        title = head.name if head else record.name if record else id_
        url = name_url(kind, id_) if head and head.has_page else None
        return LinkTarget(kind=kind.address(), id=id_, title=title, url=url)

    def _list(self, kind: str, own: str) -> LinkTarget | None:
        if kind == "topic":
            head, url = self._topics.get(own), topic_url(own)
        else:
            head, url = self._sources.get(own), source_url(own)
        if kind not in {"topic", "source"} or head is None or head.id != own:
            return None
        return LinkTarget(kind=kind, id=own, title=head.name, url=url)

    def _edition(self, own: str) -> LinkTarget | None:
        weekly = "W" in own
        days = self._weeks if weekly else self._days
        for day in days.days():
            url = week_url(day) if weekly else edition_url(day)
            if url == f"/edition/{own}/":
                return LinkTarget(kind="edition", id=own, title=own, url=url)
        return None


def _to_briefing(briefing: BriefingHead) -> LinkTarget:
    url = briefing_url(briefing)
    return LinkTarget(kind="briefing", id=briefing.id, title=briefing.title, url=url)
