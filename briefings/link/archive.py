"""[Briefing] → Archive: how all that is visible hangs together. Pure, and order-free."""

from collections.abc import Iterable, Sequence
from itertools import chain

from briefings.link.destinations import find_moved, list_targets, name_targets, story_targets
from briefings.link.differences import link_differences
from briefings.link.editions import link_editions
from briefings.link.namebook import NameBook
from briefings.link.names import link_names
from briefings.link.origins import count_origins
from briefings.link.profiles import profile_of
from briefings.link.reasons import Titles
from briefings.link.redirects import link_redirects
from briefings.link.related import link_related
from briefings.link.sources import SourceBook, link_sources, link_topics
from briefings.link.targets import link_back, link_targets
from briefings.link.threads import group_threads, has_page, link_stories, merged_ids
from briefings.link.visible import newest_first
from briefings.model import Archive, Briefing, Edition, Registers


def link_archive(
    briefings: Iterable[Briefing], registers: Registers, editions: Sequence[Edition] = ()
) -> Archive:
    """Link what is visible: stories, related, origins, names, sources, topics, links, editions.

    Args:
        briefings: those a reader may see (`visible`), in any order.
        registers: what the desk knows.
        editions: those an editor wrote a file for.
    """
    shown = newest_first(briefings)
    book, sources = NameBook(registers.names), SourceBook(registers.sources)
    merged = merged_ids(registers.stories)
    threads = group_threads(shown, merged)
    told = {thread: members for thread, members in threads.items() if has_page(members)}
    paged = {one.id: thread for thread, members in told.items() for one in members}
    names, names_of = link_names(shown, book, paged)
    stories = link_stories(threads, registers.stories, names_of, sources)
    origins = {one.id: count_origins(one.articles, sources) for one in shown}
    topics = link_topics(shown, registers)
    outlets = link_sources(shown, sources)
    days = link_editions(shown, editions, origins)
    targets = link_targets(
        shown,
        chain(
            story_targets(stories, threads, registers, merged),
            name_targets(names, registers),
            list_targets(topics.values(), outlets.values(), days),
        ),
    )
    profiles = {one.id: profile_of(one, book, paged.get(one.id)) for one in shown}
    differences, differences_of = link_differences(told, shown, sources)
    moved = find_moved(threads, merged, book)
    return Archive(
        briefings={one.id: one for one in shown},
        stories=stories,
        related=link_related(shown, profiles, Titles.of(stories, names, topics)),
        backlinks=link_back(shown, targets),
        origins=origins,
        differences=differences,
        differences_of=differences_of,
        names=names,
        names_of=names_of,
        topics=topics,
        sources=outlets,
        editions=days,
        targets=targets,
        redirects=link_redirects(registers.addresses, merged, targets, moved),
    )
