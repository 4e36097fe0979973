"""The head of a pasted article: kicker, headline, dek, names, pictures, in any usual order."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from briefings.model import Role
from briefings.read.lines import phrases
from briefings.read.lines.bylines import is_byline_label, is_name_alone
from briefings.read.lines.compound import mark_compound
from briefings.read.lines.credits import is_caption, split_credit
from briefings.read.lines.headline import find_headline
from briefings.read.lines.page_headline import speaks_like
from briefings.read.lines.roles_site import POINTER
from briefings.read.lines.titles import drop_site, is_breadcrumb, is_section, plain_headline
from briefings.read.lines.units import Unit
from briefings.read.sources import is_outlet_name
from briefings.text.dates import find_moments

_BEHIND_DATE = re.compile(r"\s*[-–—|:•]\s+(?=\S+\s\S+\s\S)")
_BESIDE = 5
"""Lines above a page's headline in which its own facts may stand; farther up are others'."""
_OTHERS = {Role.BYLINE, Role.DATE, Role.UPDATED, Role.READING_TIME, Role.OUTLET, Role.KICKER}


class Known(NamedTuple):
    """What a file's metadata states before its text is read."""

    language: str
    title: str | None = None
    dek: str | None = None


def read_head(
    units: Sequence[Unit], story: Unit | None, known: Known, told: str | None = None
) -> None:
    """Give roles to the lines above the story; what metadata states is not looked for again.

    `told` is the story's text where the file is the copy of a whole page.
    """
    for unit in units:
        if not unit.parts:
            mark_compound(unit, known.language)
    _reopen(units)
    _mark_labelled(units)
    if known.title:
        _mark_repeats(units, known.title)
        _mark_below(units, story, has_dek=known.dek is not None)
        return
    headline = find_headline(units, told, known.language)
    if headline is None:
        return
    _mark_headline(units[headline], _headline_reason(units, headline), known.language)
    _mark_repeats(units, units[headline].texts(Role.HEADLINE)[0])
    _mark_above(units[:headline], is_page=told is not None)
    is_dek = partial(speaks_like, told=told, language=known.language) if told else _is_line
    _mark_below(units[headline + 1 :], story, is_dek=is_dek)


def _reopen(units: Sequence[Unit]) -> None:
    """Take `Video: …` for a headline again where a byline or a date stands right below it."""
    for index, unit in enumerate(units):
        points = unit.role is Role.WIDGET and unit.parts[0].reason == POINTER
        below = units[index + 1 : index + 3]
        if points and any(one.role in {Role.BYLINE, Role.DATE} for one in below):
            unit.parts = []


def _mark_labelled(units: Sequence[Unit]) -> None:
    """Mark the name below a `By` that stands on a line of its own."""
    opened = [unit for unit in units if not unit.parts]
    for label, name in pairwise(opened):
        if is_byline_label(label.text) and name.words() <= 6 and name.text[:1].isupper():
            label.mark(Role.BYLINE, "opens the byline")
            name.mark(Role.BYLINE, "the name below `By`")


def _mark_headline(unit: Unit, reason: str, language: str) -> None:
    version = phrases.VERSION.match(unit.raw)
    mark = (Role.WIRE_MARK, "a mark of the wire", version.end() if version else 0)
    dated = (Role.DATE, "a date before the headline", _end_of_date(unit.raw, language))
    unit.split(mark, dated, (Role.HEADLINE, reason, len(unit.raw)))


def _end_of_date(raw: str, language: str) -> int:
    """Give where `14.03.2026 - Headline` goes on behind its date; 0 where none stands before."""
    first = next(find_moments(raw, language), None) if raw[:1].isdigit() else None
    if first is None or first.start or first.moment is None:
        return 0
    behind = _BEHIND_DATE.match(raw, first.end)
    return behind.end() if behind else 0


def _headline_reason(units: Sequence[Unit], index: int) -> str:
    if units[index].level:
        return f"the first heading of level {units[index].level}"
    return "first line" if index == 0 else "first line that is no label of the site"


def _mark_repeats(units: Sequence[Unit], title: str) -> None:
    own = plain_headline(title)
    for unit in units:
        if unit.parts:
            continue
        key = plain_headline(unit.text)
        cut, _ = drop_site(unit.text, [title])
        if key == own or plain_headline(cut) == own:
            unit.mark(Role.REPEATED_HEADLINE, "same words as the headline")
        elif own.startswith(key + " ") and unit.words() >= 3:
            unit.mark(Role.REPEATED_HEADLINE, "the headline without the site's name")
        elif unit.level == 1:
            unit.mark(Role.REPEATED_HEADLINE, "a headline where the metadata states one")


def _mark_above(units: Sequence[Unit], *, is_page: bool) -> None:
    """Mark the lines above the headline: the nearest may be its kicker, the rest the site's."""
    near = True
    for distance, unit in enumerate(reversed(units)):
        if is_page and distance >= _BESIDE and unit.role in _OTHERS:
            unit.mark(Role.FURNITURE, "stands far above the headline")
        if unit.parts:
            continue
        text = unit.text.rstrip(":").strip()
        if is_breadcrumb(text):
            unit.mark(Role.SECTION, "the way to the page")
        elif is_outlet_name(text):
            unit.mark(Role.OUTLET, "an outlet's name alone")
        elif near and unit.words() <= 5 and len(text) <= 40:
            role = Role.SECTION if is_section(text) else Role.KICKER
            unit.mark(role, "a label above the headline")
        else:
            unit.mark(Role.FURNITURE, "stands above the headline")
        near = False


def _is_line(unit: Unit) -> bool:
    return unit.words() >= 3


def _mark_below(
    units: Sequence[Unit],
    story: Unit | None,
    *,
    has_dek: bool = False,
    is_dek: Callable[[Unit], bool] = _is_line,
) -> None:
    """Mark the lines between headline and story: dek first, then names and pictures."""
    for index, unit in enumerate(units):
        if unit.parts:
            continue
        split = split_credit(unit.raw)
        if split:
            mark_credit(unit, split.caption_end)
        elif is_caption(unit.text):
            unit.mark(Role.CAPTION, "calls itself a caption")
        elif (
            unit.words() <= 8
            and is_outlet_name(unit.text.partition(",")[0])
            and _beside_facts(units, index)
        ):
            unit.mark(Role.OUTLET, "an outlet's name alone")
        elif is_name_alone(unit.text) and _beside_facts(units, index):
            unit.mark(Role.BYLINE, "a name beside the date")
        elif is_section(unit.text):
            unit.mark(Role.SECTION, "a section's name")
        elif not has_dek and is_dek(unit):
            unit.mark(Role.DEK, _dek_reason(unit))
            has_dek = True
        elif _is_above_credit(units, index):
            unit.mark(Role.CAPTION, "stands above a photo credit")
        elif unit.words() >= 4 and (unit.is_prose() or unit.ends_sentence() or story is None):
            unit.mark(Role.BODY, "a paragraph above the last line of the head")
        else:
            unit.mark(Role.FURNITURE, "a short line between headline and story")


def mark_credit(unit: Unit, caption_end: int) -> None:
    """Mark a picture's line as caption and credit."""
    unit.split(
        (Role.CAPTION, "stands before a photo credit", caption_end),
        (Role.CREDIT, "matches a photo credit", len(unit.raw)),
    )


def _dek_reason(unit: Unit) -> str:
    if unit.ends_sentence():
        return "between headline and story, above the head's last line"
    return "between headline and story, ends without a full stop"


def _beside_facts(units: Sequence[Unit], index: int) -> bool:
    facts = {Role.DATE, Role.UPDATED, Role.READING_TIME, Role.BYLINE, Role.DEK}
    beside = [units[i].role for i in (index - 1, index + 1) if 0 <= i < len(units)]
    return any(role in facts for role in beside)


def _is_above_credit(units: Sequence[Unit], index: int) -> bool:
    below = units[index + 1] if index + 1 < len(units) else None
    return below is not None and (split_credit(below.raw) is not None or below.role is Role.CREDIT)
