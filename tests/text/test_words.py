"""Words: cutting, counting, stems and stop words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.text.words import (
    count_words,
    primary_language,
    reading_minutes,
    stem,
    stopwords,
    words_of,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. deal of 1,234.5 tonnes", ("The", "U.S.", "deal", "of", "1,234.5", "tonnes")),
        ("l’accord, vice-president's", ("l’accord", "vice-president's")),
        ("don’t — stop…", ("don’t", "stop")),
        ("نُشِرت الوزارة", ("نُشِرت", "الوزارة")),
        ("他来 okay", ("他", "来", "okay")),
        ("हिन्दी में", ("हिन्दी", "में")),
        ("at 5 a.m. on z.B. days", ("at", "5", "a.m.", "on", "z.B.", "days")),
        ("", ()),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    """Apostrophes, hyphens, separators and vowel signs stay inside a word."""
    assert words_of(text) == words
    assert count_words(text) == len(words)


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("Ferries", "en", "ferri"),
        ("Syria’s", "en-GB", "syria"),
        ("l’accord", "fr", "accord"),
        ("Regierungen", "de", "regier"),
        ("casas", "es", "cas"),
        ("Wort", "xx", "wort"),
        ("'", "en", ""),
    ],
)
def test_stem(word: str, language: str, expected: str) -> None:
    """Endings, elisions and possessives go; an unknown language only loses its capitals."""
    assert stem(word, language) == expected


def test_arabic_stems_meet() -> None:
    """The article does not keep two forms of an Arabic word apart."""
    assert stem("المدارس", "ar") == stem("مدارس", "ar")


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "the"), ("fr", "les"), ("es-MX", "los"), ("de", "und"), ("ar", "في")],
)
def test_stopwords(language: str, word: str) -> None:
    """Each of the five languages has its small words."""
    assert word in stopwords(language)


def test_stopwords_of_another_language() -> None:
    """An unknown language has none."""
    assert stopwords("fi") == frozenset()


def test_primary_language() -> None:
    """Region and script do not matter."""
    assert primary_language("EN-gb") == "en"


def test_reading_minutes() -> None:
    """Two hundred and thirty words take a minute, and nothing takes none."""
    assert reading_minutes(()) == 1
    assert reading_minutes(["word " * 230, "word " * 460]) == 3


@given(st.text(max_size=200))
def test_words_are_in_the_text(text: str) -> None:
    """Words stand in the text, in order."""
    position = 0
    for word in words_of(text):
        position = text.index(word, position) + len(word)
