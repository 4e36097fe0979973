"""Reading measured on labelled pages beside peers, one table per task: `make bench-reading`.

`--misses` writes what each engine got wrong beside the kept copies; `--quick` leaves out the peers
with an environment of their own and the speed.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.data import FOLDER
from benchmarks.reading_copies import CACHE, copy_with_chromium, copy_with_lynx
from benchmarks.reading_engines import (
    Engine,
    read_all_text,
    read_copy_all,
    read_copy_long_lines,
    read_copy_ours,
    read_ours,
    read_trafilatura,
)
from benchmarks.reading_pages import FACTS, Page, Read, is_here, load_pages
from benchmarks.reading_scores import Score, score
from benchmarks.reading_speed import speed_lines

_PEERS = Path(__file__).parents[1] / ".briefings" / "peers" / "bin" / "python"
_WITH_HEAD = "ours, headline and dek counted in"
TRAFILATURA = f"trafilatura {version('trafilatura')}"
TASKS = ("pages", "copies", "speed")


def main() -> None:
    """Measure what is asked for and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="write every miss to a file")
    parser.add_argument("--quick", action="store_true", help="ours and trafilatura, no speed")
    parser.add_argument("--most", type=int, help="only so many pages")
    parser.add_argument("--only", choices=TASKS, action="append", help="only these tasks")
    options = parser.parse_args()
    if not is_here():
        print(
            f"the labelled pages are not beside this checkout ({FOLDER.name}/pages): not measured"
        )
        return
    tasks = options.only or (TASKS[:2] if options.quick else TASKS)
    pages = load_pages(options.most)
    theirs = read_all(TRAFILATURA, pages, read_trafilatura)
    scores: list[Score] = []
    if "pages" in tasks:
        scores += score_pages(pages, theirs, peers=not options.quick)
    if "copies" in tasks:
        scores += score_copies(pages, theirs)
    if "speed" in tasks:
        _print_table("Speed, one core, warm", speed_lines(pages, Progress("speed", len(pages) * 3)))
    if options.misses:
        _write_misses(scores)


class Progress:
    """A count on a terminal, nothing elsewhere."""

    def __init__(self, what: str, total: int) -> None:
        self.what, self.total, self.done = what, total, 0

    def __call__(self) -> None:
        """Count one more."""
        self.done += 1
        if sys.stderr.isatty():
            end = "\r" if self.done < self.total else "\033[K\r"
            print(f"{self.what} {self.done}/{self.total}", end=end, file=sys.stderr, flush=True)


def read_all(what: str, pages: Sequence[Page], engine: Engine) -> list[Read]:
    """Read every page with one engine."""
    tick, reads = Progress(what, len(pages)), []
    for page in pages:
        reads.append(engine(page))
        tick()
    return reads


def score_pages(pages: list[Page], theirs: list[Read], *, peers: bool) -> list[Score]:
    """Print the tables of saved pages."""
    ours = read_all("ours", pages, read_ours)
    scores = [score("ours", pages, ours), score(TRAFILATURA, pages, theirs)]
    rest = _read_peers(pages) if peers else {}
    scores += [score(name, pages, reads) for name, reads in rest.items()]
    scores.append(score("all visible text", pages, read_all("all text", pages, read_all_text)))
    rows = [scores[0], score(_WITH_HEAD, pages, _with_head(ours)), *scores[1:]]
    _print_table(f"Body from HTML, {len(pages)} pages", _body_lines(rows, silver=False))
    _print_table("Title, author, date and dek from HTML", _fact_lines(scores))
    if peers and not rest:
        print("other peers: not installed (make peers)\n")
    return scores


def _with_head(reads: Sequence[Read]) -> list[Read]:
    """Give the readings with headline and dek in the text, as engines without roles have them."""
    return [Read(text=f"{read.title}\n{read.dek}\n{read.text}") for read in reads]


def score_copies(pages: list[Page], theirs: list[Read]) -> list[Score]:
    """Print the tables of text copies."""
    makers: dict[str, Callable[[list[Page], Callable[[], None]], list[str] | None]] = {
        "Chromium": copy_with_chromium,
        "lynx": copy_with_lynx,
    }
    readers = {
        "ours": read_copy_ours,
        "lines of 80 characters and more, first line as title": read_copy_long_lines,
        "all text, first line as title": read_copy_all,
    }
    every: list[Score] = []
    for browser, copy in makers.items():
        copies = copy(pages, Progress(f"copies by {browser}", len(pages)))
        if copies is None:
            print(f"copies by {browser}: not installed\n")
            continue
        scores = []
        for name, read in readers.items():
            tick, reads = Progress(name, len(copies)), []
            for text in copies:
                reads.append(read(text))
                tick()
            scores.append(score(f"{name} (copy by {browser})", pages, reads, theirs))
            if read is read_copy_ours:
                whole = score(_WITH_HEAD, pages, _with_head(reads), theirs)
        rows = [scores[0], whole, *scores[1:]]
        _print_table(f"Body from text copies by {browser}", _body_lines(rows, silver=True))
        _print_table(f"Title, author, date and dek from copies by {browser}", _fact_lines(scores))
        every += scores
    return every


def _read_peers(pages: list[Page]) -> dict[str, list[Read]]:
    """Read every page with the peers in their own environment; nothing where it is not there."""
    if not _PEERS.exists():
        return {}
    tick = Progress("peers", len(pages))
    command = [str(_PEERS), "-P", "-s", str(Path(__file__).with_name("reading_peers.py"))]
    found: dict[str, list[Read]] = {}
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ | {"PYTHONHASHSEED": "0"},
    ) as process:
        if process.stdin is None or process.stdout is None:
            return {}
        for page in pages:
            process.stdin.write(json.dumps({"html": page.html, "url": page.url}) + "\n")
            process.stdin.flush()
            answers = json.loads(process.stdout.readline() or "{}")
            for name, answer in answers.items():
                known = {key: value or "" for key, value in answer.items() if key != "failed"}
                found.setdefault(name, []).append(Read(**known))
            tick()
        process.stdin.close()
    return {name: reads for name, reads in found.items() if len(reads) == len(pages)}


def _body_lines(scores: Sequence[Score], *, silver: bool) -> list[str]:
    head = "| engine | precision | recall | F1 | accuracy | text |"
    rule = "|---|---|---|---|---|---|"
    if silver:
        head, rule = f"{head} token F1 to trafilatura's HTML body (silver) |", f"{rule}---|"
    lines = [head, rule]
    for one in scores:
        s = one.strings
        row = f"| {one.engine} | {s.precision():.3f} | {s.recall():.3f} | {s.f1():.3f} "
        row += f"| {one.accuracy():.3f} | {one.size / 1000:,.0f} kB |"
        lines.append(f"{row} {one.silver_f1():.3f} |" if silver else row)
    return lines


def _fact_lines(scores: Sequence[Score]) -> list[str]:
    lines = [f"| engine | {' | '.join(FACTS)} |", f"|---|{'---|' * len(FACTS)}"]
    for one in scores:
        lines.append(f"| {one.engine} | {' | '.join(one.facts[f].cell() for f in FACTS)} |")
    return lines


def _print_table(title: str, lines: Sequence[str]) -> None:
    print(f"### {title}\n", *lines, "", sep="\n", flush=True)


def _write_misses(scores: Sequence[Score]) -> None:
    folder = CACHE.parent / "misses"
    folder.mkdir(parents=True, exist_ok=True)
    for one in scores:
        name = "".join(c if c.isalnum() else "-" for c in one.engine).strip("-")
        path = folder / f"{name}.txt"
        path.write_text("".join(f"{miss}\n" for miss in one.misses), encoding="utf-8")
        print(f"{len(one.misses)} misses: {path.relative_to(CACHE.parents[2])}")


if __name__ == "__main__":
    main()
