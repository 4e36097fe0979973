"""How the commands print: findings, counts, progress."""

import itertools
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeGuard, TypeVar

import click

from briefings.cli.excerpts import excerpt, forget
from briefings.clock import now_from
from briefings.configuration import load_settings
from briefings.errors import BadFileError, BriefingsError, DeskError, Finding, Severity
from briefings.rulebook import weigh
from briefings.settings import Settings

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
_EVERY = 100
"""Plain output says how far a run is after this many files."""
_Item = TypeVar("_Item")


def desk_settings(context: click.Context) -> Settings:
    """Load the settings of the desk the command runs on."""
    desk: Path = context.obj
    return load_settings(desk)


def run_time(now: datetime | None, settings: Settings) -> datetime:
    """Give the time of the run: `--now`, `SOURCE_DATE_EPOCH`, else the clock."""
    return now_from(now, os.environ, settings.timezone)


@contextmanager
def drafting_parts() -> Iterator[None]:
    """Say what to install where the drafting parts are missing.

    Raises:
        DeskError: a package of the extra `draft` cannot be imported.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith("briefings"):
            raise
        raise DeskError(
            f"this command reads articles and needs `{error.name}`: "
            "run pip install 'briefings[draft]'"
        ) from error


def now_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add `--now` to a command."""
    return click.option(
        "--now",
        type=click.DateTime(
            ["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M%z", "%Y-%m-%dT%H:%M:%S%z"]
        ),
        metavar="TIME",
        help="Run as if it were 2026-03-14, 2026-03-14T06:30 (the desk's zone) or …T06:30+01:00.",
    )(command)


def strict_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add `--strict` to a command."""
    return click.option(
        "--strict", is_flag=True, help="Exit with 1 on any error or warning; nothing else changes."
    )(command)


def show_findings(
    findings: Iterable[Finding], settings: Settings, *, with_lines: bool = False
) -> None:
    """Print findings, each on one line; with the line of the file below it on a terminal.

    Args:
        findings: in the order they are to be printed; severities as the desk set them.
        settings: the desk.
        with_lines: show the lines of the files everywhere.
    """
    forget()
    for finding in weigh(findings, settings):
        word = click.style(finding.severity.value, fg=_COLOURS[finding.severity], bold=True)
        tail = f"; {finding.remedy}" if finding.remedy else ""
        text = printable(f" {finding.code}: {finding.message}{tail}")
        click.echo(f"{printable(str(finding.place))}: {word}{text}", err=True)
        if with_lines or sys.stderr.isatty():
            _show_line(finding, settings.root)


def _show_line(finding: Finding, root: Path) -> None:
    shown = excerpt(finding.place, root)
    if shown is None:
        return
    line, caret = shown
    click.echo(click.style(f"    {printable(line)}", dim=True), err=True)
    if caret:
        click.echo(f"    {caret}", err=True)


def complain(error: BriefingsError | OSError) -> None:
    """Print what a command failed of: each finding of a bad file on its line, else one message."""
    if isinstance(error, BadFileError):
        for finding in error.findings:
            click.echo(printable(str(finding)), err=True)
        return
    said = f"{error.filename}: {error.strerror}" if _names_a_file(error) else str(error)
    click.echo(f"briefings: {printable(said)}", err=True)


def _names_a_file(error: BriefingsError | OSError) -> TypeGuard[OSError]:
    return isinstance(error, OSError) and error.filename is not None


def printable(text: str) -> str:
    """Take out what would move a terminal's cursor or colour: article text is a stranger's."""
    return "".join(
        char if char.isprintable() or char == "\t" else "\N{REPLACEMENT CHARACTER}" for char in text
    )


def counted(number: int, one: str, many: str | None = None) -> str:
    """Say how many: `1 error`, `3 errors`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def sum_up(findings: Sequence[Finding]) -> str:
    """Say how many findings of each severity there are."""
    parts = [
        counted(number, severity.value)
        for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
        if (number := sum(f.severity is severity for f in findings))
    ]
    return ", ".join(parts) or "no findings"


def end_check(findings: Iterable[Finding], *, strict: bool) -> None:
    """Leave with 1 where a check found an error, or with `--strict` a warning."""
    if any(finding.severity.fails(strict=strict) for finding in findings):
        raise SystemExit(1)


def end_run(findings: Iterable[Finding], *, strict: bool) -> None:
    """Leave with 1 where `--strict` was given and something was passed over or doubtful.

    One bad file stops nobody else's work: without `--strict` a run that did the rest is good.
    """
    if strict:
        end_check(findings, strict=True)


@contextmanager
def ticking(total: int, *, doing: str) -> Iterator[Callable[[], None]]:
    """Show how far a long run is: a bar on a terminal, plain lines elsewhere.

    Gives a function to call after each of `total` steps.
    """
    if sys.stderr.isatty():
        with click.progressbar(length=total, label=doing, file=sys.stderr) as bar:
            yield lambda: bar.update(1)
        return
    done = itertools.count(1)

    def tick() -> None:
        number = next(done)
        if number % _EVERY == 0:
            click.echo(f"{doing}: {number:,} of {total:,}", err=True)

    yield tick


def progress(items: Sequence[_Item], *, doing: str) -> Iterator[_Item]:
    """Give the items one by one, and show how far the run is."""
    with ticking(len(items), doing=doing) as tick:
        for item in items:
            yield item
            tick()
