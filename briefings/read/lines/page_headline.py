"""Which line of a copied page is its headline.

Menus, slogans and the titles of other articles stand round it; the headline is the line that
speaks of the same rare things as the story, near it and beside byline and date.
"""

import re
from collections.abc import Sequence

from briefings.model import Role
from briefings.read.lines.credits import split_credit
from briefings.read.lines.titles import is_breadcrumb, is_section, plain_headline
from briefings.read.lines.units import Unit
from briefings.text.rarity import rarity
from briefings.text.terms import find_terms

_REACH = 60
"""Lines above the story among which its headline is looked for."""
_SAMPLE = 6000
"""Characters of the story that are compared."""
_FEW = 12.0
"""Rarity a line must hold to be compared by what it shares alone; about two words' worth."""
_LIKELY = 0.6
"""A line with less to say for it is not taken for the headline."""
_FAR = 0.015
_SHORTEST_DEK = 4
_DEK = 0.3
_UPPER = 0.6
_YEAR = re.compile(r"\b(?:19|20)\d\d$")
_BULLET = re.compile(r"[#*+•·▪◦]\s?\w|[o–-]\s\w|\d{1,2}\.\s")
_ARROWS = tuple("←→‹›«»<>⟵⟶◀▶")
_FACTS = {Role.BYLINE, Role.DATE, Role.UPDATED, Role.READING_TIME}
_QUOTED = ("\"“'‘«„", "\"”'’»“")


def choose_headline(
    units: Sequence[Unit], opened: Sequence[int], story: str, language: str
) -> int | None:
    """Choose the headline of a page among its open lines; None where no line is any likelier."""
    told = find_terms(story[:_SAMPLE], language)
    keys = [plain_headline(unit.text) for unit in units]
    reach = [index for index in opened if index >= len(units) - _REACH]
    scores = {
        index: _likeness(units[index], told, language) + _standing(units, index, keys)
        for index in reach
    }
    best = max(reach, key=lambda index: (scores[index], -index), default=None)
    if best is None or scores[best] < _LIKELY:
        return None
    # Of two neighbours that both speak of the story the upper is the headline, the lower its dek.
    above = units[best - 1] if scores.get(best - 1, 0.0) >= _UPPER * scores[best] else None
    is_headline = above and above.words() >= 4 and "|" not in above.text
    return best - 1 if is_headline and not _BULLET.match(units[best - 1].text) else best


def speaks_like(unit: Unit, told: str, language: str) -> bool:
    """Tell whether a line below a page's headline may be its dek: it speaks of the story too."""
    told_terms = find_terms(told[:_SAMPLE], language)
    return unit.words() >= _SHORTEST_DEK and _likeness(unit, told_terms, language) >= _DEK


def _likeness(unit: Unit, told: set[str], language: str) -> float:
    """Tell how much of what a line says the story says too, from 0 to 2."""
    weights = {term: rarity(term, language) for term in find_terms(unit.text, language)}
    shared = sum(weight for term, weight in weights.items() if term in told)
    return 2.0 * shared / (sum(weights.values()) + _FEW)


def _standing(units: Sequence[Unit], index: int, keys: Sequence[str]) -> float:
    """Tell how much the place and the form of a line speak for it."""
    unit, key = units[index], keys[index]
    text = unit.text
    if unit.words() > 30 or not key or is_breadcrumb(text) or is_section(text.strip(" |:")):
        return -2.0
    above, below = units[max(0, index - 2) : index], units[index + 1 : index + 6]
    others = [other for place, other in enumerate(keys) if place != index]
    value = 0.3 * (4 <= unit.words() <= 20) - 0.4 * (unit.words() < 3)
    value += 0.5 * (unit.words() >= 4 and any(_repeats(other, key) for other in others))
    value += 0.4 * any(one.role in _FACTS for one in [*above, *below])
    value -= 0.4 * (text.endswith((".", ":")) and unit.words() > 6)
    value -= 0.4 * (text[0] in _QUOTED[0] and text[-1] in _QUOTED[1])
    value -= 0.4 * (_YEAR.search(text) is not None)
    value -= 0.8 * (_BULLET.match(text) is not None)
    value -= 0.6 * (text.startswith(_ARROWS) or text.endswith(_ARROWS))
    value -= 0.8 * (split_credit(unit.raw) is not None)
    # A trail of links ends with the headline it leads to.
    value -= 0.6 * any(key.endswith(f" {other}") for other in others if other.count(" ") >= 2)
    # Below byline and date stand the dek and the words of a picture.
    value -= 0.3 * (
        _has_facts(units[max(0, index - 40) : index]) and not _has_facts(units[index + 1 :])
    )
    return value - _FAR * (len(units) - index)


def _has_facts(units: Sequence[Unit]) -> bool:
    return any(unit.role in _FACTS for unit in units)


def _repeats(other: str, key: str) -> bool:
    return other == key or other.startswith(key + " ")
