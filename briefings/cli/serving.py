"""`serve`: what editors look at."""

from datetime import datetime

import click

from briefings.cli.report import counted, desk_settings, now_option, run_time, show_findings
from briefings.site.build import Built
from briefings.site.server import serve_desk


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
