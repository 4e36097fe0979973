"""Numerals in running text: `1,200`, `3,5 millions`, `twelve`, `١٢`, as values with their units."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from briefings.draft.figures.words import FigureWords

# Digits in groups, an optional fraction; a currency sign before, a percent sign after.
_TOKEN = re.compile(
    r"(?P<sign>[$€£¥])?[ \u00a0]?"
    r"(?P<digits>\d{1,15}(?:[.,\u066b\u066c\u00a0\u202f' ]\d{1,15}){0,5})"
    r"(?P<scale>(?:bn|mn|m|k)\b)?[ \u00a0\u202f]?(?P<mark>[%٪€£])?"
    r"|(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+){0,6})"
    r"|(?P<stop>[^\w\s])"
)
_PER_CENT = re.compile(r"\bper cent\b", re.IGNORECASE)
_SIGNS = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen", "%": "percent", "٪": "percent"}
_SCALES = {"bn": 1_000_000_000, "mn": 1_000_000, "m": 1_000_000, "k": 1_000}
_COMMA_IS_POINT = frozenset(
    ["fr", "de", "es", "it", "pt", "nl", "ru", "pl", "tr", "sv", "da", "nb"]
)
_GROUP = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a number of a sentence."""

    text: str
    """Folded; the digits as printed for a number."""
    value: Decimal | None = None
    unit: str | None = None
    """What its own signs say it counts: `euros`, `percent`."""
    joined: bool = False
    """Part of a range, a score, a model name or a compound: `10-12`, `2-1`, `F16`."""
    name: bool = False
    """Printed with a capital, though it may only begin the sentence."""

    def is_year(self) -> bool:
        """Tell whether it reads as a year."""
        return self.value is not None and len(self.text) == 4 and 1900 <= self.value <= 2099


def read_tokens(sentence: str, words: FigureWords) -> tuple[Token, ...]:
    """Cut a sentence into folded words, numbers and marks; a scale joins its number."""
    tokens: list[Token] = []
    text = _PER_CENT.sub("percent", sentence)
    for found in _TOKEN.finditer(text):
        if found["digits"]:
            tokens.extend(_digits(found, text, words))
        else:
            _take_word(tokens, found["word"] or found["stop"], words)
    return tuple(tokens)


def _take_word(tokens: list[Token], printed: str, words: FigureWords) -> None:
    text = printed.casefold().replace("’", "'")
    scale = words.scales.get(text)
    last = tokens[-1] if tokens else None
    if scale is not None and last is not None and last.value is not None:
        tokens[-1] = Token(last.text, last.value * scale, last.unit, last.joined)
    elif text in words.numbers:
        tokens.append(Token(text, Decimal(words.numbers[text])))
    else:
        tokens.append(Token(text, name=printed[:1].isupper()))


def _digits(found: re.Match[str], sentence: str, words: FigureWords) -> list[Token]:
    printed = _ascii(found["digits"])
    before = sentence[found.start("digits") - 1 : found.start("digits")]
    after = sentence[found.end() : found.end() + 1]
    joined = before in set("-–/:.,#") - {""} or after in set("-–/:") - {""} or before.isalpha()
    pieces = _numbers(printed, words.language)
    unit = _SIGNS.get(found["sign"] or found["mark"] or "")
    scale = _SCALES.get(found["scale"] or "", 1)
    if len(pieces) > 1:
        return [Token(text, value, joined=joined) for text, value in pieces]
    return [Token(text, value * scale, unit, joined) for text, value in pieces]


def _numbers(printed: str, language: str) -> list[tuple[str, Decimal]]:
    """Read `1,200` as one number and `3, 4` or `12 30` as two, by the language's custom."""
    parts = re.split(r"([.,\u066b\u066c\u00a0\u202f' ])", printed)
    groups, marks = parts[::2], parts[1::2]
    if not marks:
        return [(printed, Decimal(printed))]
    point = "," if language in _COMMA_IS_POINT else "."
    fraction = groups.pop() if marks[-1] in {point, "\u066b"} else None
    grouping = set(marks if fraction is None else marks[:-1])
    grouped = all(len(group) == _GROUP for group in groups[1:]) and len(groups[0]) <= _GROUP
    if len(groups) > 1 and (not grouped or len(grouping) > 1 or point in grouping):
        return [(text, Decimal(text)) for text in parts[::2]]
    whole = "".join(groups)
    return [(printed, Decimal(f"{whole}.{fraction}" if fraction else whole))]


def _ascii(digits: str) -> str:
    return "".join(
        str(unicodedata.digit(char)) if char.isdigit() and not char.isascii() else char
        for char in digits
    )
