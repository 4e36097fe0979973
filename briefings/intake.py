"""Article files → articles and their notes, each file read apart and within its limits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from briefings import notices
from briefings.draft import note_article
from briefings.errors import BadFileError, Finding
from briefings.model import Article, Note, Registers
from briefings.pile import read_file, read_one
from briefings.read import read_article
from briefings.read.split import holds_several
from briefings.settings import Settings
from briefings.text.digests import digest_bytes
from briefings.workers import Failure, Limits, run_apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of one file."""

    articles: tuple[tuple[Article, Note], ...] = ()
    findings: tuple[Finding, ...] = ()
    """Of what could not be read; an article's own findings are its own."""
    digest: str = ""
    """Of the whole file, where it may hold several articles."""


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
        several = holds_several(file.name)
        digest = digest_bytes(file.read_bytes()) if several else ""
        return Taken(articles=noted, findings=reading.findings, digest=digest)


@dataclass(frozen=True, slots=True)
class _ReadOne:
    settings: Settings
    registers: Registers

    def __call__(self, path: str) -> tuple[Article | None, tuple[Finding, ...]]:
        try:
            article, findings = read_one(path, self.settings, self.registers)
        except BadFileError:
            return None, ()
        return article, findings


def read_apart(
    paths: Iterable[str],
    settings: Settings,
    registers: Registers,
    *,
    jobs: int | None = None,
    limits: Limits | None = None,
) -> Iterator[tuple[str, Article | None, tuple[Finding, ...]]]:
    """Read articles by their paths, in worker processes.

    Gives, in order, each path with its article, None where it is not there or cannot be read,
    and what is to be said of its file.
    """
    load_tables()
    job = _ReadOne(settings, registers)
    for path, read in run_apart(paths, job, jobs=jobs, limits=limits):
        if isinstance(read, Failure):
            file = settings.articles() / path.partition("#")[0]
            yield path, None, (notices.quarantined(file, settings, read),)
        else:
            yield path, *read


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
    load_tables()
    for file, taken in run_apart(files, _Take(settings, registers), jobs=jobs, limits=limits):
        if isinstance(taken, Failure):
            yield file, Taken(findings=(notices.quarantined(file, settings, taken),))
        else:
            yield file, taken


@lru_cache(maxsize=1)
def load_tables() -> None:
    """Load what reading and noting need before workers are forked: they then share it."""
    words = "Ferries stay in port\n\nThe harbour of Oslo was closed on Monday, Ann Roe said.\n"
    article = read_article(words.encode(), path="tables.txt")
    note_article(article, Registers())
