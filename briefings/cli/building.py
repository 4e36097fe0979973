"""`build` and `serve`: what readers and editors look at."""

import shlex
from datetime import datetime
from pathlib import Path

import click

from briefings.cli.report import (
    complain,
    counted,
    desk_settings,
    end_run,
    now_option,
    printable,
    run_time,
    show_findings,
    strict_option,
)
from briefings.errors import BuildError
from briefings.rulebook import weigh
from briefings.settings import Settings
from briefings.site.build import Built, build_site, say_why
from briefings.site.server import serve_desk


@click.command()
@click.option("--preview", is_flag=True, help="Build the editors' preview too, drafts marked.")
@click.option("--clean", is_flag=True, help="Build everything, whatever was built before.")
@click.option("--why", "page", metavar="PAGE", help="Say why a page was rendered, or kept.")
@now_option
@strict_option
@click.pass_context
def build(
    context: click.Context,
    preview: bool,
    clean: bool,
    page: str | None,
    now: datetime | None,
    strict: bool,
) -> None:
    """Build the site that readers see into site/.

    Only published briefings are in it. The old site stands until the new one is complete. A
    briefing or register that cannot be read is left out and reported. Only pages that show
    something that changed are rendered again.

    \b
    Examples:
      briefings build
      briefings build --preview
      briefings build --why 2026/03/ferry-inquiry
    """
    settings = desk_settings(context)
    at = run_time(now, settings)
    built = _build(settings, at, preview=False, clean=clean)
    show_findings(built.findings, settings)
    if page is not None:
        click.echo(f"  {printable(say_why(settings, built, page))}")
    click.echo(f"  look at it: {_view_command(built.site)}")
    if preview:
        shown = _build(settings, at, preview=True, clean=clean)
        click.echo(f"  look at the drafts: {_view_command(shown.site)}")
        for draft in shown.drafts:
            click.echo(f"  draft: {printable(draft)}")
    end_run(weigh(built.findings, settings), strict=strict)


def _build(settings: Settings, at: datetime, *, preview: bool, clean: bool) -> Built:
    try:
        built = build_site(settings, now=at, preview=preview, clean=clean, say=click.echo)
    except BuildError as error:
        complain(error)
        raise SystemExit(1) from error
    name = "preview" if preview else "site"
    if built.fresh:
        pages = counted(built.pages, "page")
        rendered = sum(url.endswith(("/", ".html")) for url in built.rendered)
        told = "" if rendered == built.pages else f", {rendered:,} rendered"
        click.echo(f"{name}: {pages} in {_from_here(built.site)}{told}")
    else:
        pages = counted(built.pages, "page")
        click.echo(f"{name}: nothing changed, {pages} in {_from_here(built.site)}")
    return built


def _view_command(site: Path) -> str:
    return f"python3 -m http.server -d {shlex.quote(_from_here(site))} 8000"


def _from_here(path: Path) -> str:
    """Give a path as one would type it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--open", "open_browser", is_flag=True, help="Open the preview in a browser.")
@now_option
@click.pass_context
def serve(context: click.Context, port: int, open_browser: bool, now: datetime | None) -> None:
    """Show the desk's preview, drafts marked, and rebuild it when a file changes.

    Only this machine can see it (127.0.0.1). The page in the browser reloads by itself; when a
    build fails the last good one stays and the message is printed here.

    \b
    Examples:
      briefings serve
      briefings serve --port 8080 --open
    """
    settings = desk_settings(context)

    def report(built: Built) -> None:
        show_findings(built.findings, settings)
        word = "built" if built.fresh else "nothing changed,"
        click.echo(f"{word} {counted(built.pages, 'page')}")

    serve_desk(
        settings,
        port=port,
        open_browser=open_browser,
        now=lambda: run_time(now, settings),
        report=report,
        say=click.echo,
    )
