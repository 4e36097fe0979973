"""The depot: articles on object storage, brought into `content/articles/` before a run.

There they are files like any others, so whatever a desk does with articles it does with these;
nothing is ever written to the depot. What was brought is known by what the storage says of an
object (its size and tag), so a second run lists and fetches only what changed. Credentials are
the environment's and the machine's; none is read from a file of ours or written to one.
"""

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import PurePosixPath
from typing import Any, Final

from briefings.errors import DeskError
from briefings.read.split import ENDINGS, limit_of
from briefings.settings import Settings
from briefings.store.disk import save_bytes
from briefings.store.provenance import SUFFIX
from briefings.text.digests import digest_bytes

_AT_ONCE: Final = 32
_WAITS: Final = (0.5, 1.0, 2.0, 4.0)
"""Seconds before each further try."""
_TABLE: Final = """
CREATE TABLE IF NOT EXISTS brought (
    path TEXT PRIMARY KEY, stamp TEXT NOT NULL, digest TEXT NOT NULL, run INTEGER NOT NULL
) STRICT, WITHOUT ROWID
"""


@dataclass(frozen=True, slots=True)
class _Object:
    key: str
    """As the storage names it."""
    path: str
    """Under `content/articles/`."""
    size: int
    stamp: str


@dataclass(slots=True)
class Brought:
    """What a run brought from the depot."""

    new: int = 0
    changed: int = 0
    gone: int = 0
    """No longer in the depot: deleted here too."""
    kept: list[str] = field(default_factory=list)
    """Changed or gone there, but somebody changed them here: left as they are."""


def bring_articles(settings: Settings) -> Brought:
    """Bring what is new or changed in the depot; a desk without one has nothing to bring.

    Call under the desk's lock.

    Raises:
        DeskError: the storage's package is not installed, or it cannot be read; what was brought
            before that stays, and the next run goes on from there.
    """
    brought = Brought()
    if settings.articles_url is None:
        return brought
    fs, root = _open(settings.articles_url)
    settings.state().mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(settings.state() / "depot.db")) as db:
        db.execute(_TABLE)
        (last,) = db.execute("SELECT coalesce(max(run), 0) FROM brought").fetchone()
        listed = _missing(db, _list(fs, root), last + 1)
        while batch := list(islice(listed, _AT_ONCE)):
            for one, content in zip(batch, _fetch(fs, batch), strict=True):
                if content is not None:
                    _save(one, content, settings, db, last + 1, brought)
            db.commit()
        _forget_gone(settings, db, last + 1, brought)
        db.commit()
    return brought


def _open(url: str) -> tuple[Any, str]:
    try:
        import fsspec  # noqa: PLC0415  # the extra `remote`
    except ImportError as error:
        raise DeskError('`articles_url:` needs fsspec: pip install "briefings[remote]"') from error
    try:
        fs, root = fsspec.url_to_fs(url, use_listings_cache=False, skip_instance_cache=True)
    except ImportError as error:
        package = {"s3": '"briefings[remote]"', "gs": "gcsfs"}.get(url.partition(":")[0], "")
        raise DeskError(f"`articles_url:` {url}: {error}; pip install {package}") from error
    except ValueError as error:
        raise DeskError(f"`articles_url:` {url}: {error}") from error
    return fs, root.rstrip("/")


def _list(fs: Any, root: str) -> Iterator[_Object]:
    """List what is named like an article or a record, a folder at a time, each page by page."""
    try:
        for folder, _, files in fs.walk(root, detail=True, on_error="raise"):
            above = folder.rstrip("/").removeprefix(root).strip("/")
            for name, about in sorted(files.items()):
                path = f"{above}/{name}" if above else name
                if _is_wanted(path):
                    yield _Object(about["name"], path, int(about["size"] or 0), _stamp(about))
    except Exception as error:  # each storage's client has errors of its own
        raise DeskError(f"{root} cannot be listed: {_told(error)}") from error


def _is_wanted(path: str) -> bool:
    """Tell whether a key, which anybody may have chosen, is the name of an article's file."""
    pure = PurePosixPath(path)
    plain = path.removesuffix(SUFFIX) if path.endswith(SUFFIX) else path
    is_safe = "\\" not in path and "\0" not in path and not pure.is_absolute()
    hidden = any(part.startswith((".", "_")) for part in pure.parts)
    return is_safe and not hidden and PurePosixPath(plain).suffix.lower() in ENDINGS


def _stamp(about: dict[str, Any]) -> str:
    """Say what a storage tells of a content, without reading it."""
    tags = ("ETag", "etag", "md5Hash", "crc32c", "LastModified", "updated", "mtime")
    return " ".join([str(about.get("size")), *(str(about[tag]) for tag in tags if about.get(tag))])


def _missing(db: sqlite3.Connection, listed: Iterator[_Object], run: int) -> Iterator[_Object]:
    for one in listed:
        seen = "UPDATE brought SET run = ? WHERE path = ? AND stamp = ?"
        if not db.execute(seen, (run, one.path, one.stamp)).rowcount:
            yield one


def _fetch(fs: Any, batch: Sequence[_Object]) -> list[bytes | None]:
    """Read objects, several at once; None for one that is gone since it was listed.

    Of an object larger than any article may be, what shows that is enough.
    """
    # An empty object has no first byte to ask for.
    contents: list[bytes | None] = [None if one.size else b"" for one in batch]
    left = [number for number, one in enumerate(batch) if one.size]
    for wait in (*_WAITS, None):
        keys = [batch[number].key for number in left]
        ends = [min(batch[n].size, limit_of(batch[n].path) + 1) for n in left]
        results = fs.cat_ranges(keys, [0] * len(keys), ends, on_error="return")
        failed: list[tuple[int, Exception]] = []
        for number, result in zip(left, results, strict=True):
            if isinstance(result, bytes):
                contents[number] = result
            elif not isinstance(result, FileNotFoundError):
                failed.append((number, result))
        if not failed:
            break
        if wait is None:
            number, error = failed[0]
            raise DeskError(
                f"{batch[number].key} cannot be read: {_told(error)}; run it again: what was "
                "brought so far is kept"
            )
        left = [number for number, _ in failed]
        time.sleep(wait)
    return contents


def _told(error: Exception) -> str:
    return str(error).splitlines()[0][:200] if str(error) else type(error).__name__


def _save(
    one: _Object,
    content: bytes,
    settings: Settings,
    db: sqlite3.Connection,
    run: int,
    brought: Brought,
) -> None:
    file, digest = settings.articles() / one.path, digest_bytes(content)
    row = db.execute("SELECT digest FROM brought WHERE path = ?", (one.path,)).fetchone()
    here = digest_bytes(file.read_bytes()) if file.is_file() else None
    if here not in {None, digest, row[0] if row else None}:
        brought.kept.append(one.path)
        digest = row[0] if row else ""
    elif save_bytes(file, content):
        brought.new, brought.changed = brought.new + (not row), brought.changed + bool(row)
    entry = (one.path, one.stamp, digest, run)
    db.execute("INSERT OR REPLACE INTO brought VALUES (?, ?, ?, ?)", entry)


def _forget_gone(settings: Settings, db: sqlite3.Connection, run: int, brought: Brought) -> None:
    gone = db.execute("SELECT path, digest FROM brought WHERE run < ?", (run,)).fetchall()
    for path, digest in gone:
        file = settings.articles() / path
        if file.is_file() and digest_bytes(file.read_bytes()) == digest:
            file.unlink()
            brought.gone += 1
        elif file.is_file():
            brought.kept.append(path)
        db.execute("DELETE FROM brought WHERE path = ?", (path,))
