"""Where the story stands in the copy of a whole page, and which line above it is its headline.

A copied page has prose in several places: a cookie notice above, teasers and comments below. The
story is the largest run of it. Its headline is the line above that speaks of the same things:
menus and slogans share no words with the story.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from briefings.model import Role
from briefings.read.titles import is_breadcrumb, plain_headline
from briefings.read.units import Unit

_SHORT_LINES = 15
"""So many lines that are no prose make a text the copy of a page."""
_GAP = 12
"""Lines without prose that part one run from the next."""
_NEAR = 25
"""Runs nearer than this are one where both weigh something."""
_SHARE = 0.12
_NOTICE = 0.15
"""Of the story's length: prose above it that is no more is a notice or a teaser."""
_REACH = 40
"""Lines above the story among which its headline is looked for."""
_SAMPLE = 6000
_LIKELY = 0.9
"""A line with less in common with the story is not its headline."""
_LATE = 0.3
_WORD = re.compile(r"\w{4,}")
_FACTS = {Role.BYLINE, Role.DATE, Role.UPDATED, Role.READING_TIME}
_ASIDE = {Role.COMMENT, Role.RELATED}


def find_run(units: Sequence[Unit]) -> tuple[int, int] | None:
    """Give the first and last prose line of the story; None where the text is no page."""
    prose = [i for i, unit in enumerate(units) if not unit.parts and unit.is_prose()]
    if len(prose) < 2 or len(units) - len(prose) < _SHORT_LINES:
        return None
    runs = _runs(units, prose)
    weights = [_weight(units, run) for run in runs]
    best = max(range(len(runs)), key=lambda index: (weights[index], -index))
    first = last = best
    while first > 0 and _belongs(units, runs, weights, first - 1, first, best):
        first -= 1
    while last < len(runs) - 1 and _belongs(units, runs, weights, last + 1, last, best):
        last += 1
    return runs[first][0], runs[last][-1]


def is_apart(units: Sequence[Unit], first: int, run: tuple[int, int]) -> bool:
    """Tell whether prose from `first` on is another matter: a notice, far above the story's run."""
    above = [unit for unit in units[first : run[0]] if not unit.parts and unit.is_prose()]
    told = sum(len(unit.text) for unit in units[run[0] : run[1] + 1])
    between = sum(not unit.is_prose() for unit in units[first : run[0]])
    return 0 < sum(len(unit.text) for unit in above) < _NOTICE * told and between >= _GAP


def _runs(units: Sequence[Unit], prose: Sequence[int]) -> list[list[int]]:
    runs = [[prose[0]]]
    for before, index in pairwise(prose):
        if sum(not _is_soft(unit) for unit in units[before + 1 : index]) > _GAP:
            runs.append([])
        runs[-1].append(index)
    return runs


def _is_soft(unit: Unit) -> bool:
    """Tell whether a short line may well be the story's: an open one that closes a sentence."""
    return not unit.parts and unit.words() >= 5 and unit.ends_sentence()


def _weight(units: Sequence[Unit], run: Sequence[int]) -> int:
    return sum(len(units[index].text) for index in run)


def _belongs(
    units: Sequence[Unit],
    runs: Sequence[Sequence[int]],
    weights: Sequence[int],
    other: int,
    near: int,
    best: int,
) -> bool:
    """Tell whether a neighbouring run goes on the story: it is near, and weighs something."""
    early, late = sorted((other, near))
    between = units[runs[early][-1] + 1 : runs[late][0]]
    if any(unit.role in _ASIDE for unit in between):
        return False
    return len(between) <= _NEAR and weights[other] >= _SHARE * weights[best]


def choose_headline(units: Sequence[Unit], opened: Sequence[int], story: str) -> int | None:
    """Choose the headline of a page among its open lines; None where no line is any likelier."""
    told = {word.casefold() for word in _WORD.findall(story[:_SAMPLE])}
    keys = [plain_headline(unit.text) for unit in units]
    reach = [index for index in opened if index >= len(units) - _REACH]
    scored = [(_score(units, index, told, keys), -index) for index in reach]
    score, place = max(scored, default=(0.0, 0))
    if score < _LIKELY:
        return None
    best = -place
    scores = {-index: value for value, index in scored}
    # Of two neighbours that both speak of the story the upper is the headline, the lower its dek.
    for above in range(best - 1, max(best - 3, -1), -1):
        if scores.get(above, 0.0) >= 0.55 * score and units[above].words() >= 4:
            return above
    return best


def _score(units: Sequence[Unit], index: int, told: set[str], keys: Sequence[str]) -> float:
    unit = units[index]
    words = [word.casefold() for word in _WORD.findall(unit.text)]
    if not words or unit.words() > 30 or is_breadcrumb(unit.text):
        return 0.0
    shared = sum(word in told for word in words) / len(words)
    key = keys[index]
    others = (other for place, other in enumerate(keys) if place != index)
    is_repeated = unit.words() >= 4 and any(
        other == key or other.startswith(key + " ") for other in others
    )
    following = units[index + 1 : index + 4]
    is_late = any(one.role in _FACTS for one in units[max(0, index - _REACH) : index]) and not any(
        one.role in _FACTS for one in units[index + 1 :]
    )
    score = 1.6 * shared * min(1.0, 0.55 + 0.15 * len(words))
    score += 0.7 * is_repeated + 0.3 * (4 <= unit.words() <= 20)
    score += 0.3 * any(one.role in _FACTS for one in following)
    score -= 0.35 * (unit.text.endswith((".", ":")) and unit.words() > 6)
    # A trail of links ends with the headline it leads to.
    score -= 0.6 * any(key.endswith(f" {other}") for other in keys if other.count(" ") >= 2)
    # Below byline and date stand the dek and the words of a picture.
    score -= _LATE * is_late
    score *= 0.5 if unit.words() < 3 else 1.0
    return score - 0.012 * (len(units) - index)
