"""Sentences: where each begins and ends, as exact spans of a paragraph.

Rules, not a model: a stop ends a sentence unless what stands before it is an abbreviation, an
initial or a number, or what follows it goes on in lower case. Every stop is looked at once with a
bounded view to both sides, so time grows with the length of the text alone.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefings.text.abbreviations import (
    ALSO_WORDS,
    BEFORE_A_NAME,
    BEFORE_A_NUMBER,
    CAPITALISED,
    CUES,
    MIDWAY,
    NAME_PARTICLES,
    NEVER_LAST,
)
from briefings.text.words import plain_word, primary_language, stopwords

_STOPS = re.compile(r"[.!?…؟۔。！？｡।॥።։။។‽]+")
_FULL_WIDTH = frozenset("。！？｡।॥။។")
_CLOSERS = re.compile(r"[\"'”’“‘«»›)\]}」』》〉）]*(?:\[\d{1,3}\])?")
# French sets a space before »; a German » opens, and a letter follows it at once.
_SPACED_MARK = re.compile(r"[ \u00a0\u202f][»”\"](?=[\s,.;:)]|$)")
_SPACE = re.compile(r"\s+")
_OPENERS = re.compile(r"[\"'“”‘’«»‹›„‚(\[{「『《〈（¿¡–—\-•*\s]{0,8}")
_WORD_AHEAD = re.compile(r"[^\W\d_][\w'’]{0,30}")
_TOKEN_BEFORE = re.compile(r"[\w.'’§ºª-]{1,24}$")
_DOTTED = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
_CUE_AHEAD = re.compile(r"(?:[^\W\d_a-z][\w'’-]{0,30}\.? ){1,4}([a-z]{3,12})\b")
_VIEW = 25
_QUOTE_VIEW = 2000
# Marks that open in one language and close in another.
_EITHER = frozenset("\"'“‘«»")
_ORDINAL_LANGUAGES = frozenset({"de", "da", "no", "nb", "fi", "cs", "sk", "pl", "hu", "hr", "sr"})


class _Stop(NamedTuple):
    """A run of stops, and the sentence it may end."""

    text: str
    start: int
    end: int
    closed: int
    """Behind the quotation marks and brackets that close after the stop."""
    begin: int
    """Where the sentence before it begins."""


class _Tongue(NamedTuple):
    """What the rules need to know of a language."""

    primary: str
    common: frozenset[str]

    def begins(self, word: str) -> bool:
        """Tell whether a word in capitals here is one that begins sentences."""
        return plain_word(word) in self.common


def split_sentences(paragraph: str, language: str) -> tuple[str, ...]:
    """Cut a paragraph into its sentences: substrings, in order, without outer white space."""
    return tuple(paragraph[start:end] for start, end in sentence_spans(paragraph, language))


def sentence_spans(paragraph: str, language: str) -> tuple[tuple[int, int], ...]:
    """Give where each sentence stands, in code points, end exclusive.

    White space between sentences belongs to none of them; every other character to exactly one.
    """
    spans: list[tuple[int, int]] = []
    start = _skip_space(paragraph, 0)
    for end in _ends(paragraph, language):
        if end > start:
            spans.append((start, end))
        start = _skip_space(paragraph, end)
    last = len(paragraph.rstrip())
    if last > start:
        spans.append((start, last))
    return tuple(spans)


def _ends(text: str, language: str) -> Iterator[int]:
    tongue = _Tongue(primary_language(language), stopwords(language) or stopwords("en"))
    begin = 0
    for found in _STOPS.finditer(text):
        stop = _Stop(text, found.start(), found.end(), _after_closers(text, found.end()), begin)
        if stop.closed == len(text) or (_may_break(stop) and not _goes_on(stop, tongue)):
            begin = stop.closed
            yield begin


def _after_closers(text: str, position: int) -> int:
    closers = _CLOSERS.match(text, position)
    end = closers.end() if closers else position
    while end > position and end < len(text) and text[end].isalnum() and text[end - 1] in _EITHER:
        end -= 1  # it opens what follows: `Go!“Why?”` without a space
    spaced = _SPACED_MARK.match(text, end)
    if spaced and _is_open(text, spaced.end() - 1):
        return spaced.end()
    return end


def _is_open(text: str, position: int) -> bool:
    """Tell whether a quotation is open that the mark at a position would close."""
    mark = text[position]
    window = text[max(0, position - _QUOTE_VIEW) : position]
    if mark == "»":
        return window.rfind("«") > window.rfind("»")
    if mark == "”":
        return window.rfind("“") > window.rfind("”")
    return window.count(mark) % 2 == 1


def _may_break(stop: _Stop) -> bool:
    """Tell whether white space follows, or a new sentence that lost the space before it."""
    text = stop.text
    if text[stop.closed].isspace() or text[stop.end - 1] in _FULL_WIDTH:
        return True
    ahead = _word_at(text, stop.closed)
    glued = text[stop.closed + len(ahead) : stop.closed + len(ahead) + 1]
    before = text[max(0, stop.start - 2) : stop.start]
    # A stop, then a capital: the space was lost on the way, unless it is a host or a file name.
    return (
        ahead[:1].isupper()
        and ahead[1:2].islower()
        and glued not in {".", "/", "@"}
        and len(before) == 2
        and before.isalpha()
        and before.islower()
    )


def _goes_on(stop: _Stop, tongue: _Tongue) -> bool:
    """Tell whether the sentence continues behind this stop."""
    text = stop.text
    opened = _OPENERS.match(text, stop.closed)
    ahead_at = opened.end() if opened else stop.closed
    if ahead_at >= len(text):
        return False
    if text[ahead_at].islower():
        return True
    quoted = stop.closed > stop.end
    if text[stop.start : stop.end] != ".":
        cue = _CUE_AHEAD.match(text, ahead_at) if quoted else None
        return cue is not None and cue[1] in CUES and not tongue.begins(_word_at(text, ahead_at))
    token = _TOKEN_BEFORE.search(text[max(stop.begin, stop.start - _VIEW) : stop.start])
    if token is None or quoted:
        return False
    ahead = _word_at(text, ahead_at)
    return _is_number(stop, token[0], tongue, ahead) or _is_abbreviation(
        token[0].lstrip("'’-."), ahead, tongue, before_digit=text[ahead_at].isdigit()
    )


def _is_abbreviation(token: str, ahead: str, tongue: _Tongue, *, before_digit: bool) -> bool:
    """Tell whether the stop behind this token is its own, not the sentence's."""
    plain = token.lower()
    capital = token[:1].isupper()
    if plain in BEFORE_A_NAME and (capital or plain not in ALSO_WORDS):
        return True
    if plain in NEVER_LAST or (before_digit and plain in BEFORE_A_NUMBER):
        return True
    begins = tongue.begins(ahead)
    if len(token) == 1 and token.isalpha():
        # An initial, or in scripts without case a title such as the Arabic `د.`
        return not begins or plain_word(ahead) in NAME_PARTICLES
    midway = plain in MIDWAY or (capital and plain in CAPITALISED) or _DOTTED.fullmatch(token)
    return bool(midway) and not begins


def _is_number(stop: _Stop, token: str, tongue: _Tongue, ahead: str) -> bool:
    """Tell whether a figure's stop makes it an ordinal or the number of a list's item."""
    if not token.isdigit() or len(token) > 2:
        return False
    if not stop.text[stop.begin : stop.start - len(token)].strip():
        return True
    return tongue.primary in _ORDINAL_LANGUAGES and not tongue.begins(ahead)


def _word_at(text: str, position: int) -> str:
    found = _WORD_AHEAD.match(text, position)
    return found[0] if found else ""


def _skip_space(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position
