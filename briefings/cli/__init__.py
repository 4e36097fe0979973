"""The command line: prints and exit codes, nothing else."""

import os
import sys
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Final

import click

from briefings import __version__
from briefings.errors import BriefingsError

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
  briefings withdraw ID --now      take a briefing from readers at once
  briefings mail > edition.eml     the newest edition as an e-mail, to send yourself
"""


COMMANDS: Final = {
    "init": "starting",
    "new": "starting",
    "add": "adding",
    "pile": "piling",
    "spike": "piling",
    "draft": "drafting",
    "combine": "gathering",
    "split": "gathering",
    "status": "standing",
    "check": "checking",
    "changes": "changing",
    "explain-rule": "rules",
    "review": "reviewing",
    "withdraw": "withdrawing",
    "build": "building",
    "assemble": "assembling",
    "serve": "serving",
    "mail": "mailing",
    "explain": "explaining",
    "links": "linking",
    "names": "naming",
    "migrate": "migrating",
    "schema": "starting",
}
"""Each command with the module that has it."""


class _Commands(click.Group):
    """Commands that are imported when they are asked for: all of them take longer than a build."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"briefings.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = get_close_matches(args[0], COMMANDS, 1)
            hint = f' Did you mean "{near[0]}"?' if near else ""
            raise click.UsageError(error.message + hint, ctx) from error


@click.group(cls=_Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
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


def main() -> None:
    """Run the command line; errors made on purpose become one message and an exit code."""
    try:
        commands(prog_name="briefings")
    except (BriefingsError, OSError) as error:
        from briefings.cli.report import complain  # noqa: PLC0415  # only where it is needed

        complain(error)
        sys.exit(2)


__all__ = ["COMMANDS", "commands", "main"]
