"""`draft`, `review`: what an editor does with files."""

import functools
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from briefings import __version__
from briefings.cli.modelling import Asked, echo_bill, model_options, start_wording
from briefings.cli.report import (
    counted,
    desk_settings,
    drafting_parts,
    end_run,
    now_option,
    printable,
    progress,
    run_time,
    show_findings,
    strict_option,
)
from briefings.rulebook import weigh
from briefings.runs import Change, write_changes
from briefings.settings import Settings
from briefings.store.locks import locked

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}
_PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATHS]...")


@click.command()
@_PATHS
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Read N files at once; as many as there are processors unless given.",
)
@click.option(
    "--engine",
    metavar="ADDRESS",
    help="Read and draft on a Dask cluster: the address of its scheduler, tcp://HOST:8786.",
)
@click.option(
    "--refresh",
    is_flag=True,
    help="Draft again what drafts stand on, after a better drafter: shows a diff and asks first.",
)
@model_options
@click.option("--yes", is_flag=True, help="With --refresh: write without asking.")
@now_option
@strict_option
@click.pass_context
def draft(
    context: click.Context,
    paths: tuple[Path, ...],
    jobs: int | None,
    engine: str | None,
    refresh: bool,
    yes: bool,
    model: Asked | None,
    now: datetime | None,
    strict: bool,
) -> None:
    """Draft a briefing for each event told by articles that are in none.

    Copies of one text and reports of one happening share a briefing; where two may be one event,
    a note names the command that joins them. PATHS are article files or folders under
    content/articles/; without them every article is looked at. Drafting again changes only what
    nobody has touched: your words, comments and published briefings stay as they are.

    Text (.txt), Markdown (.md), saved pages (.html, .mhtml), mails and newsletters (.eml), press
    releases (.pdf) and feeds (.rss, .atom, .json) are read. A newsletter or a feed gives one
    briefing for each article in it. Each file is read apart: one that takes more than 5 seconds
    or 512 MiB is left out with a message.

    \b
    Examples:
      briefings draft
      briefings draft content/articles/2026/03/ferries.txt
      briefings draft --refresh
      briefings draft --with http://localhost:8080/v1 --model mistral-small
    """
    with drafting_parts():
        from briefings.cluster import open_engine  # noqa: PLC0415
        from briefings.depot import bring_articles  # noqa: PLC0415  # needs `[draft]`
        from briefings.desk import draft_desk  # noqa: PLC0415  # needs `[draft]`

    settings = desk_settings(context)
    wording = start_wording(model, settings) if model else None
    with locked(settings.root), open_engine(engine, jobs) as opened:
        echo_brought(bring_articles(settings))
        run = draft_desk(
            settings,
            paths,
            now=run_time(now, settings),
            by=f"briefings {__version__}",
            reading=functools.partial(progress, doing="reading"),
            drafting=functools.partial(progress, doing="drafting"),
            engine=opened,
            refresh=refresh,
            wording=wording.word if wording else None,
        )
    show_findings(run.findings, settings)
    if refresh:
        _offer(run.changes, settings, yes=yes)
    else:
        echo_drafted(run)
    if wording:
        echo_bill(wording)
    end_run(weigh(run.findings, settings), strict=strict)


def _offer(changes: Sequence[Change], settings: Settings, *, yes: bool) -> None:
    """Show what drafting again would change, and write it where the desk says so."""
    if not changes:
        click.echo("nothing to refresh: every draft is as this version would write it")
        return
    for change in changes:
        for line in change.diff():
            click.secho(printable(line), fg=_COLOURS.get(line[:1]))
    if not yes and not sys.stdin.isatty():
        click.echo(f"{counted(len(changes), 'draft')} would change: run it with --yes to write")
        return
    if yes or click.confirm(f"Write {counted(len(changes), 'draft')}?"):
        with locked(settings.root):
            written = list(write_changes(changes, settings))
        for change, is_written in written:
            outcome = "updated" if is_written else "left, it changed meanwhile:"
            click.echo(f"{outcome} {printable(change.path)}")


def echo_brought(brought: Any, *, err: bool = False) -> None:
    """Say what a `Brought` has brought, where it is anything."""
    for path in brought.kept:
        click.echo(f"{printable(path)} changed in the depot and here: left as it is", err=True)
    told = {"new": brought.new, "changed": brought.changed, "gone": brought.gone}
    if any(told.values()):
        words = ", ".join(f"{count:,} {what}" for what, count in told.items() if count)
        click.echo(f"articles brought: {words}", err=err)


def echo_drafted(run: Any) -> None:
    """Say which briefings a `DraftRun` wrote."""
    written = [item for item in run.drafted if item.outcome.has_written()]
    for item in written:
        stands_on = printable(", ".join(item.articles))
        click.echo(f"{item.outcome.value} {printable(item.path)} from {stands_on}")
    if not written:
        click.echo("nothing to draft: every article that can be read has its briefing")
    else:
        click.echo(f"{counted(len(written), 'briefing')} to look at: run `briefings serve`")
