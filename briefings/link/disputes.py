"""Disputes: where the articles of one draft count the same and cannot both be right."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

from briefings.link.amounts import disagree
from briefings.model import Figure, SourceArticle
from briefings.text.counted import Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A number two articles of one event do not agree on."""

    of: str
    """What is counted: `injured`."""
    told: tuple[tuple[str, tuple[str, ...]], ...]
    """(key of the article, the values it gives), in the order of the articles."""


def find_disputes(articles: Sequence[SourceArticle]) -> tuple[Dispute, ...]:
    """Give what articles count with other numbers: nothing two of them say fits together."""
    counted = {
        str(thing): thing
        for article in articles
        for figure in article.figures
        if (thing := Counted.parse(figure.of)).is_comparable()
    }
    found: list[Dispute] = []
    for of, thing in sorted(counted.items()):
        given = [(one.key, _counting(one, thing)) for one in articles]
        told = [(key, figures) for key, figures in given if figures]
        if any(_cannot_be(a, b) for (_, a), (_, b) in combinations(told, 2)):
            values = ((key, tuple(dict.fromkeys(f.value for f in fs))) for key, fs in told)
            found.append(Dispute(of=of, told=tuple(values)))
    return tuple(found)


def _counting(article: SourceArticle, thing: Counted) -> list[Figure]:
    return [figure for figure in article.figures if Counted.parse(figure.of).may_be(thing)]


def _cannot_be(ours: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    return all(disagree(a, b) for a, b in product(ours, theirs))
