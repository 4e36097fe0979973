"""The state file: opened whole or made anew, written in one transaction."""

import pickle
import shutil
import sqlite3
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefings.errors import BriefingsError, BuildError
from briefings.state.schema import FORMAT, TABLES

_APPLICATION = 0x42524653
"""`BRFS`: another program's file is told by it."""
_VERSION = "version"
_PATIENCE = 10.0
"""Seconds to wait for another process."""
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    # A crash of the machine may cost the last build's state, never its site.
    "PRAGMA synchronous=NORMAL",
    "PRAGMA cache_size=-65536",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA mmap_size=268435456",
)
_MACHINE = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
}
"""What is no fault of the file's: deleting it would cost its work and mend nothing."""
_SUFFIXES = ("", "-wal", "-shm", "-journal")


class StateError(BriefingsError):
    """The state cannot be read any further; whoever holds it forgets it and starts anew."""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class State:
    """An open state, inside a transaction."""

    db: sqlite3.Connection

    def get(self, name: str) -> str | None:
        """Give a value noted by name."""
        row = self.db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def set(self, name: str, value: str) -> None:
        """Note a value by name."""
        self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def commit(self) -> None:
        """Keep what was written so far."""
        self.db.execute("COMMIT")
        self.db.execute("BEGIN IMMEDIATE")

    def clear(self, *tables: str) -> None:
        """Empty tables."""
        for table in tables:
            self.db.execute(f"DELETE FROM {table}")  # names of our own tables


@contextmanager
def open_state(
    file: Path, version: str, say: Callable[[str], None] | None = None
) -> Iterator[State]:
    """Open a state, or make it anew where it is missing, damaged, or of another kind.

    What was written and not committed is forgotten at the end. Call under the build's lock.

    Args:
        file: of the state.
        version: of the program that writes it; what another wrote is not used.
        say: is told, in one line, why a state that was there is not used.

    Raises:
        BuildError: the folder cannot be written, the disk is full, another process has the state.
        StateError: the state turned out to be damaged while it was used.
    """
    db = _opened(file, version, say)
    try:
        with reading(str(file)):
            yield State(db)
    finally:
        with suppress(sqlite3.Error):
            db.execute("ROLLBACK")
        db.close()


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Turn what SQLite raises into errors of ours.

    Args:
        name: of the state, for messages.

    Raises:
        BuildError: the machine is at fault.
        StateError: the state is.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        if _is_machine(error):
            raise BuildError(f"{name}: {error}; the site published before stands") from error
        raise StateError(f"{name}: {error}") from error


def unpack(content: bytes) -> Any:
    """Read a value that was pickled into the state.

    Raises:
        StateError: the bytes are spoiled; SQLite looks at its own pages, never at what they hold.
    """
    try:
        return pickle.loads(content)  # our own state, of this user
    except Exception as error:  # spoiled bytes raise nearly anything
        raise StateError(f"the state holds what cannot be read ({error})") from error


def reopened(state: State) -> State:
    """Open a state once more, to read what was committed: no connection outlives a fork.

    It is closed when nobody holds it any more.
    """
    (file,) = (row[2] for row in state.db.execute("PRAGMA database_list") if row[1] == "main")
    again = State(_connect(Path(file)))
    weakref.finalize(again, again.db.close)
    return again


def forget_state(file: Path) -> None:
    """Delete a state with everything SQLite keeps beside it.

    Raises:
        BuildError: it cannot be deleted.
    """
    try:
        for one in _files_of(file):
            if one.is_dir() and not one.is_symlink():
                shutil.rmtree(one)
            else:
                one.unlink(missing_ok=True)
    except OSError as error:
        raise BuildError(f"the state {file} cannot be deleted: {error}") from error


def _files_of(file: Path) -> list[Path]:
    return [file.with_name(file.name + suffix) for suffix in _SUFFIXES]


def _is_machine(error: sqlite3.Error) -> bool:
    """Tell whether the machine is at fault; errors of the module itself have no code."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _MACHINE


def _opened(file: Path, version: str, say: Callable[[str], None] | None) -> sqlite3.Connection:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists():
            fault, db = _try(file, version)
            if db is not None:
                return db
            if say is not None:
                say(f"{file.name} is {fault}: everything is built anew")
            forget_state(file)
        return _new(file, version)
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise BuildError(f"another process uses {file}: try again when it is done") from error
        raise BuildError(f"the state {file} cannot be used: {error}") from error
    except (OSError, sqlite3.Error) as error:
        raise BuildError(f"the state {file} cannot be written: {error}") from error


def _try(file: Path, version: str) -> tuple[str, sqlite3.Connection | None]:
    """Open a state that is there; else say what is wrong with it."""
    if any(one.is_dir() for one in _files_of(file)):
        return "not a state of ours", None
    db = None
    try:
        db = _connect(file)
        application = db.execute("PRAGMA application_id").fetchone()[0]
        form = db.execute("PRAGMA user_version").fetchone()[0]
        if application == _APPLICATION and form == FORMAT:
            db.execute("BEGIN IMMEDIATE")
            if State(db).get(_VERSION) == version:
                return "", db
        fault = "of another version" if application == _APPLICATION else "not a state of ours"
    except sqlite3.DatabaseError as error:
        if _is_machine(error):
            _close(db)
            raise
        fault = "damaged"
    _close(db)
    return fault, None


def _close(db: sqlite3.Connection | None) -> None:
    if db is not None:
        db.close()


def _connect(file: Path) -> sqlite3.Connection:
    db = sqlite3.connect(file, isolation_level=None, timeout=_PATIENCE, check_same_thread=False)
    try:
        for pragma in _PRAGMAS:
            db.execute(pragma)
    except sqlite3.Error:
        db.close()
        raise
    except UnicodeDecodeError as error:  # of a message that quotes the torn file's bytes
        db.close()
        raise sqlite3.DatabaseError(str(error)) from error
    return db


def _new(file: Path, version: str) -> sqlite3.Connection:
    db = _connect(file)
    db.executescript(
        f"BEGIN; {TABLES}; PRAGMA application_id={_APPLICATION}; PRAGMA user_version={FORMAT};"
        "COMMIT;"
    )
    db.execute("BEGIN IMMEDIATE")
    state = State(db)
    state.set(_VERSION, version)
    state.commit()  # or a first build that fails would leave a state of no version
    return db
