"""Whose words a text has: runs of words that stand in an article, found for many at once.

Every fourth run of five words of an article is an anchor. Any eight words in a row hold one whole,
so that looking up each run of five words of a text finds every copy of eight or more; from there
it is followed both ways. (The anchors are those of rsync and of winnowing: Schleimer, Wilkerson
and Aiken, SIGMOD 2003.)
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from briefings.model import Rights
from briefings.text.digests import fold
from briefings.text.words import words_of

RUN: Final = 8
"""So many words in a row are somebody's wording; fewer may be anybody's."""
_ANCHOR, _STEP = 5, 4


class Wording(NamedTuple):
    """An article's words, and what may be shown of them."""

    path: str
    rights: Rights
    words: tuple[str, ...]


class Copied(NamedTuple):
    """A run of words that is an article's."""

    article: int
    start: int
    """Of its words."""
    length: int
    at: int
    """The first word of the text."""


def plain_words(text: str) -> tuple[str, ...]:
    """Cut a text into words as they are compared: case and kinds of apostrophe do not count."""
    return tuple(map(sys.intern, words_of(fold(text).casefold().replace("’", "'"))))


class Wordings:
    """The articles' words, to be asked of any text."""

    def __init__(self, articles: Iterable[Wording]) -> None:
        self.articles = tuple(articles)
        # By hash, and the first place apart from the others: there are millions.
        self._first: dict[int, tuple[int, int]] = {}
        self._others: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for number, article in enumerate(self.articles):
            for at in range(0, len(article.words) - _ANCHOR + 1, _STEP):
                place = (number, at)
                key = hash(article.words[at : at + _ANCHOR])
                if self._first.setdefault(key, place) is not place:
                    self._others[key].append(place)

    def find(self, words: tuple[str, ...]) -> list[Copied]:
        """Give the runs of a text that are an article's, each as long as it is."""
        reached: dict[tuple[int, int], int] = {}
        found = []
        for at in range(len(words) - _ANCHOR + 1):
            anchor = words[at : at + _ANCHOR]
            for article, start in self._places(hash(anchor)):
                own = self.articles[article].words
                if (
                    at < reached.get((article, start - at), 0)
                    or own[start : start + _ANCHOR] != anchor
                ):
                    continue
                run = self._follow(words, at, article, start)
                reached[article, start - at] = run.at + run.length
                if run.length >= RUN:
                    found.append(run)
        return found

    def _places(self, key: int) -> Iterable[tuple[int, int]]:
        first = self._first.get(key)
        return () if first is None else (first, *self._others.get(key, ()))

    def _follow(self, words: tuple[str, ...], at: int, article: int, start: int) -> Copied:
        own = self.articles[article].words
        first = at
        while first and start and words[first - 1] == own[start - 1]:
            first, start = first - 1, start - 1
        length = at - first + _ANCHOR
        most = min(len(words) - first, len(own) - start)
        while length < most and words[first + length] == own[start + length]:
            length += 1
        return Copied(article, start, length, first)

    def charge(self, found: list[Copied]) -> Iterator[Copied]:
        """Charge words that several articles have to one: agencies' words are in many.

        To the one with the most rights, among them to the one that has the longest run.
        """
        claims = [(one, self._claim(one)) for one in found]
        for one, claim in claims:
            end = one.at + one.length
            if not any(
                better > claim and other.at <= one.at and end <= other.at + other.length
                for other, better in claims
            ):
                yield one

    def _claim(self, run: Copied) -> tuple[int, int, int]:
        rights = _GENEROUS.index(self.articles[run.article].rights)
        return rights, run.length, -run.article


_GENEROUS: Final = (Rights.NONE, Rights.EXCERPT, Rights.FULL)
