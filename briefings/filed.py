"""Files as they were filed: taken up with what their records say, and read."""

from dataclasses import dataclass, replace
from pathlib import Path

from briefings.errors import Finding, Place, Severity
from briefings.model import Article, Note, Registers, Saved
from briefings.read import Reading, read_article, read_articles
from briefings.read.split import limit_of
from briefings.settings import Settings
from briefings.store.disk import read_bytes
from briefings.store.provenance import SUFFIX, Provenance, load_provenance
from briefings.text.digests import digest_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A file as it was filed, with all that reading it needs: it may be read anywhere."""

    content: bytes
    path: str
    """Under `content/articles/`."""
    shown: str
    """The path for messages."""
    saved: Saved | None = None
    changed: tuple[Finding, ...] = ()
    """That it is no longer what was added."""

    def words(self) -> tuple[str, ...]:
        """Give what tells this from any other that would be read differently."""
        about = (repr(self.saved), *(str(finding) for finding in self.changed))
        return (digest_bytes(self.content), self.path, self.shown, *about)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of one file."""

    articles: tuple[tuple[Article, Note], ...] = ()
    findings: tuple[Finding, ...] = ()
    """Of what could not be read; an article's own findings are its own."""
    digest: str = ""
    """Of the whole file, where it may hold several articles."""


def read_file(file: Path, settings: Settings, registers: Registers) -> Reading:
    """Read the articles of one file of the desk.

    Raises:
        BadFileError: it cannot be used.
    """
    return read_filed(take_up(file, settings), registers)


def read_filed(filed: Filed, registers: Registers) -> Reading:
    """Read the articles of a file that was taken up.

    Raises:
        BadFileError: it cannot be used.
    """
    reading = read_articles(
        filed.content,
        path=filed.path,
        shown=filed.shown,
        sources=registers.sources,
        saved=filed.saved,
    )
    return replace(reading, findings=(*reading.findings, *filed.changed))


def read_one(
    path: str, settings: Settings, registers: Registers
) -> tuple[Article | None, tuple[Finding, ...]]:
    """Read one article by its path under `content/articles/`; None where its file is not there.

    Beside it stands what its record has to say of the file.

    Raises:
        BadFileError: it cannot be used.
    """
    name, _, key = path.partition("#")
    file = (settings.articles() / name).resolve()
    if not file.is_relative_to(settings.articles().resolve()) or not file.is_file():
        return None, ()
    filed = take_up(file, settings)
    article = read_article(
        filed.content,
        path=path if key else filed.path,
        shown=filed.shown,
        sources=registers.sources,
        saved=filed.saved,
    )
    return article, filed.changed


def take_up(file: Path, settings: Settings) -> Filed:
    """Take up a file with what its record says.

    Raises:
        BadFileError: it or its record cannot be used.
    """
    root, folder = settings.root.resolve(), settings.articles().resolve()
    full = file.resolve()
    shown = (full.relative_to(root) if full.is_relative_to(root) else file).as_posix()
    path = (full.relative_to(folder) if full.is_relative_to(folder) else Path(file.name)).as_posix()
    record = load_provenance(file, shown, settings.root) if full.is_relative_to(folder) else None
    content = read_bytes(file, shown, limit=limit_of(path))
    return Filed(
        content=content,
        path=path,
        shown=shown,
        saved=Saved(at=record.saved_at, url=record.url) if record else None,
        changed=_changed(file, shown, content, record),
    )


def _changed(
    file: Path, shown: str, content: bytes, record: Provenance | None
) -> tuple[Finding, ...]:
    """Say of a stored file that it is no longer what was added, by the record beside it."""
    if record is None or record.digest == digest_bytes(content):
        return ()
    return (
        Finding(
            code="BR228",
            severity=Severity.WARNING,
            place=Place(shown),
            message="this is not the file that was added: its digest differs from its record's",
            remedy=f"put the original back, or delete {file.name}{SUFFIX} if the change is meant",
        ),
    )
