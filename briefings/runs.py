"""What a drafting run did, and what a refreshing one would do."""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from briefings.errors import Finding
from briefings.model import Note
from briefings.settings import Settings
from briefings.store.disk import read_text, save_text


class Outcome(Enum):
    """What became of a briefing file."""

    CREATED = "drafted"
    UPDATED = "updated"
    KEPT = "unchanged"

    def has_written(self) -> bool:
        """Tell whether the file is not what it was."""
        return self is not Outcome.KEPT


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafting:
    """One briefing file after the run."""

    path: str
    outcome: Outcome
    articles: tuple[str, ...]
    """Paths under `content/articles/`."""
    story: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A sentence of a language model that was not let through, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """A note after a language model was asked."""

    note: Note
    refused: tuple[Refused, ...] = ()
    failure: str | None = None
    """Why the whole note is the built-in one."""


_DIGEST = re.compile(r" {4}[\w.]+: v1:[0-9a-f]{32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What drafting again would make of a briefing file; nothing is written yet."""

    path: str
    before: str
    after: str

    def diff(self) -> Iterator[str]:
        """Give the lines of a unified diff, without line ends.

        The digests of what the machine wrote are left out: they tell an editor nothing.
        """
        before, after = map(_told, (self.before, self.after))
        return difflib.unified_diff(before, after, self.path, self.path, lineterm="")


@dataclass(slots=True, kw_only=True)
class DraftRun:
    """What a drafting run did."""

    drafted: list[Drafting] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    """Of a refreshing run, which writes nothing by itself."""
    findings: list[Finding] = field(default_factory=list)


def _told(text: str) -> list[str]:
    return [line for line in text.splitlines() if not _DIGEST.fullmatch(line)]


def write_changes(changes: Iterable[Change], settings: Settings) -> Iterator[tuple[Change, bool]]:
    """Write what was shown; each change with whether it was.

    A file that is no longer what the diff was made from is left as it is.
    """
    for change in changes:
        file = settings.root / change.path
        is_same = file.is_file() and read_text(file, change.path) == change.before
        yield change, is_same and save_text(file, change.after)
