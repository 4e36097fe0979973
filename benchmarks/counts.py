"""Counting right and wrong: precision, recall, F1, and ROUGE."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

_PORTER = snowballstemmer.stemmer("porter")


@dataclass(slots=True)
class Counted:
    """What was found, found wrongly, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def precision(self) -> float:
        """Give the share of what was found that is right."""
        return self.right / (self.right + self.wrong or 1)

    def recall(self) -> float:
        """Give the share of what is there that was found."""
        return self.right / (self.right + self.missed or 1)

    def f1(self) -> float:
        """Give the harmonic mean of both."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed or 1)


def rouge(summary: str, reference: str) -> tuple[float, float, float]:
    """Give F1 of ROUGE-1, -2 and -L (Lin 2004), lower-case Porter stems, stop words kept."""
    ours, theirs = _stems(summary), _stems(reference)
    longest = _common_run(ours, theirs)
    return _grams(ours, theirs, 1), _grams(ours, theirs, 2), _f(longest, len(ours), len(theirs))


def _stems(text: str) -> list[str]:
    return [_stem(word) for word in re.findall(r"[a-z0-9]+", text.lower())]


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    return str(_PORTER.stemWord(word)) if len(word) > 3 else word


def _grams(ours: Sequence[str], theirs: Sequence[str], size: int) -> float:
    mine = Counter(zip(*(ours[start:] for start in range(size)), strict=False))
    yours = Counter(zip(*(theirs[start:] for start in range(size)), strict=False))
    return _f((mine & yours).total(), mine.total(), yours.total())


def _f(both: int, ours: int, theirs: int) -> float:
    return 2 * both / (ours + theirs) if ours + theirs else 0.0


def _common_run(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """Give the length of the longest common subsequence."""
    row = [0] * (len(theirs) + 1)
    for word in ours:
        before = 0
        for place, other in enumerate(theirs, start=1):
            above = row[place]
            row[place] = before + 1 if word == other else max(above, row[place - 1])
            before = above
    return row[-1]
