"""The command line: prints and exit codes, nothing else."""

import os
import sys
from pathlib import Path

import click

from briefings import __version__
from briefings.cli.adding import add
from briefings.cli.building import build, serve
from briefings.cli.checking import check
from briefings.cli.drafting import draft
from briefings.cli.explaining import explain
from briefings.cli.gathering import combine, split
from briefings.cli.linking import links
from briefings.cli.mailing import mail
from briefings.cli.naming import names
from briefings.cli.piling import pile, spike
from briefings.cli.reviewing import review
from briefings.cli.rules import explain_rule
from briefings.cli.standing import status
from briefings.cli.starting import init, new, schema
from briefings.errors import BadFileError, BriefingsError

EPILOG = """\b
Exit codes:
  0  done; a bad file is reported and left out, the rest is drafted and built
  1  `check` found an error, a build failed, `explain` could not read a file,
     or --strict was given and there was an error or a warning
  2  the command cannot run: wrong usage, no desk here, a wrong setting, a lock held

\b
A first day:
  briefings init DIR               start a desk, with one worked example
  briefings add FILE|URL|-         store an article and draft its briefing
  briefings pile                   see what has come in and is in no briefing
  briefings draft                  draft a briefing for each event on the pile
  briefings serve                  look at the drafts in a browser
  briefings review --by NAME       read the drafts beside their articles and publish
  briefings build                  build the site readers see
  briefings mail > edition.eml     the newest edition as an e-mail, to send yourself
"""


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-C",
    "desk",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    metavar="DIR",
    help="Run on the desk in DIR, a folder with its own mkdocs.yml.",
)
@click.version_option(__version__, prog_name="briefings")
@click.pass_context
def commands(context: click.Context, desk: Path) -> None:
    """Draft news briefings from articles, check them, and build a site from them."""
    context.obj = desk
    if os.environ.get("NO_COLOR"):  # https://no-color.org: any value but an empty one
        context.color = False


_ALL = (
    *(init, new, add, pile, spike, draft, combine, split),
    *(status, check, explain_rule, review, build, serve, mail, explain, names, links, schema),
)
for command in _ALL:
    commands.add_command(command)


def main() -> None:
    """Run the command line; errors made on purpose become one message and an exit code."""
    try:
        commands(prog_name="briefings")
    except BadFileError as error:
        for finding in error.findings:
            click.echo(str(finding), err=True)
        sys.exit(2)
    except BriefingsError as error:
        click.echo(f"briefings: {error}", err=True)
        sys.exit(2)


__all__ = ["commands", "main"]
