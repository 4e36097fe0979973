"""One build on one screen: read → bring up → plan → make and render → stage → note → publish.

Order is what keeps the promises: the tree is complete, and the state has noted it, before it is
exchanged for the old one. Killed before the note, a build leaves the old site and the old state;
killed between the two, the old site and a state that knows another, so that the next build makes
everything anew.
"""

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from briefings.errors import Finding
from briefings.settings import Settings
from briefings.site.collecting import uncollected
from briefings.site.early import Show
from briefings.site.last import Last, reads_alike
from briefings.site.publisher import only_build
from briefings.site.reading import Desk, Reader, program_version
from briefings.site.weighing import weighing
from briefings.state import StateError, open_state
from briefings.state.database import forget_state
from briefings.state.files import FileBook, Source
from briefings.state.parsed import Row

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
    fill: Callable[..., list[Any]]
    """As `Gather` in `site/hands.py`, whose types come with MkDocs."""


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
            for kept in (settings.state() / "search", settings.drawn()):
                shutil.rmtree(kept, ignore_errors=True)
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
    with (
        weighing(site) as weighed,
        open_state(file, program_version(), say) as state,
        uncollected(),
    ):
        files = FileBook(state)
        reader = Reader(state, files, settings, keep=keep)
        drafts = preview or settings.publish_drafts
        look = reader.look(now=now, drafts=drafts, parse=partial(_parse, settings))
        last = Last.load(state)
        trusted = last is not None and known == last.tree and site.is_dir()
        tree: Callable[[], str] = (lambda: known) if trusted else weighed
        if last is not None and reads_alike(last, look, now) and tree() == last.tree:
            files.save()
            state.commit()
            return _built(site, last, fresh=False)
        count = len(look.shown.contents)
        verb = "joining" if gathering else "building"
        say(f"{verb} {count:,} {'briefing' if count == 1 else 'briefings'}")
        # What plans, prints and publishes takes longer to import than to find that nothing changed;
        # the tree is still being weighed meanwhile, by another process.
        from briefings.site.remaking import Standing, remake  # noqa: PLC0415

        desk = reader.read(look)
        if gathering is not None:
            gathering.check(desk)
        files.save()
        done, rendered = remake(
            state,
            settings,
            desk,
            Standing(last, tree, site),
            now=now,
            preview=preview,
            show=show,
            gather=gathering.fill if gathering else None,
        )
        return replace(_built(site, done, fresh=True), rendered=rendered)


def _parse(settings: Settings, sources: Sequence[Source]) -> Iterable[Row]:
    from briefings.site.hands import parse_all  # noqa: PLC0415  # the same

    return parse_all(settings, sources)


def _built(site: Path, last: Last, *, fresh: bool) -> Built:
    return Built(
        site=site,
        pages=last.pages,
        tree=last.tree,
        fresh=fresh,
        findings=last.findings,
        drafts=last.drafts,
    )
