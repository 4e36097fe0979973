"""One run: what every page is made from, and the questions pages ask of it.

Whatever a page asks here is noted (`link/reads.py`): ask for a head where a title is enough.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

from briefings.model import (
    Archive,
    BriefingHead,
    File,
    Head,
    PageModel,
    PlainPage,
    SourceHead,
    Status,
)
from briefings.model.pickling import pickle_quickly
from briefings.pages.locales import tag_of
from briefings.pages.phrases import has_words
from briefings.pages.urls import absolute, relative, rooted
from briefings.settings import Settings
from briefings.store.reviews import is_edited_since

NOT_FOUND = "/404.html"
OFFLINE = "/offline.html"
"""What a browser shows in place of a page it does not keep."""
ANYWHERE = ""
"""Where a letter is read: its links are whole addresses."""
_SHOWN_ELSEWHERE = frozenset({NOT_FOUND, OFFLINE})
"""Pages that stand at any address, so their links start at the host's root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePlan:
    """A page or a file that will exist, before the work of making it."""

    url: str
    make: Callable[..., PageModel | File]
    """A function of a module, which takes the run and then what stands in `of`."""
    of: tuple[object, ...] = ()
    """All that planning found out: texts, days, tuples. The same `of`, the same question."""
    found: bool = False
    """Whether search finds it: those pages are made first, and indexed beside the rest."""

    def made(self, run: "Run") -> PageModel | File:
        """Do the work."""
        return self.make(run, *self.of)


pickle_quickly([PagePlan])


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The archive, the settings, and what is worked out once for many pages."""

    archive: Archive
    settings: Settings
    plain: tuple[PlainPage, ...]
    drafts: bool
    edited: Mapping[str, bool]
    """Whether the words of each are no longer those somebody reviewed."""
    entries: Mapping[str, Any] = field(default_factory=dict)
    """What Atom feeds carry of each briefing, as text (`feeds.fed_entry`)."""
    brief: Mapping[str, Any] = field(default_factory=dict)
    """The same with the summary alone."""
    carried: Mapping[str, Any] = field(default_factory=dict)
    """The same before it is written (`entries.make_entry`): asked for the few in other feeds."""
    lines: Mapping[str, Any] = field(default_factory=dict)
    """The same with one sentence (`entries.make_line`)."""

    @classmethod
    def of(
        cls, archive: Archive, settings: Settings, plain: Sequence[PlainPage], *, drafts: bool
    ) -> Self:
        """Begin; nothing is worked out yet."""
        return cls(
            archive=archive,
            settings=settings,
            plain=tuple(sorted(plain, key=lambda page: page.url)),
            drafts=drafts,
            edited=archive.ask.memo(lambda id_: is_edited_since(archive.briefings[id_])),
        )

    def href(self, from_url: str, to_url: str) -> str:
        """Give the href from one page of this run to another."""
        if from_url == ANYWHERE:
            return absolute(self.settings.site_url, to_url)
        if from_url in _SHOWN_ELSEWHERE:
            return rooted(self.settings.site_url, to_url)
        return relative(from_url, to_url)

    def story(self, briefing: BriefingHead) -> Head | None:
        """Find the thread a briefing belongs to, where that has a page."""
        id_ = self.archive.story_of.get(briefing.id)
        return self.archive.story_heads[id_] if id_ else None

    def topics(self, topics: Iterable[str]) -> list[Head]:
        """Find the subjects among these that have a page, each once, in their order."""
        found = (self.archive.topic_heads.get(topic) for topic in dict.fromkeys(topics))
        return [head for head in found if head is not None]

    def outlet(self, stated: str | None) -> SourceHead | None:
        """Find the outlet an article names, by id, name or alias."""
        return self.archive.source_heads.get(stated) if stated else None

    def briefings(self, ids: Iterable[str]) -> tuple[BriefingHead, ...]:
        """Give what lists say of the visible ones among these, in their order."""
        every = self.archive.told
        return tuple(every[id_] for id_ in ids if id_ in every)

    def newest(self) -> date | None:
        """Give the day of the newest edition, to which everything running is relative."""
        return next(iter(self.archive.editions.days()), None)

    def language(self, tag: str) -> str:
        """Give the language of words as `lang` may hold it."""
        return tag_of(tag, self.settings.language)

    def page_language(self, tag: str) -> str:
        """Give the language of a page about something in this language.

        It is the desk's where the words of the interface do not come in the other.
        """
        return self.language(tag) if has_words(tag) else self.settings.language

    def is_preview(self) -> bool:
        """Tell whether this is the desk's own look at its drafts, not the site."""
        return self.drafts and not self.settings.publish_drafts

    def is_indexable(self, briefing: BriefingHead) -> bool:
        """Tell whether search engines may list a briefing: drafts only where they are the site."""
        if self.is_preview():
            return False
        return briefing.status is not Status.DRAFT or self.settings.publish_drafts


def is_withdrawn(briefing: BriefingHead) -> bool:
    """Tell whether nothing of a briefing but its title and its corrections may be shown."""
    return briefing.status is Status.WITHDRAWN
