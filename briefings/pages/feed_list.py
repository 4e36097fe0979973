"""All feeds: a page for people, and an OPML file for their readers."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

from briefings.link.addresses import source_url, story_url, topic_url
from briefings.model import OutputFile, PageModel
from briefings.pages.clean import clean_line
from briefings.pages.feeds import feed_addresses
from briefings.pages.marks import name_address
from briefings.pages.motion import running_stories
from briefings.pages.phrases import say
from briefings.pages.registers import sort_key
from briefings.pages.run import PagePlan, Run
from briefings.pages.shell import ATOM, FEEDS, JSON_FEED, OPML, RSS, make_page, make_shell, type_of
from briefings.pages.urls import absolute
from briefings.pages.views import FeedGroup, FeedItem, FeedLink, FeedsView, Link

_FORMS = {
    "application/atom+xml": "Atom",
    "application/rss+xml": "RSS",
    "application/feed+json": "JSON Feed",
}
_EVERYTHING = (ATOM, RSS, JSON_FEED)


class Followed(NamedTuple):
    """Something that can be followed."""

    name: str
    page: str
    feeds: tuple[str, ...]
    """Addresses, Atom first."""


def plan_feed_list(run: Run) -> Iterator[PagePlan]:
    """Plan the page and the OPML file."""
    del run
    yield PagePlan(url=FEEDS, make=make_feeds)
    yield PagePlan(url=OPML, make=make_opml)


def make_feeds(run: Run) -> PageModel:
    """Make the page: everything, topics, outlets, and the stories in motion."""
    language = run.settings.language
    title, lede = say(language, "feeds"), say(language, "feeds_lede")
    groups = [
        _group(run, "feeds_everything", [_everything(run)]),
        _group(run, "topics", _topics(run)),
        _group(run, "running", _running(run), ("/stories/", "feeds_of_stories")),
        _group(run, "sources", _sources(run)),
        _group(run, "names", (), ("/names/", "feeds_of_names")),
    ]
    view = FeedsView(
        title=title,
        lede=lede,
        groups=[group for group in groups if group["items"] or group["more"]],
        opml=Link(href=run.href(FEEDS, OPML), title=say(language, "feeds_all_of_them")),
    )
    feeds = [(address, run.settings.site_name) for address in (RSS, JSON_FEED)]
    shell = make_shell(run, FEEDS, title, description=lede, section="feeds/", feeds=feeds)
    return make_page(FEEDS, "feeds.html", shell, view)


def make_opml(run: Run) -> OutputFile:
    """Make the OPML 2.0 file: everything that can be followed, once each, as Atom."""
    root = ET.Element("opml", {"version": "2.0"})
    ET.SubElement(ET.SubElement(root, "head"), "title").text = clean_line(run.settings.site_name)
    body = ET.SubElement(root, "body")
    _outline(run, body, _everything(run))
    for key, followed in (
        ("topics", _topics(run)),
        ("stories", _stories(run)),
        ("sources", _sources(run)),
        ("names", _names(run)),
    ):
        listed = list(followed)
        if listed:
            group = ET.SubElement(body, "outline", {"text": say(run.settings.language, key)})
            for one in listed:
                _outline(run, group, one)
    text = ET.tostring(root, encoding="unicode")
    declared = f"<?xml version='1.0' encoding='utf-8'?>\n{text}"
    return OutputFile(path=OPML.removeprefix("/"), content=declared.encode())


def _outline(run: Run, parent: ET.Element, one: Followed) -> None:
    site = run.settings.site_url
    values = {
        "type": "rss",
        "text": clean_line(one.name),
        "xmlUrl": absolute(site, one.feeds[0]),
        "htmlUrl": absolute(site, one.page),
    }
    ET.SubElement(parent, "outline", values)


def _group(
    run: Run, key: str, followed: Iterable[Followed], more: tuple[str, str] | None = None
) -> FeedGroup:
    language = run.settings.language
    way = Link(href=run.href(FEEDS, more[0]), title=say(language, more[1])) if more else None
    return FeedGroup(title=say(language, key), items=[_item(run, f) for f in followed], more=way)


def _item(run: Run, one: Followed) -> FeedItem:
    return FeedItem(
        page=Link(href=run.href(FEEDS, one.page), title=one.name),
        feeds=[
            FeedLink(href=run.href(FEEDS, feed), title=_FORMS[kind], type=kind)
            for feed in one.feeds
            if (kind := type_of(feed))
        ],
    )


def _everything(run: Run) -> Followed:
    return Followed(run.settings.site_name, "/", _EVERYTHING)


def _topics(run: Run) -> list[Followed]:
    heads = sorted(run.archive.topic_heads.values(), key=lambda h: (sort_key(h.name), h.id))
    urls = ((head.name, topic_url(head.id)) for head in heads)
    return [_followed(name, url) for name, url in urls]


def _sources(run: Run) -> list[Followed]:
    heads = run.archive.source_heads
    own = [head for key, head in heads.items() if head.id == key]
    own.sort(key=lambda head: (sort_key(head.name), head.id))
    return [_followed(head.name, source_url(head.id)) for head in own]


def _running(run: Run) -> list[Followed]:
    newest, heads = run.newest(), run.archive.story_heads
    running = running_stories(run, newest, most=None) if newest else []
    return [_followed(heads[id_].name, story_url(id_)) for id_ in running]


def _stories(run: Run) -> list[Followed]:
    heads = sorted(run.archive.story_heads.values(), key=lambda h: (sort_key(h.name), h.id))
    return [_followed(head.name, story_url(head.id)) for head in heads]


def _names(run: Run) -> list[Followed]:
    heads = [head for head in run.archive.name_heads.values() if head.has_page]
    heads.sort(key=lambda head: (sort_key(head.name), head.kind.value, head.id))
    return [_followed(head.name, name_address(head)) for head in heads]


def _followed(name: str, url: str) -> Followed:
    return Followed(name, url, tuple(feed_addresses(url)))
