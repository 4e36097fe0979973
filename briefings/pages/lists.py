"""Lists by day: a topic, a source, a month. Long ones are cut in blocks that never move.

Blocks are counted from the oldest and hold `pages_per_list` briefings; the newest page also holds
what does not fill a block yet. So a new briefing changes the newest page alone, and once in a
while the one before it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from briefings.link.addresses import source_url, topic_url
from briefings.model import Briefing, PageModel, Rights, SourceEntry, TopicEntry
from briefings.pages.cards import by_day
from briefings.pages.locales import month
from briefings.pages.phrases import count, say
from briefings.pages.run import PagePlan, Run
from briefings.pages.shell import make_page, make_shell
from briefings.pages.story import feed_address
from briefings.pages.urls import host_of, safe_url
from briefings.pages.views import Link, ListView


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One page of a list, its briefings newest first."""

    url: str
    briefings: tuple[Briefing, ...]
    newer: str | None
    older: str | None


def cut_blocks(base: str, briefings: Sequence[Briefing], size: int) -> list[Block]:
    """Cut a list, newest first, into pages: the newest at `base`, older ones at `base` + number.

    The newest page holds between one and two blocks, so that it is never nearly empty.
    """
    closed = max(0, len(briefings) // size - 1)
    oldest_first = list(reversed(briefings))
    cuts = [oldest_first[n * size : (n + 1) * size] for n in range(closed)]
    cuts.append(oldest_first[closed * size :])
    urls = [f"{base}{number}/" for number in range(1, closed + 1)] + [base]
    return [
        Block(
            url=urls[n],
            briefings=tuple(reversed(cut)),
            newer=urls[n + 1] if n < closed else None,
            older=urls[n - 1] if n else None,
        )
        for n, cut in reversed(list(enumerate(cuts)))
    ]


def plan_lists(run: Run) -> Iterator[PagePlan]:
    """Plan the pages of every topic, source and month."""
    size = max(1, run.settings.pages_per_list)
    for topic in run.archive.topics.values():
        for block in cut_blocks(topic_url(topic.id), run.briefings(topic.briefings), size):
            yield _plan(block, partial(make_topic, run, topic, block))
    for source in run.archive.sources.values():
        for block in cut_blocks(source_url(source.id), run.briefings(source.briefings), size):
            yield _plan(block, partial(make_source, run, source, block))
    for block in month_blocks(run):
        yield _plan(block, partial(make_month, run, block))


def _plan(block: Block, make: partial[PageModel]) -> PagePlan:
    newest = block.briefings[0].edition if block.briefings else None
    return PagePlan(url=block.url, make=make, changed=newest)


def make_topic(run: Run, topic: TopicEntry, block: Block) -> PageModel:
    """Make one page of a topic's list."""
    feed = feed_address(topic_url(topic.id))
    view = _view(run, block, kind="topic", title=topic.name, feed=feed)
    return _make(run, view, block.url, section="topics/", feed=feed)


def make_source(run: Run, source: SourceEntry, block: Block) -> PageModel:
    """Make one page of an outlet's list, with what the register knows of it."""
    feed = feed_address(source_url(source.id))
    view = _view(run, block, kind="source", title=source.name, feed=feed)
    record = source.record
    view["facts"] = _facts(run, source)
    view["description"] = record.description if record else None
    address = safe_url(record.url) if record else None
    view["link"] = Link(href=address, title=host_of(address)) if address else None
    return _make(run, view, block.url, section="sources/", feed=feed)


def month_url(year: int, number: int) -> str:
    """Give the address of a month of the archive."""
    return f"/archive/{year:04}/{number:02}/"


def month_blocks(run: Run) -> list[Block]:
    """Cut the archive into months, newest first."""
    months = [
        (month_url(int(year_month[:4]), int(year_month[5:])), run.briefings(ids))
        for year_month, ids in run.archive.months.items()
    ]
    urls = [None, *(url for url, _ in months), None]
    return [
        Block(url=url, briefings=group, newer=urls[n], older=urls[n + 2])
        for n, (url, group) in enumerate(months)
    ]


def make_month(run: Run, block: Block) -> PageModel:
    """Make the list of one month."""
    view = _view(run, block, kind="archive", title=_month_title(run, block.url), feed=None)
    for way in ("newer", "older"):
        url = block.newer if way == "newer" else block.older
        if url:
            view[way] = Link(href=run.href(block.url, url), title=_month_title(run, url))
    view["end"] = say(run.settings.language, "list_end")
    return _make(run, view, block.url, section="archive/", feed=None)


def _month_title(run: Run, url: str) -> str:
    year, number = url.strip("/").split("/")[1:]
    return month(int(year), int(number), run.settings.language)


def _view(run: Run, block: Block, *, kind: str, title: str, feed: str | None) -> ListView:
    language = run.settings.language
    return ListView(
        kind=kind,
        title=title,
        description=None,
        facts=[],
        link=None,
        days=by_day(run, block.briefings, block.url),
        newer=_way(run, block.url, block.newer, say(language, "newer_page")),
        older=_way(run, block.url, block.older, say(language, "older_page")),
        end=say(language, "list_goes_on" if block.older else "list_end"),
        feed=run.href(block.url, feed) if feed else None,
    )


def _way(run: Run, url: str, to_url: str | None, title: str) -> Link | None:
    return Link(href=run.href(url, to_url), title=title) if to_url else None


def _make(run: Run, view: ListView, url: str, *, section: str, feed: str | None) -> PageModel:
    feeds = [(feed, view["title"])] if feed else []
    shell = make_shell(
        run, url, view["title"], description=view["description"], section=section, feeds=feeds
    )
    return make_page(url, "list.html", shell, view)


def _facts(run: Run, source: SourceEntry) -> list[tuple[str, str]]:
    language = run.settings.language
    record = source.record
    rights: Rights = record.rights if record else run.settings.rights
    facts = [
        (say(language, "kind"), record.kind if record else None),
        (say(language, "owner"), record.owner if record else None),
        (say(language, "may_show"), say(language, f"rights_{rights.value}")),
        (say(language, "relied_on"), count(language, "briefings", len(source.briefings))),
    ]
    return [(label, value) for label, value in facts if value]
