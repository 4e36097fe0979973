"""A build is published whole or not at all."""

import errno
import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from briefings.errors import BuildError, DeskError
from briefings.site import publisher
from briefings.site.publisher import only_build, publish, staged


def a_tree(folder: Path, word: str) -> Path:
    """Write two files that must never be seen apart."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "one.html").write_text(word)
    (folder / "two.html").write_text(word)
    return folder


def words_of(site: Path) -> set[str]:
    """Give the words of the published tree."""
    return {file.read_text() for file in site.iterdir()}


def test_the_first_build_becomes_the_site(tmp_path: Path) -> None:
    """Where there was no site there is one."""
    site, state = tmp_path / "site", tmp_path / "state"
    state.mkdir()

    with staged(site, state) as stage:
        a_tree(stage, "new")

    assert words_of(site) == {"new"}
    assert list(state.iterdir()) == []


def test_a_second_build_replaces_the_first(tmp_path: Path) -> None:
    """The new tree stands in the place of the old one, and the old one is gone."""
    site, state = a_tree(tmp_path / "site", "old"), tmp_path / "state"
    (site / "gone.html").write_text("old")
    state.mkdir()

    with staged(site, state) as stage:
        a_tree(stage, "new")

    assert words_of(site) == {"new"}
    assert list(state.iterdir()) == []


def test_without_the_system_call_two_renames_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other systems publish by renaming twice."""
    monkeypatch.setattr(publisher.sys, "platform", "darwin")
    site, state = a_tree(tmp_path / "site", "old"), tmp_path / "state"
    state.mkdir()

    with staged(site, state) as stage:
        a_tree(stage, "new")

    assert words_of(site) == {"new"}
    assert list(state.iterdir()) == []


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOSYS])
def test_a_disk_that_cannot_exchange_falls_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """A file system without the exchange is served by two renames."""

    class System:
        def renameat2(self, *_: object) -> int:
            publisher.ctypes.set_errno(code)
            return -1

    monkeypatch.setattr(publisher.ctypes, "CDLL", lambda *_, **__: System())
    site, stage = a_tree(tmp_path / "site", "old"), a_tree(tmp_path / "stage", "new")

    publish(stage, site, tmp_path)

    assert words_of(site) == {"new"}


def test_a_system_without_the_call_falls_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An old C library has no such function."""
    monkeypatch.setattr(publisher.ctypes, "CDLL", lambda *_, **__: object())
    site, stage = a_tree(tmp_path / "site", "old"), a_tree(tmp_path / "stage", "new")

    publish(stage, site, tmp_path)

    assert words_of(site) == {"new"}


def test_a_failed_exchange_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An I/O error is one message, and the old site stands."""

    class System:
        def renameat2(self, *_: object) -> int:
            publisher.ctypes.set_errno(errno.EIO)
            return -1

    monkeypatch.setattr(publisher.ctypes, "CDLL", lambda *_, **__: System())
    site, state = a_tree(tmp_path / "site", "old"), tmp_path / "state"
    state.mkdir()

    with pytest.raises(BuildError, match="the old one stands"), staged(site, state) as stage:
        a_tree(stage, "new")
    assert words_of(site) == {"old"}


def test_an_exception_in_a_build_changes_nothing(tmp_path: Path) -> None:
    """Whatever fails while building, the old site stands and no stage is left."""
    site, state = a_tree(tmp_path / "site", "old"), tmp_path / "state"
    state.mkdir()

    with pytest.raises(ZeroDivisionError), staged(site, state) as stage:
        a_tree(stage, "half")
        raise ZeroDivisionError

    assert words_of(site) == {"old"}
    assert list(state.iterdir()) == []


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    """Stages and stubs of a dead run are deleted by the next."""
    site, state = a_tree(tmp_path / "site", "old"), tmp_path / "state"
    a_tree(state / "stage-dead", "half")
    a_tree(state / "stubs-dead", "half")

    with staged(site, state) as stage:
        a_tree(stage, "new")

    assert list(state.iterdir()) == []


def test_a_kill_between_two_renames_is_mended(tmp_path: Path) -> None:
    """If the old site was set aside and the new one never came, the old one returns."""
    site, state = tmp_path / "site", tmp_path / "state"
    a_tree(state / "old-dead" / "site", "old")

    with pytest.raises(ZeroDivisionError), staged(site, state):
        raise ZeroDivisionError

    assert words_of(site) == {"old"}


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    """The second build says who holds the desk instead of waiting or mixing."""
    with only_build(tmp_path), pytest.raises(DeskError, match="another build holds"):
        other = only_build(tmp_path)
        other.__enter__()


def _build_forever(site: Path, state: Path, started: "multiprocessing.synchronize.Event") -> None:
    number = 0
    while True:
        number += 1
        with only_build(state), staged(site, state) as stage:
            a_tree(stage, f"build {number}")
        started.set()


@pytest.mark.parametrize("turn", range(5))
def test_a_kill_leaves_a_whole_site(tmp_path: Path, turn: int) -> None:
    """A process killed while it publishes again and again leaves one build, never a mix."""
    site, state = a_tree(tmp_path / "site", "old"), tmp_path / "state"
    context = multiprocessing.get_context("fork")
    started = context.Event()
    builder = context.Process(target=_build_forever, args=(site, state, started))
    builder.start()
    started.wait(10)
    builder.join(0.003 * turn)
    assert builder.pid is not None
    os.kill(builder.pid, signal.SIGKILL)
    builder.join()

    assert len(words_of(site)) == 1
    with only_build(state), staged(site, state) as stage:
        a_tree(stage, "after")
    assert words_of(site) == {"after"}
