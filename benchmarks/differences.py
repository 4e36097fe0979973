"""Pairs of invented sentences: where does the program say outlets differ.

Run `python -m benchmarks.differences [FILE.jsonl ...]`. Each sentence is the whole article of an
outlet, both in one story on one day; `outlets` makes them one outlet, `agency` copies of one text.
Half the pairs are traps: another subset, place, day, role or unit, a hedge, a rounding, an update.
"""

import json
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from briefings.draft.figures.finding import find_figures
from briefings.link.differences import find_differences
from briefings.link.sources import SourceBook
from briefings.model import Agency, AgencyRole, Briefing, SourceArticle, Status

PAIRS = Path(__file__).with_name("differences.jsonl")
SEEN = Path(__file__).with_name("differences_seen.jsonl")
UNSEEN = Path(__file__).with_name("differences_unseen.jsonl")
DAY = date(2026, 3, 14)


def read_pairs(file: Path) -> list[dict[str, Any]]:
    """Give the labelled pairs of a file."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]


def is_difference(pair: dict[str, Any]) -> bool:
    """Tell whether the program finds a difference between the sentences of a pair."""
    outlets = pair.get("outlets", ["courier", "post"])
    articles = (_article("a", pair, outlets[0]), _article("b", pair, outlets[1]))
    briefing = Briefing(
        id="pair",
        path="content/briefings/2026/03/pair.md",
        title="A pair",
        edition=DAY,
        language="en",
        status=Status.PUBLISHED,
        articles=articles,
    )
    return bool(find_differences([briefing], SourceBook(())))


def _article(key: str, pair: dict[str, Any], outlet: str) -> SourceArticle:
    agency = pair.get("agency")
    return SourceArticle(
        key=key,
        path=f"{key}.txt",
        digest=f"v1:{key}",
        title="One side",
        language="en",
        source=outlet,
        date=datetime(2026, 3, 14, 9 + (key == "b"), tzinfo=UTC),
        agencies=(Agency(name=agency, role=AgencyRole.COPY),) if agency else (),
        figures=find_figures([[pair[key]]], "en"),
    )


def measure(pairs: Iterable[dict[str, Any]]) -> tuple[float, float, list[dict[str, Any]]]:
    """Give precision and recall of `differ`, and the pairs the program is wrong on."""
    told = [(pair, is_difference(pair)) for pair in pairs]
    right = sum(found for pair, found in told if pair["label"] == "differ")
    found = sum(found for _, found in told)
    there = sum(pair["label"] == "differ" for pair, _ in told)
    wrong = [pair for pair, found in told if found != (pair["label"] == "differ")]
    return right / found if found else 1.0, right / there if there else 1.0, wrong


def main() -> None:
    """Print precision and recall for each file, and the pairs that were wrong."""
    files = [Path(name) for name in sys.argv[1:]] or [PAIRS, SEEN, UNSEEN]
    print("| pairs | precision | recall |\n|---|---|---|")
    misses = []
    for file in files:
        pairs = read_pairs(file)
        precision, recall, wrong = measure(pairs)
        print(f"| {file.name} ({len(pairs)}) | {precision:.3f} | {recall:.3f} |")
        misses += wrong
    for pair in misses:
        print(f"wrong on {pair['label']} ({pair['kind']}): {pair['a']} / {pair['b']}")


if __name__ == "__main__":
    main()
