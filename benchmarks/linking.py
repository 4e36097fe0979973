"""Linking beside its peers: `make bench-linking`, on the labelled records beside the checkout.

Nearest articles and threads: ECB+, against TF-IDF and BM25 (`make peers`), all on one text.
Copies: newswire of 1987 cut, re-topped and re-titled by hand of this script, against a hash.
Time: 10,000 of those stories, against scikit-learn's TF-IDF and brute-force neighbours.
"""

import argparse
import hashlib
import json
import random
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from benchmarks.data import FOLDER, is_here
from benchmarks.linking_corpus import Labelled, copies_of, read_labelled, wire_briefings
from benchmarks.measures import bcubed, rank_rows
from briefings.link.bringing import bring
from briefings.link.copies import group_copies
from briefings.link.linker import Linker
from briefings.link.namebook import NameBook
from briefings.link.profiles import profile_of, read_label
from briefings.link.reads import Reads
from briefings.link.registry import Registry
from briefings.link.score import score
from briefings.link.shelf import MemoryShelf
from briefings.link.stories import Threads
from briefings.model import Archive, Briefing, Days, Registers
from briefings.site.changes import uncollected
from briefings.text.sketches import sketch_text

Thing = TypeVar("Thing")

_PEERS = Path(".briefings/peers/bin/python")
_SEEDS = (None, 1, 2, 3)
_HIDDEN = 4000
_COPIED = 400
_HALF = 0.5


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="stories linked for time")
    parser.add_argument(
        "--growth", type=int, nargs="*", default=[], metavar="COUNT", help="only time these, once"
    )
    told = parser.parse_args()
    count = told.count
    if not is_here():
        sys.exit(f"the labelled data is not at {FOLDER.name}/ beside this checkout")
    if told.growth:
        print("| stories linked, cold | CPU seconds | wall | peak |\n|---|---|---|---|")
        for number in told.growth:
            print(_growth(number), flush=True)
        return
    labelled = read_labelled()
    print("### Nearest article and threads, ECB+ (510 articles, two look-alike stories a topic)\n")
    print("| system | P@1 | MAP | B-cubed F1, four orders |\n|---|---|---|---|")
    for line in _nearest(labelled):
        print(line)
    print("\n### Copies, newswire of 1987\n")
    print("| set | ours: precision / recall | a hash |\n|---|---|---|")
    for line in _copies():
        print(line)
    print(
        f"\n### {count:,} stories linked\n\n| what | CPU seconds | wall | peak |\n|---|---|---|---|"
    )
    for line in _times(count):
        print(line)


def _nearest(labelled: Sequence[Labelled]) -> list[str]:
    truth = {one.briefing.id: one.story for one in labelled}
    briefings = [one.briefing for one in labelled]
    profiles = [profile_of(one, NameBook(()), None) for one in briefings]
    rows = [[score(a, b) for b in profiles] for a in profiles]
    stories = [one.story for one in labelled]
    first, average = rank_rows(rows, stories)
    threads = [bcubed(form_threads(_shuffled(briefings, seed)), truth)[2] for seed in _SEEDS]
    told = " / ".join(f"{value:.3f}" for value in threads)
    lines = [f"| ours, threshold as shipped | {first:.3f} | {average:.3f} | {told} |"]
    for name, peer in (_ask({"rank": [one.text for one in labelled]}) or {}).items():
        first, average = rank_rows(peer, stories)
        told = _best_threads(peer, labelled) if name == "TF-IDF" else "–"
        lines.append(f"| {name} | {first:.3f} | {average:.3f} | {told} |")
    return lines


def _best_threads(rows: Sequence[Sequence[float]], labelled: Sequence[Labelled]) -> str:
    """Form threads by average link with the threshold that turns out best, as we cannot."""
    truth = {one.briefing.id: one.story for one in labelled}
    places = list(range(len(labelled)))
    orders = [_shuffled(places, seed) for seed in _SEEDS]

    def measured(threshold: float) -> list[float]:
        found = []
        for order in orders:
            threads: dict[int, list[int]] = {}
            for place in order:
                near = {t: sum(rows[place][n] for n in m) / len(m) for t, m in threads.items()}
                best = max(near, key=lambda t: near[t], default=None)
                home = best if best is not None and near[best] >= threshold else place
                threads.setdefault(home, []).append(place)
            named = {labelled[n].briefing.id: str(t) for t, m in threads.items() for n in m}
            found.append(bcubed(named, truth)[2])
        return found

    best = max((measured(step / 100) for step in range(8, 24, 2)), key=sum)
    return " / ".join(f"{value:.3f}" for value in best) + ", threshold known"


def linking_figures() -> dict[str, float]:
    """Give the figures that have a floor: nearest articles, threads in file order, copies."""
    labelled = read_labelled()
    profiles = [profile_of(one.briefing, NameBook(()), None) for one in labelled]
    rows = [[score(a, b) for b in profiles] for a in profiles]
    first, average = rank_rows(rows, [one.story for one in labelled])
    truth = {one.briefing.id: one.story for one in labelled}
    threads = bcubed(form_threads([one.briefing for one in labelled]), truth)[2]
    made = copies_of(_COPIED, among=_HIDDEN)
    texts = {key: text for key, text, _ in made}
    groups = group_copies([(key, sketch_text(text)) for key, text in texts.items()])
    ours = {key: group[0] for group in groups for key in group}
    precision, recall = _pairs(ours, {key: origin for key, _, origin in made}, texts)
    return {
        "nearest P@1": first,
        "nearest MAP": average,
        "threads B-cubed": threads,
        "copies precision": precision,
        "copies recall": recall,
    }


def form_threads(briefings: Sequence[Briefing]) -> dict[str, str]:
    """Form threads one article after another, as the desk does."""
    threads, placed = Threads(), {}
    for briefing in briefings:
        choice = threads.choose(briefing)
        placed[briefing.id] = choice.id or briefing.id
        threads.add(replace(briefing, story=placed[briefing.id]))
    return placed


def _shuffled(things: Sequence[Thing], seed: int | None) -> list[Thing]:
    order = list(things)
    if seed is not None:
        random.Random(seed).shuffle(order)
    return order


def _copies() -> list[str]:
    """Measure exact bodies, and copies made by cutting, re-topping and re-titling."""
    exact = copies_of(None)
    made = copies_of(_COPIED, among=_HIDDEN)
    lines = []
    for name, records in (("exact bodies", exact), ("cut, re-topped, re-titled", made)):
        texts = {key: text for key, text, _ in records}
        truth = {key: origin for key, _, origin in records}
        groups = group_copies([(key, sketch_text(text)) for key, text in texts.items()])
        ours = {key: group[0] for group in groups for key in group}
        hashed = {key: hashlib.sha256(text.encode()).hexdigest() for key, text in texts.items()}
        told = " / ".join(f"{value:.3f}" for value in _pairs(ours, truth, texts))
        plain = " / ".join(f"{value:.3f}" for value in _pairs(hashed, truth, texts))
        lines.append(f"| {name}, {len(records):,} stories | {told} | {plain} |")
    return lines


def _pairs(
    found: Mapping[str, str], truth: Mapping[str, str], texts: Mapping[str, str]
) -> tuple[float, float]:
    """Give precision and recall of pairs put together.

    A pair nobody made is right where the whole texts share half the five-word runs of the shorter:
    the wire reprinted many stories with a corrected line.
    """
    ours, gold = _paired(found), _paired(truth)
    wrong = sum(_shared(texts[a], texts[b]) < _HALF for a, b in ours - gold)
    return 1 - wrong / (len(ours) or 1), len(ours & gold) / (len(gold) or 1)


def _paired(groups: Mapping[str, str]) -> set[tuple[str, str]]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(groups):
        members[groups[key]].append(key)
    return {(a, b) for one in members.values() for n, a in enumerate(one) for b in one[n + 1 :]}


def _shared(one: str, other: str) -> float:
    runs = []
    for text in (one, other):
        words = text.casefold().split()
        runs.append({tuple(words[n : n + 5]) for n in range(max(1, len(words) - 4))})
    return len(runs[0] & runs[1]) / min(map(len, runs))


def _growth(count: int) -> str:
    """Time one count in a process of its own, so that its peak is its own."""
    with ProcessPoolExecutor(1) as pool:
        cpu, wall, peak = pool.submit(_link_cold, count).result()
    return f"| {count:,} | {cpu:.1f} | {wall:.1f} | {peak:.0f} MB |"


def _link_cold(count: int) -> tuple[float, float, float]:
    briefings = wire_briefings(count)
    _, cpu, wall = _linked(briefings)
    return cpu, wall, _peak()


def _linked(briefings: Sequence[Briefing]) -> tuple[MemoryShelf, float, float]:
    """Link everything as a build does; give the shelf, seconds of CPU and of the wall."""
    cpu, wall = time.process_time(), time.perf_counter()
    shelf, registry = MemoryShelf(), Registry.of(Registers())
    with uncollected():
        bring(shelf, registry, briefings)
        _work_out(Linker(shelf, registry, (), Reads()).archive())
    return shelf, time.process_time() - cpu, time.perf_counter() - wall


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _times(count: int) -> list[str]:
    *briefings, late = wire_briefings(count)
    shelf, cpu, wall = _linked(briefings)
    told = f"{cpu:.1f} | {wall:.1f} | {_peak():.0f} MB"
    lines = [f"| everything Briefings links, cold | {told} |"]
    cpu, wall = time.process_time(), time.perf_counter()
    registry = Registry.of(Registers())
    touched = bring(shelf, registry, [late])
    _work_out_touched(Linker(shelf, registry, (), Reads()).archive(), touched)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    lines.append(f"| one more, and every part it touches | {cpu:.2f} | {wall:.2f} | – |")
    peer = _ask({"neighbours": [" ".join(t for t, _ in _words(one)) for one in briefings]})
    if peer:
        told = f"– | {peer['seconds']:.1f} | {peer['peak_mb']:.0f} MB"
        lines.append(f"| scikit-learn, nearest six alone, on the heaviest words | {told} |")
    return lines


def _work_out(archive: Archive) -> None:
    """Ask for every part there is."""
    for part in fields(archive):
        value = getattr(archive, part.name)
        if isinstance(value, Mapping):
            list(value.values())
        elif isinstance(value, Days):
            list(value)


def _work_out_touched(archive: Archive, cells: set[str]) -> None:
    """Ask for the parts that those cells are under."""
    parts: dict[str, Mapping[str, object]] = {
        "m:story": archive.stories,
        "m:topic": archive.topics,
        "m:source": archive.sources,
    }
    for cell in cells:
        kind, _, key = cell.partition(":")
        if kind == "n":
            archive.related.get(key)
        elif kind == "b":
            archive.origins.get(key)
            archive.backlinks.get(key)
        elif cell.startswith("m:name:"):
            archive.names.get(read_label(cell.removeprefix("m:name:")))
        elif cell.startswith("m:day:"):
            archive.editions.of(date.fromisoformat(cell.removeprefix("m:day:")))
        elif cell.count(":") > 1:
            mark, _, own = key.partition(":")
            parts.get(f"m:{mark}", {}).get(own)


def _words(briefing: Briefing) -> list[tuple[str, float]]:
    return [term for article in briefing.articles for term in article.terms]


def _ask(question: dict[str, object]) -> dict[str, object] | None:
    """Ask the peers one thing; None where they are not installed."""
    if not _PEERS.is_file():
        return None
    script = Path(__file__).with_name("linking_peers.py")
    asked = json.dumps(question) + "\n"
    done = subprocess.run([_PEERS, script], input=asked, capture_output=True, text=True, check=True)
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


if __name__ == "__main__":
    main()
