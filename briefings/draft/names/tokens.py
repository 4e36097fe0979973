"""Tokens of a paragraph as the finding of names sees them: what is in capitals, and why."""

import re
from dataclasses import dataclass
from itertools import pairwise

from briefings.draft.names.gazetteer import place_weight
from briefings.draft.names.tables import table
from briefings.text.sentences import sentence_spans

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., J.K.
    r"|[^\W\d_]\.(?=\s)"  # the F. of John F. Kennedy; no sentence ends on a lone capital
    r"|(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Gen|Col|Lt|Maj|Capt|Sgt|Cpl|Adm|Sen|Rep|Gov|Rev|Mt|Inc|Ltd|Corp|Co|Jr|Sr)\.(?!\w)"
    r"|[^\W_]+(?:[-‐‑'’&][^\W_]+)*"
    r"|\S"
)
_ELISION = re.compile(r"(?:[dlnsjcmt]|qu)['’](?=\w)", re.IGNORECASE)
_POSSESSIVE = ("'s", "’s")
# I’m, They’re, Don’t
_CONTRACTION = re.compile(r"\w+[’'](?:m|ve|ll|re)|\w+n[’']t|I[’']d")
_HYPHENS = re.compile(r"[-‐‑]")
_OPENING = frozenset('"“„«‘:•–—([')
_ELIDING = frozenset({"fr", "it", "ca"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word or one mark of punctuation, and how it stands."""

    start: int
    end: int
    text: str
    lower: str
    is_name_like: bool
    """In capitals as names are."""
    is_first: bool
    """Where any word would be in capitals: it opens a sentence, a quotation, a list."""
    is_possessive: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to look for names in; paragraph 0 is not of the body and gives evidence only."""

    paragraph: int
    text: str
    tokens: tuple[Token, ...]


def read_passage(paragraph: int, text: str, language: str) -> Passage:
    """Cut a text into tokens."""
    tokens: list[Token] = []
    for start, end in sentence_spans(text, language):
        tokens.extend(_tokens(text, start, end, language))
    return Passage(paragraph, text, tuple(tokens))


def _tokens(text: str, start: int, end: int, language: str) -> list[Token]:
    pieces = [
        piece
        for found in _TOKEN.finditer(text, start, end)
        for piece in _pieces(text, found.start(), found.end(), language)
        if not _ends_a_plural(text, *found.span())
    ]
    shouted = _is_shouted(text[start:end])
    words = [text[a:b] for a, b in pieces]
    firsts = [i == 0 or words[i - 1] in _OPENING for i in range(len(words))]
    for i, (before, word) in enumerate(pairwise(words), 1):
        # A mark that opens a sentence passes its place on; "(" inside one does too.
        firsts[i] = firsts[i] or (firsts[i - 1] and not before[0].isalnum()) or not word
    return [
        _token(text, a, b, first=first, shouted=shouted)
        for (a, b), first in zip(pieces, firsts, strict=True)
    ]


def _ends_a_plural(text: str, start: int, end: int) -> bool:
    """Tell the apostrophe of `Skippers' Association`, which is no word, from a quotation mark."""
    mark = text[start:end] in {"'", "’"} and text[end : end + 2].strip()[:1].isupper()
    return mark and text[max(0, start - 1) : start] == "s" and text[end : end + 1] == " "


def _pieces(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    """Cut elided articles off, and two countries apart at their hyphen (`US-Syria`)."""
    if language in _ELIDING:
        elided = _ELISION.match(text, start, end)
        if elided:
            return [(start, elided.end()), *_pieces(text, elided.end(), end, "")]
    halves = _HYPHENS.split(text[start:end])
    if len(halves) == 2 and all(h[:1].isupper() and place_weight(_bare(h)) >= 3 for h in halves):
        middle = start + len(halves[0])
        return [(start, middle), (middle + 1, end)]
    return [(start, end)]


def _token(text: str, start: int, end: int, *, first: bool, shouted: bool) -> Token:
    word = text[start:end]
    possessive = word.endswith(_POSSESSIVE) and _plain(word) not in table("kept_possessives")
    if possessive:
        end -= 2
        word = word[:-2]
    elif (
        text[end : end + 1] in {"'", "’"} and word.endswith("s") and text[end + 1 : end + 2] == " "
    ):
        possessive = True
    name_like = bool(word) and not shouted and _is_name_like(word)
    return Token(start, end, word, _plain(word), name_like, first, possessive)


def _is_name_like(word: str) -> bool:
    parts = _HYPHENS.split(word)
    first, last = parts[0], parts[-1]
    if len(parts) > 1 and first.lower() in table("name_particles"):
        return last[:1].isupper()
    if not first[:1].isupper() or _CONTRACTION.fullmatch(word):
        return False
    return len(parts) == 1 or last[:1].isupper() or (last.isdigit() and len(first) > 1)


def _is_shouted(sentence: str) -> bool:
    letters = [char for char in sentence if char.isalpha()]
    return len(letters) > 12 and sum(map(str.isupper, letters)) > 0.75 * len(letters)


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(_POSSESSIVE) else word


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")
