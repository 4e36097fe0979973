"""Adding an article: a copy under `content/articles/YYYY/MM/` with the record of where it is from.

The record is written before the copy: a run that is killed leaves nothing, or a record without an
article, which means nothing and is written over by the next.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from briefings.article_files import find_article_files
from briefings.errors import BadFileError, Finding, Place, Severity
from briefings.fetching import SECONDS, Fetched, fetch
from briefings.intake import take_in
from briefings.model import Article, Registers
from briefings.read.split import ENDINGS, LARGEST_PICTURED, limit_of
from briefings.settings import Settings
from briefings.store.disk import read_bytes, save_bytes
from briefings.store.locks import locked
from briefings.store.provenance import Provenance, record_of, save_provenance
from briefings.text.digests import digest_bytes
from briefings.text.slugs import slug_for
from briefings.workers import Failure, Limits, run_apart

MOST_BYTES = LARGEST_PICTURED
"""Of anything that is added; each format has its own limit below."""
_HEADS = re.compile(rb"(?i)\A(?:[\w-]{2,40}: [^\n]{0,2000}\n){2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """What is to be added."""

    content: bytes
    ending: str
    url: str | None = None
    saved_at: datetime | None = None
    name: str | None = None
    shown: str
    """What messages call it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """Where it stands now."""

    file: Path
    is_new: bool
    """False where the very same bytes were there already."""


def open_file(file: Path, *, url: str | None) -> Incoming:
    """Take a file from anywhere.

    Raises:
        BadFileError: it cannot be read, or its format has no reader.
    """
    shown = file.as_posix()
    ending = file.suffix.lower()
    if ending not in ENDINGS:
        known = " ".join(sorted(ENDINGS))
        raise _refused(shown, f'no reader for files ending in "{ending}"', f"known are {known}")
    content = read_bytes(file, shown, limit=limit_of(file.name))
    return Incoming(content=content, ending=ending, url=url, name=file.name, shown=shown)


def open_paste(content: bytes, ending: str | None, *, url: str | None, now: datetime) -> Incoming:
    """Take what was piped in; it was copied just now."""
    kind = ending or sniff_ending(content)
    return Incoming(content=content, ending=kind, url=url, saved_at=now, shown="standard input")


def open_address(url: str, *, agent: str) -> Incoming:
    """Fetch an address once, in a process that is ended after 20 seconds.

    Raises:
        BadFileError: it does not give a page within the limits.
    """
    limits = Limits(seconds=SECONDS)
    ((_, found),) = run_apart([url], _Fetch(agent), jobs=1, limits=limits)
    if isinstance(found, Failure):
        raise _refused(url, f"not fetched within {SECONDS:.0f} seconds", "save the page and add it")
    if isinstance(found, BadFileError):
        raise found
    return Incoming(
        content=found.content, ending=found.ending, url=found.url, saved_at=found.at, shown=url
    )


@dataclass(frozen=True, slots=True)
class _Fetch:
    agent: str

    def __call__(self, url: str) -> Fetched | BadFileError:
        try:
            return fetch(url, limit=LARGEST_PICTURED, limit_of=limit_of, agent=self.agent)
        except BadFileError as error:
            return error


def add_article(
    incoming: Incoming, settings: Settings, registers: Registers, *, now: datetime
) -> Added:
    """Store a copy and its record; the same bytes are not stored twice.

    Raises:
        BadFileError: it cannot be read as an article; nothing is stored.
    """
    with locked(settings.root, waits=True):
        return _add(incoming, settings, registers, now)


def _add(incoming: Incoming, settings: Settings, registers: Registers, now: datetime) -> Added:
    present = _present(incoming.content, settings)
    if present is not None:
        if not record_of(present).is_file():  # somebody copied it there by hand
            save_provenance(present, _record(incoming, now))
        return Added(file=present, is_new=False)
    article = _first_article(incoming, settings, registers)
    day = article.date or now
    folder = settings.articles() / f"{day:%Y}" / f"{day:%m}"
    file = _free_name(folder, article, incoming)
    folder.mkdir(parents=True, exist_ok=True)
    save_provenance(file, _record(incoming, now))
    save_bytes(file, incoming.content)
    return Added(file=file, is_new=True)


def _record(incoming: Incoming, now: datetime) -> Provenance:
    return Provenance(
        digest=digest_bytes(incoming.content),
        added_at=now.replace(microsecond=0),
        url=incoming.url,
        saved_at=incoming.saved_at.replace(microsecond=0) if incoming.saved_at else None,
        name=incoming.name,
    )


def sniff_ending(content: bytes) -> str:
    """Tell a format by how its files begin; what nothing is known of is a text."""
    head = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    low = head.lower()
    if head.startswith(b"%PDF-"):
        return ".pdf"
    if low.startswith((b"<!doctype html", b"<html")) or b"<body" in low or b"<article" in low:
        return ".html"
    if low.startswith(b"<?xml") or low.startswith((b"<rss", b"<feed", b"<rdf")):
        return ".html" if b"<html" in low else ".xml"
    if head.startswith(b"{") and b"jsonfeed.org" in head:
        return ".json"
    if _HEADS.match(head.replace(b"\r\n", b"\n")) and re.search(rb"(?im)^from:", head):
        return ".mhtml" if b"snapshot-content-location" in low else ".eml"
    return ".md" if head.startswith(b"---") and b"\n---" in content[:16384] else ".txt"


def _present(content: bytes, settings: Settings) -> Path | None:
    """Find a file of the pile with the very same bytes."""
    for file in find_article_files(settings, ()) if settings.articles().is_dir() else ():
        if file.stat().st_size == len(content) and file.read_bytes() == content:
            return file
    return None


def _first_article(incoming: Incoming, settings: Settings, registers: Registers) -> Article:
    """Read it once before it is stored: what cannot be read is not kept."""
    holding = settings.root / ".briefings" / "adding"
    file = holding / f"article{incoming.ending}"
    try:
        save_bytes(file, incoming.content)
        ((_, taken),) = take_in([file], settings, registers, jobs=1)
    finally:
        file.unlink(missing_ok=True)
    if not taken.articles:
        errors = [finding for finding in taken.findings if finding.severity is Severity.ERROR]
        raise BadFileError(*(_renamed(finding, incoming.shown) for finding in errors))
    return taken.articles[0][0]


def _renamed(finding: Finding, shown: str) -> Finding:
    place = Place(shown, finding.place.line, finding.place.column)
    return Finding(
        code=finding.code,
        severity=finding.severity,
        place=place,
        message=finding.message,
        remedy=finding.remedy,
    )


def _free_name(folder: Path, article: Article, incoming: Incoming) -> Path:
    digest = digest_bytes(incoming.content).rsplit(":", 1)[-1]
    given = PurePosixPath(incoming.name or "").stem
    several = "#" in article.path
    slug = slug_for(given if several and given else article.title, article.language) or digest[:12]
    file = folder / f"{slug}{incoming.ending}"
    # A record that stands alone is what a killed run left.
    return folder / f"{slug}-{digest[:6]}{incoming.ending}" if file.exists() else file


def _refused(shown: str, message: str, remedy: str) -> BadFileError:
    return BadFileError(
        Finding(
            code="BR241",
            severity=Severity.ERROR,
            place=Place(shown),
            message=message,
            remedy=remedy,
        )
    )
