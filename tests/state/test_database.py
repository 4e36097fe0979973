"""A state is whole, or it is made anew with a line that says why; a machine's fault costs none."""

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefings.errors import BuildError
from briefings.state import State, StateError, open_state
from briefings.state.database import forget_state, unpack
from briefings.state.shelf import StateShelf

Spoil = Callable[[Path], None]


def fill(file: Path, value: str = "1") -> None:
    """Leave a state of a few hundred pages."""
    dice = random.Random(1)  # not for secrets
    rows = [(dice.randbytes(16), str(n), dice.randbytes(300)) for n in range(2000)]
    with open_state(file, "1") as state:
        state.db.executemany("INSERT OR REPLACE INTO parsed VALUES (?, ?, NULL, ?)", rows)
        state.set("a", value)
        state.commit()


def read(state: State) -> str | None:
    """Read everything there is."""
    for (table,) in state.db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'"):
        state.db.execute(f"SELECT * FROM {table}").fetchall()
    return state.get("a")


def cut(size: int) -> Spoil:
    """Cut a file."""
    return lambda file: os.truncate(file, size)


def overwrite(start: int, end: int) -> Spoil:
    """Write noise into a file."""

    def spoil(file: Path) -> None:
        with file.open("r+b") as stream:
            stream.seek(start)
            stream.write(random.Random(2).randbytes(end - start))  # not for secrets

    return spoil


def run_sql(statement: str) -> Spoil:
    """Do something to a database that is whole."""

    def spoil(file: Path) -> None:
        db = sqlite3.connect(file)
        db.execute(statement)
        db.commit()
        db.close()

    return spoil


def make_folder(file: Path) -> None:
    """Put a folder in its place, and something inside."""
    file.unlink()
    file.mkdir()
    (file / "inside").write_text("x", encoding="utf-8")


def make_foreign(file: Path) -> None:
    """Put another program's database in its place."""
    file.unlink()
    run_sql("CREATE TABLE meta (name TEXT, value TEXT)")(file)


SPOILT = {
    "garbage": (lambda file: file.write_bytes(b"no database at all " * 400), "damaged"),
    "empty": (cut(0), "not a state of ours"),
    "one byte": (cut(1), "not a state of ours"),
    "half a header": (cut(50), "damaged"),
    "one page": (cut(4096), "damaged"),
    "half": (cut(400_000), "damaged"),
    "schema": (overwrite(100, 4096), "damaged"),
    "foreign": (make_foreign, "not a state of ours"),
    "no meta": (run_sql("DROP TABLE meta"), "damaged"),
    "another form": (run_sql("PRAGMA user_version = 9999"), "of another version"),
    "folder": (make_folder, "not a state of ours"),
    "folder beside": (lambda file: file.with_name("s-wal").mkdir(), "not a state of ours"),
}


def test_what_was_not_committed_is_forgotten(tmp_path: Path) -> None:
    """A build that fails leaves the state as it was."""
    file = tmp_path / "s"
    with open_state(file, "1") as state:
        state.set("a", "1")
        state.commit()
        state.set("a", "2")

    with open_state(file, "1") as state:
        assert state.get("a") == "1"


def test_a_state_of_another_version_is_not_read(tmp_path: Path) -> None:
    """Pickles of another program may mean something else."""
    file, said = tmp_path / "s", list[str]()
    with open_state(file, "1") as state:
        state.set("a", "1")
        state.commit()

    with open_state(file, "2", said.append) as state:
        assert state.get("a") is None
    assert said == ["s is of another version: everything is built anew"]


@pytest.mark.parametrize("name", SPOILT)
def test_whatever_is_wrong_is_one_line_and_a_new_state(tmp_path: Path, name: str) -> None:
    """And the new one lasts."""
    file, said = tmp_path / "s", list[str]()
    fill(file)
    spoil, fault = SPOILT[name]
    spoil(file)

    with open_state(file, "1", said.append) as state:
        assert read(state) is None
        state.set("a", "2")
        state.commit()
    with open_state(file, "1", said.append) as state:
        assert read(state) == "2"
    assert said == [f"s is {fault}: everything is built anew"]


@pytest.mark.parametrize("spoil", [overwrite(90_000, 400_000), run_sql("DROP TABLE parsed")])
def test_damage_found_while_reading_is_the_states_fault(tmp_path: Path, spoil: Spoil) -> None:
    """Whoever holds it then forgets it and starts anew."""
    file = tmp_path / "s"
    fill(file)
    spoil(file)

    with pytest.raises(StateError), open_state(file, "1") as state:
        state.db.execute("SELECT sum(length(content)) FROM parsed").fetchone()
    forget_state(file)
    assert list(tmp_path.iterdir()) == []


def test_spoiled_bytes_inside_a_row_are_the_states_fault(tmp_path: Path) -> None:
    """SQLite does not look at what a row holds."""
    file = tmp_path / "s"
    with open_state(file, "1") as state:
        state.db.execute("INSERT INTO briefing VALUES (1, 'a', x'00', 1, 1.0, 1, x'8005')")
        with pytest.raises(StateError):
            StateShelf(state).marks("a")
    for content in (b"", b"\x80", b"cno_module\nThing\n.", b"\xff" * 9):
        with pytest.raises(StateError):
            unpack(content)


def test_a_state_another_process_holds_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Deleting it would cost the other its work."""
    file = tmp_path / "s"
    fill(file)
    monkeypatch.setattr("briefings.state.database._PATIENCE", 0.05)
    with open_state(file, "1") as held:
        held.set("a", "2")
        with pytest.raises(BuildError, match=r"another process uses .*: try again"):
            open_state(file, "1").__enter__()
        held.commit()

    with open_state(file, "1") as state:
        assert read(state) == "2"


@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR | (1 << 8)])
def test_a_full_disk_costs_no_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """Neither when it is opened nor later."""
    file = tmp_path / "s"
    fill(file)
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = code

    def fail(*_: object) -> None:
        raise error

    with pytest.raises(BuildError, match="full"), open_state(file, "1"):
        fail()
    monkeypatch.setattr("briefings.state.database._connect", fail)
    with pytest.raises(BuildError, match="full"):
        open_state(file, "1").__enter__()
    monkeypatch.undo()
    with open_state(file, "1") as state:
        assert read(state) == "1"


def test_a_folder_that_is_none_is_one_message(tmp_path: Path) -> None:
    """Where the state's folder should be stands a file."""
    (tmp_path / "folder").write_bytes(b"")

    with pytest.raises(BuildError, match=r"the state .* cannot be written"):
        open_state(tmp_path / "folder" / "s", "1").__enter__()


_WRITER = """
import os, sys
from pathlib import Path
from briefings.state import open_state

with open_state(Path(sys.argv[1]), "1") as state:
    state.db.execute("PRAGMA cache_size=10")  # so that pages reach the disk before the end
    state.db.execute("UPDATE parsed SET content = zeroblob(900)")
    state.set("a", "2")
    if sys.argv[2] == "committed":
        state.commit()
    state.set("a", "3")
    os._exit(9)
"""


@pytest.mark.parametrize(("when", "left"), [("uncommitted", "1"), ("committed", "2")])
def test_a_writer_that_dies_leaves_what_was_committed(tmp_path: Path, when: str, left: str) -> None:
    """Wherever it was, and without a word."""
    file, said = tmp_path / "s", list[str]()
    fill(file)
    died = subprocess.run([sys.executable, "-c", _WRITER, str(file), when], check=False)

    assert died.returncode == 9
    with open_state(file, "1", said.append) as state:
        assert read(state) == left
        (zeros,) = state.db.execute(
            "SELECT count(*) FROM parsed WHERE content = zeroblob(900)"
        ).fetchone()
        assert zeros == (2000 if when == "committed" else 0)
    assert said == []
