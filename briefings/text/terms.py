"""Terms: the few stems that say what an article is about, weighed once and kept in its briefing.

A weight is how often a stem stands in the article times how rare it is in news at large. The
rarity comes from a frozen table, never from the archive, so that two briefings score the same
today and among ten thousand others (term weighting: K. Spärck Jones, "A statistical
interpretation of term specificity", Journal of Documentation 28, 1972).
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from briefings.text.rarity import rarity
from briefings.text.words import stem, stopwords, words_of

KEPT = 40
# The title is the article in ten words: each of its words counts as three more.
_TITLE = 3
_LEAD = 1
_SHORTEST = 2
# How soon a word said again adds little (BM25's saturation, Robertson and Walker 1994).
_SATURATES = 1.2
# A number printed twice is seldom chance, and no table can say how rare it is.
_NUMBER = 1.3
# Days of a month, small counts, list items: shared by everything.
_SMALLEST_NUMBER = 32


def weigh_terms(
    paragraphs: Sequence[str], title: str, language: str, year: int | None = None
) -> tuple[tuple[str, float], ...]:
    """Give the heaviest stems and numbers of title and body, at most 40, best first.

    The weights' squares sum to one, so that the sum of products of two articles is their cosine.

    Args:
        paragraphs: the body.
        title: the headline.
        language: such as `en` or `fr-CA`.
        year: of publication; printed, it says nothing, for every article of its time has it.
    """
    own = "" if year is None else str(year)
    counts = Counter(_stems(title, language, own, times=_TITLE))
    counts.update(_stems(paragraphs[0] if paragraphs else "", language, own, times=_LEAD))
    for paragraph in paragraphs:
        counts.update(_stems(paragraph, language, own))
    weights = {t: n / (n + _SATURATES) * _rareness(t, language) for t, n in counts.items()}
    best = sorted(weights.items(), key=lambda item: (-round(item[1], 6), item[0]))[:KEPT]
    length = math.sqrt(math.fsum(weight * weight for _, weight in best)) or 1.0
    rounded = [(term, round(weight / length, 3)) for term, weight in best]
    return tuple(sorted(rounded, key=lambda item: (-item[1], item[0])))


def find_terms(text: str, language: str) -> set[str]:
    """Give the stems of a text, each once; words that say nothing and numbers left out."""
    words = (word for word in _telling(text, language) if not word.isdecimal())
    return {stem(word, language) for word in set(words)}


def _rareness(term: str, language: str) -> float:
    return rarity(term, language) * (_NUMBER if term.isdecimal() else 1.0)


def _stems(text: str, language: str, year: str, *, times: int = 1) -> Iterable[str]:
    for word in _telling(text, language):
        small = len(word) < 3 and word.isdecimal() and int(word) < _SMALLEST_NUMBER
        if small or word == year:
            continue
        for _ in range(times):
            yield stem(word, language)


def _telling(text: str, language: str) -> Iterable[str]:
    """Give the words of a text that say something, folded; numbers too."""
    common = stopwords(language)
    for word in words_of(text):
        folded = word.casefold()
        if len(folded) >= _SHORTEST and folded not in common:
            yield folded
