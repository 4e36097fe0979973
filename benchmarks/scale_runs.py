"""The runs of `benchmarks.scale` that are processes of their own."""

import os
import pickle
import random
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from briefings import __version__
from briefings.cluster import open_engine
from briefings.configuration import load_settings
from briefings.desk import draft_desk
from briefings.link.bringing import bring
from briefings.link.marks import marks_of
from briefings.link.profiles import profile_of
from briefings.link.registry import Registry
from briefings.link.shelf import STORY, MemoryShelf
from briefings.link.windows import Row, merge_runs, pairs_in_windows, rows_of
from briefings.model import Briefing, Names, NameUse, Registers, SourceArticle, Status
from briefings.site.changes import uncollected
from briefings.state.drawer import DiskDrawer

_A_DAY = 100
_THREADS_A_DAY = 12
_THREAD_DAYS = 20
_WORDS = 40_000
_RUN = 20_000
"""Records whose marks are sorted in memory before they go to disk."""
_NOW = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    """Do one run and print its figures on one line."""
    linking = {"link": link, "whole": whole}.get(sys.argv[1])
    told = linking(int(sys.argv[2]), Path(sys.argv[3])) if linking else cluster()
    print(" ".join(f"{name}={value}" for name, value in told.items()))


def cluster() -> dict[str, str]:
    """Draft on a cluster of this machine; kill a worker midway where that is asked."""
    from distributed import LocalCluster  # noqa: PLC0415  # the extra `cluster`

    desk, count, killed = Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4:] == ["kill"]
    settings = load_settings(desk)
    with LocalCluster(
        n_workers=count, threads_per_worker=1, dashboard_address=None, memory_limit="1GiB"
    ) as made:
        workers = [one.pid for one in made.workers.values()]
        articles = sum(1 for _ in settings.articles().rglob("*.txt"))
        start, read = time.perf_counter(), 0

        def reading(files: list[Path]) -> Iterator[Path]:
            nonlocal read
            for file in files:
                read += 1
                if killed and read == articles // 2:
                    os.kill(workers[0], signal.SIGKILL)
                yield file

        with open_engine(made.scheduler_address) as engine:
            draft_desk(
                settings, now=_NOW, by=f"briefings {__version__}", engine=engine, reading=reading
            )
        return {"wall": f"{time.perf_counter() - start:.1f}"}


def link(count: int, folder: Path) -> dict[str, str]:
    """Link short records in windows: who is near whom, and what stands under every mark."""
    registry = Registry.of(Registers())
    cpu, wall = time.process_time(), time.perf_counter()
    with tempfile.TemporaryDirectory(dir=folder) as work, uncollected():
        own = Path(work)
        stories = Counter(one.story for one in short_records(count))
        near = _pairs(count, stories, registry, own)
        kinds: Counter[str] = Counter()
        runs = [_read_run(file) for file in _write_runs(count, registry, own)]
        for kind, _, members in merge_runs(runs):
            kinds[kind] += len(members)
    assert kinds[STORY] == count
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "cpu": f"{time.process_time() - cpu:.1f}",
        "wall": f"{time.perf_counter() - wall:.1f}",
        "peak": f"{peak:.0f}",
        "pairs": str(near),
    }


def whole(count: int, folder: Path) -> dict[str, str]:
    """Link short records all in memory, as a first build does, and compare with the windows."""
    registry, shelf = Registry.of(Registers()), MemoryShelf()
    cpu, wall = time.process_time(), time.perf_counter()
    with uncollected():
        bring(shelf, registry, short_records(count))
    told = {
        "cpu": f"{time.process_time() - cpu:.1f}",
        "wall": f"{time.perf_counter() - wall:.1f}",
        "peak": f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}",
    }
    with tempfile.TemporaryDirectory(dir=folder) as work, uncollected():
        same = _is_same(shelf, count, registry, Path(work))
    return told | {"same": str(same)}


def _is_same(shelf: MemoryShelf, count: int, registry: Registry, folder: Path) -> bool:
    """Tell whether the windows find the same pairs with the same scores, and the same lists."""
    found = _pairs(count, Counter(one.story for one in short_records(count)), registry, folder)
    if 2 * found != sum(len(shelf.pairs.near(one.id)) for one in short_records(count)):
        return False
    with (folder / "pairs").open(encoding="utf-8") as file:
        for one, other, score in map(str.split, file):
            if shelf.pairs.near(one).get(other) != float(score):
                return False
    runs = [_read_run(file) for file in _write_runs(count, registry, folder)]
    merged = {(kind, key): members for kind, key, members in merge_runs(runs)}
    kinds = {kind for kind, _ in merged}
    marks = {(kind, key) for kind in kinds for key in shelf.keys(kind)}
    return merged.keys() == marks and all(
        members == list(shelf.members(*mark)) for mark, members in merged.items()
    )


def _pairs(count: int, stories: Counter[str | None], registry: Registry, folder: Path) -> int:
    drawer = DiskDrawer(folder / "drawer.db")
    profiles = (
        profile_of(one, registry.names, one.story if stories[one.story] > 1 else None)
        for one in short_records(count)
    )
    found = 0
    with (folder / "pairs").open("w", encoding="utf-8") as file:
        for pair in pairs_in_windows(profiles, drawer):
            found += 1
            file.write(f"{pair.one} {pair.other} {pair.score}\n")
    drawer.close()
    return found


def _write_runs(count: int, registry: Registry, folder: Path) -> list[Path]:
    files: list[Path] = []
    rows: list[Row] = []
    for number, one in enumerate(short_records(count), 1):
        rows += rows_of(one, marks_of(one, registry))
        if number % _RUN == 0 or number == count:
            file = folder / f"run-{len(files)}"
            with file.open("wb") as stream:
                for row in sorted(rows):
                    pickle.dump(row, stream, 5)
            files.append(file)
            rows = []
    return files


def _read_run(file: Path) -> Iterator[Row]:
    with file.open("rb") as stream:
        while True:
            try:
                yield pickle.load(stream)  # our own file
            except EOFError:
                return


def short_records(count: int) -> Iterator[Briefing]:
    """Make up records a hundred a day, in threads of three weeks with words and names of theirs.

    A thread has six words of its own among forty thousand and three of nine hundred names; each
    record has five of those words, seven others as they come, most of them the commonest.
    """
    first = date(1990, 1, 1)
    for number in range(count):
        day, chance = number // _A_DAY, random.Random(number)
        begun = day - chance.randrange(_THREAD_DAYS)
        thread = f"s{begun:+}-{chance.randrange(_THREADS_A_DAY)}"
        own = random.Random(thread)
        words = [f"w{own.randrange(_WORDS)}" for _ in range(6)]
        names = [f"Person {own.randrange(900)}" for _ in range(3)]
        terms = {word: 0.3 + 0.2 * chance.random() for word in chance.sample(words, 5)}
        for _ in range(7):
            terms[f"w{int(_WORDS * chance.random() ** 4)}"] = 0.1 + 0.2 * chance.random()
        heaviest = sorted(terms.items(), key=lambda item: (-item[1], item[0]))
        id_, edition = f"r{number:07}", first + timedelta(days=day)
        title = f"{' '.join(chance.sample(words, 3))} {number}"
        source = SourceArticle(
            key="a",
            path=f"{id_}.txt",
            digest=id_,
            title=title,
            language="en",
            source=f"outlet {chance.randrange(40)}",
            date=edition,
            terms=tuple(heaviest),
        )
        yield Briefing(
            id=id_,
            path=f"content/briefings/{edition:%Y/%m}/{id_}.md",
            title=title,
            edition=edition,
            language="en",
            status=Status.PUBLISHED,
            articles=(source,),
            story=thread,
            names=Names(people=tuple(NameUse(name=one) for one in chance.sample(names, 2))),
        )


if __name__ == "__main__":
    main()
