"""Drafting and linking at scale: `make bench-scale`.

Drafting is timed as a command would run, and killed and run again; the cluster is of this
machine, with one worker killed; linking in windows is of short records made up here. Each figure
is a process of its own, so that its peak is its own. Sizes: `--draft`, `--cluster`, `--link`.
"""

import argparse
import hashlib
import math
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.scale_corpus import write_desk

_HERE = [sys.executable, "-m", "benchmarks.scale_runs"]
_NOW = "2026-01-01T00:00+00:00"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draft", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--killed", type=int, default=10_000, help="0 leaves it out")
    parser.add_argument("--cluster", type=int, default=2_000, help="0 leaves it out")
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2, 4])
    parser.add_argument(
        "--link", type=int, nargs="*", default=[10_000, 30_000, 100_000, 300_000, 1_000_000]
    )
    parser.add_argument("--whole", type=int, nargs="*", default=[10_000], help="beside windows")
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="bench-scale-"))
    try:
        for line in _tables(asked, folder):
            print(line, flush=True)
    finally:
        shutil.rmtree(folder)


def _tables(asked: argparse.Namespace, folder: Path) -> Iterator[str]:
    if asked.link:
        yield from _linking(asked.link, folder)
    if asked.whole:
        yield from _whole(asked.whole, folder)
    if asked.draft:
        yield from _drafting(asked.draft, folder)
    if asked.killed:
        yield from _killed(asked.killed, folder)
    if asked.cluster:
        yield from _cluster(asked.cluster, asked.workers, folder)


def _linking(sizes: Sequence[int], folder: Path) -> Iterator[str]:
    yield "\n### Short records linked in windows\n"
    yield "| records | CPU s | wall s | peak MB | pairs | exponent so far |"
    yield "|---|---|---|---|---|---|"
    first: tuple[int, float] | None = None
    for size in sizes:
        told = _ask("link", str(size), str(folder))
        cpu = float(told["cpu"])
        first = first or (size, cpu)
        grown = size > first[0]
        power = math.log(cpu / first[1]) / math.log(size / first[0]) if grown else None
        shown = f"{power:.2f}" if power is not None else "–"
        yield (
            f"| {size:,} | {cpu:.1f} | {told['wall']} | {told['peak']} | {int(told['pairs']):,} "
            f"| {shown} |"
        )


def _whole(sizes: Sequence[int], folder: Path) -> Iterator[str]:
    yield "\n### The same records linked as one, in memory\n"
    yield "| records | CPU s | wall s | peak MB | as the windows link them |\n|---|---|---|---|---|"
    for size in sizes:
        told = _ask("whole", str(size), str(folder))
        same = "the same" if told["same"] == "True" else "NOT the same"
        yield f"| {size:,} | {told['cpu']} | {told['wall']} | {told['peak']} | {same} |"


def _drafting(sizes: Sequence[int], folder: Path) -> Iterator[str]:
    yield "\n### Articles drafted, one machine\n"
    yield "| articles | wall s | CPU s | each, CPU ms | all processes, MB |\n|---|---|---|---|---|"
    for size in sizes:
        desk = folder / f"draft-{size}"
        write_desk(desk, size)
        done = _watch(_draft(desk))
        each = done.cpu / size * 1000
        yield f"| {size:,} | {done.wall:.1f} | {done.cpu:.1f} | {each:.1f} | {done.peak:.0f} |"
        shutil.rmtree(desk)


def _killed(size: int, folder: Path) -> Iterator[str]:
    yield f"\n### {size:,} articles, killed and run again\n"
    yield "| run | wall s | briefings | as the run nobody killed |\n|---|---|---|---|"
    desk, again = folder / "whole", folder / "killed"
    write_desk(desk, size)
    shutil.copytree(desk, again)
    whole = _watch(_draft(desk))
    wanted = _digest(desk)
    yield f"| whole | {whole.wall:.1f} | {_count(desk):,} | – |"
    total = 0.0
    for share in (0.25, 0.75):
        run = _watch(_draft(again), kill_after=whole.wall * share)
        total += run.wall
        yield f"| killed after {share:.0%} of that time | {run.wall:.1f} | {_count(again):,} | – |"
    last = _watch(_draft(again))
    same = "the same bytes" if _digest(again) == wanted else "NOT the same"
    yield f"| the rest | {last.wall:.1f} | {_count(again):,} | {same} |"
    lost = (total + last.wall) / whole.wall - 1
    yield f"\nLost by two kills: {lost:.1%} of the whole run's time, starts included."
    shutil.rmtree(desk)
    shutil.rmtree(again)


def _cluster(size: int, workers: Sequence[int], folder: Path) -> Iterator[str]:
    yield f"\n### {size:,} articles on a cluster of this machine ({os.cpu_count()} processors)\n"
    yield "| workers | wall s | as processes alone give |\n|---|---|---|"
    desk = folder / "cluster"
    write_desk(desk, size)
    plain = _watch(_draft(desk))
    wanted = _digest(desk)
    yield f"| none: processes | {plain.wall:.1f} | – |"
    for count in workers:
        for kill in (False, True):
            shutil.rmtree(desk / "content" / "briefings")
            told = _ask("cluster", str(desk), str(count), "kill" if kill else "")
            same = "the same bytes" if _digest(desk) == wanted else "NOT the same"
            name = f"{count}, one killed midway" if kill else f"{count}"
            yield f"| {name} | {told['wall']} | {same} |"
    shutil.rmtree(desk)


def _draft(desk: Path) -> list[str]:
    return [sys.executable, "-m", "briefings", "-C", str(desk), "draft", "--now", _NOW]


def _ask(*arguments: str) -> dict[str, str]:
    done = subprocess.run([*_HERE, *arguments], stdout=subprocess.PIPE, text=True, check=True)
    return dict(word.split("=") for word in done.stdout.splitlines()[-1].split())


class _Run:
    """A command from start to end."""

    def __init__(self, wall: float, cpu: float, peak: float) -> None:
        self.wall, self.cpu, self.peak = wall, cpu, peak


def _watch(command: list[str], *, kill_after: float | None = None) -> _Run:
    """Run a command, and look at the memory of all its processes once a second."""
    start, peak = time.perf_counter(), 0.0
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
        peak = max(peak, _memory(process.pid))
        if kill_after is not None and time.perf_counter() - start > kill_after:
            process.send_signal(signal.SIGKILL)
        time.sleep(1.0)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1} and kill_after is None:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    wall = time.perf_counter() - start
    return _Run(wall, usage.ru_utime + usage.ru_stime, peak)


def _memory(session: int) -> float:
    """Give the megabytes of all processes of a session, what they share counted once."""
    total = 0.0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            own = (folder / "stat").read_text().rpartition(")")[2].split()[3]
            if int(own) == session:
                rollup = (folder / "smaps_rollup").read_text()
                total += sum(
                    int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")
                )
        except (OSError, ValueError, IndexError):
            continue  # it ended meanwhile
    return total / 1024


def _digest(desk: Path) -> str:
    found = hashlib.sha256()
    for file in sorted((desk / "content" / "briefings").rglob("*.md")):
        found.update(file.relative_to(desk).as_posix().encode() + file.read_bytes())
    return found.hexdigest()


def _count(desk: Path) -> int:
    return sum(1 for _ in (desk / "content" / "briefings").rglob("*.md"))


if __name__ == "__main__":
    main()
