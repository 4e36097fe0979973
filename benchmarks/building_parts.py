"""A site built in parts beside the same site built at once: seconds, memory, and the same bytes.

Run `python -m benchmarks.building_parts --count 10000 --parts 4`. Every part begins from nothing,
as on a machine of its own; on this one they run one after the other.
"""

import argparse
import filecmp
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.building import Run, measure
from benchmarks.site_corpus import write_desk

_NOW = "2026-06-01T12:00Z"


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="briefings")
    parser.add_argument("--parts", type=int, default=4)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-parts-") as folder:
        desk = Path(folder) / "desk"
        write_desk(desk, options.count)
        print(f"\n{options.count:,} briefings, {os.cpu_count()} cores\n", flush=True)
        print("| what | wall s | CPU s | all processes, MB |\n|---|---|---|---|", flush=True)
        for name, run in _runs(desk, options.parts):
            row = f"| {name} | {run.seconds:.1f} | {run.cpu:.1f} | {run.megabytes:,.0f} |"
            print(row, flush=True)
        differing = _differing(Path(folder) / "whole", desk / "site")
        print(f"\nfiles that differ between one build and the joined parts: {differing}")
    sys.exit(bool(differing))


def _runs(desk: Path, parts: int) -> Iterator[tuple[str, Run]]:
    yield "one build", _briefings(desk, "build")
    (desk / "site").rename(desk.with_name("whole"))
    carried = desk.with_name("carried")
    for part in range(1, parts + 1):
        shutil.rmtree(desk / ".briefings")
        yield f"part {part} of {parts}", _briefings(desk, "build", "--part", f"{part}/{parts}")
        made = desk / ".briefings" / "parts" / f"{part}-of-{parts}"
        shutil.move(made, carried / made.name)
    shutil.rmtree(desk / ".briefings")
    yield "assemble", _briefings(desk, "assemble", *map(str, sorted(carried.iterdir())))


def _briefings(desk: Path, *arguments: str) -> Run:
    return measure([sys.executable, "-m", "briefings", *arguments, "--now", _NOW], desk)


def _differing(one: Path, other: Path) -> int:
    """Count the files that are in one tree alone, or not the same in both."""
    trees = [{str(p.relative_to(t)) for p in t.rglob("*") if p.is_file()} for t in (one, other)]
    _, mismatch, errors = filecmp.cmpfiles(one, other, trees[0] & trees[1], shallow=False)
    return len(trees[0] ^ trees[1]) + len(mismatch) + len(errors)


if __name__ == "__main__":
    main()
