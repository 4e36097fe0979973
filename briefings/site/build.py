"""One build on one screen: read → bring up → plan → make and render → stage → publish → note.

Order is what keeps the promises: the tree is complete before it is exchanged for the old one, and
the state is noted last. Killed before the exchange, a build leaves the old site and the old
state; killed after it, a site that the state does not know, which the next build makes anew.
"""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import uuid4

from briefings.errors import Finding
from briefings.link.shelf import Shelf
from briefings.settings import Settings
from briefings.site.changes import bring_up, save_heads, start_apart, start_making
from briefings.site.early import Show
from briefings.site.finishing import PICTURES
from briefings.site.hands import Gather, parse_all
from briefings.site.last import Last, forget_last, is_current, why_anew
from briefings.site.making import Maker
from briefings.site.planning import Todo, plan_changes, plan_everything
from briefings.site.publisher import only_build, spare_folder, staged
from briefings.site.reading import REGISTERS, Desk, Reader, differing, program_version
from briefings.site.rendering import Renderer
from briefings.site.staging import Staging
from briefings.site.weighing import weigh_built, weighing
from briefings.state import State, StateError, open_state
from briefings.state.database import forget_state
from briefings.state.files import FileBook
from briefings.state.pagebook import PAGE_TABLES, PageBook

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build did."""

    site: Path
    pages: int
    tree: str
    """What the site weighs (`site/weighing.py`)."""
    fresh: bool
    """False where nothing had changed and nothing was written."""
    findings: tuple[Finding, ...]
    drafts: tuple[str, ...]
    """Addresses of the drafts shown, newest first."""
    rendered: Mapping[str, str] = field(default_factory=dict)
    """Why each page or feed was rendered that was, by address."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """Pages that were made elsewhere."""

    check: Callable[[Desk], None]
    """Raises BuildError where they were not made of this desk."""
    fill: Gather


def site_folder(settings: Settings, *, preview: bool) -> Path:
    """Say where a build goes: `site/`, or the editors' preview inside the state folder."""
    return settings.state() / "preview" if preview else settings.root / "site"


def state_file(settings: Settings, *, preview: bool) -> Path:
    """Say where a build keeps what it knows."""
    return settings.state() / ("preview.sqlite" if preview else "site.sqlite")


def build_site(
    settings: Settings,
    *,
    now: datetime,
    preview: bool = False,
    clean: bool = False,
    say: Say | None = None,
    known: str = "",
    show: Show | None = None,
    gathering: Gathering | None = None,
    keep: bool = False,
) -> Built:
    """Build the site, or say that it is up to date.

    Args:
        settings: the desk.
        now: decides embargo and expiry.
        preview: whether it is the editors' preview.
        clean: whether to forget what was built before.
        say: is told what goes on, in lines.
        known: what the last build of this process left weighed: the tree is taken to be that.
        show: is given the pages of the briefings that changed, before anything else is made.
        gathering: brings every page from elsewhere instead of making it (`site/parts.py`).
        keep: a file that cannot be read stands as the last build had it, and is not left out.

    Raises:
        BuildError: MkDocs, a template or Pagefind failed; the site published before is whole.
        DeskError: another build runs.
    """
    file = state_file(settings, preview=preview)
    build = partial(_build, settings, now=now, preview=preview, say=say or _nothing)
    build = partial(build, known=known, show=show, gathering=gathering, keep=keep)
    with only_build(settings.state()):
        if clean or gathering:
            forget_state(file)
        if clean:
            for kept in ("search", PICTURES):
                shutil.rmtree(settings.state() / kept, ignore_errors=True)
        try:
            return build()
        except StateError as error:
            (say or _nothing)(f"{error}: everything is built anew")
            forget_state(file)
            return build()


def _nothing(line: str) -> None:
    del line


def _build(
    settings: Settings,
    *,
    now: datetime,
    preview: bool,
    say: Say,
    known: str,
    show: Show | None,
    gathering: Gathering | None,
    keep: bool,
) -> Built:
    site = site_folder(settings, preview=preview)
    file = state_file(settings, preview=preview)
    with weighing(site) as weighed, open_state(file, program_version(), say) as state:
        files, renderer = FileBook(state), Renderer(settings, drafts=preview)
        drafts = preview or settings.publish_drafts
        desk = Reader(state, files, settings, keep=keep).read(
            renderer.docs(), now=now, drafts=drafts, parse=partial(parse_all, settings)
        )
        if gathering is not None:
            gathering.check(desk)
        last = Last.load(state)
        tree = known if last and known == last.tree and site.is_dir() else weighed()
        if last is not None and is_current(last, desk, tree, now):
            files.save()
            state.commit()
            return _built(site, last, fresh=False)
        count = len(desk.shown.contents)
        verb = "joining" if gathering else "building"
        say(f"{verb} {count:,} {'briefing' if count == 1 else 'briefings'}")
        prepared = prepare(state, settings, desk, last, tree, preview=preview)
        maker, start = prepared.maker, prepared.start
        staging = Staging(state, desk, settings, renderer, maker, start, now)
        if gathering is not None:
            staging.gather = gathering.fill
        if show is not None and prepared.before is not None:
            staging.show_first(prepared.todo, prepared.came, show)
        token = _publish(staging, prepared, site, settings)
        old = spare_folder(settings.state(), token) if token else None
        done = staging.note(weigh_built(site, tree, old, staging.changed()), token)
        done.save(state)
        save_heads(state, prepared.shelf)
        files.save()
        staging.forget_unused()
        state.commit()
        return replace(_built(site, done, fresh=True), rendered=staging.rendered)


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
    state: State, settings: Settings, desk: Desk, last: Last | None, tree: str, *, preview: bool
) -> Prepared:
    """Bring the shelf up to date, and plan; without a last build all is planned."""
    why = why_anew(last, desk, tree)
    shelved = last is not None and REGISTERS not in differing(last.keys, desk.keys)
    brought = bring_up(state, desk, anew=not shelved)
    making = partial(start_making, desk=desk, settings=settings, drafts=preview)
    maker = making(brought.shelf)
    book, before = PageBook(state), last
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


def _publish(staging: Staging, prepared: Prepared, site: Path, settings: Settings) -> str | None:
    """Fill a stage and exchange it for the site; give the name of the tree that was kept."""
    folder, before = settings.state(), prepared.before
    token = uuid4().hex if before else None
    spare = before.spare if before else None
    if spare is not None and not spare_folder(folder, spare).is_dir():
        spare = None
    with staged(site, folder, spare=spare, keep=token) as stage:
        staging.fill(stage, prepared.todo, site, before)
    return token


def _built(site: Path, last: Last, *, fresh: bool) -> Built:
    return Built(
        site=site,
        pages=last.pages,
        tree=last.tree,
        fresh=fresh,
        findings=last.findings,
        drafts=last.drafts,
    )
