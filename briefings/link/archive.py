"""[Briefing] → Archive: how all that is visible hangs together. Pure, and order-free."""

from collections.abc import Iterable, Sequence
from itertools import chain

from briefings.link.destinations import find_moved, list_targets, name_targets, story_targets
from briefings.link.differences import link_differences
from briefings.link.editions import link_editions
from briefings.link.memory import Memory
from briefings.link.names import link_names
from briefings.link.origins import count_origins
from briefings.link.passages import printed_texts
from briefings.link.reasons import Titles
from briefings.link.redirects import link_redirects
from briefings.link.sources import SourceBook, link_sources, link_topics
from briefings.link.targets import link_back, link_targets
from briefings.link.threads import (
    group_threads,
    link_stories,
    merged_ids,
    stories_by_briefing,
)
from briefings.link.visible import newest_first
from briefings.link.weeks import link_weeks
from briefings.model import Archive, Briefing, Edition, Registers


def link_archive(
    briefings: Iterable[Briefing],
    registers: Registers,
    editions: Sequence[Edition] = (),
    memory: Memory | None = None,
) -> Archive:
    """Link what is visible: stories, related, origins, names, sources, topics, links, editions.

    Args:
        briefings: those a reader may see (`visible`), in any order.
        registers: what the desk knows.
        editions: those an editor wrote a file for.
        memory: of the run before, where there is one; it changes the time, never the result.
    """
    memory = memory or Memory()
    shown = newest_first(briefings)
    book, sources = memory.book(registers), SourceBook(registers.sources)
    merged = merged_ids(registers.stories)
    threads = group_threads(shown, merged)
    paged = stories_by_briefing(threads)
    texts = printed_texts(shown)
    names, names_of = link_names(shown, book, paged)
    stories = link_stories(threads, registers.stories, names_of, sources, texts)
    origins = {one.id: count_origins(one.articles, sources, texts) for one in shown}
    topics = link_topics(shown, registers)
    outlets = link_sources(shown, sources)
    days = link_editions(shown, editions, origins)
    weeks = link_weeks(shown, editions, origins, paged)
    lists = list_targets(topics.values(), outlets.values(), (*days, *weeks))
    told = story_targets(stories, threads, registers, merged)
    targets = link_targets(shown, chain(told, name_targets(names, registers), lists))
    differences, differences_of = link_differences(threads, shown, sources)
    moved = find_moved(threads, merged, book)
    return Archive(
        briefings={one.id: one for one in shown},
        stories=stories,
        related=memory.related(shown, paged, Titles.of(stories, names, topics)),
        backlinks=link_back(shown, targets),
        origins=origins,
        differences=differences,
        differences_of=differences_of,
        names=names,
        names_of=names_of,
        topics=topics,
        sources=outlets,
        editions=days,
        weeks=weeks,
        targets=targets,
        redirects=link_redirects(registers.addresses, merged, targets, moved),
    )
