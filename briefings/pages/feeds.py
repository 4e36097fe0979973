"""Feeds: Atom (RFC 4287) of everything, each story, name, topic and source; RSS 2.0 of everything.

Every date comes from the briefings; the clock is never asked.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from itertools import islice
from xml.etree import ElementTree as ET

from briefings.model import Briefing, OutputFile
from briefings.pages.clean import clean_line
from briefings.pages.entries import Entry, is_fed, make_entry, updated_at
from briefings.pages.phrases import say
from briefings.pages.run import PagePlan, Run
from briefings.pages.shell import ATOM, RSS
from briefings.pages.urls import absolute

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""A feed without entries has not changed since time began."""
_FOLLOWED = 10
"""Entries of the feed of one story, name, topic or outlet: a site has thousands of such feeds."""
_DECLARED = "<?xml version='1.0' encoding='utf-8'?>\n"
_ATOM_NAMESPACE = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed, before its entries are made."""

    address: str
    page: str
    """The page it follows."""
    title: str
    briefings: tuple[str, ...]
    """Ids of those it carries, newest first."""


def feed_address(url: str) -> str:
    """Give the address of the feed of a page."""
    return url + "feed.xml"


def follow(run: Run, page: str, title: str, briefings: Iterable[str]) -> Iterator[PagePlan]:
    """Plan the feed of a page that lists these briefings."""
    feed = Feed(
        address=feed_address(page),
        page=page,
        title=f"{clean_line(title)} · {run.settings.site_name}",
        briefings=_carried(run, briefings, min(_FOLLOWED, run.settings.feed_items)),
    )
    yield PagePlan(url=feed.address, make=make_feed, of=(feed,))


def plan_site_feeds(run: Run) -> Iterator[PagePlan]:
    """Plan the two feeds of everything."""
    carried = _carried(run, run.archive.briefings, run.settings.feed_items)
    for address in (RSS, ATOM):
        feed = Feed(address=address, page="/", title=run.settings.site_name, briefings=carried)
        yield PagePlan(url=address, make=make_feed, of=(feed,))


def _carried(run: Run, briefings: Iterable[str], most: int) -> tuple[str, ...]:
    """Choose the newest; drafts only where they are the site."""
    fed = (id_ for id_ in briefings if is_fed(run, run.archive.briefings[id_]))
    return tuple(islice(fed, most))


def make_feed(run: Run, feed: Feed) -> OutputFile:
    """Make a feed; a briefing's entry is made once, however many feeds carry it."""
    if feed.address == RSS:
        entries = [make_entry(run, briefing) for briefing in run.briefings(feed.briefings)]
        return _file(RSS, _rss(run, feed, entries))
    return _file(feed.address, _atom(run, feed), "".join(run.entries[b] for b in feed.briefings))


def fed_entry(run: Run, briefing: Briefing) -> str:
    """Make the entry of a briefing as Atom has it."""
    return ET.tostring(_atom_entry(make_entry(run, briefing)), encoding="unicode")


def _atom(run: Run, feed: Feed) -> ET.Element:
    """Give all of an Atom feed but its entries."""
    site = run.settings.site_url
    root = ET.Element("feed", {"xmlns": _ATOM_NAMESPACE, "xml:lang": run.settings.language})
    _add(root, "id", absolute(site, feed.address))
    _add(root, "title", clean_line(feed.title))
    if run.settings.site_description and feed.page == "/":
        _add(root, "subtitle", clean_line(run.settings.site_description))
    changes = (updated_at(run, briefing) for briefing in run.briefings(feed.briefings))
    _add(root, "updated", max(changes, default=_NEVER).isoformat())
    _add(root, "link", rel="self", type="application/atom+xml", href=absolute(site, feed.address))
    _add(root, "link", rel="alternate", type="text/html", href=absolute(site, feed.page))
    _add(_add(root, "author"), "name", clean_line(run.settings.site_name))
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
    latest = max((entry.updated for entry in entries), default=_NEVER)
    _add(channel, "lastBuildDate", format_datetime(latest))
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


def _add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, tag, attributes)
    element.text = text
    return element


def _file(address: str, root: ET.Element, entries: str = "") -> OutputFile:
    """Write a feed, its entries put in where it ends."""
    text = ET.tostring(root, encoding="unicode")
    end = text.rindex("</")
    content = f"{_DECLARED}{text[:end]}{entries}{text[end:]}".encode()
    return OutputFile(path=address.removeprefix("/"), content=content)
