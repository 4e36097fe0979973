"""`changes`: what readers will see that they do not see at a git ref."""

import dataclasses
import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import click

from briefings.cli.changes_told import Section, as_lines, as_markdown, sections_of
from briefings.cli.report import desk_settings, now_option, run_time, show_findings
from briefings.errors import BadFileError, DeskError
from briefings.model import Briefing, Registers
from briefings.outlook import Outlook, Side, look_ahead
from briefings.settings import Settings
from briefings.store.briefings import LoadedBriefing, load_all, parse_briefing
from briefings.store.registers import load_registers
from briefings.versions import changed_files, paths_at

FORMATS = ("text", "markdown", "json")


@click.command()
@click.option(
    "--against",
    "ref",
    default="HEAD",
    show_default=True,
    metavar="REF",
    help="The git ref readers see now, such as origin/main.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="For people, for a pull request's summary, or for scripts.",
)
@now_option
@click.pass_context
def changes(context: click.Context, ref: str, form: str, now: datetime | None) -> None:
    """Say what readers will see that they do not see now; write nothing.

    New briefings, changed words (what was, what is), corrections, new stories, addresses that
    moved, what is held or ends by the clock, and how much of each article's wording is used.
    `check --against` says what of it is wrong.

    \b
    Examples:
      briefings changes
      briefings changes --against origin/main
      briefings changes --against origin/main --format markdown >> "$GITHUB_STEP_SUMMARY"
    """
    settings = desk_settings(context)
    at = run_time(now, settings)
    loaded, faults = load_all(settings)
    registers, register_faults = load_registers(settings)
    outlook = look_ahead(
        _side_at(ref, settings, loaded, at),
        Side(
            briefings=[one.briefing for one in loaded],
            registers=registers,
            settings=settings,
            now=at,
        ),
    )
    show_findings((*faults, *register_faults), settings)
    if form == "json":
        click.echo(json.dumps(dataclasses.asdict(outlook), ensure_ascii=False, indent=2))
        return
    sections = sections_of(outlook, unread=len({fault.place.path for fault in faults}))
    for line in _printed(sections, outlook, form):
        click.echo(line)


def _printed(sections: Sequence[Section], outlook: Outlook, form: str) -> Iterator[str]:
    told = as_markdown if form == "markdown" else as_lines
    yield from told(sections, new=len(outlook.new), changed=len(outlook.changed))


def _side_at(ref: str, settings: Settings, loaded: Sequence[LoadedBriefing], now: datetime) -> Side:
    """Read the desk as it was; only files that are not the same now are read from git.

    Raises:
        DeskError: there is no git, no repository or no such ref.
    """
    root, folder = settings.root, settings.briefings().relative_to(settings.root).as_posix()
    present = {one.briefing.path: one for one in loaded}
    differing = changed_files(
        root, ref, (folder,), {path: one.text for path, one in present.items()}
    )
    same = paths_at(root, ref, (folder,)) - differing.keys()
    return Side(
        briefings=[
            *_readable(differing),
            *(present[path].briefing for path in sorted(same) if path in present),
        ],
        registers=_registers_at(ref, settings),
        settings=settings,
        now=now,
    )


def _readable(texts: dict[str, str]) -> Iterable[Briefing]:
    """Give what readers could see; a file that could not be read was on no page."""
    for path, text in texts.items():
        if path.endswith(".md"):
            with suppress(BadFileError):
                yield parse_briefing(text, path)


def _registers_at(ref: str, settings: Settings) -> Registers:
    """Read the registers as they were, from a folder of their own."""
    folder = settings.registers().relative_to(settings.root).as_posix()
    with tempfile.TemporaryDirectory(prefix="briefings-") as name:
        root = Path(name)
        for path, text in changed_files(settings.root, ref, (folder,), {}).items():
            file = root / path
            if ".." in Path(path).parts:  # git has no such path; one made by hand is refused
                raise DeskError(f'"{path}" at {ref} leads out of the desk')
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return load_registers(dataclasses.replace(settings, root=root))[0]
