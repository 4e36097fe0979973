"""Briefs beside editors' briefs: ours, the first sentences, and sumy's three, with intervals."""

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from statistics import fmean
from typing import Any

from benchmarks.counts import rouge
from benchmarks.data import records
from benchmarks.measures import an_article
from briefings.draft.choosing import best_lines, overlap
from briefings.draft.lexicon import lexicon
from briefings.draft.lines import Line, lines_of, split_body
from briefings.draft.ranking import rank_lines

SETS = ("inshorts", "cnndm", "xsum")
LENGTHS = ("three sentences", "the reference's words")
_MOST = 8
_RESAMPLES = 1000
_PRONOUN = re.compile(
    r"(?:he|she|it|they|his|her|its|their|this|that|these|those|him|them)(?![\w-])", re.IGNORECASE
)
_FURNITURE = re.compile(
    r"\W*(?:by \. |published|updated|last updated|scroll down|read more|click here|share this"
    r"|image (?:copyright|caption)|follow us|sign up|(?:e-?mail|tweet) )",
    re.IGNORECASE,
)

Ask = Callable[[dict[str, Any]], Any]
"""Puts a question to the peers' process."""


@dataclass(slots=True)
class Scores:
    """What one system reached, record by record."""

    rouge: dict[str, list[tuple[float, float, float]]] = field(
        default_factory=lambda: {length: [] for length in LENGTHS}
    )
    repeated: list[float] = field(default_factory=list)
    pronouns: list[float] = field(default_factory=list)
    dangling: list[float] = field(default_factory=list)
    """Of these, those whose sentence before is not in the brief."""
    furniture: int = 0

    def mean(self, length: str, kind: int) -> float:
        """Give the mean of ROUGE-1, -2 or -L."""
        return fmean(one[kind] for one in self.rouge[length])


def score_set(name: str, ask: Ask | None, most: int | None = None) -> dict[str, Scores]:
    """Score every system on the same records."""
    found: dict[str, Scores] = {}
    for record in records(f"summaries/{name}", most=most):
        paragraphs = [" ".join(p.split()) for p in record["article"].split("\n") if p.strip()]
        article = an_article("", *paragraphs)
        lines, rules = lines_of(article, split_body(article)), lexicon("en")
        if not lines:
            continue
        ranked = rank_lines(lines, article, (), rules)
        best = (best_lines(lines, ranked, count, rules) for count in range(1, _MOST + 1))
        systems: dict[str, list[Sequence[Line]]] = {
            "ours": list(best),
            "lead": [lines[:count] for count in range(1, _MOST + 1)],
        }
        if ask:
            for peer, choices in ask({"choose": [line.text for line in lines]}).items():
                systems[peer] = [[lines[number] for number in one] for one in choices]
        for system, choices in systems.items():
            _add(found.setdefault(system, Scores()), choices, record["reference"])
    return found


def _add(scores: Scores, choices: Sequence[Sequence[Line]], reference: str) -> None:
    three = choices[2]
    scores.rouge[LENGTHS[0]].append(rouge(_text(three), reference))
    budget = len(reference.split())
    enough = (one for one in choices if len(_text(one).split()) >= budget)
    cut = _text(next(enough, choices[-1])).split()[:budget]
    scores.rouge[LENGTHS[1]].append(rouge(" ".join(cut), reference))
    pairs = [(a, b) for n, a in enumerate(three) for b in three[n + 1 :]]
    scores.repeated.append(max((overlap(a.stems, b.stems) for a, b in pairs), default=0.0))
    scores.pronouns.append(sum(_PRONOUN.match(line.text) is not None for line in three))
    told = {line.index for line in three}
    scores.dangling.append(
        sum(_PRONOUN.match(line.text) is not None and line.index - 1 not in told for line in three)
    )
    scores.furniture += sum(_FURNITURE.match(line.text) is not None for line in three)


def _text(lines: Iterable[Line]) -> str:
    return " ".join(line.text for line in lines)


def interval(ours: Scores, other: Scores, length: str, kind: int) -> tuple[float, float, float]:
    """Give the mean lead over a peer and its 95 % interval, by bootstrap over the records."""
    pairs = zip(ours.rouge[length], other.rouge[length], strict=True)
    leads = [mine[kind] - theirs[kind] for mine, theirs in pairs]
    chance = random.Random(7)
    means = sorted(fmean(chance.choices(leads, k=len(leads))) for _ in range(_RESAMPLES))
    return fmean(leads), means[int(0.025 * _RESAMPLES)], means[int(0.975 * _RESAMPLES)]


def show_set(name: str, found: dict[str, Scores]) -> str:
    """Give one set's table."""
    lines = [
        f"### {name}, {len(found['ours'].pronouns)} records",
        "",
        "| system | three sentences: R-1 / R-2 / R-L | the reference's words: R-1 / R-2 / R-L"
        " | most alike pair | pronoun starts | dangling | furniture |",
        "|---|---|---|---|---|---|---|",
    ]
    for system, scores in found.items():
        columns = [
            " / ".join(f"{100 * scores.mean(length, kind):.1f}" for kind in range(3))
            for length in LENGTHS
        ]
        lines.append(
            f"| {system} | {columns[0]} | {columns[1]} | {fmean(scores.repeated):.2f}"
            f" | {fmean(scores.pronouns):.2f} | {fmean(scores.dangling):.2f} | {scores.furniture} |"
        )
    lines.append("")
    for length in LENGTHS:
        peers = {s: scores.mean(length, 0) for s, scores in found.items() if s != "ours"}
        best = max(peers, key=lambda system: peers[system])
        lead, low, high = interval(found["ours"], found[best], length, 0)
        lines.append(
            f"ROUGE-1 over {best} at {length}: {100 * lead:+.2f}"
            f" (95 % from {100 * low:+.2f} to {100 * high:+.2f})"
        )
    return "\n".join(lines)
