"""The state file: opened whole or made anew, written in one transaction."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from briefings.errors import BuildError
from briefings.state.schema import FORMAT, TABLES

_APPLICATION = 0x42524653
"""`BRFS`: another program's file is told by it."""
_VERSION = "version"
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    # A crash of the machine may cost the last build's state, never its site.
    "PRAGMA synchronous=NORMAL",
    "PRAGMA cache_size=-65536",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA mmap_size=268435456",
)


class StateError(Exception):
    """The state cannot be read any further; whoever holds it forgets it and starts anew."""


@dataclass(frozen=True, slots=True)
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
        BuildError: the folder cannot be written.
        StateError: the state turned out to be damaged while it was used.
    """
    db = _opened(file, version, say)
    try:
        yield State(db)
    except sqlite3.OperationalError as error:
        raise BuildError(f"{file}: {error}; the site published before stands") from error
    except sqlite3.DatabaseError as error:
        raise StateError(f"{file}: {error}") from error
    finally:
        with suppress(sqlite3.Error):
            db.execute("ROLLBACK")
        db.close()


def reopened(state: State) -> State:
    """Open a state once more, to read what was committed: no connection outlives a fork."""
    (file,) = (row[2] for row in state.db.execute("PRAGMA database_list") if row[1] == "main")
    return State(_connect(Path(file)))


def forget_state(file: Path) -> None:
    """Delete a state with everything SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            file.with_name(file.name + suffix).unlink()


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
    except (OSError, sqlite3.Error) as error:
        raise BuildError(f"the state {file} cannot be written: {error}") from error


def _try(file: Path, version: str) -> tuple[str, sqlite3.Connection | None]:
    """Open a state that is there; else say what is wrong with it."""
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
    except sqlite3.DatabaseError:
        fault = "damaged"
    if db is not None:
        db.close()
    return fault, None


def _connect(file: Path) -> sqlite3.Connection:
    db = sqlite3.connect(file, isolation_level=None, timeout=10, check_same_thread=False)
    try:
        for pragma in _PRAGMAS:
            db.execute(pragma)
    except sqlite3.Error:
        db.close()
        raise
    return db


def _new(file: Path, version: str) -> sqlite3.Connection:
    db = _connect(file)
    db.executescript(
        f"BEGIN; {TABLES}; PRAGMA application_id={_APPLICATION}; PRAGMA user_version={FORMAT};"
        "COMMIT;"
    )
    db.execute("BEGIN IMMEDIATE")
    State(db).set(_VERSION, version)
    return db
