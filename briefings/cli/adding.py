"""`add`: an article from a file, an address or the clipboard comes to the desk."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from briefings import __version__
from briefings.cli.drafting import echo_drafted
from briefings.cli.report import (
    desk_settings,
    drafting_parts,
    end_run,
    now_option,
    printable,
    run_time,
    show_findings,
    strict_option,
)
from briefings.errors import BadFileError, Finding
from briefings.store.locks import locked
from briefings.store.registers import load_registers


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="FILE|URL|-...")
@click.option("--url", metavar="URL", help="Where the article stands on the web, if you know.")
@click.option("--as", "ending", metavar="ENDING", help="Read standard input as .txt, .html, .eml …")
@click.option("--no-draft", is_flag=True, help="Store the article only.")
@now_option
@strict_option
@click.pass_context
def add(
    context: click.Context,
    sources: tuple[str, ...],
    url: str | None,
    ending: str | None,
    no_draft: bool,
    now: datetime | None,
    strict: bool,
) -> None:
    """Store an article on the desk with the record of where it is from, and draft it.

    The copy goes to content/articles/YYYY/MM/, by the article's own date, and beside it
    NAME.source.yml says its address, the time and a digest. Nothing is written over, and the
    same file is not stored twice. An address is fetched once, from public hosts only, within 20
    seconds. `-` reads what you pipe in. A file that lies under content/articles/ already stays
    where it is, gets its record and is drafted.

    \b
    Examples:
      briefings add ~/Downloads/ferries.html
      briefings add https://courier.example/2026/03/ferries
      wl-paste | briefings add - --url https://courier.example/2026/03/ferries
      briefings add newsletter.eml --no-draft
    """
    with drafting_parts():
        from briefings.adding import add_article  # noqa: PLC0415  # needs `[draft]`
        from briefings.desk import draft_desk  # noqa: PLC0415  # needs `[draft]`

    settings = desk_settings(context)
    registers, _ = load_registers(settings)
    at = run_time(now, settings)
    findings: list[Finding] = []
    files: list[Path] = []
    for source in sources:
        try:
            added = add_article(_open(source, url, ending, at), settings, registers, now=at)
        except BadFileError as error:
            findings += error.findings
            continue
        shown = printable(added.file.relative_to(settings.root).as_posix())
        click.echo(f"added {shown}" if added.is_new else f"{shown} holds it already")
        files.append(added.file)
    show_findings(findings, settings)
    if files and not no_draft:
        with locked(settings.root):
            run = draft_desk(settings, files, now=at, by=f"briefings {__version__}")
        show_findings(run.findings, settings)
        echo_drafted(run)
        findings += run.findings
    if findings and not files:
        raise SystemExit(1)
    end_run(findings, strict=strict)


def _open(source: str, url: str | None, ending: str | None, at: datetime) -> Any:
    from briefings import adding  # noqa: PLC0415  # needs `[draft]`

    if source == "-":
        content = sys.stdin.buffer.read(adding.MOST_BYTES + 1)
        kind = f".{ending.removeprefix('.').lower()}" if ending else None
        return adding.open_paste(content, kind, url=url, now=at)
    if "://" in source:
        return adding.open_address(source, agent=f"briefings/{__version__} (one page, by hand)")
    return adding.open_file(Path(source), url=url)
