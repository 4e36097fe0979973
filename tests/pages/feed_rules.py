"""What the specifications ask of feeds, as far as a program can tell: each rule a line."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from xml.etree import ElementTree as ET

from lxml import html

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_RFC822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r" \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}"
)
_RFC3339 = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}([+-]\d{2}:\d{2}|Z)")
_TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}:briefing/\S+")
_JSON_ITEM = {"id", "url", "title", "summary", "content_html", "date_published", "date_modified"}


def faults_of(address: str, content: bytes) -> list[str]:
    """List where a feed breaks the rules of its form.

    Args:
        address: its full address.
        content: the file.
    """
    if address.endswith(".json"):
        return list(_json_faults(address, json.loads(content)))
    root = ET.fromstring(content)
    if root.tag == "rss":
        return list(_rss_faults(address, root))
    return list(_atom_faults(address, root))


def _atom_faults(address: str, feed: ET.Element) -> Iterator[str]:
    """RFC 4287, sections 4.1.1, 4.1.2 and 4.2.7."""
    if feed.tag != f"{ATOM}feed":
        yield "the root is no atom:feed"
    links = feed.findall(f"{ATOM}link")
    if [link.get("href") for link in links if link.get("rel") == "self"] != [address]:
        yield "rel=self is not the feed's own address"
    if not feed.findtext(f"{ATOM}author/{ATOM}name"):
        yield "neither feed nor entries have an author"
    entries = feed.findall(f"{ATOM}entry")
    for element in (feed, *entries):
        for tag in ("id", "title", "updated"):
            if len(element.findall(f"{ATOM}{tag}")) != 1:
                yield f"{tag} does not stand exactly once"
        if not _RFC3339.fullmatch(element.findtext(f"{ATOM}updated", "")):
            yield "updated is no RFC 3339 time"
        if not element.get(LANG):
            yield "no language"
        title = element.find(f"{ATOM}title")
        if title is not None and title.get("type", "text") != "text":
            yield "a title is no plain text"
    ids = [entry.findtext(f"{ATOM}id", "") for entry in entries]
    yield from _id_faults(ids)
    for entry in entries:
        if entry.find(f"{ATOM}link[@rel='alternate']") is None:
            yield "an entry has no link"
        yield from _content_faults(entry.findtext(f"{ATOM}content", ""))


def _rss_faults(address: str, rss: ET.Element) -> Iterator[str]:
    """RSS 2.0.11, and what the W3C's service says beyond it."""
    channel = rss.find("channel")
    if rss.get("version") != "2.0" or channel is None:
        yield "no RSS 2.0"
        return
    for tag in ("title", "link", "description"):
        if not channel.findtext(tag):
            yield f"no {tag}"
    if [link.get("href") for link in channel.findall(f"{ATOM}link")] != [address]:
        yield "atom:link is not the feed's own address"
    items = channel.findall("item")
    dates = [channel.findtext("lastBuildDate", ""), *(i.findtext("pubDate", "") for i in items)]
    yield from (f"{date!r} is no RFC 822 time" for date in dates if not _RFC822.fullmatch(date))
    yield from _id_faults([item.findtext("guid", "") for item in items])
    for item in items:
        guid = item.find("guid")
        if guid is None or guid.get("isPermaLink") != "false":
            yield "a guid that is no address does not say so"
        if "<" in item.findtext("description", ""):
            yield "a description is no plain text"
        if (content := item.findtext(f"{CONTENT}encoded")) is not None:
            yield from _content_faults(content)


def _json_faults(address: str, feed: dict[str, Any]) -> Iterator[str]:
    """JSON Feed 1.1."""
    if feed["version"] != "https://jsonfeed.org/version/1.1":
        yield "no JSON Feed 1.1"
    if feed["feed_url"] != address or not feed["home_page_url"].startswith("https://"):
        yield "feed_url is not the feed's own address"
    if not all(author.get("name") for author in feed["authors"]):
        yield "an author has no name"
    yield from _id_faults([item["id"] for item in feed["items"]])
    for item in feed["items"]:
        if item.keys() - _JSON_ITEM - {"language", "tags", "content_text"}:
            yield f"unknown keys: {sorted(item)}"
        for key in ("date_published", "date_modified"):
            if not _RFC3339.fullmatch(item[key]) or not datetime.fromisoformat(item[key]).tzinfo:
                yield f"{key} is no RFC 3339 time"
        if ("content_html" in item) == bool(item.get("content_text")):
            yield "an item has content in one form, HTML or text"
        yield from _content_faults(item.get("content_html") or "text")


def _id_faults(ids: list[str]) -> Iterator[str]:
    if len(set(ids)) != len(ids):
        yield "an id stands twice"
    yield from (f"{id_!r} is no tag URI" for id_ in ids if not _TAG.fullmatch(id_))


def _content_faults(content: str) -> Iterator[str]:
    if not content.strip():
        yield "an entry has no content"
        return
    tree = html.fromstring(f"<div>{content}</div>")
    for element in tree.iter():
        if element.tag in {"script", "style", "iframe", "object", "form", "svg"}:
            yield f"content holds {element.tag}"
        for key, value in element.attrib.items():
            if str(key).startswith("on") or key == "style":
                yield f"content holds {key}"
            if key in {"href", "src"} and not re.match(r"https?://|mailto:", str(value)):
                yield f"a relative address: {value!r}"
