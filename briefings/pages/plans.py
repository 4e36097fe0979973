"""Everything a run will make, planned before the work of making it, by what it is about."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final, NamedTuple

from briefings.link.profiles import label, read_label
from briefings.link.shelf import NAME, SOURCE, STORY, TOPIC
from briefings.model import Archive, PlainPage
from briefings.pages.api import plan_api, plan_api_calendar
from briefings.pages.briefing import plan_briefing
from briefings.pages.diary import plan_diary
from briefings.pages.edition import places_of, plan_editions
from briefings.pages.entries import make_entry, make_line
from briefings.pages.feed_list import plan_feed_list
from briefings.pages.feeds import fed_entry, plan_site_feeds
from briefings.pages.installing import plan_installing
from briefings.pages.letter import LETTERS, plan_letters
from briefings.pages.lists import plan_months, plan_source, plan_topic
from briefings.pages.name import plan_name
from briefings.pages.registers import plan_registers
from briefings.pages.run import PagePlan, Run
from briefings.pages.special import plan_special
from briefings.pages.status import plan_status
from briefings.pages.story import plan_story
from briefings.pages.week import plan_weeks
from briefings.settings import Settings

CALENDAR, BRIEFING, SITE = "calendar", "briefing", "site"


class Owner(NamedTuple):
    """What pages are about, and are planned by."""

    kind: str
    """`calendar` and `site` are one each; `briefing`, `story`, `name`, `topic`, `source`."""
    key: str = ""


def _plan_calendar(run: Run, _: str) -> Iterator[PagePlan]:
    lists = (plan_editions, plan_weeks, plan_months, plan_api_calendar)
    letters = plan_letters(places_of(run, most=LETTERS))
    return chain(chain.from_iterable(plan(run) for plan in lists), letters)


def _plan_site(run: Run, _: str) -> Iterator[PagePlan]:
    plans = (plan_site_feeds, plan_feed_list, plan_registers, plan_diary, plan_status)
    rest = (plan_special, plan_api, plan_installing)
    return chain.from_iterable(plan(run) for plan in (*plans, *rest))


_PLANS: Final[dict[str, Callable[[Run, str], Iterator[PagePlan]]]] = {
    CALENDAR: _plan_calendar,
    BRIEFING: plan_briefing,
    STORY: plan_story,
    NAME: lambda run, key: plan_name(run, read_label(key)),
    TOPIC: plan_topic,
    SOURCE: plan_source,
    # Last, so that a page of an editor's never hides one that other pages link to.
    SITE: _plan_site,
}
_PRECEDENCE: Final = tuple(_PLANS)
"""Kinds of owners; of two that ask for one address the earlier has it, then the lower key."""


def start_run(
    archive: Archive, settings: Settings, plain: Sequence[PlainPage], *, drafts: bool
) -> Run:
    """Begin a run."""
    run = Run.of(archive, settings, plain, drafts=drafts)
    briefings = archive.briefings
    entries = archive.ask.memo(lambda id_: fed_entry(run, briefings[id_]))
    carried = archive.ask.memo(lambda id_: make_entry(run, briefings[id_]))
    lines = archive.ask.memo(lambda id_: make_line(run, archive.told[id_]))
    brief = archive.ask.memo(lambda id_: fed_entry(run, briefings[id_], brief=True))
    return replace(run, entries=entries, brief=brief, carried=carried, lines=lines)


def precedence_of(owner: Owner) -> int:
    """Give the place of an owner's kind among those that may ask for one address."""
    return _PRECEDENCE.index(owner.kind)


def all_owners(run: Run) -> Iterator[Owner]:
    """Give everything pages are about, by precedence."""
    archive = run.archive
    yield Owner(CALENDAR)
    yield from (Owner(BRIEFING, id_) for id_ in sorted(archive.told))
    yield from (Owner(STORY, id_) for id_ in sorted(archive.story_heads))
    yield from (Owner(NAME, key) for key in sorted(map(label, archive.name_heads)))
    yield from (Owner(TOPIC, id_) for id_ in sorted(archive.topic_heads))
    yield from (Owner(SOURCE, id_) for id_ in sorted(archive.source_heads))
    yield Owner(SITE)


def owner_of(cell: str) -> Owner | None:
    """Give what a cell is about (`link/reads.py`), where pages are about such things."""
    sort, _, rest = cell.partition(":")
    if sort == "b":
        return Owner(BRIEFING, rest)
    kind, _, key = rest.partition(":")
    return Owner(kind, key) if sort in {"m", "h"} and kind in _PLANS else None


def plan_owner(run: Run, owner: Owner) -> Iterator[PagePlan]:
    """Plan the pages and files about one thing."""
    return _PLANS[owner.kind](run, owner.key)


def plan_pages(run: Run) -> Iterator[PagePlan]:
    """Plan every page and feed of the site; an address belongs to the first that asks for it."""
    taken: set[str] = set()
    for plan in chain.from_iterable(plan_owner(run, owner) for owner in all_owners(run)):
        if plan.url not in taken:
            taken.add(plan.url)
            yield plan
