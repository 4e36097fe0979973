"""Digests of files, kept so that a file nobody touched is not read again.

Contents decide, never times alone: a file is taken as unread only where size, both times and
inode are as noted, and where it was not written in the moments before it was noted (as git does).
"""

import hashlib
import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from briefings.errors import BuildError
from briefings.state.database import State

_RACY = 2_000_000_000
"""Nanoseconds in which two writes may leave the same times: FAT counts by two seconds."""
_FURTHEST = 2**63 - 1


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
            status = os.stat(file)  # noqa: PTH116  # ten thousand of them
        except OSError:
            return Source(path, file, digest_file(path, file))
        name = _name_of(path)
        self._asked.add(name)
        stamp = _stamp(status)
        known = self._known.get(name)
        if known and known[:4] == stamp and max(stamp[1:3]) < known[4] - _RACY:
            return Source(path, file, known[5])
        seen = self._clock()
        digest = digest_file(path, file)
        self._noted.append((name, *stamp, seen, digest))
        return Source(path, file, digest)

    def save(self) -> None:
        """Note what was read, and forget the files nobody asked for."""
        gone = [(path,) for path in self._known.keys() - self._asked]
        self._db.executemany("DELETE FROM file WHERE path = ?", gone)
        self._db.executemany(
            "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?)", self._noted
        )


def _stamp(status: os.stat_result) -> tuple[int, ...]:
    """Give size, times and inode, as far as the database's 64 bits go: years 1678 to 2262."""
    told = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    return tuple(max(-_FURTHEST, min(number, _FURTHEST)) for number in told)


def digest_of(path: str, content: bytes) -> bytes:
    """Digest a file with its path: the same words elsewhere are another briefing."""
    # A name need not be UTF-8.
    own = path.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(own + b"\0" + content, digest_size=16).digest()


def digest_file(path: str, file: str) -> bytes:
    """Digest a file as it is now, or that it cannot be read, and why."""
    try:
        # Reading a pipe would wait for whoever writes it.
        if not stat.S_ISREG(os.stat(file).st_mode):  # noqa: PTH116
            return digest_of(path, b"\0no file")
        return digest_of(path, Path(file).read_bytes())
    except OSError as error:
        return digest_of(path, f"\0{error.errno}".encode())


def digest_sources(sources: Iterable[Source]) -> bytes:
    """Digest several files in their order."""
    total = hashlib.blake2b(digest_size=16)
    for source in sources:
        total.update(source.digest)
    return total.digest()


def walk(
    folder: str, suffix: str = "", *, linked: bool = True, above: frozenset[object] = frozenset()
) -> Iterator[str]:
    """Give the files below a folder, in order; what is hidden or a cache is a tool's.

    Args:
        folder: where to begin; without one there are no files.
        suffix: how the names end.
        linked: whether links to folders are followed; never one that leads back up.
        above: the folders the walk is in.

    Raises:
        BuildError: a folder cannot be read: what it holds must not seem deleted.
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        here = above | {_place_of(folder)}
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise BuildError(f"{folder} cannot be read: {error.strerror}") from error
    for entry in entries:
        if entry.name.startswith(".") or entry.name == "__pycache__":
            continue
        if _is_below(entry, here, linked=linked):
            yield from walk(entry.path, suffix, linked=linked, above=here)
        elif entry.name.endswith(suffix):
            yield entry.path


def _is_below(entry: "os.DirEntry[str]", here: frozenset[object], *, linked: bool) -> bool:
    try:
        if not entry.is_dir(follow_symlinks=linked):
            return False
        return not entry.is_symlink() or _place_of(entry.path) not in here
    except OSError:  # a link to itself
        return False


def _place_of(folder: str) -> object:
    status = os.stat(folder)  # noqa: PTH116  # folders by the thousand
    return status.st_dev, status.st_ino


def _name_of(path: str) -> str:
    """Give a path as the state can hold it."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")
