"""Two runs at once: the second says so and stops; what only stores an article waits."""

import threading
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefings.cli import commands, main
from briefings.store.locks import locked
from tests.desks import a_desk, files_of
from tests.happenings import COURIER, LEDGER


@pytest.mark.parametrize(
    "arguments",
    [
        ("draft",),
        ("draft", "--refresh", "--yes"),
        ("combine", "a", "b"),
        ("split", "a", "courier.txt"),
        ("spike", "courier.txt", "--why", "no news"),
    ],
)
def test_the_second_of_two_runs_says_so_and_stops(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
) -> None:
    """Whatever the second wants, it says one thing, ends with one code and writes nothing."""
    monkeypatch.setattr("briefings.store.locks._PATIENCE", 0.0)
    settings = a_desk(tmp_path, courier_txt=COURIER, ledger_txt=LEDGER)
    before = files_of(settings.root / "content")

    monkeypatch.setattr("sys.argv", ["briefings", "-C", str(settings.root), *arguments])

    with locked(settings.root), pytest.raises(SystemExit) as ended:
        main()

    assert "another run is at work on this desk: wait for it to end" in capsys.readouterr().err
    assert ended.value.code == 2
    assert files_of(settings.root / "content") == before


def test_a_run_that_ends_soon_is_waited_for(tmp_path: Path) -> None:
    """Drafting begins where the other run is over within a moment."""
    settings = a_desk(tmp_path, courier_txt=COURIER)
    held = threading.Event()

    def hold() -> None:
        with locked(settings.root):
            held.set()
            time.sleep(0.2)

    other = threading.Thread(target=hold)
    other.start()
    held.wait()
    done = CliRunner().invoke(commands, ["-C", str(settings.root), "draft", "--jobs", "1"])
    other.join()

    assert done.exit_code == 0
    assert list(settings.briefings().rglob("*.md"))


def test_who_waits_is_not_turned_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article that is stored waits for the lock, however long."""
    monkeypatch.setattr("briefings.store.locks._PATIENCE", 0.0)
    order = []

    def hold(name: str) -> None:
        with locked(tmp_path, waits=True):
            order.append(name)

    with locked(tmp_path):
        other = threading.Thread(target=hold, args=("second",))
        other.start()
        time.sleep(0.2)
        order.append("first")
    other.join(timeout=10)

    assert order == ["first", "second"]
