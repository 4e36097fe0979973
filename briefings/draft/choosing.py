"""Choosing: the best sentences that do not repeat one another."""

from collections.abc import Iterable, Sequence

from briefings.draft.lexicon import Lexicon
from briefings.draft.lines import Line
from briefings.draft.ranking import leaning

_REPEATS_COST = 0.5
# The same sentence again, whatever it is worth.
_AGAIN = 0.85


def overlap(one: Iterable[str], other: Iterable[str]) -> float:
    """Give the share of the shorter text's stems that stand in the other, 0 to 1."""
    first, second = frozenset(one), frozenset(other)
    shorter = min(len(first), len(second))
    return len(first & second) / shorter if shorter else 0.0


def most_repeated(line: Line, others: Iterable[Line]) -> float:
    """Give the largest overlap of a line with any of the others."""
    return max((overlap(line.stems, other.stems) for other in others), default=0.0)


def best_lines(
    lines: Sequence[Line], scores: Sequence[float], count: int, words: Lexicon
) -> tuple[Line, ...]:
    """Choose the best lines that differ from one another, as a text to be read in one piece.

    Maximal marginal relevance (J. Carbonell, J. Goldstein, SIGIR 1998). A sentence may lean on
    the one before it where that one is chosen too.
    """
    chosen: list[Line] = []
    rest = list(lines)
    while rest and len(chosen) < count:
        rest = [line for line in rest if most_repeated(line, chosen) < _AGAIN]
        if not rest:
            break
        told = frozenset(line.index for line in chosen)

        def worth(line: Line, told: frozenset[int] = told) -> float:
            relief = leaning(line, words) if line.index - 1 in told else 0.0
            return scores[line.index] + relief - _REPEATS_COST * most_repeated(line, chosen)

        best = max(rest, key=lambda line: (worth(line), -line.index))
        chosen.append(best)
        rest.remove(best)
    return tuple(sorted(chosen, key=lambda line: line.index))
