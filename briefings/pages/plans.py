"""Everything a run will make, planned before the work of making it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from briefings.model import Archive
from briefings.pages.briefing import plan_briefings
from briefings.pages.edition import plan_editions
from briefings.pages.lists import plan_lists
from briefings.pages.name import plan_names
from briefings.pages.registers import plan_registers
from briefings.pages.run import PagePlan, PlainPage, Run
from briefings.pages.special import plan_special
from briefings.pages.story import plan_stories
from briefings.pages.week import plan_weeks
from briefings.settings import Settings

_KINDS: Final = (
    plan_editions,
    plan_weeks,
    plan_briefings,
    plan_stories,
    plan_names,
    plan_lists,
    plan_registers,
    # Last, so that a page of an editor's never hides one that other pages link to.
    plan_special,
)


def start_run(
    archive: Archive, settings: Settings, plain: Sequence[PlainPage], *, drafts: bool
) -> Run:
    """Begin a run that knows its own addresses, so that no link leads nowhere."""
    run = Run.of(archive, settings, plain, drafts=drafts)
    return replace(run, addresses=frozenset(plan.url for plan in plan_pages(run)))


def plan_pages(run: Run) -> Iterator[PagePlan]:
    """Plan every page of the site; an address belongs to the first that asks for it."""
    taken: set[str] = set()
    for plan in chain.from_iterable(plan_kind(run) for plan_kind in _KINDS):
        if plan.url not in taken:
            taken.add(plan.url)
            yield plan
