"""`links`: what a build says of each briefing, and why."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any

import click

from briefings.cli.report import (
    counted,
    desk_settings,
    now_option,
    printable,
    run_time,
    show_findings,
)
from briefings.link.archive import link_archive
from briefings.link.report import find_briefings, report_links
from briefings.link.visible import visible
from briefings.model import Archive
from briefings.settings import Settings
from briefings.store.briefings import load_all
from briefings.store.editions import load_editions
from briefings.store.faults import did_you_mean
from briefings.store.registers import load_registers


@click.command()
@click.argument("briefings", nargs=-1, metavar="[BRIEFING]...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, for scripts.")
@click.option("--drafts", is_flag=True, help="Link drafts too, as the editors' preview does.")
@now_option
@click.pass_context
def links(
    context: click.Context,
    briefings: tuple[str, ...],
    as_json: bool,
    drafts: bool,
    now: datetime | None,
) -> None:
    """Say how briefings hang together and why: stories, related, origins, backlinks.

    A BRIEFING is an id, a file name or a path; without one all are told, in order of id. The
    story has its reason and the nearest rivals, a related briefing its score and reason, copies
    of one text the words they share.

    \b
    Examples:
      briefings links content/briefings/2026/03/ferries.md
      briefings links --json > links.jsonl
    """
    settings = desk_settings(context)
    archive = _linked(settings, run_time(now, settings), drafts=drafts)
    ids = _ids(archive, briefings)
    for told in report_links(archive, ids):
        if as_json:
            click.echo(json.dumps(told, ensure_ascii=False, default=_as_json))
        else:
            click.echo("\n".join(printable(line) for line in _lines(told)) + "\n")
    if not ids:
        click.echo("no briefing to link: `briefings links --drafts` links drafts too", err=True)


def _linked(settings: Settings, now: datetime, *, drafts: bool) -> Archive:
    loaded, faults = load_all(settings)
    registers, register_faults = load_registers(settings)
    editions, edition_faults = load_editions(settings)
    show_findings([*faults, *register_faults, *edition_faults], settings)
    with_drafts = drafts or settings.publish_drafts
    shown = visible((item.briefing for item in loaded), now=now, drafts=with_drafts)
    return link_archive(shown, registers, editions)


def _ids(archive: Archive, names: Sequence[str]) -> list[str]:
    """Give the ids asked for, sorted.

    Raises:
        UsageError: a name is nobody's.
    """
    if not names:
        return sorted(archive.briefings)
    ids: set[str] = set()
    for name in names:
        found = find_briefings(archive, name)
        if not found:
            near = did_you_mean(name, archive.briefings)
            hint = f"; {near}" if near else "; a draft needs --drafts"
            raise click.UsageError(f'no briefing "{printable(name)}" is linked{hint}')
        ids |= {briefing.id for briefing in found}
    return sorted(ids)


def _lines(told: dict[str, Any]) -> Iterator[str]:
    """Write one briefing's links as an editor reads them."""
    yield told["id"]
    yield f"  {told['title']}"
    story = told["story"]
    if story:
        yield f"  story: {story['title']} ({story['id']}): {story['reason']}"
        rivals = ", ".join(f"{one['id']} {one['score']:.2f}" for one in story["rivals"])
        yield f"    rivals: {rivals or 'none'}"
    for one in told["related"]:
        pinned = ", pinned" if one["pinned"] else ""
        yield f"  related: {one['id']} {one['score']:.2f}{pinned}: {one['reason']}"
    origins = told["origins"]
    at_most = counted(origins["at_most"], "origin")
    yield f"  origins: {counted(origins['outlets'], 'outlet')}, at most {at_most}"
    for titles, passage in zip(origins["copies"], origins["passages"], strict=True):
        yield f"    one text: {'; '.join(titles)}"
        if passage:
            yield f"      in each: {passage}"
    for difference in told["differences"]:
        yield f"  difference: {json.dumps(difference, ensure_ascii=False, default=_as_json)}"
    for id_ in told["backlinks"]:
        yield f"  linked from: {id_}"


def _as_json(value: object) -> object:
    """Write dates and enums as the desk's files do."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
