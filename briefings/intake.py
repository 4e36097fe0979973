"""Article files → articles and their notes, each file read apart and within its limits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from briefings import notices
from briefings.draft import note_article
from briefings.errors import BadFileError, Finding
from briefings.model import Article, Note, Registers
from briefings.pile import read_file
from briefings.read import read_article
from briefings.settings import Settings
from briefings.workers import Failure, Limits, run_apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of one file."""

    articles: tuple[tuple[Article, Note], ...] = ()
    findings: tuple[Finding, ...] = ()
    """Of what could not be read; an article's own findings are its own."""


@dataclass(frozen=True, slots=True)
class _Take:
    """The work of one worker; picklable."""

    settings: Settings
    registers: Registers

    def __call__(self, file: Path) -> Taken:
        try:
            reading = read_file(file, self.settings, self.registers)
        except BadFileError as error:
            return Taken(findings=error.findings)
        notes = [note_article(article, self.registers) for article in reading.articles]
        noted = tuple(zip(reading.articles, notes, strict=True))
        return Taken(articles=noted, findings=reading.findings)


def take_in(
    files: Iterable[Path],
    settings: Settings,
    registers: Registers,
    *,
    jobs: int | None = None,
    limits: Limits | None = None,
) -> Iterator[tuple[Path, Taken]]:
    """Read and note files in their order, in worker processes.

    Args:
        files: of the desk, or any others.
        settings: of the desk.
        registers: what names, outlets and topics are known by.
        jobs: how many workers; None means one for each processor.
        limits: of each file.
    """
    _load_tables()
    for file, taken in run_apart(files, _Take(settings, registers), jobs=jobs, limits=limits):
        if isinstance(taken, Failure):
            yield file, Taken(findings=(notices.quarantined(file, settings, taken),))
        else:
            yield file, taken


@lru_cache(maxsize=1)
def _load_tables() -> None:
    """Load what reading and noting need before workers are forked: they then share it."""
    words = "Ferries stay in port\n\nThe harbour of Oslo was closed on Monday, Ann Roe said.\n"
    article = read_article(words.encode(), path="tables.txt")
    note_article(article, Registers())
