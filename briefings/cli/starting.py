"""`init`, `new` and `schema`: a new desk, a new briefing, and what helps editors type."""

from datetime import datetime
from pathlib import Path

import click

from briefings.beginning import begin_briefing
from briefings.cli.report import counted, desk_settings, now_option, printable, run_time
from briefings.configuration import parse_settings
from briefings.errors import BadFileError
from briefings.starting import NewDesk, desk_files, start_desk
from briefings.store.locks import locked
from briefings.store.pages_cms import pages_config
from briefings.store.schemas import SCHEMA_NAMES, schema_text

_NEXT = """\
next:
  cd {folder}
  briefings build                  the site, in site/
  briefings serve                  the site with its drafts, in a browser
  briefings add FILE|URL|-         store an article and draft its briefing
"""
_EXAMPLE = """\
the example, an invented bridge, is yours to delete before anything is published: its article,
its briefing, its outlet in sources.yml and its line in content/registers/urls.txt
"""


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option("--name", help="What the desk is called; the folder's name unless given.")
@click.option("--url", help="Where the site will be published.", metavar="URL")
@click.option("--language", default="en", show_default=True, help="Of the desk's own words.")
@click.option("--timezone", default="UTC", show_default=True, help="Such as Europe/Lisbon.")
@click.option("--public", is_flag=True, help="Everybody can read the repository: no embargoes.")
@click.option("--bare", is_flag=True, help="Without the worked example.")
def init(
    folder: Path,
    name: str | None,
    url: str | None,
    language: str,
    timezone: str,
    *,
    public: bool,
    bare: bool,
) -> None:
    """Start a desk in DIR: settings, registers, one worked example, CI that publishes.

    A file that is there already is left as it is. The desk builds at once.

    \b
    Examples:
      briefings init harbour-desk
      briefings init . --name "The Harbour Briefing" --url https://example.org/ --bare
    """
    desk = NewDesk(
        name=name or folder.resolve().name or "A desk",
        url=url or "https://desk.example/",
        language=language,
        timezone=timezone,
        public=public,
        bare=bare,
    )
    _check_options(desk)
    started = start_desk(folder, desk)
    for path in started.left:
        click.echo(f"left as it was: {printable(path)}")
    click.echo(
        f"started {printable(desk.name)}: {counted(len(started.written), 'file')} in {folder}"
    )
    if not bare:
        click.echo(_EXAMPLE, nl=False)
    click.echo(_NEXT.format(folder=printable(str(folder))), nl=False)


def _check_options(desk: NewDesk) -> None:
    """Hold what the options say against the rules for mkdocs.yml, before anything is written."""
    try:
        parse_settings(dict(desk_files(desk))["mkdocs.yml"], root=Path())
    except BadFileError as error:
        raise click.UsageError("; ".join(finding.message for finding in error.findings)) from error


@click.command()
@click.argument("headline")
@click.option(
    "--edition",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The edition it belongs to; today's unless given.",
)
@click.option("--story", metavar="ID", help="The thread it belongs to.")
@now_option
@click.pass_context
def new(
    context: click.Context,
    headline: str,
    edition: datetime | None,
    story: str | None,
    now: datetime | None,
) -> None:
    """Begin a briefing that stands on no article: an empty draft with every key.

    What you write says `from: [editor]`: you answer for it.

    \b
    Examples:
      briefings new "Ferries run again from Monday"
      briefings new "Ferries run again from Monday" --story ferry-inquiry --edition 2026-03-16
    """
    settings = desk_settings(context)
    if not headline.strip():
        raise click.UsageError("HEADLINE needs words")
    day = (edition or run_time(now, settings)).date()
    with locked(settings.root):
        path = begin_briefing(headline.strip(), settings, edition=day, story=story)
    click.echo(f"began {printable(path.as_posix())}: write in it, then run `briefings check`")


@click.command()
@click.argument("name", type=click.Choice(SCHEMA_NAMES), required=False)
@click.option("--pages", is_flag=True, help="Print .pages.yml, which Pages CMS reads.")
def schema(name: str | None, *, pages: bool) -> None:
    """Print the JSON Schema of a kind of file, for editors that help while one types.

    \b
    Examples:
      briefings schema briefing > .vscode/schemas/briefing.json
      briefings schema --pages > .pages.yml
    """
    if pages == (name is not None):
        raise click.UsageError(f"name one of {', '.join(SCHEMA_NAMES)}, or give --pages")
    click.echo(pages_config() if pages else schema_text(name or ""), nl=False)
