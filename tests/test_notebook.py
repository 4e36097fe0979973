"""The notebook: a run that was killed goes on, and gives what it would have given."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from briefings import intake, plans
from briefings.desk import draft_desk
from briefings.engines import Processes
from briefings.events import group_events
from briefings.model import NameKind, NameRecord, Registers
from briefings.notebook import open_notebook
from briefings.settings import Settings
from briefings.store.briefings import load_all
from briefings.store.disk import save_text
from briefings.store.registers import load_registers
from briefings.store.written import dump_briefing
from tests import happenings
from tests.builders import a_briefing
from tests.desks import FERRY, WIRE, a_desk, add_article, files_of

NOW = datetime(2026, 3, 16, 12, tzinfo=UTC)


def some_desk(folder: Path) -> Settings:
    """Give a desk of twenty articles in two events' worth of copies and a feed of none."""
    texts = {f"ferry{n}_txt": FERRY.replace("six", f"{n + 10}") for n in range(10)}
    texts |= {f"wire{n}_txt": WIRE.replace("Teachers", f"Teachers {n}") for n in range(10)}
    return a_desk(folder, **texts)


def events_desk(folder: Path) -> Settings:
    """Give a desk of five events, told by seven articles."""
    names = ("COURIER", "LEDGER", "NEXT_DAY", "OTHER")
    texts = {f"{name.lower()}_txt": getattr(happenings, name) for name in names}
    return a_desk(folder, **texts, ferry_txt=FERRY, wire_txt=WIRE)


def draft(settings: Settings, **given: Any) -> None:
    """Draft with one worker."""
    draft_desk(settings, now=NOW, by="briefings test", engine=Processes(1), **given)


class KilledError(Exception):
    """Stands for a kill."""


def stopping(at: int) -> Any:
    """Give a progress that ends the run amid its work."""

    def reading(files: list[Any]) -> Iterator[Any]:
        for number, file in enumerate(files):
            if number == at:
                raise KilledError
            yield file

    return reading


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the path of every file that is read from now on."""
    read: list[str] = []
    before = intake._page_of

    def page_of(*given: Any) -> Any:
        found = before(*given)
        read.extend([found[0].path] if found[0] is not None else [])
        return found

    monkeypatch.setattr(intake, "_page_of", page_of)
    return read


@pytest.mark.parametrize("at", [3, 15])
def test_a_run_that_was_stopped_while_reading_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """What was read is not read again, and the drafts are those of a run nobody stopped."""
    settings, whole = some_desk(tmp_path / "desk"), some_desk(tmp_path / "whole")
    draft(whole)
    with pytest.raises(KilledError):
        draft(settings, reading=stopping(at))
    read = counted(monkeypatch)

    draft(settings)

    assert len(read) <= 20 - at + 1
    assert files_of(settings.briefings()) == files_of(whole.briefings())


@pytest.mark.parametrize("at", [1, 3])
def test_a_run_that_was_stopped_while_drafting_goes_on_by_its_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """What it had not drafted yet is not weighed against its own drafts."""
    settings, whole = events_desk(tmp_path / "desk"), events_desk(tmp_path / "whole")
    draft(whole)
    with pytest.raises(KilledError):
        draft(settings, drafting=stopping(at))
    assert 0 < len(files_of(settings.briefings())) < len(files_of(whole.briefings()))
    monkeypatch.setattr(plans, "group_events", None)

    draft(settings)

    assert files_of(settings.briefings()) == files_of(whole.briefings())


def test_a_plan_is_dropped_when_something_came_since(tmp_path: Path) -> None:
    """A new article is grouped with the rest."""
    settings = events_desk(tmp_path)
    with pytest.raises(KilledError):
        draft(settings, drafting=stopping(2))
    add_article(tmp_path, "late_txt", FERRY.replace("six", "nine"))

    draft(settings)

    loaded, _ = load_all(settings)
    assert {a.path for one in loaded for a in one.briefing.articles} == {
        file.relative_to(settings.articles()).as_posix()
        for file in settings.articles().rglob("*.txt")
    }


def test_a_plan_is_dropped_when_somebody_wrote_a_briefing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it holds may belong with what is left."""
    settings = events_desk(tmp_path)
    with pytest.raises(KilledError):
        draft(settings, drafting=stopping(2))
    written = a_briefing("by-hand", path="content/briefings/2026/03/by-hand.md")
    save_text(tmp_path / written.path, dump_briefing(written))
    again: list[object] = []

    def group(*given: Any) -> Any:
        again.append(given)
        return group_events(*given)

    monkeypatch.setattr(plans, "group_events", group)

    draft(settings)

    assert again


def test_a_finished_run_leaves_no_notebook(tmp_path: Path) -> None:
    """A desk is not to carry it about."""
    settings = some_desk(tmp_path)

    draft(settings)

    assert not list(settings.state().glob("notebook*"))


@pytest.mark.parametrize("spoiled", [b"", b"no database", b"SQLite format 3\x00" + b"\x00" * 4096])
def test_a_spoiled_notebook_is_begun_anew(tmp_path: Path, spoiled: bytes) -> None:
    """Nothing of value is in it."""
    settings = some_desk(tmp_path)
    file = settings.state() / "notebook.db"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(spoiled)

    draft(settings)

    assert len(files_of(settings.briefings())) >= 2


def test_other_registers_read_everything_anew(tmp_path: Path) -> None:
    """A name that was registered since would be missing from the notes."""
    settings = some_desk(tmp_path)
    registers, _ = load_registers(settings)
    with open_notebook(settings, registers) as notebook:
        key = notebook.key("a")
        notebook.put(key, "noted")
    with open_notebook(settings, registers) as notebook:
        assert notebook.get(key) == "noted"

    named = NameRecord(id="mara-voss", kind=NameKind.PERSON, name="Mara Voss")
    with open_notebook(settings, replace(registers, names=(named,))) as notebook:
        assert not notebook.has(key)
        assert not notebook.has(notebook.key("a"))


KILLING = """
import os, signal, sys
from pathlib import Path
from briefings.configuration import load_settings
from briefings.notebook import open_notebook
from briefings.model import Registers
settings = load_settings(Path(sys.argv[1]))
with open_notebook(settings, Registers()) as notebook:
    for number in range(1050):
        notebook.put(notebook.key(str(number)), number)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(os, "kill"), reason="nobody is killed here")
def test_a_kill_costs_a_hundred_files_at_most(tmp_path: Path) -> None:
    """Of however many."""
    settings = a_desk(tmp_path)
    done = subprocess.run([sys.executable, "-c", KILLING, str(tmp_path)], check=False)
    assert done.returncode == -signal.SIGKILL

    with open_notebook(settings, Registers()) as notebook:
        kept = [number for number in range(1050) if notebook.has(notebook.key(str(number)))]
    assert kept == list(range(len(kept)))
    assert len(kept) >= 950
