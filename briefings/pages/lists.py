"""Lists by day: a topic, a source, a month. Long ones are cut in blocks that never move.

Blocks are counted from the oldest and hold `pages_per_list` briefings; the newest page also holds
what does not fill a block yet. So a new briefing changes the newest page alone, and once in a
while the one before it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefings.link.addresses import source_url, topic_url
from briefings.model import PageModel, Rights, SourceRecord
from briefings.pages.cards import by_day
from briefings.pages.coverage import coverage
from briefings.pages.feeds import feed_address, feed_addresses, follow
from briefings.pages.grid import month_grid
from briefings.pages.jsonld import Node, breadcrumbs, collection, graph, node
from briefings.pages.locales import month
from briefings.pages.phrases import count, say
from briefings.pages.run import PagePlan, Run
from briefings.pages.shell import make_page, make_shell
from briefings.pages.urls import host_of, safe_url
from briefings.pages.views import Link, ListView


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One page of a list."""

    url: str
    briefings: tuple[str, ...]
    """Ids, newest first."""
    newer: str | None
    older: str | None

    def is_first(self) -> bool:
        """Tell whether it is the page the list begins on, with what it has to say of itself."""
        return self.newer is None


def cut_blocks(base: str, briefings: Sequence[str], size: int) -> list[Block]:
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


def plan_topic(run: Run, topic: str) -> Iterator[PagePlan]:
    """Plan the pages of a topic."""
    entry = run.archive.topics.get(topic)
    if entry is None:
        return
    for block in cut_blocks(topic_url(topic), entry.briefings, block_size(run)):
        yield PagePlan(url=block.url, make=make_topic, of=(topic, block))
    yield from follow(run, topic_url(topic), entry.name, entry.briefings, others="whole")


def plan_source(run: Run, source: str) -> Iterator[PagePlan]:
    """Plan the pages of an outlet."""
    entry = run.archive.sources.get(source)
    if entry is None:
        return
    for block in cut_blocks(source_url(source), entry.briefings, block_size(run)):
        count_ = len(entry.briefings) if block.is_first() else 0
        yield PagePlan(url=block.url, make=make_source, of=(source, block, count_))
    yield from follow(run, source_url(source), entry.name, entry.briefings, atom="summary")


def plan_months(run: Run) -> Iterator[PagePlan]:
    """Plan a page for every month of the archive."""
    months = [None, *run.archive.ask.months(), None]
    for newer, month_, older in zip(months, months[1:], months[2:], strict=False):
        if month_ is not None:
            yield PagePlan(url=month_url(month_), make=make_month, of=(month_, newer, older))


def block_size(run: Run) -> int:
    """Give how many briefings a page of a list holds."""
    return max(1, run.settings.pages_per_list)


def make_topic(run: Run, topic: str, block: Block) -> PageModel:
    """Make one page of a topic's list."""
    feed = feed_address(topic_url(topic))
    view = _view(run, block, kind="topic", title=run.archive.topic_heads[topic].name, feed=feed)
    if block.is_first():
        view["coverage"] = coverage(run, run.archive.topics[topic].days)
    return _make(run, view, block, section="topics/", feeds=feed_addresses(topic_url(topic)))


def make_source(run: Run, source: str, block: Block, briefings: int) -> PageModel:
    """Make one page of an outlet's list; the first has what the register knows of it."""
    feed = feed_address(source_url(source))
    head = run.archive.source_heads[source]
    view = _view(run, block, kind="source", title=head.name, feed=feed)
    record = head.record
    if block.is_first():
        view["coverage"] = coverage(run, run.archive.sources[source].days)
        view["facts"] = _facts(run, record, briefings)
        view["description"] = record.description if record else None
        address = safe_url(record.url) if record else None
        view["link"] = Link(href=address, title=host_of(address)) if address else None
    return _make(run, view, block, section="sources/", feeds=feed_addresses(source_url(source)))


def month_url(month_: str) -> str:
    """Give the address of a month of the archive, such as `2026-03`."""
    return f"/archive/{month_.replace('-', '/')}/"


def say_month(run: Run, month_: str) -> str:
    """Name a month, such as `2026-03`."""
    year, number = month_.split("-")
    return month(int(year), int(number), run.settings.language)


def make_month(run: Run, month_: str, newer: str | None, older: str | None) -> PageModel:
    """Make the list of one month, between two others."""
    block = Block(
        url=month_url(month_),
        briefings=run.archive.months[month_],
        newer=month_url(newer) if newer else None,
        older=month_url(older) if older else None,
    )
    view = _view(run, block, kind="archive", title=say_month(run, month_), feed=None)
    for way, other in (("newer", newer), ("older", older)):
        if other:
            href = run.href(block.url, month_url(other))
            view[way] = Link(href=href, title=say_month(run, other))  # type: ignore[literal-required]  # the two ways
    days = {briefing.edition for briefing in run.briefings(block.briefings)}
    view["grid"] = month_grid(run, month_, days, block.url)
    view["end"] = say(run.settings.language, "list_end")
    return _make(run, view, block, section="archive/")


def _view(run: Run, block: Block, *, kind: str, title: str, feed: str | None) -> ListView:
    language = run.settings.language
    return ListView(
        kind=kind,
        title=title,
        description=None,
        facts=[],
        link=None,
        coverage=None,
        grid=None,
        days=by_day(run, run.briefings(block.briefings), block.url),
        newer=_way(run, block.url, block.newer, say(language, "newer_page")),
        older=_way(run, block.url, block.older, say(language, "older_page")),
        end=say(language, "list_goes_on" if block.older else "list_end"),
        feed=run.href(block.url, feed) if feed else None,
    )


def _way(run: Run, url: str, to_url: str | None, title: str) -> Link | None:
    return Link(href=run.href(url, to_url), title=title) if to_url else None


def _make(
    run: Run, view: ListView, block: Block, *, section: str, feeds: Sequence[str] = ()
) -> PageModel:
    url, title = block.url, view["title"]
    shell = make_shell(
        run,
        url,
        title,
        description=view["description"],
        section=section,
        feeds=[(feed, title) for feed in feeds],
        jsonld=_jsonld(run, view, block, section),
    )
    newest = next(iter(run.briefings(block.briefings[:1])), None)
    changed = newest.edition if newest else None
    return make_page(url, "list.html", shell, view, changed=changed)


def _jsonld(run: Run, view: ListView, block: Block, section: str) -> str:
    """Describe the list and, of an outlet, whose articles these stand on."""
    index = (say(run.settings.language, section.strip("/")), f"/{section}")
    title, link = view["title"], view["link"]
    outlet: Node = {"@type": "Organization", "name": title, "url": link["href"] if link else None}
    page = collection(
        run,
        block.url,
        title,
        run.briefings(block.briefings),
        description=view["description"],
        about=node(outlet) if view["kind"] == "source" else None,
    )
    return graph([page, breadcrumbs(run, index)])


def _facts(run: Run, record: SourceRecord | None, briefings: int) -> list[tuple[str, str]]:
    language = run.settings.language
    rights: Rights = record.rights if record else run.settings.rights
    facts = [
        (say(language, "kind"), record.kind if record else None),
        (say(language, "owner"), record.owner if record else None),
        (say(language, "may_show"), say(language, f"rights_{rights.value}")),
        (say(language, "relied_on"), count(language, "briefings", briefings)),
    ]
    return [(label, value) for label, value in facts if value]
