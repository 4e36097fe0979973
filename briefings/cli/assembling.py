"""`assemble`: parts of a site, built on several machines, made one."""

from datetime import datetime
from pathlib import Path

import click

from briefings.cli.building import failed, from_here, view_command
from briefings.cli.report import counted, desk_settings, now_option, run_time, show_findings
from briefings.errors import BuildError
from briefings.site.joining import find_parts, join_parts


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path, exists=True, file_okay=False))
@now_option
@click.pass_context
def assemble(context: click.Context, folders: tuple[Path, ...], now: datetime | None) -> None:
    """Join the parts of a site and publish it into site/.

    Without FOLDERS the parts in .briefings/parts/ are joined. They are verified first: each is
    there once, whole, and built of this desk by this program. What comes out is what
    `briefings build` gives, byte for byte; the old site stands until it is complete.

    \b
    Examples:
      briefings assemble
      briefings assemble downloaded/1-of-2 downloaded/2-of-2
    """
    settings = desk_settings(context)
    try:
        parts = folders or find_parts(settings)
        built = join_parts(settings, parts, now=run_time(now, settings), say=click.echo)
    except BuildError as error:
        raise failed(error) from error
    show_findings(built.findings, settings)
    click.echo(f"site: {counted(built.pages, 'page')} in {from_here(built.site)}")
    click.echo(f"  look at it: {view_command(built.site)}")
