"""The briefing files of a desk: read one, read all, write one, draft into one again."""

from collections.abc import Iterator
from pathlib import Path

from briefings.errors import BadFileError, Finding
from briefings.model import Briefing
from briefings.settings import Settings
from briefings.store.disk import read_text
from briefings.store.merge import merge_briefing
from briefings.store.places import LoadedBriefing
from briefings.store.written import dump_briefing, parse_briefing

__all__ = [
    "LoadedBriefing",
    "dump_briefing",
    "each_briefing",
    "load_all",
    "load_briefing",
    "merge_briefing",
    "parse_briefing",
]


def load_briefing(file: Path, root: Path) -> Briefing:
    """Read one briefing file of the desk in `root`.

    Raises:
        BadFileError: with everything that is wrong with it.
    """
    return _load(file, root).briefing


def load_all(settings: Settings) -> tuple[tuple[LoadedBriefing, ...], tuple[Finding, ...]]:
    """Read every briefing file, in order of path; a bad one becomes findings, the rest load."""
    loaded: list[LoadedBriefing] = []
    findings: list[Finding] = []
    for item in each_briefing(settings):
        if isinstance(item, BadFileError):
            findings.extend(item.findings)
        else:
            loaded.append(item)
    return tuple(loaded), tuple(findings)


def each_briefing(settings: Settings) -> Iterator[LoadedBriefing | BadFileError]:
    """Read one briefing file after another, in order of path; of a bad one, what is wrong."""
    for file in _files(settings.briefings()):
        try:
            yield _load(file, settings.root)
        except BadFileError as error:
            yield error


def _load(file: Path, root: Path) -> LoadedBriefing:
    path = file.relative_to(root).as_posix()
    text = read_text(file, path, root=root)
    return LoadedBriefing(briefing=parse_briefing(text, path), text=text)


def _files(folder: Path) -> Iterator[Path]:
    """Give Markdown files in order; hidden ones are a tool's."""
    for file in sorted(folder.rglob("*.md")):
        if not any(part.startswith(".") for part in file.relative_to(folder).parts):
            yield file
