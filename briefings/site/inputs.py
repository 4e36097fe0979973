"""Everything a build reads, loaded once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from briefings.errors import BadFileError, Finding, Place, Severity
from briefings.link.archive import link_archive
from briefings.link.ended import Ended, find_ended
from briefings.link.registry import Registry
from briefings.link.visible import visible
from briefings.model import Archive, Briefing, PlainPage
from briefings.settings import Settings
from briefings.store.briefings import load_all
from briefings.store.editions import load_editions
from briefings.store.plain import load_plain
from briefings.store.registers import load_registers


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The desk as a build sees it: only what may be shown."""

    archive: Archive
    plain: tuple[PlainPage, ...]
    findings: tuple[Finding, ...]
    """What could not be read; the rest is here."""
    drafts: bool
    """Whether drafts are among the briefings."""
    now: datetime
    """The time of the build."""
    until: datetime | None
    """When the clock next changes what is visible."""
    ended: Ended
    """What is not shown and answers all the same."""


def load_inputs(settings: Settings, *, now: datetime, drafts: bool, docs: Path) -> Inputs:
    """Load the desk and link what is visible at that moment."""
    loaded, faults = load_all(settings)
    registers, register_faults = load_registers(settings)
    editions, edition_faults = load_editions(settings)
    with_drafts = drafts or settings.publish_drafts
    shown = visible((item.briefing for item in loaded), now=now, drafts=with_drafts)
    here = {one.path for one in shown}
    hidden = (item.briefing for item in loaded if item.briefing.path not in here)
    plain, plain_faults = plain_pages(docs, settings)
    return Inputs(
        archive=link_archive(shown, registers, editions),
        plain=plain,
        findings=(*faults, *register_faults, *edition_faults, *plain_faults),
        drafts=drafts,
        now=now,
        ended=find_ended(hidden, Registry.of(registers), now),
        until=_next_change((item.briefing for item in loaded), now),
    )


def _next_change(briefings: Iterable[Briefing], now: datetime) -> datetime | None:
    times = (time for b in briefings for time in (b.publish_at, b.expires_at))
    return min((time for time in times if time is not None and time > now), default=None)


def plain_pages(
    docs: Path, settings: Settings
) -> tuple[tuple[PlainPage, ...], tuple[Finding, ...]]:
    """Read the pages an editor wrote; a bad one becomes findings."""
    faults: list[Finding] = []
    return tuple(_plain_pages(docs, settings, faults)), tuple(faults)


def _plain_pages(docs: Path, settings: Settings, faults: list[Finding]) -> Iterator[PlainPage]:
    for file in sorted(path for path in docs.rglob("*") if path.is_symlink()):
        if file.suffix != ".md" and not _leads_inside(file, docs):
            faults.append(_way_out(file, settings))
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(docs).as_posix()
        address = path.removesuffix(".md").removesuffix("index").strip("/")
        if not address:
            continue  # the front page is the newest edition
        try:
            title, language, markdown = load_plain(file, settings.root)
        except BadFileError as error:
            faults.extend(error.findings)
            continue
        yield PlainPage(
            url=f"/{address}/",
            title=title,
            markdown=markdown,
            path=path,
            language=language or settings.language,
        )


def _leads_inside(link: Path, docs: Path) -> bool:
    try:
        return link.resolve().is_relative_to(docs.resolve())
    except (OSError, RuntimeError):  # a link to itself
        return False


def _way_out(link: Path, settings: Settings) -> Finding:
    return Finding(
        code="BR108",
        severity=Severity.ERROR,
        place=Place(link.relative_to(settings.root).as_posix(), 1, 1),
        message="a link that leads out of the plain pages",
        remedy="copy the file itself",
    )
