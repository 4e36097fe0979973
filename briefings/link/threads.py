"""Threads: the stories that briefings name, with what each entry added."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from briefings.link.namebook import NameKey
from briefings.link.origins import count_origins
from briefings.link.sources import SourceBook
from briefings.link.wording import content_words, is_repeat
from briefings.model import Briefing, PointKind, Status, Story, StoryRecord

Key = TypeVar("Key", bound=Hashable)

_LEAST = 2


def merged_ids(records: Iterable[StoryRecord]) -> dict[str, str]:
    """Give for each merged thread the one that survives; a circle of mergers is left alone."""
    into = {old: record.id for record in records for old in record.merged if old != record.id}
    survivors: dict[str, str] = {}
    for old in sorted(into):
        seen, now = {old}, into[old]
        while now in into and now not in seen:
            seen.add(now)
            now = into[now]
        if now not in into:
            survivors[old] = now
    return survivors


def thread_of(briefing: Briefing, merged: Mapping[str, str]) -> str | None:
    """Give the surviving thread a briefing names."""
    return merged.get(briefing.story, briefing.story) if briefing.story else None


def group_threads(
    briefings: Sequence[Briefing], merged: Mapping[str, str]
) -> dict[str, list[Briefing]]:
    """Give the briefings of every thread, in the order given; threads of one too."""
    threads: defaultdict[str, list[Briefing]] = defaultdict(list)
    for briefing in briefings:
        thread = thread_of(briefing, merged)
        if thread is not None:
            threads[thread].append(briefing)
    return {thread: threads[thread] for thread in sorted(threads)}


def has_page(members: Sequence[Briefing]) -> bool:
    """Tell whether a thread is a story; a thread of one has no page."""
    return len(members) >= _LEAST


def stories_by_briefing(threads: Mapping[str, Sequence[Briefing]]) -> dict[str, str]:
    """Give the thread of each briefing, for threads that have a page."""
    return {
        one.id: thread
        for thread, members in threads.items()
        if has_page(members)
        for one in members
    }


def link_stories(
    threads: Mapping[str, Sequence[Briefing]],
    records: Iterable[StoryRecord],
    names_of: Mapping[str, tuple[NameKey, ...]],
    book: SourceBook,
    texts: Mapping[str, Sequence[str]],
) -> dict[str, Story]:
    """Give every thread of two or more briefings, each newest first."""
    known = {record.id: record for record in records}
    return {
        thread: _story(thread, briefings, known.get(thread), names_of, book, texts)
        for thread, briefings in threads.items()
        if has_page(briefings)
    }


def _story(
    thread: str,
    briefings: Sequence[Briefing],
    record: StoryRecord | None,
    names_of: Mapping[str, tuple[NameKey, ...]],
    book: SourceBook,
    texts: Mapping[str, Sequence[str]],
) -> Story:
    standing = [one for one in briefings if one.status is not Status.WITHDRAWN] or briefings
    articles = [article for one in standing for article in one.articles]
    names = [key for one in standing for key in names_of.get(one.id, ())]
    outlets = [source for a in articles if (source := book.source_of(a)) is not None]
    return Story(
        id=thread,
        title=(record.title if record else None) or briefings[-1].title,
        record=record,
        briefings=tuple(one.id for one in briefings),
        new=_added(briefings),
        origins=count_origins(articles, book, texts),
        names=tuple(key for key, count in _ranked(names) if count >= _LEAST),
        sources=tuple(source for source, _ in _ranked(outlets)),
        topics=tuple(topic for topic, _ in _ranked([t for one in standing for t in one.topics])),
    )


def _ranked(keys: Iterable[Key]) -> list[tuple[Key, int]]:
    return sorted(Counter(keys).items(), key=lambda item: (-item[1], str(item[0])))


def _added(briefings: Sequence[Briefing]) -> dict[str, tuple[str, ...]]:
    """Give what each entry said that none before it had; all of the first is new."""
    said: list[frozenset[str]] = []
    added: dict[str, tuple[str, ...]] = {}
    for briefing in reversed(briefings):
        points = () if briefing.status is Status.WITHDRAWN else briefing.key_points
        news = [point.text for point in points if point.kind is PointKind.NEWS]
        added[briefing.id] = tuple(text for text in news if not is_repeat(text, said))
        said.extend(content_words(point.text) for point in points)
    return {briefing.id: added[briefing.id] for briefing in briefings}
