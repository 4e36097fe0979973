"""The gate: what a rewritten text may not bring in that its article does not have.

A person may say it shorter or plainer. Names, numbers and quotations must be the article's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from briefings.text.digests import fold
from briefings.text.words import words_of

_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{2,400})[\"”“»]")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…][\"”»')\]]*\s+)[\"“„«'‘(\[]*$")
# An apostrophe inside a word is no quotation mark.
_MARK = re.compile(r"[\"“”„«»‹›‘]|(?<!\w)['’]|['’](?!\w)")
# Every noun is written with a capital there, so a capital says nothing of names.
_ALL_NOUNS_CAPITAL = frozenset({"de", "lb"})


def find_foreign(text: str, body: Sequence[str]) -> Iterator[str]:
    """Give numbers and quotations of a text that the article does not have."""
    known = _words(tuple(body))
    for word in words_of(text):
        if any(char.isdigit() for char in word) and word.casefold() not in known:
            yield word
    whole = fold(" ".join(body))
    for quoted in _QUOTED.finditer(text):
        words = fold(quoted[1]).rstrip(",.;")
        if words not in whole:
            yield f'"{words}"'


def find_foreign_names(text: str, body: Sequence[str], language: str) -> Iterator[str]:
    """Give capitalised words, not first in their sentence, that the article does not have."""
    if language.partition("-")[0].lower() in _ALL_NOUNS_CAPITAL:
        return
    known = _words(tuple(body))
    position = 0
    for word in words_of(text):
        start = text.index(word, position)
        position = start + len(word)
        first = _SENTENCE_START.search(text[max(0, start - 12) : start] if start else "")
        is_first = start == 0 or (first is not None and start >= 1)
        if word[0].isupper() and not is_first and _plain(word) not in known:
            yield word


def is_subsequence(text: str, sources: Iterable[str]) -> bool:
    """Tell whether the words of a text stand in one of the sources in the same order."""
    wanted = [word.casefold() for word in words_of(text)]
    return any(_runs_through(wanted, source) for source in sources)


def is_verbatim(text: str, body: Sequence[str], *, pieces: int) -> bool:
    """Tell whether a text stands in the article word by word.

    A quotation that a cue interrupts, or that goes on in the next paragraph, is several pieces in
    order, each unbroken; a quotation mark stands between them. Words left out without one are not
    what was said.
    """
    whole = fold(" ".join(body))
    rest, position = fold(text).split(" "), 0
    for _ in range(pieces):
        count, position = _longest(rest, whole, position)
        rest = rest[count:]
        if not rest:
            return True
        mark = _MARK.search(whole, position)
        if not count or mark is None:
            return False
        position = mark.end()
    return False


def _longest(words: Sequence[str], whole: str, position: int) -> tuple[int, int]:
    """Give how many of the words stand unbroken behind a position, and where they end.

    What begins with more words stands nowhere that what begins with fewer does not, so halving
    finds the most.
    """
    most, too_many, end = 0, len(words) + 1, position
    while too_many - most > 1:
        count = (most + too_many) // 2
        piece = " ".join(words[:count])
        if count < len(words):
            # The drafter leaves out the comma before a cue; an editor may have, too.
            piece = piece.rstrip(",.")
        at = whole.find(piece, position)
        if at < 0:
            too_many = count
        else:
            most, end = count, at + len(piece)
    return most, end


def _runs_through(wanted: Sequence[str], source: str) -> bool:
    words = iter([word.casefold() for word in words_of(source)])
    return all(word in words for word in wanted)


def _plain(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.casefold())


@lru_cache(maxsize=8)
def _words(body: tuple[str, ...]) -> frozenset[str]:
    """Give the words of an article, and the parts of those with a hyphen or apostrophe."""
    words = {word.casefold() for text in body for word in words_of(text)}
    parts = {part for word in words for part in re.split(r"['’-]", word)}
    return frozenset(words | parts | {_plain(word) for word in words})
