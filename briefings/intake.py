"""Article files → articles and their notes, each file read apart and within its limits."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from briefings import notices
from briefings.draft import note_article
from briefings.engines import Engine, Processes
from briefings.errors import BadFileError, Finding
from briefings.filed import Filed, Taken, read_filed, read_one, take_up
from briefings.model import Article, Registers
from briefings.notebook import Notebook
from briefings.read import read_article
from briefings.read.split import holds_several
from briefings.settings import Settings
from briefings.text.digests import digest_bytes
from briefings.workers import Failure, Limits, run_apart


@dataclass(frozen=True, slots=True)
class _Take:
    """The work of one worker; picklable."""

    registers: Registers
    roles: bool
    """Whether the articles keep what each of their lines is."""

    def prepare(self) -> None:
        load_tables()

    def __call__(self, filed: Filed) -> Taken:
        try:
            reading = read_filed(filed, self.registers)
        except BadFileError as error:
            return Taken(findings=error.findings)
        notes = [note_article(article, self.registers) for article in reading.articles]
        articles = reading.articles
        if not self.roles:
            articles = tuple(replace(article, roles=()) for article in articles)
        noted = tuple(zip(articles, notes, strict=True))
        digest = digest_bytes(filed.content) if holds_several(filed.path) else ""
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
    job = _Take(registers, roles=True)
    waiting: deque[tuple[Path, Taken | None]] = deque()
    results = Processes(jobs).run(_taken_up(files, settings, waiting), job, limits=limits)
    for _, result in results:
        while (ready := waiting[0][1]) is not None:
            yield waiting.popleft()[0], ready
        file = waiting.popleft()[0]
        yield file, _or_left_out(result, file, settings)
    yield from ((file, ready) for file, ready in waiting if ready is not None)


def _taken_up(
    files: Iterable[Path], settings: Settings, waiting: deque[tuple[Path, Taken | None]]
) -> Iterator[Filed]:
    for file in files:
        try:
            filed = take_up(file, settings)
        except BadFileError as error:
            waiting.append((file, Taken(findings=error.findings)))
            continue
        waiting.append((file, None))
        yield filed


def _or_left_out(result: Taken | Failure, file: Path, settings: Settings) -> Taken:
    if isinstance(result, Failure):
        return Taken(findings=(notices.quarantined(file, settings, result),))
    return result


class Page(NamedTuple):
    """Where in the notebook stands what came of a file."""

    file: Path
    key: bytes
    is_new: bool
    """It was read just now."""


def note_down(
    files: Iterable[Path],
    settings: Settings,
    registers: Registers,
    notebook: Notebook,
    *,
    engine: Engine,
) -> Iterator[Page]:
    """Read and note files in their order into a notebook; what stands there is not read again.

    Args:
        files: of the desk.
        settings: of the desk.
        registers: what names, outlets and topics are known by.
        notebook: takes what came of each file, without what its lines are.
        engine: where the work is done.
    """
    load_tables()
    waiting: deque[Page] = deque()

    def missing() -> Iterator[Filed]:
        for file in files:
            filed, key = _page_of(file, settings, notebook)
            waiting.append(Page(file, key, filed is not None))
            if filed is not None:
                yield filed

    for _, result in engine.run(missing(), _Take(registers, roles=False)):
        while not waiting[0].is_new:
            yield waiting.popleft()
        page = waiting.popleft()
        if isinstance(result, Failure):  # another run tries again: the machine may have been busy
            page = page._replace(key=notebook.key("left out", page.file.as_posix()))
        notebook.put(page.key, _or_left_out(result, page.file, settings))
        yield page
    yield from waiting


def _page_of(file: Path, settings: Settings, notebook: Notebook) -> tuple[Filed | None, bytes]:
    """Give the key of a file's page, and the file where that page is still to be written."""
    try:
        filed = take_up(file, settings)
    except BadFileError as error:
        key = notebook.key(*(str(finding) for finding in error.findings))
        notebook.put(key, Taken(findings=error.findings))
        return None, key
    key = notebook.key(*filed.words())
    return (None if notebook.has(key) else filed), key


@lru_cache(maxsize=1)
def load_tables() -> None:
    """Load what reading and noting need before workers are forked: they then share it."""
    words = "Ferries stay in port\n\nThe harbour of Oslo was closed on Monday, Ann Roe said.\n"
    article = read_article(words.encode(), path="tables.txt")
    note_article(article, Registers())
