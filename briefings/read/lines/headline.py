"""Which line above a story is its headline."""

import re
from collections.abc import Sequence

from briefings.model import Role
from briefings.read.lines.credits import split_credit
from briefings.read.lines.datelines import find_dateline
from briefings.read.lines.page_headline import choose_headline
from briefings.read.lines.titles import is_breadcrumb, is_section, plain_headline
from briefings.read.lines.units import Unit

_LONGEST_HEADLINE = 250
# Lines of the site above the headline: the file is a copy of a whole page.
_NOISE = {Role.FURNITURE, Role.WIDGET, Role.SECTION}
# So many lines above a story are no head but a page's menus.
_PAGE = 12
# Not the one of `St. Louis` or `U.S. city`.
_STOP = re.compile(r"\w{4,}[.!?…]\s")
# How far above the story a page's headline may stand, menus between them left out.
_NEAR = 16
_SHORT, _LONG = 5, 6
"""Words: a site's name has no more, a headline seldom fewer."""
_FACTS = {Role.BYLINE, Role.DATE, Role.UPDATED, Role.READING_TIME}


def find_headline(
    units: Sequence[Unit], told: str | None = None, language: str = "und"
) -> int | None:
    """Choose the headline among the open lines: marked as one, printed twice, else by place.

    In the copy of a page, whose story `told` is, by what it shares with the story.
    """
    opened = [i for i, unit in enumerate(units) if not unit.parts and _can_be_headline(unit)]
    levels = [i for i in opened if units[i].level]
    if levels:
        return min(levels, key=lambda i: (units[i].level, i))
    if told is not None:
        chosen = choose_headline(units, opened, told, language)
        if chosen is not None:
            return chosen
    if len(opened) > _PAGE:
        return _in_page(units, opened)
    repeated = _find_repeated(units, opened)
    return repeated if repeated is not None else _first(units, opened)


def _find_repeated(units: Sequence[Unit], opened: Sequence[int]) -> int | None:
    """Find a line printed twice, once perhaps with the site's name behind it."""
    keys = {i: plain_headline(units[i].text) for i in opened}
    for index in opened:
        rest = [keys[i] for i in opened if i != index]
        longer = any(other.startswith(keys[index] + " ") for other in rest)
        if units[index].words() >= 3 and (keys[index] in rest or longer):
            return index
    return None


def _first(units: Sequence[Unit], opened: Sequence[int]) -> int | None:
    """Take the first open line that is no label; where the site stands above, a longer one."""
    below = _below_menu(units, opened)
    if below is not None:
        return below
    noisy = bool(opened) and any(unit.role in _NOISE for unit in units[: opened[0] + 3])
    for index in opened:
        after = [units[i] for i in opened if i > index]
        short = noisy and units[index].words() < 4 and any(unit.words() >= 5 for unit in after)
        if not short and not _is_kicker(units[index], after):
            return index
    return opened[0] if opened else None


def _below_menu(units: Sequence[Unit], opened: Sequence[int]) -> int | None:
    """Find the headline below a site's name and its menu, in a language whose menus we lack.

    The name is short, two lines or more of a word or two follow, and then a long line stands
    above the date, a byline between them perhaps.
    """
    if not opened or units[opened[0]].words() > _SHORT:
        return None
    rest = range(opened[0] + 1, len(units))
    found = next((i for i in rest if i in opened and units[i].words() >= _LONG), None)
    if found is None or not any(unit.role in _FACTS for unit in units[found + 1 : found + 3]):
        return None
    between = units[opened[0] + 1 : found]
    menu = [unit for unit in between if unit.words() <= 2 and unit.role not in _FACTS]
    return found if len(menu) == len(between) >= 2 else None


def _in_page(units: Sequence[Unit], opened: Sequence[int]) -> int:
    """Look upwards from the story, past menus of any length.

    The headline stands in the group of long lines nearest above the story, or nearest above the
    facts of the head (byline, date) where there are any; a dek may stand between.
    """
    near = opened[-_NEAR:]
    facts = [i for i, unit in enumerate(units) if unit.role in _FACTS and i > near[0]]
    above = [i for i in near if i < facts[0]] if facts else near
    group = _last_group(units, above) or _last_group(units, near)
    if not group:
        return near[-1]
    repeated = _find_repeated(units, [i for i in opened if units[i].words() >= 4])
    return repeated if repeated in group else group[0]


def _last_group(units: Sequence[Unit], above: Sequence[int]) -> list[int]:
    """Give the last lines of four words or more that no short line parts, at most two."""
    group: list[int] = []
    for index in reversed(above):
        if units[index].words() >= 4 and not is_breadcrumb(units[index].text):
            group.append(index)
        elif group:
            break
        if len(group) == 2:
            break
    return group[::-1]


def _can_be_headline(unit: Unit) -> bool:
    text = unit.text
    if (
        len(text) > _LONGEST_HEADLINE
        or len(_STOP.findall(text)) > 1
        or not any(c.isalnum() for c in text)
    ):
        return False
    if not unit.level and is_paragraph(unit):
        return False
    split = split_credit(unit.raw)
    return split is None or split.caption_end > 0


def is_paragraph(unit: Unit) -> bool:
    """Tell whether a line can only be the story's: it has a dateline, or a full stop far out."""
    dateline = find_dateline(unit.raw)
    if dateline and (dateline.agency or dateline.day):
        return True
    return unit.words() > 18 and unit.text.rstrip("\"'”’»)").endswith(".")


def _is_kicker(unit: Unit, after: Sequence[Unit]) -> bool:
    """Tell whether a short line labels the headline below it."""
    text = unit.text.rstrip(":").strip()
    longer = [other for other in after if other.words() >= 5]
    if not longer or unit.words() > 5 or len(text) > 40:
        return False
    if is_section(text) or unit.text.endswith(":") or is_breadcrumb(text):
        return True
    if text.isupper() and not longer[0].text.isupper():
        return True
    # One long line below is as likely its dek; two are headline and dek.
    return unit.words() <= 2 and len(longer) >= 2 and not longer[0].ends_sentence()
