"""Destinations: everything beside briefings that a link or an old address may lead to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefings.link.addresses import (
    edition_url,
    name_url,
    source_url,
    story_url,
    topic_url,
    week_url,
)
from briefings.link.namebook import NameBook, NameKey
from briefings.model import (
    Briefing,
    Edition,
    LinkTarget,
    NameEntry,
    Registers,
    SourceEntry,
    Story,
    TopicEntry,
)


def story_targets(
    stories: Mapping[str, Story],
    threads: Mapping[str, Sequence[Briefing]],
    registers: Registers,
    merged: Mapping[str, str],
) -> Iterator[tuple[str, LinkTarget]]:
    """Give threads by key: a page from two briefings on, a title alone for less.

    A merged thread's key leads to the one that survives.
    """
    titles = {thread: members[-1].title for thread, members in threads.items()}
    titles |= {one.id: one.title or titles.get(one.id, one.id) for one in registers.stories}
    titles |= {story.id: story.title for story in stories.values()}
    for thread in sorted({*titles, *merged}):
        now = merged.get(thread, thread)
        url = story_url(now) if now in stories else None
        target = LinkTarget(kind="story", id=now, title=titles.get(now, now), url=url)
        yield f"story:{thread}", target


def name_targets(
    names: Mapping[NameKey, NameEntry], registers: Registers
) -> Iterator[tuple[str, LinkTarget]]:
    """Give names by key; one without a page is known and leads nowhere."""
    titles = {(record.kind, record.id): record.name for record in registers.names}
    titles |= {key: entry.name for key, entry in names.items()}
    for key in sorted(titles, key=lambda key: (key[0].value, key[1])):
        entry = names.get(key)
        url = name_url(*key) if entry and entry.has_page else None
        kind = key[0].address()
        yield f"{kind}:{key[1]}", LinkTarget(kind=kind, id=key[1], title=titles[key], url=url)


def list_targets(
    topics: Iterable[TopicEntry], sources: Iterable[SourceEntry], editions: Iterable[Edition]
) -> Iterator[tuple[str, LinkTarget]]:
    """Give subjects, outlets and editions by key."""
    for topic in topics:
        yield _target("topic", topic.id, topic.name, topic_url(topic.id))
    for source in sources:
        yield _target("source", source.id, source.name, source_url(source.id))
    for edition in editions:
        own = edition.id()
        url = week_url(edition.date) if edition.weekly else edition_url(edition.date)
        yield _target("edition", own, own, url)


def _target(kind: str, own: str, title: str, url: str) -> tuple[str, LinkTarget]:
    return f"{kind}:{own}", LinkTarget(kind=kind, id=own, title=title, url=url)


def find_moved(
    threads: Mapping[str, Sequence[Briefing]], merged: Mapping[str, str], book: NameBook
) -> dict[str, str]:
    """Give `kind:id` that lives on as another: a thread of one, a name since registered."""
    alone = {
        thread: f"briefing:{members[0].id}"
        for thread, members in threads.items()
        if len(members) == 1
    }
    moved = {f"story:{thread}": target for thread, target in alone.items()}
    moved |= {f"story:{old}": alone[now] for old, now in merged.items() if now in alone}
    for (kind, old), now in book.old_ids().items():
        if old != now:
            moved[f"{kind.address()}:{old}"] = f"{kind.address()}:{now}"
    return moved
