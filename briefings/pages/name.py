"""A name's page: what was said, and where it stands."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from briefings.link.addresses import story_url
from briefings.model import Briefing, NameEntry, NameKind, PageModel
from briefings.pages.cards import briefing_link, card
from briefings.pages.jsonld import changed_at
from briefings.pages.locales import day, instant
from briefings.pages.marks import name_address, quote_view
from briefings.pages.periods import mention_periods
from briefings.pages.phrases import count, say
from briefings.pages.run import PagePlan, Run, is_withdrawn
from briefings.pages.shell import make_page, make_shell
from briefings.pages.story import feed_address
from briefings.pages.stubs import short_stub
from briefings.pages.urls import safe_url
from briefings.pages.views import IndexItem, Link, NameView, SaidView


def plan_names(run: Run) -> Iterator[PagePlan]:
    """Plan a page for every name that has one."""
    zone = run.settings.timezone
    for entry in run.archive.names.values():
        listed = run.briefings(entry.briefings)
        if entry.has_page and listed:
            changes = [changed_at(run, briefing) for briefing in listed]
            yield PagePlan(
                url=name_address(entry),
                make=partial(make_name, run, entry),
                changed=max(changes, key=lambda moment: instant(moment, zone)),
            )


def make_name(run: Run, entry: NameEntry) -> PageModel:
    """Make the page of one name."""
    url = name_address(entry)
    view = name_view(run, entry)
    shell = make_shell(
        run,
        url,
        entry.name,
        description=view["description"],
        section="names/",
        feeds=[(feed_address(url), entry.name)],
    )
    texts = (view["description"], *view["spellings"])
    stub = short_stub(entry.name, run.settings.language, view["kind_label"], *texts)
    return make_page(url, "name.html", shell, view, stub)


def name_view(run: Run, entry: NameEntry) -> NameView:
    """Give everything a name's page prints."""
    url = name_address(entry)
    language, zone = run.settings.language, run.settings.timezone
    listed = run.briefings(entry.briefings)
    days = [briefing.edition for briefing in listed]
    record = entry.record
    stories = [run.archive.stories[id_] for id_ in entry.stories if id_ in run.archive.stories]
    return NameView(
        id=entry.id,
        kind=entry.kind.value,
        kind_label=say(language, entry.kind.value),
        name=entry.name,
        description=record.description if record else None,
        url=safe_url(record.url) if record else None,
        not_to_confuse=_not_to_confuse(run, entry, url),
        spellings=[spelling for spelling in entry.spellings if spelling != entry.name],
        stories=[Link(href=run.href(url, story_url(s.id)), title=s.title) for s in stories],
        said=_said(run, entry, url, language),
        cards=[card(run, briefing, url) for briefing in listed],
        first=day(min(days), language, zone),
        first_in=briefing_link(run, min(listed, key=_day), url),
        latest=day(max(days), language, zone),
        latest_in=briefing_link(run, max(listed, key=_day), url),
        periods=mention_periods(run, listed, url),
        beside=_beside(run, entry, url),
        feed=run.href(url, feed_address(url)),
    )


def _day(briefing: Briefing) -> date:
    return briefing.edition


def _beside(run: Run, entry: NameEntry, url: str) -> list[IndexItem]:
    """Link to the names that stand in the same briefings."""
    every = run.archive.names
    language = run.settings.language
    return [
        IndexItem(
            href=run.href(url, name_address(every[one.kind, one.id])),
            title=every[one.kind, one.id].name,
            note=count(language, "briefings", one.briefings),
        )
        for one in entry.beside
        if (one.kind, one.id) in every and run.briefings(every[one.kind, one.id].briefings)
    ]


def _said(run: Run, entry: NameEntry, url: str, language: str) -> list[SaidView]:
    every = run.archive.briefings
    standing = [
        (said, every[said.briefing])
        for said in entry.said
        if said.briefing in every and not is_withdrawn(every[said.briefing])
    ]
    return [
        SaidView(
            quote=quote_view(run, briefing, said.quote, url, language),
            when=day(briefing.edition, language, run.settings.timezone),
            briefing=briefing_link(run, briefing, url),
        )
        for said, briefing in standing
    ]


def _not_to_confuse(run: Run, entry: NameEntry, url: str) -> list[Link]:
    """Link to the names an editor says are other people, as far as they have a page."""
    every = run.archive.names
    others = entry.record.not_to_confuse if entry.record else ()
    found = [
        every[kind, id_]
        for id_ in others
        for kind in (entry.kind, *(k for k in NameKind if k is not entry.kind))
        if (kind, id_) in every and every[kind, id_].has_page
    ]
    return [Link(href=run.href(url, name_address(other)), title=other.name) for other in found]
