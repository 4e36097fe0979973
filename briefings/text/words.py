"""Words: cutting a text into them, and bringing each to its stem."""

import re
from collections.abc import Iterable
from functools import lru_cache
from types import MappingProxyType
from typing import Final, Protocol

import snowballstemmer

from briefings.text.stopwords import STOPWORDS

# Vowel signs and accents are not \w in Python, yet part of a word in Arabic, Hindi, Thai, …
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u0640\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0b82\u0bbe-\u0bcd"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c"
)
# Scripts without spaces: one character is the best word one can have without a dictionary.
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTER = rf"(?:(?![{_IDEOGRAPHS}])[^\W_]|[{_MARKS}])"
_WORD = re.compile(
    rf"[{_IDEOGRAPHS}]"
    r"|(?<!\w)[^\W\d_](?:\.[^\W\d_](?!\w))+\.?"  # U.S., a.m., z.B.
    r"|\d+(?:[.,٫٬]\d+)+"  # 1,234.5
    rf"|{_LETTER}+(?:['’ʼ‐‑-]{_LETTER}+)*"
)
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\w)")
_STEMMERS: Final = MappingProxyType(
    {
        "ar": "arabic",
        "da": "danish",
        "de": "german",
        "en": "english",
        "es": "spanish",
        "fi": "finnish",
        "fr": "french",
        "hu": "hungarian",
        "it": "italian",
        "nl": "dutch",
        "no": "norwegian",
        "pt": "portuguese",
        "ro": "romanian",
        "ru": "russian",
        "sv": "swedish",
        "tr": "turkish",
    }
)


_WORDS_A_MINUTE = 230


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str:  # noqa: N802  # the library's name
        """Give the stem of one lower-case word."""


def words_of(text: str) -> tuple[str, ...]:
    """Cut a text into its words, as printed; punctuation belongs to none.

    Apostrophes and hyphens inside a word stay (`l'accord`, `vice-president`), so do points in
    `U.S.` and separators in `1,234.5`. Ideographs and kana are a word each.
    """
    return tuple(_WORD.findall(text))


def count_words(text: str) -> int:
    """Count the words of a text."""
    return len(words_of(text))


def reading_minutes(paragraphs: Iterable[str]) -> int:
    """Give the minutes a reader takes, at 230 words a minute, at least one.

    The rate is that of adults reading prose in silence: M. Brysbaert, "How many words do we read
    per minute?", Journal of Memory and Language 109, 2019.
    """
    return max(1, round(sum(map(count_words, paragraphs)) / _WORDS_A_MINUTE))


def stopwords(language: str) -> frozenset[str]:
    """Give the words that say nothing of a text's subject, in lower case; empty if unknown."""
    return STOPWORDS.get(primary_language(language), frozenset())


def primary_language(language: str) -> str:
    """Give the language of a tag without region or script: `en` of `en-GB`."""
    return language.partition("-")[0].lower()


def plain_word(word: str) -> str:
    """Bring a word to lower case with straight apostrophes, as the stop words are written."""
    return word.lower().replace("’", "'").replace("ʼ", "'")


@lru_cache(maxsize=1 << 16)
def stem(word: str, language: str) -> str:
    """Bring a word to its stem: lower case, without ending, elision or possessive.

    A language without a stemmer gets the lower-case word.
    """
    plain = plain_word(word)
    primary = primary_language(language)
    if primary in {"fr", "it"}:
        plain = _ELISION.sub("", plain, count=1)
    plain = plain.removesuffix("'s").rstrip("'")
    stemmer = _stemmer(primary)
    return stemmer.stemWord(plain) if stemmer and plain else plain


@lru_cache(maxsize=32)
def _stemmer(language: str) -> _Stemmer | None:
    name = _STEMMERS.get(language)
    stemmer: _Stemmer | None = snowballstemmer.stemmer(name) if name else None
    return stemmer
