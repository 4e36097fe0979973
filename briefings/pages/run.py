"""One run: what every page is made from, and the questions pages ask of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Self

from briefings.model import Archive, Briefing, Moment, PageModel, SourceEntry, Status, Story
from briefings.pages.locales import tag_of
from briefings.pages.reading import minutes_of
from briefings.pages.urls import relative, rooted
from briefings.settings import Settings
from briefings.text.slugs import slugify

NOT_FOUND = "/404.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage:
    """A page an editor wrote under `content/pages/`: about, the corrections policy."""

    url: str
    """From the site's root, ending in `/`."""
    title: str
    markdown: str
    path: str
    """Of its file, from the desk's folder."""
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePlan:
    """A page that will exist, before the work of making it."""

    url: str
    make: Callable[[], PageModel]
    changed: Moment | None = None
    """When its content last changed, as far as the briefings say."""
    indexable: bool = True
    """Whether search engines are asked to list it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The archive, the settings, and the ways back that the archive does not hold."""

    archive: Archive
    settings: Settings
    plain: tuple[PlainPage, ...]
    drafts: bool
    story_of: Mapping[str, str]
    """Briefing id to story id."""
    topics_of: Mapping[str, tuple[str, ...]]
    """Briefing id to topic ids, in the order the briefing gives."""
    outlets: Mapping[str, SourceEntry]
    """By id, name and alias."""
    minutes: Mapping[str, int]
    """What each briefing takes to read."""
    corrected: tuple[Briefing, ...]
    """Those with corrections, newest first."""
    addresses: frozenset[str] = frozenset()
    """Of every page this run makes."""

    @classmethod
    def of(
        cls, archive: Archive, settings: Settings, plain: Sequence[PlainPage], *, drafts: bool
    ) -> Self:
        """Turn the archive's lists round once, so that no page searches it."""
        return cls(
            archive=archive,
            settings=settings,
            plain=tuple(sorted(plain, key=lambda page: page.url)),
            drafts=drafts,
            story_of=archive.story_of,
            topics_of=MappingProxyType(_topics_of(archive)),
            outlets=MappingProxyType(_outlets(archive.sources.values())),
            minutes=MappingProxyType(
                {id_: minutes_of(one) for id_, one in archive.briefings.items()}
            ),
            corrected=archive.corrected(),
        )

    def href(self, from_url: str, to_url: str) -> str:
        """Give the href from one page of this run to another."""
        if from_url == NOT_FOUND:
            return rooted(self.settings.site_url, to_url)
        return relative(from_url, to_url)

    def story(self, briefing: Briefing) -> Story | None:
        """Find the thread a briefing belongs to, where that has a page."""
        id_ = self.story_of.get(briefing.id)
        return self.archive.stories[id_] if id_ else None

    def outlet(self, source: str | None) -> SourceEntry | None:
        """Find the outlet an article names, by id, name or alias."""
        if source is None:
            return None
        return self.outlets.get(source) or self.outlets.get(slugify(source))

    def briefings(self, ids: Iterable[str]) -> tuple[Briefing, ...]:
        """Give the visible ones among these, in their order."""
        every = self.archive.briefings
        return tuple(every[id_] for id_ in ids if id_ in every)

    def newest(self) -> date | None:
        """Give the day of the newest edition, to which everything running is relative."""
        return self.archive.editions[0].date if self.archive.editions else None

    def language(self, tag: str) -> str:
        """Give the language of a page about something in this language."""
        return tag_of(tag, self.settings.language)

    def is_preview(self) -> bool:
        """Tell whether this is the desk's own look at its drafts, not the site."""
        return self.drafts and not self.settings.publish_drafts

    def is_indexable(self, briefing: Briefing) -> bool:
        """Tell whether search engines may list a briefing: drafts only where they are the site."""
        if self.is_preview():
            return False
        return briefing.status is not Status.DRAFT or self.settings.publish_drafts


def is_withdrawn(briefing: Briefing) -> bool:
    """Tell whether nothing of a briefing but its title and its corrections may be shown."""
    return briefing.status is Status.WITHDRAWN


def _topics_of(archive: Archive) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for topic in archive.topics.values():
        for id_ in topic.briefings:
            found.setdefault(id_, []).append(topic.id)
    return {
        id_: tuple(sorted(topics, key=lambda topic: _rank(archive.briefings.get(id_), topic)))
        for id_, topics in found.items()
    }


def _rank(briefing: Briefing | None, topic: str) -> tuple[int, str]:
    order = briefing.topics if briefing else ()
    return (order.index(topic) if topic in order else len(order), topic)


def _outlets(entries: Iterable[SourceEntry]) -> dict[str, SourceEntry]:
    listed = sorted(entries, key=lambda entry: entry.id)
    found: dict[str, SourceEntry] = {}
    for entry in listed:
        for key in entry.record.aliases if entry.record else ():
            found.setdefault(key, entry)
    found.update({entry.name: entry for entry in listed})
    found.update({entry.id: entry for entry in listed})
    return found
