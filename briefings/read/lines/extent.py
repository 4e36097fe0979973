"""Where the story stands in the copy of a whole page.

A copied page has prose in several places: a cookie notice above, teasers, comments and what the
site says of itself below. The story is the stretch of lines that holds most of it for the least of
anything else: every paragraph adds its length, every line that is none takes away, and the stretch
with the highest sum is taken (the maximum subarray; Bentley, "Programming Pearls", 1984; Pasternack
and Roth, "Extracting article text from the web with maximum subsequence segmentation", 2009).
"""

import re
from collections.abc import Sequence

from briefings.model import Role
from briefings.read.lines.datelines import find_dateline
from briefings.read.lines.roles_line import is_author_note
from briefings.read.lines.site_voice import SITE_VOICE
from briefings.read.lines.units import Unit

_SHORT_LINES = 15
"""So many lines that are no prose make a text the copy of a page."""
_LONG = 500
"""Characters beyond which a paragraph weighs no more."""
_TOLD = 3.0
_ANSWER = re.compile(
    r"(?:reply|respond|like|report(?: abuse)?|flag|permalink|upvote|antworten|répondre|responder"
    r"|rispondi|ответить|yanıtla|رد)\b.{0,20}",
    re.IGNORECASE,
)
_COST = {
    Role.COMMENT: 9.0,
    Role.RELATED: 2.5,
    Role.TAGS: 2.0,
    Role.LICENCE: 2.0,
    Role.AUTHOR_NOTE: 2.0,
}
_VOICE = 1.0
_LINE = 0.2


def is_page(units: Sequence[Unit]) -> bool:
    """Tell whether a text is the copy of a whole page: many short lines round some prose."""
    prose = sum(not unit.parts and unit.is_prose() for unit in units)
    return prose >= 2 and len(units) - prose >= _SHORT_LINES


def find_extent(units: Sequence[Unit]) -> tuple[int, int]:
    """Give the first and last line of the story of a page."""
    return _best_stretch([_worth(unit) for unit in units[: _end_before_comments(units)]])


def _end_before_comments(units: Sequence[Unit]) -> int:
    """Give where the readers' comments begin, which may be longer than the story.

    A button that leads to them stands above most of the prose; below their heading stand times and
    buttons to answer.
    """
    worth = [max(0.0, _worth(unit)) for unit in units]
    for index, unit in enumerate(units):
        if unit.role is Role.COMMENT:
            above, below = sum(worth[:index]), sum(worth[index:])
            answers = sum(_is_answer(one) for one in units[index + 1 :])
            written = sum(value >= 1.0 for value in worth[index:])
            if above >= _TOLD and (3 * above >= below or answers >= max(3, written)):
                return index
    return len(units)


def _is_answer(unit: Unit) -> bool:
    return unit.role is Role.DATE or _ANSWER.fullmatch(unit.text) is not None


def _worth(unit: Unit) -> float:
    """Tell what a line adds to a stretch, in hundreds of characters of prose."""
    if unit.parts:
        is_voice = unit.parts[0].reason == SITE_VOICE
        return -_VOICE if is_voice else -_COST.get(unit.parts[0].role, _LINE)
    if unit.is_prose():
        return 0.0 if is_author_note(unit.text) else min(len(unit.text), _LONG) / 100
    if unit.words() >= 5 and (unit.ends_sentence() or find_dateline(unit.raw)):
        return 0.5
    return -_LINE


def _best_stretch(worth: Sequence[float]) -> tuple[int, int]:
    """Give the first and last index of the stretch with the highest sum; the earliest of equals."""
    best, best_first, best_last = float("-inf"), 0, 0
    total, first = 0.0, 0
    for index, value in enumerate(worth):
        if total <= 0:
            total, first = 0.0, index
        total += value
        if total > best:
            best, best_first, best_last = total, first, index
    return best_first, best_last
