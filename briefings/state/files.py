"""Digests of files, kept so that a file nobody touched is not read again.

Contents decide, never times alone: a file is taken as unread only where size, both times and
inode are as noted, and where it was not written in the moments before it was noted (as git does).
"""

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from briefings.state.database import State

_RACY = 2_000_000_000
"""Nanoseconds in which two writes may leave the same times: FAT counts by two seconds."""


class Source(NamedTuple):
    """A file of the desk."""

    path: str
    """From the desk's folder, or any other name that is its own."""
    file: str
    digest: bytes
    """Of path and contents."""


class FileBook:
    """The files known, by path."""

    def __init__(self, state: State, clock: Callable[[], int] = time.time_ns) -> None:
        self._db, self._clock = state.db, clock
        rows = self._db.execute("SELECT path, size, mtime, ctime, inode, seen, digest FROM file")
        self._known = {row[0]: row[1:] for row in rows}
        self._asked: set[str] = set()
        self._noted: list[tuple[object, ...]] = []

    def source(self, path: str, file: str) -> Source:
        """Give a file with its digest, reading it only where it may have changed.

        A file that cannot be read has a digest too; whoever reads it says what is wrong.
        """
        try:
            return self._source(path, file)
        except OSError as error:
            return Source(path, file, digest_of(path, f"\0{error.errno}".encode()))

    def _source(self, path: str, file: str) -> Source:
        status = os.stat(file)  # noqa: PTH116  # ten thousand of them
        self._asked.add(path)
        stamp = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
        known = self._known.get(path)
        if known and known[:4] == stamp and max(stamp[1:3]) < known[4] - _RACY:
            return Source(path, file, known[5])
        seen = self._clock()
        digest = digest_of(path, Path(file).read_bytes())
        self._noted.append((path, *stamp, seen, digest))
        return Source(path, file, digest)

    def save(self) -> None:
        """Note what was read, and forget the files nobody asked for."""
        gone = [(path,) for path in self._known.keys() - self._asked]
        self._db.executemany("DELETE FROM file WHERE path = ?", gone)
        self._db.executemany(
            "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?)", self._noted
        )


def digest_of(path: str, content: bytes) -> bytes:
    """Digest a file with its path: the same words elsewhere are another briefing."""
    return hashlib.blake2b(path.encode() + b"\0" + content, digest_size=16).digest()


def digest_sources(sources: Iterable[Source]) -> bytes:
    """Digest several files in their order."""
    total = hashlib.blake2b(digest_size=16)
    for source in sources:
        total.update(source.digest)
    return total.digest()


def walk(folder: str, suffix: str = "") -> Iterator[str]:
    """Give the files below a folder, in order; what is hidden or a cache is a tool's."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield from walk(entry.path, suffix)
        elif entry.name.endswith(suffix):
            yield entry.path
