"""Sparse builds beside Hugo and Pagefind: seconds, memory, bytes, on the same briefings.

Run `make bench-build`, or `python -m benchmarks.building --count 1000`. Every figure is a whole
process, from its start to its end; memory is that of all its processes together (PSS, sampled).
"""

import argparse
import gzip
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from benchmarks.building_peers import write_hugo
from benchmarks.building_serve import measure_serving
from benchmarks.site_corpus import write_desk
from briefings.configuration import load_settings
from briefings.store.briefings import load_all

_PEERS = Path(__file__).parents[1] / ".briefings" / "peers" / "bin"
_EDITS = 3
_EVERY = 0.5
"""Seconds between looks at memory: each look stops what it looks at, and twenty a second made a
cold build of ours half as long again."""


class Run(NamedTuple):
    """What a process cost."""

    seconds: float
    cpu: float
    megabytes: float


def main() -> None:
    """Measure and print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", default="10000", help="briefings: 10000, or 1000,10000")
    parser.add_argument("--no-peers", action="store_true", help="leave Hugo and Pagefind out")
    options = parser.parse_args()
    for count in map(int, options.count.split(",")):
        with tempfile.TemporaryDirectory(prefix="bench-build-") as folder:
            print(f"\n{count:,} briefings, {os.cpu_count()} cores\n", flush=True)
            _table(Path(folder), count, peers=not options.no_peers)


def _table(folder: Path, count: int, *, peers: bool) -> None:
    desk = folder / "desk"
    write_desk(desk, count)
    ours = dict(_ours(desk))
    theirs = _theirs(folder / "hugo", desk) if peers else {}
    both = theirs.get("Hugo, then Pagefind")
    print("| what | wall s | CPU s | all processes, MB | of Hugo + Pagefind |")
    print("|---|---|---|---|---|")
    for name, run in (*ours.items(), *theirs.items()):
        share = f"{run.seconds / both.seconds:.2f}" if both else "–"
        print(f"| {name} | {run.seconds:.1f} | {run.cpu:.1f} | {run.megabytes:,.0f} | {share} |")
    print(f"\n{_weight(desk / 'site', count)}", flush=True)
    served = measure_serving(desk, _some(desk))
    print(
        f"\n`briefings serve`, median of {_EDITS}: save to reloaded page {served.reloaded:.1f} s, "
        f"to the whole preview {served.published:.1f} s",
        flush=True,
    )


def _ours(desk: Path) -> Iterator[tuple[str, Run]]:
    command = [sys.executable, "-m", "briefings", "-C", str(desk), "build"]
    yield "Briefings, cold", measure(command, desk)
    yield "Briefings, nothing changed", measure(command, desk)
    edits = [measure(command, desk) for _ in _edited(desk)]
    yield f"Briefings, one changed (median of {_EDITS})", _median(edits)
    newest = max(desk.glob("content/briefings/*/*/*.md"), key=lambda file: file.parts[-3:-1])
    added = newest.with_name("added.md")
    text = newest.read_text(encoding="utf-8")
    added.write_text(text.replace(f"id: {newest.stem}", "id: added", 1), encoding="utf-8")
    yield "Briefings, one added to the newest day", measure(command, desk)


def _edited(desk: Path) -> Iterator[Path]:
    """Change the headline of briefings all over the archive, one at a time."""
    for file in _some(desk):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("title: ", "title: Edited ", 1), encoding="utf-8")
        yield file


def _some(desk: Path) -> list[Path]:
    """Choose briefings all over the archive."""
    files = sorted(desk.glob("content/briefings/*/*/*.md"))
    return [files[(number + 1) * len(files) // (_EDITS + 1)] for number in range(_EDITS)]


def _median(runs: Sequence[Run]) -> Run:
    return Run(*(statistics.median(values) for values in zip(*runs, strict=True)))


def _theirs(folder: Path, desk: Path) -> dict[str, Run]:
    hugo = _PEERS / "hugo"
    if not hugo.is_file():
        print("Hugo is not installed: run `make peers`\n")
        return {}
    loaded, _ = load_all(load_settings(desk))
    write_hugo(folder, [item.briefing for item in loaded])
    built = measure([str(hugo), "--quiet", "--source", str(folder)], folder)
    pagefind = [sys.executable, "-m", "pagefind", "--site", str(folder / "public"), "--quiet"]
    indexed = measure(pagefind, folder)
    together = Run(
        built.seconds + indexed.seconds,
        built.cpu + indexed.cpu,
        max(built.megabytes, indexed.megabytes),
    )
    return {"Hugo": built, "Pagefind": indexed, "Hugo, then Pagefind": together}


def measure(command: Sequence[str], folder: Path) -> Run:
    """Run a command in a folder; memory is that of all its processes, looked at twice a second."""
    before = os.times()
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(_pss, _family(process.pid))))
        with suppress(subprocess.TimeoutExpired):
            process.wait(_EVERY)  # until then, or until it ends
    seconds = time.perf_counter() - begun
    after = os.times()
    if process.returncode:
        raise SystemExit(f"{command[0]} failed")
    cpu = after.children_user + after.children_system
    cpu -= before.children_user + before.children_system
    return Run(seconds, cpu, peak / 1024)


def _family(pid: int) -> list[int]:
    """Give a process and all it started."""
    found = [pid]
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                found += _family(int(child))
    except OSError:
        pass
    return found


def _pss(pid: int) -> int:
    """Give the kilobytes of a process, shared ones by share."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _weight(site: Path, count: int) -> str:
    files = [file for file in site.rglob("*") if file.is_file()]
    total = sum(file.stat().st_size for file in files)
    pages = [file.read_bytes() for file in site.glob("2*/*/*/index.html")][:500]
    raw = statistics.median(map(len, pages))
    packed = statistics.median(len(gzip.compress(page)) for page in pages)
    return (
        f"{len(files):,} files, {total / 1e6:.0f} MB, {total / count / 1000:.1f} kB a briefing; "
        f"a briefing's page {raw / 1000:.1f} kB, {packed / 1000:.1f} kB compressed"
    )


if __name__ == "__main__":
    main()
