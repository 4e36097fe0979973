"""Quotation marks: which stretches of a paragraph are printed as somebody's words."""

import re
from dataclasses import dataclass

# Opening mark and the marks that may close it.
_PAIRS = {
    "“": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "＂": "＂",
    '"': '"”',
    "‘": "’",
    "‚": "‘’",
    "'": "'",
}
_SINGLE = frozenset("‘'")
_LATEX = re.compile(r"``|''")
_NOT_OPENING = re.compile(r"['‘](?:\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|n\b)", re.IGNORECASE)
_NONE, _LOST = -1, -2
# These close as well, or are apostrophes: they open only where a word may begin.
_AMBIGUOUS = frozenset("\"'‘»＂")
_NESTING = frozenset("«「『")
_SPACES = " \u00a0\u202f\u2009"
_BEFORE_OPENING = frozenset(_SPACES + "([{—–-/:…,.¿¡")
_ENDS = frozenset(",.!?…")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation in one paragraph; offsets in code points."""

    start: int
    """Of the words, behind the mark and its space."""
    end: int
    outer_start: int
    """Of the opening mark."""
    outer_end: int
    """Behind the closing mark; the paragraph's end where there is none."""
    is_closed: bool


def find_quoted(paragraph: str) -> tuple[Quoted, ...]:
    """Find the outermost quotations; marks nested in them belong to their words.

    One left open runs to the end of the paragraph. Single marks count only where no double ones
    stand, as British papers use them, and an apostrophe is never one.
    """
    text = _LATEX.sub('"\u200b', paragraph) if _LATEX.search(paragraph) else paragraph
    doubles = any(mark in text for mark in '“„«"「')
    found: list[Quoted] = []
    at = 0
    while at < len(text):
        quoted = _opened(text, at, doubles=doubles) if text[at] in _PAIRS else None
        if quoted is None:
            at += 1
            continue
        if quoted.end > quoted.start:
            found.append(quoted)
        at = quoted.outer_end
    return tuple(found)


def is_opening(paragraph: str) -> bool:
    """Tell whether the paragraph begins with a mark that may open a quotation."""
    return paragraph[:1] in _PAIRS and paragraph[:1] not in _SINGLE


def _opened(text: str, at: int, *, doubles: bool) -> Quoted | None:
    mark = text[at]
    if mark in _SINGLE and (doubles or _NOT_OPENING.match(text, at)):
        return None
    if at and mark in _AMBIGUOUS and text[at - 1] not in _BEFORE_OPENING:
        return None
    ahead = text[at + 1 : at + 2]
    if (mark in {'"', "'"} and ahead.isspace()) or (mark == "»" and not ahead.isalnum()):
        return None
    close = _single_close(text, at) if mark in _SINGLE else _close(text, at)
    if close == _LOST or (close == _NONE and mark in _SINGLE):
        return None
    if close == _NONE:
        return _quoted(text, at, len(text), closed=False)
    return _quoted(text, at, close, closed=True)


def _close(text: str, at: int) -> int:
    """Find the mark that closes the one at `at`.

    Gives _NONE where none does, _LOST where the same mark opens again first: then one was lost,
    and whose words stand between them cannot be told.
    """
    mark, closing = text[at], _PAIRS[text[at]]
    depth = 0
    for index in range(at + 1, len(text)):
        char = text[index]
        if char in closing and (char != mark or _closes(text, index)):
            if depth == 0:
                return index
            depth -= 1
        elif char == mark and mark in _NESTING:
            depth += 1
        elif char == mark and mark not in closing:
            return _LOST
    return _NONE


def _closes(text: str, index: int) -> bool:
    """Tell whether a straight mark closes: it opens before a word behind a space."""
    before, after = text[index - 1], text[index + 1 : index + 2]
    return not (before in _SPACES + "(" and after.isalnum())


def _single_close(text: str, at: int) -> int:
    """Find what closes a single mark and is no apostrophe; _NONE where nothing does.

    A plural's apostrophe (workers’) looks the same: it is passed over where another mark follows.
    """
    mark = _PAIRS[text[at]]
    fallback = _NONE
    for index in range(at + 2, min(len(text), at + 1500)):
        if text[index] == text[at] and _reopens(text, index):
            break
        if text[index] not in mark or text[index + 1 : index + 2].isalnum():
            continue
        if text[index - 1] in _ENDS:
            return index
        if text[index - 1] in _SPACES:
            break
        if fallback < 0:
            fallback = index
            if text[index - 1] != "s" or not text[index + 1 : index + 3].strip().isalpha():
                return index
        elif text[index - 1] != "s":
            return index
    return fallback


def _reopens(text: str, index: int) -> bool:
    before, after = text[index - 1], text[index + 1 : index + 2]
    opens = before in _BEFORE_OPENING and after.isalnum()
    return opens and not _NOT_OPENING.match(text, index)


def _quoted(text: str, at: int, close: int, *, closed: bool) -> Quoted:
    start, end = at + 1, close
    while start < end and (text[start].isspace() or text[start] == "\u200b"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    behind = close + closed
    behind += text[behind : behind + 1] == "\u200b"
    return Quoted(start, end, at, behind, closed)
