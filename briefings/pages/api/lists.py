"""Lists of the API: everything of a kind that has a page, each with how much there is of it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from briefings.link.addresses import edition_url, source_url, story_url, topic_url
from briefings.link.profiles import read_label
from briefings.link.shelf import DAY, NAME, SOURCE, STORY, TOPIC
from briefings.model import JSON, Tally
from briefings.pages.api.briefings import name_key
from briefings.pages.feeds import feed_address
from briefings.pages.jsonld import Node, node
from briefings.pages.marks import name_address
from briefings.pages.run import Run
from briefings.pages.urls import absolute, safe_url


def _editions(run: Run) -> Iterator[Node]:
    for day, tally in sorted(run.archive.ask.tallies(DAY).items(), reverse=True):
        url = absolute(run.settings.site_url, edition_url(date.fromisoformat(day)))
        yield {"date": day, "url": url, "briefings": tally.briefings}


def _stories(run: Run) -> Iterator[Node]:
    for id_, tally in run.archive.ask.tallies(STORY).items():
        if head := run.archive.story_heads.get(id_):
            yield _item(run, id_, head.name, story_url(id_), tally)


def _topics(run: Run) -> Iterator[Node]:
    for id_, tally in run.archive.ask.tallies(TOPIC).items():
        if head := run.archive.topic_heads.get(id_):
            yield _item(run, id_, head.name, topic_url(id_), tally)


def _sources(run: Run) -> Iterator[Node]:
    for id_, tally in run.archive.ask.tallies(SOURCE).items():
        head = run.archive.source_heads.get(id_)
        if head is None or head.id != id_:
            continue
        record = head.record
        known: Node = {
            "type": record.kind if record else None,
            "owner": record.owner if record else None,
            "home": safe_url(record.url) if record else None,
        }
        yield node(_item(run, id_, head.name, source_url(id_), tally) | known)


def _names(run: Run) -> Iterator[Node]:
    for label, tally in run.archive.ask.tallies(NAME).items():
        head = run.archive.name_heads.get(read_label(label))
        if head is None or not head.has_page:
            continue
        known: Node = {"type": head.kind.value, "same_as": safe_url(head.same_as)}
        yield node(_item(run, name_key(head), head.name, name_address(head), tally) | known)


def _item(run: Run, id_: str, name: str, url: str, tally: Tally) -> Node:
    site = run.settings.site_url
    return {
        "id": id_,
        "name": name,
        "url": absolute(site, url),
        "feed": absolute(site, feed_address(url)),
        "briefings": tally.briefings,
        "latest": tally.latest.isoformat(),
    }


def _listed(items: Callable[[Run], Iterator[Node]]) -> Callable[[Run], list[JSON]]:
    return lambda run: list[JSON](items(run))


LISTS: Final[Mapping[str, Callable[[Run], list[JSON]]]] = MappingProxyType(
    {
        "editions": _listed(_editions),
        "stories": _listed(_stories),
        "topics": _listed(_topics),
        "sources": _listed(_sources),
        "names": _listed(_names),
    }
)
"""By the name of the document."""
