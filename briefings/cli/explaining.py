"""`explain`: what the program sees in an article, line by line."""

from pathlib import Path

import click

from briefings.cli.report import desk_settings, drafting_parts
from briefings.errors import DeskError
from briefings.settings import Settings


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, one line a file.")
@click.option("--all", "full", is_flag=True, help="On a terminal: every line, none folded.")
@click.option("--html", "as_html", is_flag=True, help="Write a page with the roles tinted.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where --html writes; .briefings/explain/ of the desk unless given.",
)
@click.pass_context
def explain(
    context: click.Context,
    paths: tuple[Path, ...],
    *,
    as_json: bool,
    full: bool,
    as_html: bool,
    out: Path | None,
) -> None:
    """Show every line of an article with its role and the reason for it.

    PATHS are files, or folders that are searched for articles. Nothing is written but, with
    --html, a page for each file that shows it with its roles tinted. The JSON shape is described
    in docs/explain.md; a file that cannot be read gives {path, error} and the rest go on.

    \b
    Examples:
      briefings explain content/articles/2026/03/ferries.txt
      briefings explain --html content/articles/2026/03/ferries.txt
      briefings explain --json content/articles/ > articles.jsonl
    """
    with drafting_parts():
        from briefings.cli.explained import explain_paths, write_pages  # noqa: PLC0415  # needs `[draft]`
    settings = _settings(context)
    if as_html:
        folder = out or (settings.root if settings else Path()) / ".briefings" / "explain"
        good = write_pages(paths, settings, folder)
    else:
        good = explain_paths(paths, settings, as_json=as_json, full=full)
    if not good:
        raise SystemExit(1)


def _settings(context: click.Context) -> Settings | None:
    """Give the desk's settings where the command runs on a desk; any file can be explained."""
    try:
        return desk_settings(context)
    except DeskError:
        return None
