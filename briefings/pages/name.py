"""A name's page: what was said, and where it stands."""

from collections.abc import Iterator

from briefings.link.addresses import story_url
from briefings.link.namebook import NameKey
from briefings.model import JSON, BriefingHead, NameEntry, NameHead, NameKind, PageModel
from briefings.pages.cards import briefing_link, mention
from briefings.pages.coverage import coverage
from briefings.pages.feeds import feed_address, feed_addresses, follow
from briefings.pages.jsonld import (
    breadcrumbs,
    collection,
    graph,
    latest_change,
    name_node,
    node,
)
from briefings.pages.lists import Block, block_size, cut_blocks
from briefings.pages.locales import day
from briefings.pages.marks import name_address, quote_view
from briefings.pages.periods import mention_periods
from briefings.pages.phrases import count, say
from briefings.pages.run import PagePlan, Run, is_withdrawn
from briefings.pages.shell import make_page, make_shell
from briefings.pages.stubs import short_stub
from briefings.pages.urls import safe_url
from briefings.pages.views import IndexItem, Link, NameView, SaidView, When

_MOST_STORIES = 12
"""The latest; a head of government is in hundreds, and its briefings name each."""


def plan_name(run: Run, key: NameKey) -> Iterator[PagePlan]:
    """Plan the pages of a name and its feed, where it has one: its briefings cut in blocks."""
    head = run.archive.name_heads.get(key)
    if head is None or not head.has_page:
        return
    url, briefings = name_address(head), run.archive.mentions[key]
    for block in cut_blocks(url, briefings, block_size(run)):
        yield PagePlan(url=block.url, make=make_name, of=(key, block), found=block.is_first())
    yield from follow(run, url, head.name, briefings, atom="summary")


def make_name(run: Run, key: NameKey, block: Block) -> PageModel:
    """Make one page of a name; the first has all that is known, the others what is older."""
    head = run.archive.name_heads[key]
    base = name_address(head)
    view = name_view(run, head, block)
    if block.is_first():
        _fill(view, run, run.archive.names[key])
    shell = make_shell(
        run,
        block.url,
        head.name,
        description=view["description"],
        section="names/",
        feeds=[(feed, head.name) for feed in feed_addresses(base)],
        jsonld=_jsonld(run, head, view, block),
    )
    texts = (view["description"], *view["spellings"])
    stub = short_stub(head.name, run.settings.language, view["kind_label"], *texts)
    return make_page(
        block.url,
        "name.html",
        shell,
        view,
        stub if block.is_first() else None,
        changed=latest_change(run, run.briefings(block.briefings)),
    )


def _jsonld(run: Run, head: NameHead, view: NameView, block: Block) -> str:
    """Describe who or what it is; a list of briefings would double what the page weighs."""
    language = run.settings.language
    known = {"description": view["description"], "alternateName": list[JSON](view["spellings"])}
    thing = node(name_node(run, head) | known)
    page = collection(run, block.url, head.name, (), about=thing)
    return graph([page, breadcrumbs(run, (say(language, "names"), "/names/"))])


def name_view(run: Run, head: NameHead, block: Block) -> NameView:
    """Give what every page of a name prints: the briefings of its block and what is said there."""
    url, language = block.url, run.settings.language
    listed = run.briefings(block.briefings)
    return NameView(
        id=head.id,
        kind=head.kind.value,
        kind_label=say(language, head.kind.value),
        name=head.name,
        description=None,
        url=None,
        not_to_confuse=[],
        spellings=[],
        stories=[],
        said=[said for briefing in listed for said in _said(run, head, briefing, url)],
        listed=[mention(run, briefing, url) for briefing in listed],
        mentions=[],
        coverage=None,
        periods=[],
        beside=[],
        newer=_way(run, url, block.newer, "newer_page"),
        older=_way(run, url, block.older, "older_page"),
        feed=run.href(url, feed_address(name_address(head))),
    )


def _fill(view: NameView, run: Run, entry: NameEntry) -> None:
    """Add all that is known of a name over the whole archive."""
    url, record = name_address(entry), entry.record
    heads = map(run.archive.story_heads.get, entry.stories[:_MOST_STORIES])
    stories = [story for story in heads if story is not None]
    view["description"] = record.description if record else None
    view["url"] = safe_url(record.url) if record else None
    view["not_to_confuse"] = _not_to_confuse(run, entry, url)
    view["spellings"] = [spelling for spelling in entry.spellings if spelling != entry.name]
    view["stories"] = [Link(href=run.href(url, story_url(s.id)), title=s.name) for s in stories]
    view["mentions"] = _mentions(run, entry, url)
    view["coverage"] = coverage(run, entry.days)
    view["periods"] = mention_periods(run, entry.days, url)
    view["beside"] = _beside(run, entry, url)


def _mentions(run: Run, entry: NameEntry, url: str) -> list[tuple[When, Link]]:
    """Give the first and the latest mention."""
    language, zone = run.settings.language, run.settings.timezone
    days = entry.days
    places = (days.index(min(days)), days.index(max(days)))
    return [
        (
            day(days[at], language, zone),
            briefing_link(run, run.archive.told[entry.briefings[at]], url),
        )
        for at in places
    ]


def _way(run: Run, url: str, to_url: str | None, phrase: str) -> Link | None:
    if to_url is None:
        return None
    return Link(href=run.href(url, to_url), title=say(run.settings.language, phrase))


def _beside(run: Run, entry: NameEntry, url: str) -> list[IndexItem]:
    """Link to the names that stand in the same briefings."""
    language = run.settings.language
    found = ((one, run.archive.name_heads.get((one.kind, one.id))) for one in entry.beside)
    return [
        IndexItem(
            href=run.href(url, name_address(head)),
            title=head.name,
            note=count(language, "briefings", one.briefings),
        )
        for one, head in found
        if head is not None
    ]


def _said(run: Run, head: NameHead, briefing: BriefingHead, url: str) -> Iterator[SaidView]:
    """Give what somebody says in a briefing."""
    if is_withdrawn(briefing):
        return
    language = run.settings.language
    speakers = run.archive.speakers_of[briefing.id]
    for number, (quote, speaker) in enumerate(zip(briefing.quotes, speakers, strict=True)):
        if speaker == (head.kind, head.id):
            yield SaidView(
                quote=quote_view(run, briefing, number, quote, url, language),
                when=day(briefing.edition, language, run.settings.timezone),
                briefing=briefing_link(run, briefing, url),
            )


def _not_to_confuse(run: Run, entry: NameEntry, url: str) -> list[Link]:
    """Link to the names an editor says are other people, as far as they have a page."""
    heads = run.archive.name_heads
    others = entry.record.not_to_confuse if entry.record else ()
    kinds = (entry.kind, *(kind for kind in NameKind if kind is not entry.kind))
    found = [heads.get((kind, id_)) for id_ in others for kind in kinds]
    return [
        Link(href=run.href(url, name_address(head)), title=head.name)
        for head in found
        if head is not None and head.has_page
    ]
