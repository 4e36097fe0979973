"""The notebook: what was read and noted of each file, kept until the run it is for is done.

A run that was killed goes on from here, and what a run need not have in memory waits here. It is
one SQLite file in `.briefings/`, which anybody may delete: then everything is read once more.
"""

import pickle
import shutil
import sqlite3
import time
import zlib
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from briefings.errors import DeskError
from briefings.model import Registers
from briefings.settings import Settings
from briefings.written_by import program_digest

_FILE: Final = "notebook.db"
_TABLES: Final = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- By the digest of a file, its path and all that decides how it is read: what came of it.
CREATE TABLE taken (key BLOB PRIMARY KEY, content BLOB NOT NULL) STRICT;
"""
_DAMAGED: Final = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What reading a torn file raises; SQLite quotes its bytes in the message."""
_SECONDS = 2.0
_MOST = 100
"""What a kill may cost: so many seconds of work, or so many files, whichever is less."""
_HELD = 64
"""Unpacked at hand: the articles of one event are often asked for again."""


class Notebook:
    """Values by key, written in batches."""

    def __init__(self, db: sqlite3.Connection, base: bytes) -> None:
        self._db, self._base = db, base
        self.is_done = False
        self._held: OrderedDict[bytes, Any] = OrderedDict()
        self._since, self._count = time.monotonic(), 0

    def key(self, *parts: str) -> bytes:
        """Give the key of a file, by everything that tells it from others."""
        told = "\0".join(parts).encode("utf-8", "surrogatepass")
        return blake2b(self._base + told, digest_size=16).digest()

    def has(self, key: bytes) -> bool:
        """Tell whether there is a value."""
        return self._db.execute("SELECT 1 FROM taken WHERE key = ?", (key,)).fetchone() is not None

    def get(self, key: bytes) -> Any:
        """Give a value that is there."""
        if key in self._held:
            self._held.move_to_end(key)
            return self._held[key]
        row = self._db.execute("SELECT content FROM taken WHERE key = ?", (key,)).fetchone()
        try:
            value = pickle.loads(zlib.decompress(row[0]))  # our own file, of this user
        except (TypeError, zlib.error) as error:  # the disk lost it, or a part of it
            raise sqlite3.DatabaseError(f"a value is damaged: {error}") from error
        self._hold(key, value)
        return value

    def put(self, key: bytes, value: Any) -> None:
        """Keep a value; on disk within two seconds or a hundred values."""
        packed = zlib.compress(pickle.dumps(value, 5), 1)
        self._db.execute("INSERT OR REPLACE INTO taken VALUES (?, ?)", (key, packed))
        self._hold(key, value)
        self._count += 1
        if self._count >= _MOST or time.monotonic() - self._since >= _SECONDS:
            self.save()

    def save(self) -> None:
        """Have everything on disk."""
        self._db.commit()
        self._since, self._count = time.monotonic(), 0

    def note(self, name: str, value: str | None) -> None:
        """Keep a word by name; None forgets it."""
        if value is None:
            self._db.execute("DELETE FROM meta WHERE name = ?", (name,))
        else:
            self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))
        self.save()

    def noted(self, name: str) -> str | None:
        """Give a word by name."""
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def finish(self) -> None:
        """Say that the run is done: nobody needs the notebook any more."""
        self.is_done = True

    def _hold(self, key: bytes, value: Any) -> None:
        self._held[key] = value
        if len(self._held) > _HELD:
            self._held.popitem(last=False)


@contextmanager
def open_notebook(
    settings: Settings, registers: Registers, *, kept: bool = True
) -> Iterator[Notebook]:
    """Open the desk's notebook; one of another program or other registers is begun anew.

    Args:
        settings: of the desk.
        registers: what reading and noting know beside a file: outlets, names, topics.
        kept: for the next run, under the desk's lock; without it nobody else sees it.

    Raises:
        DeskError: its folder cannot be written, or it is damaged; the next run has another.
    """
    known = repr((registers.sources, registers.names, registers.topics))
    base = blake2b(f"{program_digest()} {known}".encode("utf-8", "replace"), digest_size=16)
    file = settings.state() / _FILE
    try:
        db = _opened(file, base.hexdigest()) if kept else _begun(sqlite3.connect(""), "")
    except (OSError, sqlite3.Error) as error:
        raise DeskError(f"{file} cannot be written: {error}") from error
    notebook, is_damaged = Notebook(db, base.digest()), False
    try:
        yield notebook
        db.commit()
    except sqlite3.Error as error:
        # A full or locked disk is no fault of the file's.
        is_damaged = kept and not isinstance(error, sqlite3.OperationalError)
        remedy = "it was deleted: run this again" if is_damaged else "make room for it"
        raise DeskError(f"{file} cannot be written or read: {error}; {remedy}") from error
    finally:
        with suppress(sqlite3.Error):
            db.commit()  # what an interrupted run has read
        db.close()
        if (notebook.is_done and kept) or is_damaged:
            _forget(file)


def _opened(file: Path, base: str) -> sqlite3.Connection:
    with suppress(*_DAMAGED):
        if file.is_file():
            db = _connect(file)
            with suppress(*_DAMAGED):
                row = db.execute("SELECT value FROM meta WHERE name = 'base'").fetchone()
                if row == (base,):
                    return db
            db.close()
    _forget(file)
    file.parent.mkdir(parents=True, exist_ok=True)
    return _begun(_connect(file), base)


def _begun(db: sqlite3.Connection, base: str) -> sqlite3.Connection:
    db.executescript(_TABLES)
    db.execute("INSERT INTO meta VALUES ('base', ?)", (base,))
    db.commit()
    return db


def _forget(file: Path) -> None:
    if file.is_dir():  # nobody but this program writes here
        shutil.rmtree(file)
    for ending in ("", "-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)


def _connect(file: Path) -> sqlite3.Connection:
    db = sqlite3.connect(file)
    try:
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=NORMAL")
    except _DAMAGED:
        db.close()
        raise
    return db
