"""What happens to a machine beside kills: a clock that jumps, a lost or torn state, two at once."""

import contextlib
import os
import random
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from briefings.desk import draft_desk
from briefings.errors import DeskError
from briefings.notebook import Notebook
from briefings.settings import Settings
from briefings.site.build import build_site
from tests.desks import FERRY, WIRE, a_desk, files_of
from tests.site.test_build import NOW, a_drafted_desk, publish_all
from tests.torture.tallying import FULL, Tally, times

COMMAND = [sys.executable, "-m", "briefings", "-C"]
JUMPS = (
    timedelta(days=3650), timedelta(days=-3650), timedelta(hours=1), timedelta(hours=-1),
    timedelta(days=-20_000), timedelta(days=300_000), timedelta(0),
)  # fmt: skip
"""Of the clock, from one build to the next; the last is the time the site is compared at."""
JUMPING = """
import sys, datetime as module, time
class Jumping(module.datetime):
    turn = 0
    @classmethod
    def now(cls, tz=None):
        cls.turn += 1
        year = (2026, 1970, 2099, 2001)[(cls.turn - 1) % 4]
        return module.datetime(year, 3, 16, 12, tzinfo=module.timezone.utc).astimezone(tz)
clock, real = [0], time.time
def jumping():
    clock[0] += 1
    return real() + (-3e8, 3e8, 0, -1e9)[clock[0] % 4]
time.time = jumping
import briefings.clock
briefings.clock.datetime = Jumping
from briefings.cli import main
main()
"""
"""The program under a clock that is somewhere else at every look."""


@pytest.fixture
def desk(tmp_path: Path) -> Settings:
    """Give a desk with two published briefings, built once."""
    settings = a_drafted_desk(tmp_path / "desk")
    publish_all(settings)
    build_site(settings, now=NOW)
    return settings


def retitle(settings: Settings, number: int) -> None:
    """Change a briefing, so that there is something to do."""
    file = next(iter(settings.briefings().rglob("insp*.md")))
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if line.startswith("title:"))
    lines[at] = f"title: Take {number} of the inspectors\n"
    file.write_text("".join(lines), encoding="utf-8")


def clean(settings: Settings) -> dict[str, bytes]:
    """Give what a build of everything gives."""
    return files_of(build_site(settings, now=NOW, clean=True).site)


def differing(got: dict[str, bytes], wanted: dict[str, bytes]) -> list[str]:
    """Give the names of the files that are not the same."""
    return [name for name in got.keys() | wanted if got.get(name) != wanted.get(name)][:5]


def test_a_clock_that_jumps_between_builds_leaves_nothing_behind(
    desk: Settings, tally: Tally
) -> None:
    """After years forwards and backwards the site is the one a clean build gives.

    Files are dated before and after the clock too. Seen to fail with `last.since <= now` taken
    out of `site/last.py`.
    """
    files = sorted(desk.briefings().rglob("*.md"))
    for number, jump in enumerate(JUMPS):
        if number % 2:  # else nothing but the time differs
            retitle(desk, number)
        stamp = (NOW + jump).timestamp()
        for file in files:
            os.utime(file, (max(stamp, 0), max(stamp, 0)))
        got = files_of(build_site(desk, now=NOW + jump).site)
        fresh = build_site(desk, now=NOW + jump, clean=True)
        tally.add(str(jump), *differing(got, files_of(fresh.site)))

    tally.check(least=len(JUMPS))


def test_a_clock_that_jumps_within_a_run_is_looked_at_once(tmp_path: Path, tally: Tally) -> None:
    """Drafting and building take one moment for all they do; locks and caches ask no clock.

    Seen to fail with `datetime.now` asked a second time by `cli/building.py`.
    """
    trees = []
    for program in ([], ["-c", JUMPING]):
        settings = a_desk(tmp_path / f"desk{len(trees)}", ferry_txt=FERRY, teachers_txt=WIRE)
        for what in ("draft", "build"):
            start = [sys.executable, *(program or ["-m", "briefings"]), "-C", str(settings.root)]
            at = [] if program else ["--now", "2026-03-16T12:00+00:00"]
            done = subprocess.run([*start, what, *at], capture_output=True, text=True, check=False)
            tally.add(f"{what} {program[:1]}", done.returncode and done.stderr[-500:])
            publish_all(settings)
        trees.append(files_of(settings.root / "site") | files_of(settings.briefings()))
    tally.add("the files", *differing(*trees))

    assert len(trees[0]) > 50
    tally.check(least=5)


def lose(path: Path) -> None:
    """Take it away."""
    path.unlink()


def halve(path: Path) -> None:
    """Cut it off in the middle, as a full disk or a broken copy does."""
    os.truncate(path, path.stat().st_size // 2)


def empty(path: Path) -> None:
    """Leave nothing in it."""
    os.truncate(path, 0)


def scribble(path: Path) -> None:
    """Write over it what means nothing."""
    path.write_bytes(b"\x00\xffno state at all\n" * 40)


def swap(path: Path) -> None:
    """Put a folder where it was."""
    path.unlink()
    path.mkdir()


def tear(path: Path) -> None:
    """Change a few bytes, or many."""
    chance = random.Random(path.stat().st_ino + path.stat().st_mtime_ns)
    torn = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 8, 400)) if torn else 0):
        torn[chance.randrange(len(torn))] = chance.randrange(256)
    path.write_bytes(torn)


WAYS: tuple[Callable[[Path], None], ...] = (lose, halve, empty, scribble, swap)


def of_the_state(state: Path, *, every: int) -> Iterator[Path]:
    """Give files of the state: all that are alone of their kind, of many alike one in so many."""
    seen: dict[tuple[str, str], int] = {}
    for file in sorted(path for path in state.rglob("*") if path.is_file()):
        kind = file.relative_to(state).parts[0], file.suffix
        seen[kind] = seen.get(kind, -1) + 1
        if seen[kind] % every == 0:
            yield file


def test_a_lost_or_torn_file_of_the_state_costs_time_alone(desk: Settings, tally: Tally) -> None:
    """Database, shards, pictures, templates: each is made again, and nobody has to be told how.

    Seen to fail with `_is_whole` in `site/search/cache.py` always true.
    """
    state, number = desk.state(), 0
    for name in [f.relative_to(state) for f in of_the_state(state, every=5 if FULL else 25)]:
        for way in WAYS if FULL else WAYS[number % len(WAYS) :][:1]:
            number += 1
            if not (state / name).is_file():  # a shard that no page asks for any more
                build_site(desk, now=NOW, clean=True)
            if not (state / name).is_file():
                continue
            way(state / name)
            retitle(desk, number)
            try:
                got = files_of(build_site(desk, now=NOW).site)
            except Exception as error:  # any is a fault
                tally.add(f"{name}: {way.__name__}", f"{type(error).__name__}: {error!s:.200}")
                shutil.rmtree(state)
                continue
            tally.add(f"{name}: {way.__name__}", *differing(got, clean(desk)))
    shutil.rmtree(state)
    retitle(desk, 0)
    tally.add("all of it", *differing(files_of(build_site(desk, now=NOW).site), clean(desk)))

    tally.check(least=5)


def test_a_torn_notebook_is_one_message_at_most(
    tmp_path: Path, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an interrupted run noted is used, or read again; the run after it needs no help.

    Seen to fail with `_forget` taken out of where the notebook cannot be read.
    """
    settings = a_drafted_desk(tmp_path)
    good = files_of(settings.briefings())
    with monkeypatch.context() as patched:
        patched.setattr(Notebook, "finish", lambda _: None)
        shutil.rmtree(settings.briefings())
        draft_desk(settings, now=NOW, by="briefings test")
    file = settings.state() / "notebook.db"
    whole = file.read_bytes()

    for way in (*WAYS, *[tear] * times("TORTURE_TORN", quick=6, full=200)):
        shutil.rmtree(settings.briefings(), ignore_errors=True)
        file.write_bytes(whole)
        way(file)
        with contextlib.suppress(DeskError):
            draft_desk(settings, now=NOW, by="briefings test")
        try:
            draft_desk(settings, now=NOW, by="briefings test")
        except Exception as error:  # any is a fault
            tally.add(way.__name__, f"{type(error).__name__}: {error!s:.200}")
            continue
        tally.add(way.__name__, *differing(files_of(settings.briefings()), good))

    tally.check(least=10)


def test_builds_at_once_end_as_one(desk: Settings, tally: Tally) -> None:
    """One builds, the other says who is at work; who reads meanwhile has one site or the other.

    Seen to fail with two renamings where `site/publisher.py` exchanges the names in one call.
    """
    page = desk.root / "site" / "index.html"
    stop, lost = threading.Event(), list[str]()

    def look() -> None:
        while not stop.is_set():
            try:
                if b"</html>" not in page.read_bytes():
                    lost.append("half a page")
            except OSError as error:
                lost.append(str(error))

    reader = threading.Thread(target=look)
    reader.start()
    at = ["--now", "2026-03-16T12:00+00:00"]
    for number in range(times("TORTURE_ROUNDS", quick=1, full=20)):
        retitle(desk, number)
        ways = ([], ["--clean"], ["--preview"])[: 2 + number % 2]
        runs = [
            subprocess.Popen(
                [*COMMAND, str(desk.root), "build", *at, *way],
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            )
            for way in ways
        ]  # fmt: skip
        said = [run.communicate()[0] for run in runs]
        codes = [run.returncode for run in runs]
        tally.add(
            f"round {number}",
            0 not in codes[:2] and f"nobody built: {said}",
            *(f"it ended with {code}" for code in codes if code not in {0, 2}),
            *("Traceback" in words and words[-300:] for words in said),
        )
        tally.add(f"after round {number}", *differing(files_of(build_site(desk, now=NOW).site), clean(desk)))  # fmt: skip
    stop.set()
    reader.join()
    tally.extend(1, set(lost))

    tally.check(least=2)
