"""`migrate`: posts of another program become briefings, shown before anything is written."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

import click

from briefings.cli.report import (
    counted,
    desk_settings,
    end_check,
    now_option,
    printable,
    run_time,
    show_findings,
)
from briefings.errors import BadFileError
from briefings.migrating import Migration, Terms, plan_migrations
from briefings.reviewing import enter_in_ledger
from briefings.rulebook import weigh
from briefings.runs import Change
from briefings.settings import Settings
from briefings.store.briefings import load_all
from briefings.store.disk import save_text
from briefings.store.formats import POST, format_of
from briefings.store.front import split_front
from briefings.store.locks import locked
from briefings.store.registers import load_registers

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@click.command()
@click.argument(
    "posts", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[POST]..."
)
@click.option("--write", is_flag=True, help="Write them; without it they are only shown.")
@click.option(
    "--address",
    metavar="PATTERN",
    help="Where posts lay: /posts/{slug}/ or /{year}/{month}/{day}/{slug}/; it leads on.",
)
@click.option("--reviewed-by", metavar="NAME", help="Who answers for what is published of them.")
@now_option
@click.pass_context
def migrate(
    context: click.Context,
    posts: tuple[Path, ...],
    *,
    write: bool,
    address: str | None,
    reviewed_by: str | None,
    now: datetime | None,
) -> None:
    """Take over posts of Hugo, Jekyll or Material's blog as briefings; shows a diff, then writes.

    A POST is a Markdown file with a title and a date in its front matter (YAML or TOML), or a
    folder of such; without one, those that lie in content/briefings/. Text, comments and addresses
    are kept: an old address leads to the new one. What a briefing has no place for is named.
    Files elsewhere are only read.

    \b
    Examples:
      briefings migrate ../old-site/content/posts --address "/posts/{slug}/"
      briefings migrate ../old-site/content/posts --reviewed-by "Mara Voss" --write
    """
    settings = desk_settings(context)
    terms = Terms(
        at=run_time(now, settings).replace(second=0, microsecond=0),
        reviewed_by=reviewed_by,
        address=_pattern(address),
    )
    with locked(settings.root):
        loaded, _ = load_all(settings)
        registers, _ = load_registers(settings)
        files = tuple(_files(posts) if posts else _posts_among(settings))
        taken = {one.briefing.id for one in loaded}
        planned, findings = plan_migrations(files, settings, registers, taken, terms)
        for one in planned:
            _show(one, whole=not write)
            if write:
                _save(one, settings)
    show_findings(findings, settings)
    shown = counted(len(planned), "post")
    click.echo(f"{shown} taken over" if write else f"{shown} to take over: add --write")
    end_check(weigh(findings, settings), strict=False)


def _pattern(address: str | None) -> str | None:
    if address is None:
        return None
    try:
        filled = address.format(slug="a", year="2026", month="03", day="14")
    except (KeyError, IndexError, ValueError) as error:
        raise click.UsageError(f"--address has no part {error}") from error
    if not filled.startswith("/") or "{slug}" not in address or any(map(str.isspace, filled)):
        raise click.UsageError("--address begins with a slash and has {slug} in it")
    return address


def _files(posts: Iterable[Path]) -> Iterator[Path]:
    """Give Markdown files; in a folder, all below it but lists (`_index.md`)."""
    for post in posts:
        found = sorted(post.rglob("*.md")) if post.is_dir() else [post]
        yield from (file for file in found if file.name != "_index.md")


def _posts_among(settings: Settings) -> Iterator[Path]:
    """Give the files under content/briefings/ that are posts."""
    for file in sorted(settings.briefings().rglob("*.md")):
        text = file.read_text(encoding="utf-8", errors="replace")
        try:
            if format_of(split_front(text, file.as_posix()).root) == POST:
                yield file
        except BadFileError:
            if text.removeprefix("\ufeff").startswith("+++"):
                yield file


def _show(one: Migration, *, whole: bool) -> None:
    click.echo(printable(f"{one.source} → {one.briefing.path}"))
    for note in one.notes:
        click.echo(printable(f"  {note}"))
    for old, _ in one.addresses[:-1]:
        click.echo(printable(f"  {old} will lead here"))
    if whole:
        for line in Change(path=one.briefing.path, before=one.held, after=one.text).diff():
            click.secho(printable(line), fg=_COLOURS.get(line[:1]))


def _save(one: Migration, settings: Settings) -> None:
    """Write a briefing and its addresses; a file of that name that is another's stays."""
    file = settings.root / one.briefing.path
    if file.exists() and file.resolve() != one.source.resolve():
        raise click.ClickException(f"{one.briefing.path} is there already: rename one of the two")
    enter_in_ledger(one.addresses, settings)
    save_text(file, one.text)
