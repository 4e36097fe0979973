"""The three forms of a feed: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1, from the same entries."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from typing import Literal
from xml.etree import ElementTree as ET

from briefings.model import JSON
from briefings.pages.clean import clean_line, escape_signs
from briefings.pages.entries import Entry
from briefings.pages.phrases import say
from briefings.pages.urls import absolute
from briefings.settings import Settings

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""A feed without entries has not changed since time began."""
_DECLARED = "<?xml version='1.0' encoding='utf-8'?>\n"
_ATOM_NAMESPACE = "http://www.w3.org/2005/Atom"
_RSS_NAMESPACES = {
    "xmlns:atom": _ATOM_NAMESPACE,
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}
_LINE_ENDS = "\u2028\u2029"
"""Line ends to scripts, words to JSON."""


Carries = Literal["whole", "summary", "line"]
"""What entries hold: all that a briefing says; its summary and sources; its first sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed, before its entries are made."""

    address: str
    page: str
    """The page it follows."""
    title: str
    briefings: tuple[str, ...]
    """Ids of those it carries, newest first."""
    carries: Carries = "whole"


def atom_feed(
    settings: Settings, feed: Feed, changes: Sequence[datetime], entries: Sequence[str]
) -> str:
    """Write an Atom feed.

    Args:
        settings: the desk.
        feed: what it is of.
        changes: when each entry changed last.
        entries: as `atom_entry` writes them.
    """
    site = settings.site_url
    root = ET.Element("feed", {"xmlns": _ATOM_NAMESPACE, "xml:lang": settings.language})
    _add(root, "id", absolute(site, feed.address))
    _add(root, "title", clean_line(feed.title))
    if settings.site_description and feed.page == "/":
        _add(root, "subtitle", clean_line(settings.site_description))
    _add(root, "updated", max(changes, default=_NEVER).isoformat())
    _add(root, "link", rel="self", type="application/atom+xml", href=absolute(site, feed.address))
    _add(root, "link", rel="alternate", type="text/html", href=absolute(site, feed.page))
    _add(_add(root, "author"), "name", clean_line(settings.site_name))
    return _written(root, "".join(entries))


def atom_entry(entry: Entry) -> str:
    """Write an entry as Atom has it."""
    element = ET.Element("entry", {"xml:lang": entry.language})
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "link", rel="alternate", type="text/html", href=entry.url)
    _add(element, "published", entry.published.isoformat())
    _add(element, "updated", entry.updated.isoformat())
    if entry.summary:
        _add(element, "summary", entry.summary)
    _add(element, "content", entry.html, type="html")
    return ET.tostring(element, encoding="unicode")


def rss_feed(settings: Settings, feed: Feed, entries: Sequence[Entry]) -> str:
    """Write an RSS feed; what RSS has no element for is said by Atom and Dublin Core."""
    root = ET.Element("rss", {"version": "2.0", **_RSS_NAMESPACES})
    channel = ET.SubElement(root, "channel")
    _add(channel, "title", clean_line(feed.title))
    _add(channel, "link", absolute(settings.site_url, feed.page))
    _add(channel, "description", _description(settings, feed))
    _add(channel, "language", settings.language)
    if settings.licence:
        _add(channel, "copyright", clean_line(settings.licence))
    latest = max((entry.updated for entry in entries), default=_NEVER)
    _add(channel, "lastBuildDate", format_datetime(latest))
    self_url = absolute(settings.site_url, feed.address)
    _add(channel, "atom:link", rel="self", type="application/rss+xml", href=self_url)
    for entry in entries:
        _rss_item(ET.SubElement(channel, "item"), settings, entry)
    return _written(root)


def _rss_item(item: ET.Element, settings: Settings, entry: Entry) -> None:
    _add(item, "title", entry.title)
    _add(item, "link", entry.url)
    _add(item, "guid", entry.id, isPermaLink="false")
    _add(item, "pubDate", format_datetime(entry.published))
    _add(item, "dc:creator", clean_line(settings.site_name))
    _add(item, "dc:language", entry.language)
    for topic in entry.topics:
        _add(item, "category", topic)
    # Readers take a description for HTML, so words are escaped once more than XML asks.
    _add(item, "description", escape(entry.summary or entry.title, quote=False))
    if entry.html:
        _add(item, "content:encoded", entry.html)
    _add(item, "atom:updated", entry.updated.isoformat())


def json_feed(settings: Settings, feed: Feed, entries: Sequence[Entry]) -> str:
    """Write a JSON Feed."""
    site = settings.site_url
    value: JSON = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": clean_line(feed.title),
        "description": _description(settings, feed),
        "home_page_url": absolute(site, feed.page),
        "feed_url": absolute(site, feed.address),
        "language": settings.language,
        "authors": [{"name": clean_line(settings.site_name), "url": site}],
        "items": [_json_item(entry) for entry in entries],
    }
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return escape_signs(text, _LINE_ENDS)


def _json_item(entry: Entry) -> JSON:
    item: dict[str, JSON] = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary if entry.html else "",
        "content_html": entry.html,
        "content_text": "" if entry.html else entry.summary or entry.title,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "language": entry.language,
        "tags": list(entry.topics),
    }
    return {key: value for key, value in item.items() if value not in ("", [])}


def _description(settings: Settings, feed: Feed) -> str:
    if feed.page != "/":
        return clean_line(feed.title)
    return clean_line(settings.site_description) or say(settings.language, "feed_all")


def _add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, tag, attributes)
    element.text = text
    return element


def _written(root: ET.Element, entries: str = "") -> str:
    """Write a feed, ready entries put in where it ends."""
    text = ET.tostring(root, encoding="unicode")
    end = text.rindex("</")
    return f"{_DECLARED}{text[:end]}{entries}{text[end:]}"
