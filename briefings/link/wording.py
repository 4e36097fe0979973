"""Wording: do two short texts say the same? In any language, without a stemmer."""

import re
from collections.abc import Iterable

from briefings.text.stopwords import STOPWORDS

_WORD = re.compile(r"\w+")
# Six letters tell words apart and hide most endings of the languages news is written in.
_STEM = 6
_SHORTEST = 3
# Of the words of the shorter text: below, two sentences say different things.
_REPEATED = 0.7
# What follows the kind of a law in its name: `Act 1998`, `Agreement of 2009`, `Directive 14`.
_NUMBERED = re.compile(r"(?: of)?(?: No\.?)? \d[\d/-]*$")
_LAST = """
Act Accord Accords Agency Agreement Assembly Association Authority Bill Board Bureau Charter Code
Commission Committee Constitution Convention Council Court Department Directive Directorate
Federation Institute Ministry Party Protocol Regulation Service Treaty Union
"""
_FIRST = "Bureau Department Institute Ministry Office Union"
_THE_LAST, _THE_FIRST = frozenset(_LAST.split()), frozenset(_FIRST.split())
_COMMON = frozenset(word for words in STOPWORDS.values() for word in words)


def content_words(text: str) -> frozenset[str]:
    """Give the words that matter, cut to their first letters; numbers whole."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()) if is_content(word))


def is_content(word: str) -> bool:
    """Tell whether a folded word says something of the subject."""
    return word.isdecimal() or (len(word) >= _SHORTEST and word not in _COMMON)


def title_words(title: str) -> frozenset[str]:
    """Give the whole words of a title that matter."""
    return frozenset(word for word in _WORD.findall(title.casefold()) if is_content(word))


def with_article(name: str) -> str:
    """Put `the` before an English name that takes it in a sentence: `the Ferry Safety Act`."""
    words = _NUMBERED.sub("", name).split()
    takes = len(words) > 1 and (words[-1] in _THE_LAST or words[0] in _THE_FIRST)
    return f"the {name}" if takes else name


def is_repeat(text: str, earlier: Iterable[frozenset[str]], *, share: float = _REPEATED) -> bool:
    """Tell whether earlier texts (as `content_words`) say it; another number is news.

    Args:
        text: what may have been said.
        earlier: what was said.
        share: of its words that one of them has to hold.
    """
    words = content_words(text)
    numbers = {word for word in words if word.isdecimal()}
    return any(numbers <= said and len(words & said) >= share * len(words) for said in earlier)
