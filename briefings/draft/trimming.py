"""Trimming: making a long sentence short by leaving words out, never by changing one.

Only what adds is taken: a bracket, a clause of `who` or `which` between commas, an apposition, a
trailing participle, a joining word at the front. Nothing goes that holds a verb of saying, a
negation, a modality, a condition, a quotation mark: the lexicon's `protected`.
"""

import re
from collections.abc import Iterator

from briefings.draft.lexicon import Lexicon
from briefings.draft.quotation import is_balanced, open_at
from briefings.text.words import count_words

_SHORTEST = 7
_BRACKET = re.compile(r"\s*\([^()]{1,160}\)")
_MARKS = re.compile(r"[\"“”„«»]|(?<!\w)['‘]|:")
_COMMA = re.compile(r"[,،]")
_FINAL = re.compile(r"[.!?؟۔]+[\"”»']*$")
_NAME_THEN_A = re.compile(
    r"(?P<name>(?:[A-ZÀ-Þ][\w'’.-]{0,30} ?){1,5})(?P<piece>, (?:an?|the) [^,]{3,90},)(?= [a-z])"
)
_MEASURE = re.compile(
    r", (?:its|his|her|their|the) (?:first|second|third|latest|biggest|largest|highest|lowest|most)"
    r" [^,]{3,80}(?=,)"
)
_TRAILING = re.compile(
    r",(?: \w{2,12}ly)? (?:\w{3,16}ing|including|as|while|amid|following|after|despite)"
    r" [^,]{4,160}$"
)
_JOINS_A_LIST = re.compile(r"\s+(?:and|or|but|et|ou|mais|y|o|pero|und|oder|aber)\s")
_AUXILIARY = re.compile(
    r"\s*(?:has|have|had|is|are|was|were|will|would|can|could|did|does|do|a|ont|est|sont|ha|han|es)\s",
    re.IGNORECASE,
)
_BARE_JOINT = frozenset({"but", "and", "mais", "et", "pero", "y", "لكن", "ولكن"})


def shorten(text: str, limit: int, words: Lexicon) -> str | None:
    """Leave out what only adds until the text has at most `limit` words.

    Gives None where that cannot be done. The result's words are a subsequence of the text's;
    its first letter may have become a capital.
    """
    short = text
    for _ in range(4):
        if count_words(short) <= limit:
            break
        piece = next(_removable(short, words), None)
        if piece is None:
            return None
        short = _without(short, *piece)
    fits = _SHORTEST <= count_words(short) <= limit
    return short if fits and is_balanced(short) else None


def drop_connective(text: str, words: Lexicon) -> str:
    """Leave out a joining word at the front, where a comma or its nature shows it is one."""
    found = words.connective.match(text.replace("’", "'"))
    if found is None or text[0] in '"“«„':
        return text
    rest = text[found.end() :]
    if not (rest.startswith((",", "،")) or found[0].lower() in _BARE_JOINT):
        return text
    rest = rest.lstrip(",، ")
    return rest[:1].upper() + rest[1:] if rest else text


def _removable(text: str, words: Lexicon) -> Iterator[tuple[int, int]]:
    """Give spans that may go, the least missed first."""
    for found in _BRACKET.finditer(text):
        yield from _allowed(text, found.start(), found.end(), words)
    yield from _relative_clauses(text, words)
    apposed = _NAME_THEN_A.match(text)
    if apposed:
        yield from _allowed(text, apposed.start("piece"), apposed.end("piece"), words)
    for measure in _MEASURE.finditer(text):
        yield from _allowed(text, *measure.span(), words)
    end = _final(text)
    trailing = _TRAILING.search(text, 0, end) if words.known else None
    if trailing:
        yield from _allowed(text, trailing.start(), end, words)


def _relative_clauses(text: str, words: Lexicon) -> Iterator[tuple[int, int]]:
    end = _final(text)
    commas = [found.start() for found in _COMMA.finditer(text)]
    for number, comma in enumerate(commas):
        if not words.relative.match(text, comma + 1):
            continue
        following = commas[number + 1 :]
        if not following:
            yield from _allowed(text, comma, end, words)
            continue
        close = following[0]
        behind = text[close + 1 :]
        if _JOINS_A_LIST.match(behind) or not behind[1:2].islower():
            continue
        if _keeps_comma(behind, words):
            yield from _allowed(text, comma, close, words)
        else:
            yield from _allowed(text, comma, close + 1, words)


def _keeps_comma(behind: str, words: Lexicon) -> bool:
    """Tell whether a new clause follows, `…, the ministry said`, not the verb of this one."""
    if _AUXILIARY.match(behind) or words.saying.match(behind.lstrip()):
        return False
    return words.saying.search(behind[:80]) is not None


def _allowed(text: str, start: int, end: int, words: Lexicon) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    plain = piece.replace("’", "'")
    if words.protected.search(plain) or _MARKS.search(piece) or _COMMA.search(piece[1:-1]):
        return
    if not open_at(text, (start,))[0]:
        yield start, end


def _final(text: str) -> int:
    found = _FINAL.search(text[-8:])
    return max(0, len(text) - 8) + found.start() if found else len(text)


def _without(text: str, start: int, end: int) -> str:
    return text[:start].rstrip() + text[end:]
