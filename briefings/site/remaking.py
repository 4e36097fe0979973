"""What a build does once something changed: bring up → plan → make and render → stage → publish."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from briefings.link.shelf import Shelf
from briefings.settings import Settings
from briefings.site.changes import bring_up, save_heads, start_apart, start_making
from briefings.site.early import Show
from briefings.site.hands import Gather
from briefings.site.last import Last, forget_last, why_anew
from briefings.site.making import Maker
from briefings.site.planning import Todo, plan_changes, plan_everything
from briefings.site.publisher import spare_folder, staged
from briefings.site.reading import REGISTERS, Desk, differing
from briefings.site.rendering import Renderer
from briefings.site.staging import Staging
from briefings.site.weighing import weigh_built
from briefings.state import State
from briefings.state.pagebook import PAGE_TABLES, PageBook


class Standing(NamedTuple):
    """The site as it is before a build."""

    last: Last | None
    """The last build; None where nothing is known of one."""
    weigh: Callable[[], str]
    """Says what the site weighs; the first to ask may have to wait."""
    site: Path


def remake(
    state: State,
    settings: Settings,
    desk: Desk,
    standing: Standing,
    *,
    now: datetime,
    preview: bool,
    show: Show | None,
    gather: Gather | None,
) -> tuple[Last, Mapping[str, str]]:
    """Bring the site up to date, noted in the state just before it is published.

    Args:
        state: open.
        settings: the desk.
        desk: all that was read.
        standing: the site that is there.
        now: decides what is news.
        preview: whether it is the editors' preview.
        show: is given the pages of the briefings that changed, before anything else is made.
        gather: fills the stage with every page instead of making them here.

    Returns:
        What is noted of the build, and why each page was rendered that was, by address.
    """
    last, weigh, _ = standing
    renderer = Renderer(settings, drafts=preview)
    prepared = prepare(state, settings, desk, last, weigh, preview=preview)
    staging = Staging(state, desk, settings, renderer, prepared.maker, prepared.start, now)
    if gather is not None:
        staging.gather = gather
    if show is not None and prepared.before is not None:
        staging.show_first(prepared.todo, prepared.came, show)
    done = _publish(state, staging, prepared, standing, settings)
    return done, staging.rendered


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """All that is known before the first page is made."""

    todo: Todo
    before: Last | None
    """The build this one builds upon."""
    shelf: Shelf
    came: tuple[str, ...]
    """Ids of the briefings that are new or changed."""
    maker: Maker
    start: Callable[[], Maker]


def prepare(
    state: State,
    settings: Settings,
    desk: Desk,
    last: Last | None,
    weigh: Callable[[], str],
    *,
    preview: bool,
) -> Prepared:
    """Bring the shelf up to date, and plan; without a last build all is planned."""
    shelved = last is not None and REGISTERS not in differing(last.keys, desk.keys)
    brought = bring_up(state, desk, anew=not shelved)
    making = partial(start_making, desk=desk, settings=settings, drafts=preview)
    maker = making(brought.shelf)
    book, before = PageBook(state), last
    why = why_anew(last, desk, weigh)
    if why or brought.touched is None:
        before = None
        forget_last(state)
        state.clear(*PAGE_TABLES)
        todo = plan_everything(book, maker.run, maker.reads, why or "much has changed")
        save_heads(state, brought.shelf)
        state.commit()
    else:
        todo = plan_changes(book, maker.run, maker.reads, brought.touched)
    start = partial(start_apart, maker, making, brought.shelf, state)
    return Prepared(
        todo=todo,
        before=before,
        shelf=brought.shelf,
        came=brought.came,
        maker=maker,
        start=start,
    )


def _publish(
    state: State, staging: Staging, prepared: Prepared, standing: Standing, settings: Settings
) -> Last:
    """Fill a stage, note what it holds, and exchange it for the site.

    What cannot be noted is not published. Killed between the two, a build leaves the old site and
    a state that knows another, so the next one makes everything anew.
    """
    folder, before, site = settings.state(), prepared.before, standing.site
    token = uuid4().hex if before else None
    spare = before.spare if before else None
    if spare is not None and not spare_folder(folder, spare).is_dir():
        spare = None
    with staged(site, folder, spare=spare, keep=token) as stage:
        staging.fill(stage, prepared.todo, site, before)
        old = site if before else None
        done = staging.note(weigh_built(stage, standing.weigh(), old, staging.changed()), token)
        done.save(state)
        save_heads(state, prepared.shelf)
        staging.forget_unused()
        state.commit()
    return done
