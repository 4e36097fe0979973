"""Feeds: Atom (RFC 4287) of everything, each story, name, topic and source; RSS 2.0 of everything.

Every date comes from the briefings; the clock is never asked.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from xml.etree import ElementTree as ET

from briefings.link.addresses import source_url, story_url, topic_url
from briefings.model import OutputFile
from briefings.pages.clean import clean_line
from briefings.pages.entries import Entry, is_fed, make_entry
from briefings.pages.marks import name_address
from briefings.pages.phrases import say
from briefings.pages.run import Run
from briefings.pages.shell import ATOM, RSS
from briefings.pages.story import feed_address
from briefings.pages.urls import absolute

_ATOM_NAMESPACE = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed, before its entries are made."""

    address: str
    page: str
    """The page it follows."""
    title: str
    briefings: tuple[str, ...]


def make_feeds(run: Run) -> Iterator[OutputFile]:
    """Make every feed; a briefing's entry is made once, however many feeds carry it."""
    made: dict[str, Entry] = {}
    elements: dict[str, ET.Element] = {}
    for feed in plan_feeds(run):
        listed = [b for b in run.briefings(feed.briefings) if is_fed(run, b)]
        listed = listed[: run.settings.feed_items]
        for briefing in listed:
            if briefing.id not in made:
                made[briefing.id] = make_entry(run, briefing)
                elements[briefing.id] = _atom_entry(made[briefing.id])
        entries = [made[briefing.id] for briefing in listed]
        if feed.address == RSS:
            yield _file(RSS, _rss(run, feed, entries))
        else:
            atom = _atom(run, feed, entries, [elements[b.id] for b in listed])
            yield _file(feed.address, atom)


def plan_feeds(run: Run) -> Iterator[Feed]:
    """Plan the feeds of the site and of every page that has one."""
    archive = run.archive
    name = run.settings.site_name
    everything = tuple(archive.briefings)
    yield Feed(address=RSS, page="/", title=name, briefings=everything)
    yield Feed(address=ATOM, page="/", title=name, briefings=everything)
    followed: list[tuple[str, str, tuple[str, ...]]] = [
        *((story_url(s.id), s.title, s.briefings) for s in archive.stories.values()),
        *((name_address(n), n.name, n.briefings) for n in archive.names.values() if n.has_page),
        *((topic_url(t.id), t.name, t.briefings) for t in archive.topics.values()),
        *((source_url(s.id), s.name, s.briefings) for s in archive.sources.values()),
    ]
    for page, title, briefings in followed:
        if page in run.addresses:
            feed_title = f"{clean_line(title)} · {name}"
            yield Feed(address=feed_address(page), page=page, title=feed_title, briefings=briefings)


def _atom(
    run: Run, feed: Feed, entries: Sequence[Entry], elements: Iterable[ET.Element]
) -> ET.Element:
    site = run.settings.site_url
    root = ET.Element("feed", {"xmlns": _ATOM_NAMESPACE, "xml:lang": run.settings.language})
    _add(root, "id", absolute(site, feed.address))
    _add(root, "title", clean_line(feed.title))
    if run.settings.site_description and feed.page == "/":
        _add(root, "subtitle", clean_line(run.settings.site_description))
    _add(root, "updated", _latest(entries).isoformat())
    _add(root, "link", rel="self", type="application/atom+xml", href=absolute(site, feed.address))
    _add(root, "link", rel="alternate", type="text/html", href=absolute(site, feed.page))
    _add(_add(root, "author"), "name", clean_line(run.settings.site_name))
    root.extend(elements)
    return root


def _atom_entry(entry: Entry) -> ET.Element:
    element = ET.Element("entry", {"xml:lang": entry.language})
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "link", rel="alternate", type="text/html", href=entry.url)
    _add(element, "published", entry.published.isoformat())
    _add(element, "updated", entry.updated.isoformat())
    if entry.summary:
        _add(element, "summary", entry.summary)
    _add(element, "content", entry.html, type="html")
    return element


def _rss(run: Run, feed: Feed, entries: Sequence[Entry]) -> ET.Element:
    settings = run.settings
    root = ET.Element("rss", {"version": "2.0", "xmlns:atom": _ATOM_NAMESPACE})
    channel = ET.SubElement(root, "channel")
    _add(channel, "title", clean_line(feed.title))
    _add(channel, "link", absolute(settings.site_url, feed.page))
    described = clean_line(settings.site_description) or say(settings.language, "feed_all")
    _add(channel, "description", described)
    _add(channel, "language", settings.language)
    _add(channel, "lastBuildDate", format_datetime(_latest(entries)))
    self_url = absolute(settings.site_url, feed.address)
    _add(channel, "atom:link", rel="self", type="application/rss+xml", href=self_url)
    for entry in entries:
        item = ET.SubElement(channel, "item")
        _add(item, "title", entry.title)
        _add(item, "link", entry.url)
        _add(item, "guid", entry.id, isPermaLink="false")
        _add(item, "pubDate", format_datetime(entry.published))
        _add(item, "description", entry.html)
    return root


def _latest(entries: Iterable[Entry]) -> datetime:
    """Give the latest change; a feed without entries has not changed since time began."""
    return max((entry.updated for entry in entries), default=datetime(1970, 1, 1, tzinfo=UTC))


def _add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, tag, attributes)
    element.text = text
    return element


def _file(address: str, root: ET.Element) -> OutputFile:
    content = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return OutputFile(path=address.removeprefix("/"), content=content)
