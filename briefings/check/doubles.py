"""Doubles: two briefings that may tell one thing."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from briefings.check.desk import Desk
from briefings.check.rules import found
from briefings.errors import Finding
from briefings.model import SourceArticle, Status
from briefings.store.places import LoadedBriefing
from briefings.text.typography import without_typography
from briefings.text.web import address_key
from briefings.text.words import words_of

_ALIKE = 0.8
"""Share of the words of two headlines that are in both."""
_MOST_OF_A_DAY = 200
"""Above it only headlines of the very same words are told: pairs grow with the square."""


def check_doubles_of_content(desk: Desk) -> Iterator[Finding]:
    """Find articles, addresses and headlines that two briefings have; the later is told."""
    items = [item for item in desk.loaded if item.briefing.status is not Status.WITHDRAWN]
    items.sort(key=lambda item: (item.briefing.edition, item.briefing.path))
    yield from _articles(items)
    yield from _headlines(items)


def _articles(items: list[LoadedBriefing]) -> Iterator[Finding]:
    by_digest: dict[str, LoadedBriefing] = {}
    by_url: dict[str, tuple[LoadedBriefing, SourceArticle]] = {}
    for item in items:
        for number, article in enumerate(item.briefing.articles):
            other = by_digest.setdefault(article.digest, item)
            if other is not item:
                message = f"{article.path} is also an article of {other.briefing.path}"
                yield found("BR701", item.place("articles", number), message, _combine(other, item))
            elif article.url:
                held, first = by_url.setdefault(_key(article.url), (item, article))
                if held is not item and not _of_one_file(first, article):
                    message = f"{article.url} is also in {held.briefing.path}"
                    place = item.place("articles", number, "url")
                    yield found("BR702", place, message, _combine(held, item))


def _headlines(items: list[LoadedBriefing]) -> Iterator[Finding]:
    days: defaultdict[object, list[tuple[frozenset[str], LoadedBriefing]]] = defaultdict(list)
    for item in items:
        words = frozenset(words_of(without_typography(item.briefing.title).casefold()))
        days[item.briefing.edition].append((words, item))
    for day in days.values():
        exact = len(day) > _MOST_OF_A_DAY
        if exact:
            yield from _same(day)
            continue
        for (words, one), (others, other) in combinations(day, 2):
            if words and len(words & others) >= _ALIKE * len(words | others):
                yield _near(one, other)


def _same(day: list[tuple[frozenset[str], LoadedBriefing]]) -> Iterator[Finding]:
    first: dict[frozenset[str], LoadedBriefing] = {}
    for words, item in day:
        held = first.setdefault(words, item)
        if held is not item:
            yield _near(held, item)


def _near(held: LoadedBriefing, item: LoadedBriefing) -> Finding:
    message = f'nearly the headline of {held.briefing.path}: "{held.briefing.title}"'
    remedy = f"{_combine(held, item)}, or tell what is different"
    return found("BR703", item.place("title"), message, remedy)


def _combine(held: LoadedBriefing, item: LoadedBriefing) -> str:
    one, other = held.briefing, item.briefing
    if Status.PUBLISHED in (one.status, other.status):
        return "if they tell one event, take one of them out"
    return f"if they tell one event, run `briefings combine {one.id} {other.id}`"


def _key(url: str) -> str:
    try:
        return address_key(url)
    except ValueError:
        return url


def _of_one_file(one: SourceArticle, other: SourceArticle) -> bool:
    """Tell whether two articles are parts of one newsletter or feed, which has one address."""
    return "#" in one.path and one.path.partition("#")[0] == other.path.partition("#")[0]
