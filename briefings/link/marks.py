"""Marks: by what a briefing is found, from it and the registers alone."""

from collections import defaultdict
from collections.abc import Iterator

from briefings.link.addresses import briefing_url
from briefings.link.namebook import NameKey, names_in
from briefings.link.profiles import label
from briefings.link.registry import Registry
from briefings.link.shelf import (
    ADDRESS,
    CORRECTED,
    DAY,
    IMAGE,
    LINK,
    MONTH,
    NAME,
    SLUG,
    SOURCE,
    STORY,
    TEXT,
    TOPIC,
    WEEK,
    Mark,
)
from briefings.link.targets import find_links
from briefings.model import Briefing, Status, week_id


def marks_of(briefing: Briefing, registry: Registry) -> tuple[Mark, ...]:
    """Give what a briefing is found by, each once."""
    found: dict[tuple[str, str], Mark] = {}
    for mark in _marks(briefing, registry):
        found.setdefault((mark.kind, mark.key), mark)
    return tuple(found.values())


def _marks(briefing: Briefing, registry: Registry) -> Iterator[Mark]:
    day = briefing.edition
    yield Mark(ADDRESS, briefing_url(briefing))
    yield Mark(SLUG, briefing.slug())
    yield Mark(DAY, day.isoformat())
    yield Mark(WEEK, week_id(day))
    yield Mark(MONTH, f"{day:%Y-%m}")
    thread = registry.thread(briefing.story)
    if thread:
        yield Mark(STORY, thread)
    yield from (Mark(TOPIC, topic) for topic in briefing.topics)
    yield from _outlets(briefing, registry)
    yield from _names(briefing, registry)
    if briefing.corrections:
        yield Mark(CORRECTED, "")
    if briefing.status is not Status.WITHDRAWN:
        if briefing.image:
            yield Mark(IMAGE, briefing.image.file)
        yield from (Mark(TEXT, article.digest) for article in briefing.articles)
        yield from (Mark(LINK, link.key) for link in find_links(briefing.body))


def _outlets(briefing: Briefing, registry: Registry) -> Iterator[Mark]:
    stated: defaultdict[str, list[str]] = defaultdict(list)
    for article in briefing.articles:
        source = registry.sources.source_of(article)
        if source is not None:
            stated[source].append(article.source or "")
    yield from (Mark(SOURCE, source, tuple(words)) for source, words in stated.items())


def _names(briefing: Briefing, registry: Registry) -> Iterator[Mark]:
    printed: defaultdict[NameKey, list[str]] = defaultdict(list)
    for key, name in registry.names.told(briefing).printed:
        printed[key].append(name)
    for key in names_in(briefing, registry.names):
        yield Mark(NAME, label(key), tuple(printed.get(key, ())))
