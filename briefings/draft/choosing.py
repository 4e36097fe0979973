"""Choosing: the best sentences that do not repeat one another."""

from collections.abc import Iterable, Sequence

from briefings.draft.lines import Line


def overlap(one: Iterable[str], other: Iterable[str]) -> float:
    """Give the share of the shorter text's stems that stand in the other, 0 to 1."""
    first, second = frozenset(one), frozenset(other)
    shorter = min(len(first), len(second))
    return len(first & second) / shorter if shorter else 0.0


def best_lines(lines: Sequence[Line], scores: Sequence[float], count: int) -> tuple[Line, ...]:
    """Choose the best lines that differ from one another, in the order of the article."""
    chosen: list[Line] = []
    rest = list(lines)
    while rest and len(chosen) < count:
        best = max(rest, key=lambda line: (worth(line, scores, chosen), -line.index))
        chosen.append(best)
        rest.remove(best)
    return tuple(sorted(chosen, key=lambda line: line.index))


def worth(line: Line, scores: Sequence[float], chosen: Sequence[Line]) -> float:
    """Give a line's score less what it repeats of lines already chosen.

    Maximal marginal relevance: J. Carbonell, J. Goldstein, SIGIR 1998.
    """
    repeated = max((overlap(line.stems, other.stems) for other in chosen), default=0.0)
    return scores[line.index] - 0.5 * repeated
