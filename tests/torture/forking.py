"""Builds and drafting in forked processes, which are killed, or whose writes fail.

A process of its own (`python -m tests.torture.forking WHAT FOLDER ROUNDS SEED`), because forking
beside the threads of a test runner is not safe; it prints what went wrong as JSON lines, then how
many cases there were.
"""

import errno
import json
import os
import random
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefings.desk import draft_desk
from briefings.engines import Processes
from briefings.errors import BriefingsError
from briefings.settings import Settings
from briefings.site.build import build_site
from tests.desks import FERRY, WIRE, a_desk, files_of
from tests.site.test_build import NOW, a_drafted_desk, publish_all

WRITES = {
    "os.mkdir", "os.rename", "os.link", "os.symlink", "os.chmod", "os.remove", "os.rmdir",
    "os.truncate", "os.utime",
}  # fmt: skip
LASTING = {errno.ENOSPC, errno.EROFS}
"""A full disk stays full; other faults come once."""
FAULTS = (errno.ENOSPC, errno.EROFS, errno.EIO, errno.EACCES, errno.EMFILE)
Job = Callable[[Settings], object]


@dataclass(frozen=True)
class Ended:
    """How a forked run ended."""

    said: str
    """Empty where it went well."""
    met: bool = True
    """Whether the fault came."""


class Faulty:
    """Has the n-th write of this process fail, by Python's own audit events."""

    def __init__(self, number: int, code: int, root: Path) -> None:
        self.left, self.code, self.root, self.met = number, code, str(root), False

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Count a write, and fail."""
        if not self._is_write(event, arguments):
            return
        self.left -= 1
        if self.left == 0 or (self.left < 0 and self.code in LASTING):
            self.met = True
            raise OSError(self.code, os.strerror(self.code), arguments[0])

    def _is_write(self, event: str, arguments: tuple[object, ...]) -> bool:
        if event == "open":
            flags = arguments[2]
            writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        else:
            writes = event in WRITES
        return bool(writes) and str(arguments[0]).startswith(self.root)


def run_forked(
    job: Job, settings: Settings, *, kill_after: float | None = None, prepare: object = None
) -> Ended:
    """Run a job in a process of its own; kill it, or let something be done to it before.

    Args:
        job: what is done.
        settings: the desk.
        kill_after: seconds after which the system ends it.
        prepare: a `Faulty`, or limits as `(resource, value)`.
    """
    ours, theirs = os.pipe()
    if (child := os.fork()) == 0:
        os.close(ours)
        os.setsid()  # what it starts is killed with it
        said = _said_by(job, settings, prepare)
        met = prepare.met if isinstance(prepare, Faulty) else True
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
        os.write(theirs, json.dumps([said, met]).encode()[:60_000])
        os._exit(0)
    os.close(theirs)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(ours, "rb") as told:
        words = told.read()
    os.waitpid(child, 0)
    return Ended(*json.loads(words)) if words else Ended("killed")


def _said_by(job: Job, settings: Settings, prepare: object) -> str:
    if isinstance(prepare, Faulty):
        sys.addaudithook(prepare)
    elif isinstance(prepare, tuple):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(prepare[0], (prepare[1], resource.getrlimit(prepare[0])[1]))
    try:
        job(settings)
    except (BriefingsError, OSError) as error:
        if isinstance(prepare, Faulty):
            prepare.left = 10**9
        name = getattr(error, "filename", None)
        return f"{name}: {error}" if name else str(error)
    except BaseException as error:
        return f"UNCAUGHT {type(error).__name__}: {error}"
    return ""


def build(settings: Settings) -> object:
    """Build what changed."""
    return build_site(settings, now=NOW)


def build_clean(settings: Settings) -> object:
    """Build everything."""
    return build_site(settings, now=NOW, clean=True)


def draft(settings: Settings) -> object:
    """Draft what is new."""
    return draft_desk(settings, now=NOW, by="briefings test", engine=Processes(jobs=1))


class Scene:
    """A desk before a run, what it may look like after it, and what mends it."""

    def __init__(self, kind: str, folder: Path) -> None:
        self.kind, self.turn = kind, 0
        root = folder / kind
        if kind == "draft":
            self.settings = a_desk(root, ferry_txt=FERRY, teachers_txt=WIRE)
            self.good = a_drafted_desk(folder / "drafted")
        else:
            self.settings = a_drafted_desk(root)
            publish_all(self.settings)
            run_forked(build, self.settings)
        self.job = {"draft": draft, "clean": build_clean}.get(kind, build)

    def begin(self) -> None:
        """Change the desk, so that there is something to do."""
        self.turn += 1
        if self.kind == "draft":
            for file in self.settings.briefings().rglob("*.md"):
                file.unlink()
            shutil.rmtree(self.settings.state(), ignore_errors=True)
            return
        if self.kind == "first":
            shutil.rmtree(self.settings.root / "site", ignore_errors=True)
            shutil.rmtree(self.settings.state(), ignore_errors=True)
        file = next(iter(self.settings.briefings().rglob("insp*.md")))
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        at = next(n for n, line in enumerate(lines) if line.startswith("title:"))
        lines[at] = f"title: Take {self.turn} of the inspectors\n"
        file.write_text("".join(lines), encoding="utf-8")

    def look(self) -> dict[str, bytes]:
        """Give what readers or editors have."""
        folder = self.settings.briefings() if self.kind == "draft" else self.settings.root / "site"
        return files_of(folder) if folder.is_dir() else {}

    def faults(self, old: dict[str, bytes], left: dict[str, bytes], *, sure: bool) -> Iterator[str]:
        """Mend, and say what was half before or is wrong after."""
        ended = run_forked(draft if self.kind == "draft" else build, self.settings)
        if ended.said:
            yield f"the next run says {ended.said}"
        new = self.look()
        if self.kind == "draft":
            good = files_of(self.good.briefings())
            seen = (name for name in left if not name.endswith(".part"))
            yield from (f"{name} is half" for name in seen if left[name] != good.get(name))
            yield from (f"{name} was not swept" for name in new if name.endswith(".part"))
            yield from (f"{name} is not mended" for name in good if new.get(name) != good[name])
            return
        if left not in (old, new):
            yield "the site left is neither the old one nor the new one"
        if sure:
            run_forked(build_clean, self.settings)
            if self.look() != new:
                yield "the next run gave other files than a clean one"


def kill(folder: Path, rounds: int, seed: int) -> Iterator[str | None]:
    """Kill first, incremental and clean builds and drafting, at random moments."""
    dice = random.Random(seed)
    for kind in ("first", "incremental", "clean", "draft"):
        scene = Scene(kind, folder)
        scene.begin()
        start = time.monotonic()
        run_forked(scene.job, scene.settings)
        length = time.monotonic() - start
        for number in range(rounds // 4):
            old = scene.look()
            scene.begin()
            old = {} if kind == "first" else old
            moment = dice.uniform(0, length * 1.1)
            run_forked(scene.job, scene.settings, kill_after=moment)
            left = scene.look()
            found = list(scene.faults(old, left, sure=number % 10 == 0))
            yield f"{kind}, killed after {moment:.3f} s: {'; '.join(found)}" if found else None


def fail(folder: Path, rounds: int, seed: int) -> Iterator[str | None]:
    """Have write 1, 2, 3 … fail until a run meets none; every `rounds`-th of them."""
    del seed
    for kind in ("incremental", "first", "draft"):
        scene = Scene(kind, folder)
        for code in FAULTS:
            number = 1
            while True:
                old = scene.look()
                scene.begin()
                old = {} if kind == "first" else old
                faulty = Faulty(number, code, folder)
                ended = run_forked(scene.job, scene.settings, prepare=faulty)
                if not ended.met:
                    run_forked(scene.job, scene.settings)
                    break
                found = list(_told_badly(ended.said, folder))
                found += scene.faults(old, scene.look(), sure=number % 20 == 0)
                what = f"{kind}, {errno.errorcode[code]} at write {number} ({ended.said[:160]})"
                yield f"{what}: {'; '.join(found)}" if found else None
                number += rounds


def squeeze(folder: Path, rounds: int, seed: int) -> Iterator[str | None]:
    """Let no file grow over so many bytes, and no run open more than so many files."""
    del seed
    sizes = [2**n for n in range(6, 24)]
    limits = [(resource.RLIMIT_FSIZE, size) for size in sizes[:: max(1, 18 // rounds)]]
    limits += [(resource.RLIMIT_NOFILE, n) for n in range(8, 40, max(1, 32 // rounds))]
    for kind in ("incremental", "first", "draft"):
        scene = Scene(kind, folder)
        for limit in limits:
            old = scene.look()
            scene.begin()
            old = {} if kind == "first" else old
            ended = run_forked(scene.job, scene.settings, prepare=limit)
            found = list(_told_badly(ended.said, folder))
            found += scene.faults(old, scene.look(), sure=False)
            what = f"{kind}, {limit} ({ended.said[:160]})"
            yield f"{what}: {'; '.join(found)}" if found else None


def _told_badly(said: str, folder: Path) -> Iterator[str]:
    if said.startswith("UNCAUGHT"):
        yield "it was not told as an error of ours"
    if len(said.splitlines()) > 1:
        yield "it took more than a line"
    of_no_file = "Too many open files" in said  # a process or a pipe may be one too many
    if said and "/" not in said and ".briefings" not in said and not of_no_file:
        yield "no file is named"
    del folder


if __name__ == "__main__":
    tried = 0
    what, where, how_many, chance = sys.argv[1:5]
    for fault in {"kill": kill, "fail": fail, "squeeze": squeeze}[what](
        Path(where), int(how_many), int(chance)
    ):
        tried += 1
        if fault:
            print(json.dumps(fault), flush=True)
    print(tried)
