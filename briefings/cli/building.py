"""`build`: what readers look at."""

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
from briefings.site.build import Built, build_site
from briefings.site.share import Share


class ShareType(click.ParamType[Share]):
    """`K/N`."""

    name = "K/N"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Share:
        """Read it, or say what is wrong."""
        try:
            return Share.parse(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


@click.command()
@click.option("--preview", is_flag=True, help="Build the editors' preview too, drafts marked.")
@click.option("--clean", is_flag=True, help="Build everything, whatever was built before.")
@click.option(
    "--keep-broken",
    is_flag=True,
    help="What cannot be read stays as it was published, rather than being left out.",
)
@click.option("--why", "page", metavar="PAGE", help="Say why a page was rendered, or kept.")
@click.option(
    "--part", "share", type=ShareType(), help="Build one part, for `briefings assemble` to join."
)
@now_option
@strict_option
@click.pass_context
def build(
    context: click.Context,
    preview: bool,
    clean: bool,
    keep_broken: bool,
    page: str | None,
    share: Share | None,
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
      briefings build --part 1/4 --now 2026-03-22T19:00Z
    """
    settings = desk_settings(context)
    at = run_time(now, settings)
    if share is not None:
        _build_part(settings, share, at)
        return
    built = build_and_tell(settings, at, preview=False, clean=clean, keep=keep_broken)
    show_findings(built.findings, settings)
    if page is not None:
        from briefings.site.reasons import say_why  # noqa: PLC0415  # pages are planned there

        click.echo(f"  {printable(say_why(settings, built, page))}")
    click.echo(f"  look at it: {view_command(built.site)}")
    if preview:
        shown = build_and_tell(settings, at, preview=True, clean=clean, keep=keep_broken)
        click.echo(f"  look at the drafts: {view_command(shown.site)}")
        for draft in shown.drafts:
            click.echo(f"  draft: {printable(draft)}")
    end_run(weigh(built.findings, settings), strict=strict)


def build_and_tell(
    settings: Settings, at: datetime, *, preview: bool = False, clean: bool = False, keep: bool
) -> Built:
    """Build, and print what came of it; a build that fails ends the run with 1."""
    say = click.echo
    try:
        built = build_site(settings, now=at, preview=preview, clean=clean, say=say, keep=keep)
    except BuildError as error:
        raise failed(error) from error
    name = "preview" if preview else "site"
    if built.fresh:
        pages = counted(built.pages, "page")
        rendered = sum(url.endswith(("/", ".html")) for url in built.rendered)
        told = "" if rendered == built.pages else f", {rendered:,} rendered"
        click.echo(f"{name}: {pages} in {from_here(built.site)}{told}")
    else:
        pages = counted(built.pages, "page")
        click.echo(f"{name}: nothing changed, {pages} in {from_here(built.site)}")
    return built


def _build_part(settings: Settings, share: Share, at: datetime) -> None:
    from briefings.site.parts import build_part  # noqa: PLC0415  # the same

    try:
        folder, pages = build_part(settings, share, now=at, say=click.echo)
    except BuildError as error:
        raise failed(error) from error
    click.echo(f"{share}: {counted(pages, 'page')} in {from_here(folder)}")
    click.echo("  when all parts are in .briefings/parts: briefings assemble")


def failed(error: BuildError) -> SystemExit:
    """Say why nothing was built; the old site stands."""
    complain(error)
    return SystemExit(1)


def view_command(site: Path) -> str:
    """Give the command that shows a built site."""
    return f"python3 -m http.server -d {shlex.quote(from_here(site))} 8000"


def from_here(path: Path) -> str:
    """Give a path as one would type it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
