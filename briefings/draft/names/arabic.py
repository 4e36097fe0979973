"""Names in Arabic, which has no capitals: words that announce a name, and known countries.

Works modestly: a title names the one or two words behind it, a ministry the one behind it.
"""

import re
from collections.abc import Iterator

from briefings.draft.names.gazetteer import plain, territories
from briefings.draft.names.tables import table
from briefings.model import NameKind

_WORD = re.compile(r"[\u0621-\u065f\u0670-\u06d3]+")
_LINKS = frozenset({"بن", "ابن", "بنت", "آل", "أبو", "عبد"})
_PREFIXES = ("", "و", "ب", "ل", "ف", "وب", "ول")


def find_arabic(text: str) -> Iterator[tuple[int, int, NameKind]]:
    """Give (start, end, kind) of names announced by a word before them, and of countries."""
    words = [(found.start(), found.end(), found[0]) for found in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        found = _announced(text, words, at) or _country(text, words, at)
        if found is None:
            at += 1
            continue
        start, end, kind = found
        yield start, end, kind
        while at < len(words) and words[at][0] < end:
            at += 1


_Words = list[tuple[int, int, str]]


def _announced(text: str, words: _Words, at: int) -> tuple[int, int, NameKind] | None:
    word = _bare(words[at][2])
    long = word in table("ar_long_organisations")
    if long or word in table("ar_organisations"):
        last = _last(text, words, at, 1 + long, frozenset())
        start = words[at][1] - len(word)
        return (start, words[last][1], NameKind.ORGANISATION) if last > at else None
    if word in table("ar_places"):
        last = _last(text, words, at, 1, frozenset())
        return (words[at + 1][0], words[last][1], NameKind.PLACE) if last > at else None
    if word not in table("ar_offices"):
        return None
    after = table("ar_after_office")
    while at + 1 < len(words) and words[at + 1][2] in after and _joins(text, words, at):
        at += 1
    last = _last(text, words, at, 2, after)
    if last < at + 2:
        return None
    if words[last][2] in _LINKS and _last(text, words, last, 1, after) > last:
        last += 1  # Yusuf bin Amer
    return words[at + 1][0], words[last][1], NameKind.PERSON


def _last(text: str, words: _Words, at: int, most: int, barred: frozenset[str]) -> int:
    last = at
    while last < min(at + most, len(words) - 1):
        word = words[last + 1][2]
        if (
            word in table("ar_stop")
            or word in barred
            or len(word) < 2
            or not _joins(text, words, last)
        ):
            break
        last += 1
    return last


def _joins(text: str, words: _Words, at: int) -> bool:
    return text[words[at][1] : words[at + 1][0]] == " "


def _country(text: str, words: _Words, at: int) -> tuple[int, int, NameKind] | None:
    for length in (3, 2, 1):
        if at + length > len(words):
            continue
        start, end = words[at][0], words[at + length - 1][1]
        for prefix in _PREFIXES:
            name = text[start:end]
            if name.startswith(prefix) and plain(name[len(prefix) :]) in territories("ar"):
                return start + len(prefix), end, NameKind.PLACE
    return None


def _bare(word: str) -> str:
    """Take off a particle written in one with a word that announces a name."""
    kinds = ("ar_offices", "ar_organisations", "ar_long_organisations", "ar_places")
    known = frozenset().union(*(table(kind) for kind in kinds))
    for prefix in _PREFIXES:
        if word.startswith(prefix) and word[len(prefix) :] in known:
            return word[len(prefix) :]
    return word
