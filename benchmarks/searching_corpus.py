"""Invented pages for search: words as frequent as in news, names and stories that return."""

import functools
import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from importlib import resources
from itertools import accumulate

from briefings.model import FacetValue, SearchStub

_NEWEST = date(2026, 3, 24)
_WORDS = 560
_A_DAY = 10
_VOCABULARY = 40_000
_SYLLABLES = ("ba", "co", "du", "fe", "gi", "lo", "mu", "ne", "pi", "ra", "so", "tu")
_TOPICS, _OUTLETS = 25, 40


def make_stubs(count: int, *, seed: int = 1) -> dict[str, SearchStub]:
    """Make the stubs of so many briefings, ten a day back from March 2026, by address.

    A fifth as many names and an eighth as many stories have a page of their own. The same seed
    gives the same stubs anywhere.
    """
    dice = random.Random(seed)  # not for secrets
    words, weights = vocabulary()
    title = _titles(dice, words[2000:12000])
    names = [FacetValue(id=f"person/n{n}", title=title(2)) for n in range(max(200, count // 5))]
    stories = [FacetValue(id=f"story-{n}", title=title(5)) for n in range(max(20, count // 8))]
    topics = [FacetValue(id=f"t{n}", title=title(1)) for n in range(_TOPICS)]
    outlets = [FacetValue(id=f"o{n}", title=f"The {title(1)}") for n in range(_OUTLETS)]
    stubs: dict[str, SearchStub] = {}
    for number in range(count):
        day = _NEWEST - timedelta(days=number // _A_DAY)
        named = [names[min(len(names), int(dice.paretovariate(0.6))) - 1] for _ in range(6)]
        near = int(dice.gauss(number / count * len(stories), 3))
        text = " ".join(dice.choices(words, cum_weights=weights, k=_WORDS))
        stubs[f"/{day:%Y/%m}/b{number}/"] = SearchStub(
            title=title(8),
            text=f"{text} {' '.join(name.title for name in named)}",
            language="en",
            day=day,
            facets={
                "topic": tuple(dice.sample(topics, 3)),
                "source": (dice.choice(outlets),),
                "name": tuple(dict.fromkeys(named)),
                "story": (stories[min(max(near, 0), len(stories) - 1)],),
            },
            meta={"date": day.isoformat(), "summary": text[:120]},
        )
    for kind, values in (("person", names), ("story", stories)):
        for value in values:
            about = f"{value.title} {' '.join(dice.choices(words, cum_weights=weights, k=12))}"
            stub = SearchStub(title=value.title, text=about, language="en", meta={"kind": kind})
            stubs[f"/{kind}/{value.id.rpartition('/')[2]}/"] = stub
    return stubs


def a_rarer_word(stubs: dict[str, SearchStub]) -> str:
    """Give a word that stands in about one briefing of two hundred."""
    texts = [set(stub.text.split()) for stub in stubs.values() if stub.day]
    words, _ = vocabulary()
    return min(
        (word for word in words[3000:9000:10] if word.isalpha()),
        key=lambda word: abs(sum(word in text for text in texts[:2000]) - 10),
    )


def _titles(dice: random.Random, words: Sequence[str]) -> Callable[[int], str]:
    return lambda length: " ".join(dice.choices(words, k=length)).capitalize()


@functools.cache
def vocabulary() -> tuple[list[str], list[float]]:
    """Give 40,000 words, the most frequent first, with weights added up (Zipf).

    The first few thousand are stems of English news; an archive's many rare words are invented.
    """
    text = resources.files("briefings.text").joinpath("rarity.txt").read_text("utf-8")
    pairs = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    stems = [stem for stem, _ in sorted(pairs, key=lambda pair: (float(pair[1]), pair[0]))]
    dice = random.Random(7)  # not for secrets
    words = dict.fromkeys(stems)
    while len(words) < _VOCABULARY:
        syllables = dice.choices(_SYLLABLES, k=dice.randint(2, 5))
        words.setdefault("".join(syllables))
    weights = (1 / (rank + 2.7) for rank in range(1, len(words) + 1))
    return list(words), list(accumulate(weights))
