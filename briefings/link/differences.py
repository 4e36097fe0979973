"""Differences: where the articles of one briefing count the same and give other numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from briefings.model import SourceArticle

# What befell people is counted once an event; kilometres and euros are of many things in a text.
_COUNTED = (
    *("killed", "dead", "injured", "missing", "arrested"),
    *("evacuated", "displaced", "rescued", "votes"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A number two articles of one event do not agree on."""

    of: str
    """What is counted: `injured`."""
    told: tuple[tuple[str, tuple[str, ...]], ...]
    """(key of the article, the values it gives), in the order of the articles."""


def find_differences(articles: Sequence[SourceArticle]) -> tuple[Difference, ...]:
    """Give what articles count with other numbers: two of them have no value in common."""
    found: list[Difference] = []
    for of in _COUNTED:
        values = {
            one.key: tuple(dict.fromkeys(f.value for f in one.figures if f.of == of))
            for one in articles
        }
        told = tuple((key, given) for key, given in values.items() if given)
        if any(not set(a) & set(b) for (_, a), (_, b) in combinations(told, 2)):
            found.append(Difference(of=of, told=told))
    return tuple(found)
