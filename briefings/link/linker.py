"""The linker: each part of the archive from the shelf, when somebody asks for it.

Nothing here looks at the whole archive but lists of keys. What a part was made from is noted
(`link/reads.py`), so that a build knows which pages a change can reach.
"""

from collections.abc import Callable, Sequence
from datetime import date

from briefings.link.calendar import Calendar
from briefings.link.current import Newest
from briefings.link.destinations import Destinations
from briefings.link.diary import DiaryBook
from briefings.link.differences import find_differences
from briefings.link.heads import HeadBook
from briefings.link.namebook import NameKey, names_in, speakers_in
from briefings.link.names import all_names, name_entry
from briefings.link.noted import NotedShelf
from briefings.link.origins import count_origins
from briefings.link.passages import printed_by
from briefings.link.profiles import label
from briefings.link.questions import Asked
from briefings.link.reads import Cells, Reads, Together, Value, record_cell
from briefings.link.reasons import Titles
from briefings.link.redirects import link_redirects
from briefings.link.registry import Registry
from briefings.link.related import choose_related
from briefings.link.shelf import (
    DAY,
    LINK,
    MONTH,
    NAME,
    SLUG,
    SOURCE,
    STORY,
    TEXT,
    TOPIC,
    Member,
    Shelf,
    day_of,
    standing_of,
)
from briefings.link.threads import is_story, make_story
from briefings.model import (
    Archive,
    Backlink,
    BriefingHead,
    Difference,
    Edition,
    NameEntry,
    Origins,
    Related,
    SourceEntry,
    Story,
    TopicEntry,
)

_SEVERAL = 2


class Linker:
    """Puts the archive's parts together, one at a time."""

    def __init__(
        self, shelf: Shelf, registry: Registry, editions: Sequence[Edition], reads: Reads
    ) -> None:
        self._shelf, self._registry, self._reads = NotedShelf(shelf, reads), registry, reads
        self.heads = HeadBook(self._shelf, registry, reads)
        self._told = self._each(self._shelf.told)
        self._stories = self._each(self._thread)
        self._origins = self._each(self._count_origins)
        self._texts = self._cells(self._printed, TEXT)
        self._differences = self._cells(self._differing, STORY)
        self._calendar = Calendar(self._shelf, editions, self._origins, self._stories, reads)
        self._destinations = Destinations(self._shelf, registry, self.heads, self._calendar, reads)
        self._diary = DiaryBook(registry, reads)
        self._newest = Newest(shelf, registry, reads)
        self._moved = Cells(reads, self._redirects, lambda: [""])

    def archive(self) -> Archive:
        """Give the archive, nothing of it worked out yet."""
        reads, where = self._reads, self._destinations
        return Archive(
            briefings=self._each(self._shelf.briefing),
            told=self._told,
            minutes=self._each(self._shelf.minutes),
            story_of=self._stories,
            stories=self._cells(self._story, STORY),
            related=self._each(self._related),
            backlinks=self._each(self._backlinks),
            origins=self._origins,
            differences=self._differences,
            differences_of=self._each(self._own_differences),
            names=Cells(reads, self._name, lambda: all_names(self._shelf.keys(NAME))),
            mentions=Cells(reads, self._mentions, lambda: all_names(self._shelf.keys(NAME))),
            names_of=self._each(self._names_of),
            topics=self._cells(self._topic, TOPIC),
            sources=self._cells(self._source, SOURCE),
            editions=self._calendar.days,
            weeks=self._calendar.weeks,
            months=Cells(reads, self._month, lambda: self._shelf.keys(MONTH)[::-1]),
            targets=Cells(reads, where.find, where.keys),
            redirects=Together(lambda: self._moved[""]),
            story_heads=self.heads.stories,
            topic_heads=self.heads.topics,
            source_heads=self.heads.sources,
            name_heads=self.heads.names,
            speakers_of=self._each(self._speakers_of),
            entry_days=self._cells(self._entry_days, STORY),
            stories_on=Cells(reads, self._stories_on, self._calendar.days.days),
            ask=Asked(self._shelf, reads, where, self._diary, self._newest).questions(),
        )

    def _cells(self, make: Callable[[str], Value | None], kind: str) -> Cells[str, Value]:
        return Cells(self._reads, make, lambda: self._shelf.keys(kind))

    def _each(self, make: Callable[[str], Value | None]) -> Cells[str, Value]:
        return Cells(self._reads, make, self._shelf.ids)

    def _there(self, members: Sequence[Member]) -> list[BriefingHead]:
        found = (self._shelf.told(member.id) for member in members)
        return [briefing for briefing in found if briefing is not None]

    # Threads.

    def _thread(self, id_: str) -> str | None:
        briefing = self._shelf.told(id_)
        thread = self._registry.thread(briefing.story) if briefing else None
        return thread if thread is not None and thread in self.heads.stories else None

    def _story(self, thread: str) -> Story | None:
        members = self._there(self._shelf.members(STORY, thread))
        if not is_story(members):
            return None
        self._reads.note(record_cell(STORY, thread))
        return make_story(thread, members, self._registry, self._texts)

    def _entry_days(self, thread: str) -> tuple[date, ...] | None:
        members = self._shelf.members(STORY, thread)
        if not is_story(members):
            return None
        return tuple(day_of(member) for member in members if member.standing)

    def _stories_on(self, day: date) -> tuple[str, ...] | None:
        """Give the stories with a standing entry in an edition, each once."""
        own = day.isoformat()
        marks = self._shelf.marks_beside(DAY, own, (STORY,))
        standing = [one.id for one in self._shelf.members(DAY, own) if one.standing]
        threads = dict.fromkeys(mark.key for id_ in standing for mark in marks[id_])
        return tuple(thread for thread in threads if thread in self.heads.stories)

    def _differing(self, thread: str) -> tuple[Difference, ...] | None:
        members = self._there(self._shelf.members(STORY, thread))
        if not is_story(members):
            return None
        return find_differences(members, self._registry.sources) or None

    def _own_differences(self, id_: str) -> tuple[Difference, ...] | None:
        """Give those a briefing is a side of; in no story of several, those of its articles."""
        story, briefing = self._stories.get(id_), self._shelf.told(id_)
        if story is not None:
            known = self._differences.get(story, ())
        elif briefing is not None and len(briefing.articles) >= _SEVERAL:
            known = find_differences([briefing], self._registry.sources)
        else:
            return None
        return tuple(one for one in known if any(c.briefing == id_ for c in one.claims)) or None

    # One briefing.

    def _count_origins(self, id_: str) -> Origins | None:
        briefing = self._shelf.told(id_)
        if briefing is None:
            return None
        return count_origins(briefing.articles, self._registry.sources, self._texts)

    def _printed(self, digest: str) -> tuple[str, ...] | None:
        """Give what briefings print of an article."""
        members = self._shelf.members(TEXT, digest)
        found = (self._shelf.briefing(member.id) for member in members)
        printed = (text for one in found if one is not None for text in printed_by(one))
        return tuple(dict.fromkeys(printed)) or None

    def _related(self, id_: str) -> tuple[Related, ...] | None:
        briefing = self._shelf.told(id_)
        if briefing is None or self._shelf.pairs.profile(id_) is None:
            return None
        heads = self.heads
        titles = Titles(stories=heads.stories, names=heads.names, topics=heads.topics)
        return choose_related(briefing, self._told, self._shelf.pairs, titles)

    def _backlinks(self, id_: str) -> tuple[Backlink, ...] | None:
        """Give those whose prose links here, newest first."""
        briefing = self._shelf.told(id_)
        if briefing is None:
            return None
        ways = [id_, f"briefing:{id_}"]
        slug = briefing.slug()
        if len(self._shelf.members(SLUG, slug)) == 1 and self._shelf.told(slug) is None:
            ways.append(slug)
        found = {member for way in ways for member in self._shelf.members(LINK, way)}
        ids = dict.fromkeys(member.id for member in sorted(found) if member.id != id_)
        return tuple(Backlink(id=other) for other in ids) or None

    def _names_of(self, id_: str) -> tuple[NameKey, ...] | None:
        briefing = self._shelf.told(id_)
        return names_in(briefing, self._registry.names) if briefing else None

    def _speakers_of(self, id_: str) -> tuple[NameKey | None, ...] | None:
        briefing = self._shelf.told(id_)
        return speakers_in(briefing, self._registry.names) if briefing else None

    # What several briefings share.

    def _name(self, key: NameKey) -> NameEntry | None:
        heads = self.heads
        self._reads.note(record_cell(NAME, label(key)))
        return name_entry(key, self._shelf, self._registry, heads.names, heads.stories)

    def _mentions(self, key: NameKey) -> tuple[str, ...] | None:
        members = standing_of(self._shelf.members(NAME, label(key)))
        return tuple(member.id for member in members) or None

    def _topic(self, topic: str) -> TopicEntry | None:
        head = self.heads.topics.get(topic)
        if head is None:
            return None
        record, (ids, days) = self._registry.topics.get(topic), self._listed(TOPIC, topic)
        return TopicEntry(id=head.id, name=head.name, record=record, briefings=ids, days=days)

    def _source(self, source: str) -> SourceEntry | None:
        head = self.heads.sources.get(source)
        if head is None or head.id != source:
            return None
        ids, days = self._listed(SOURCE, source)
        return SourceEntry(id=source, name=head.name, record=head.record, briefings=ids, days=days)

    def _month(self, month: str) -> tuple[str, ...] | None:
        return self._listed(MONTH, month)[0] or None

    def _listed(self, kind: str, key: str) -> tuple[tuple[str, ...], tuple[date, ...]]:
        """Give the ids of the briefings under a mark, and their editions."""
        members = self._shelf.members(kind, key)
        return tuple(one.id for one in members), tuple(map(day_of, members))

    def _redirects(self, _: str) -> dict[str, str]:
        where, registry = self._destinations, self._registry
        return link_redirects(registry, where.present(), where.find, where.moved)
