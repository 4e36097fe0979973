"""`status`: what is drafted, reviewed, held, due."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime

import click

from briefings.cli.report import (
    counted,
    desk_settings,
    now_option,
    printable,
    run_time,
    show_findings,
)
from briefings.model import Briefing
from briefings.settings import Settings
from briefings.standing import Held, Standing, standing_of
from briefings.store.briefings import load_all
from briefings.store.registers import load_registers
from briefings.text.digests import digest_bytes

_MOST = 12
"""Briefings listed under a heading; the rest is counted."""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for scripts.")
@now_option
@click.pass_context
def status(context: click.Context, *, as_json: bool, now: datetime | None) -> None:
    """Say how the desk stands: drafts to read, changed since review, held, ending; write nothing.

    \b
    Examples:
      briefings status
      briefings status --json | jq .drafts
    """
    settings = desk_settings(context)
    loaded, faults = load_all(settings)
    standing = standing_of((one.briefing for one in loaded), run_time(now, settings))
    waiting = _waiting({a.path for one in loaded for a in one.briefing.articles}, settings)
    if as_json:
        click.echo(json.dumps(_as_json(standing, waiting, len(faults)), ensure_ascii=False))
        return
    show_findings(faults, settings)
    for line in _told(standing, waiting):
        click.echo(printable(line))


def _waiting(held: set[str], settings: Settings) -> int:
    """Count the article files that no briefing names and nobody spiked."""
    try:  # the reader knows which files are articles; without it nobody can draft them
        from briefings.article_files import find_article_files  # noqa: PLC0415
    except ImportError:
        return 0
    if not settings.articles().is_dir():
        return 0
    folder = settings.articles().resolve()
    names = {path.partition("#")[0] for path in held}
    registers, _ = load_registers(settings)
    spiked = {record.digest for record in registers.spiked}
    files = {file.relative_to(folder).as_posix(): file for file in find_article_files(settings, [])}
    left = (file for name, file in files.items() if name not in names)
    return sum(digest_bytes(file.read_bytes()) not in spiked for file in left)


def _told(standing: Standing, waiting: int) -> Iterator[str]:
    shown = f"{counted(standing.published, 'briefing')} on the site"
    newest = f", newest edition {standing.newest.isoformat()}" if standing.newest else ""
    yield shown + newest
    yield from _listed("draft to review", "drafts to review", standing.drafts)
    yield from _listed("changed since its review", "changed since their review", standing.changed)
    yield from _listed("published, not reviewed", "published, not reviewed", standing.unread)
    yield from _timed("held", "until", standing.held)
    yield from _timed("ending within two weeks", "on", standing.ending)
    yield from _timed("expired", "since", standing.ended)
    if standing.withdrawn:
        yield f"{len(standing.withdrawn)} withdrawn"
    if waiting:
        yield f"{counted(waiting, 'article')} in no briefing: run `briefings pile`"


def _listed(one: str, many: str, briefings: tuple[Briefing, ...]) -> Iterator[str]:
    if briefings:
        yield f"{len(briefings):,} {one if len(briefings) == 1 else many}"
        yield from (f"    {b.edition.isoformat()}  {b.title}" for b in briefings[:_MOST])
        yield from _further(len(briefings))


def _timed(what: str, word: str, items: tuple[Held, ...]) -> Iterator[str]:
    if items:
        yield f"{len(items):,} {what}"
        for item in items[:_MOST]:
            yield f"    {word} {item.at.isoformat(timespec='minutes')}  {item.briefing.title}"
        yield from _further(len(items))


def _further(number: int) -> Iterator[str]:
    if number > _MOST:
        yield f"    and {number - _MOST:,} more"


def _as_json(standing: Standing, waiting: int, broken: int) -> dict[str, object]:
    def timed(items: Iterable[Held]) -> list[dict[str, str]]:
        return [{"id": i.briefing.id, "at": i.at.isoformat(timespec="minutes")} for i in items]

    return {
        "published": standing.published,
        "newest": standing.newest.isoformat() if standing.newest else None,
        "drafts": [b.id for b in standing.drafts],
        "changed": [b.id for b in standing.changed],
        "unread": [b.id for b in standing.unread],
        "held": timed(standing.held),
        "ending": timed(standing.ending),
        "ended": timed(standing.ended),
        "withdrawn": [b.id for b in standing.withdrawn],
        "waiting": waiting,
        "broken": broken,
    }
