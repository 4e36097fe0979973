"""The order of a pasted article: head, story, tail.

The lines that say what they are have their roles already. What is left is known by where it
stands: the headline opens the head, the dek stands between it and the story, the first long
paragraph begins the story, short lines below its last paragraph are the site's.
"""

import re
from collections.abc import Sequence

from briefings.model import Role
from briefings.read.lines.agencies import trailing_credit
from briefings.read.lines.compound import mark_compound
from briefings.read.lines.credits import is_caption, split_credit
from briefings.read.lines.datelines import find_dateline
from briefings.read.lines.extent import find_extent, is_page
from briefings.read.lines.head import Known, mark_credit, read_head
from briefings.read.lines.headline import is_paragraph
from briefings.read.lines.releases import mark_boilerplate
from briefings.read.lines.roles_line import find_line_role, is_author_note
from briefings.read.lines.site_voice import mark_site_voice
from briefings.read.lines.tail import BELOW, FAR, mark_writers, read_lists, read_tail
from briefings.read.lines.units import Unit

_TAIL = 15
"""Lines below a page's story that may still be about it."""
_BULLET = re.compile(r"(?:[•·▪*–—-]|\d{1,2}[.)])\s+\S")
_QUOTE = ('"', "“", "«", "„", "‘", "'", "”", "—", "–")


def read_roles(units: Sequence[Unit], known: Known) -> None:
    """Give every unit its roles."""
    for unit in units:
        if not unit.parts:
            find_line_role(unit, known.language)
    run = None
    if is_page(units):
        mark_site_voice(units, known.language)
        run = find_extent(units)
    story = _first_prose(units, needs_headline=known.title is None)
    if run and story < run[0]:
        story = run[0] + _first_prose(units[run[0] :], needs_headline=False)
    told = " ".join(unit.text for unit in units[story : run[1] + 1]) if run else None
    read_head(units[:story], units[story] if story < len(units) else None, known, told)
    if run:
        _mark_far(units, run[1] + 1, known.language)
    _read_story(units[story:], run[1] - story if run else None)
    mark_writers(units)
    mark_boilerplate(units)


def _mark_far(units: Sequence[Unit], start: int, language: str) -> None:
    """Mark what stands below a page's story: teasers, comments, what the site says of itself.

    The story's own byline may stand there too, the next ones are those of other articles.
    """
    has_byline = any(unit.role is Role.BYLINE for unit in units[:start])
    for place, unit in enumerate(units[start:]):
        if not unit.parts and place < _TAIL:
            mark_compound(unit, language)
        if unit.role is Role.BYLINE and has_byline:
            unit.mark(Role.RELATED, "the byline of another article")
        elif unit.role is Role.BYLINE:
            has_byline = True
        elif not unit.parts and unit.is_prose() and not is_author_note(unit.text):
            unit.mark(Role.FURNITURE, FAR)


def read_story(units: Sequence[Unit], *, is_chosen: bool = False) -> None:
    """Give roles to the open units of the story and of what stands below it.

    `is_chosen` says that another program has chosen the story from a page: then short lines at
    its end are more likely the story's than the site's.
    """
    _read_story(units, len(units) if is_chosen else None)


def _first_prose(units: Sequence[Unit], *, needs_headline: bool) -> int:
    """Find where the story begins: the first open paragraph that is not headline or dek.

    A dek may be as long as a paragraph; then lines of the head (a date, a byline, a picture)
    stand below it, or it stands with the headline above the blank line that opens the story.
    """
    opened = [index for index, unit in enumerate(units) if not unit.parts]
    if not opened:
        return len(units)
    # A text that opens with a paragraph has no headline; the paragraph is its story's.
    opened = opened[1:] if needs_headline and not is_paragraph(units[opened[0]]) else opened
    head_ends = _head_end(units)
    for index in opened:
        unit = units[index]
        if index < head_ends or split_credit(unit.raw) or is_caption(unit.text):
            continue
        if unit.is_prose() or find_dateline(unit.raw) or unit.text.startswith(_QUOTE[:4]):
            return index
    # Only short lines: the story is whatever closes a sentence, or all but the headline.
    rest = [i for i in opened if i >= head_ends and units[i].ends_sentence()]
    return rest[0] if rest else len(units)


_HEAD_ROLES = {Role.BYLINE, Role.DATE, Role.UPDATED, Role.READING_TIME}


def _head_end(units: Sequence[Unit]) -> int:
    """Give the index just below the last line of the head that says what it is.

    Such lines belong to the head while no more than two paragraphs (headline twice, dek) stand
    before them.
    """
    end = prose = 0
    for index, unit in enumerate(units):
        if unit.role in _HEAD_ROLES:
            end = index + 1
        elif not unit.parts and unit.is_prose() and not split_credit(unit.raw):
            prose += 1
            if prose > 1 or find_dateline(unit.raw):
                break
    return end


def _read_story(units: Sequence[Unit], known_last: int | None) -> None:
    """Mark paragraphs, subheads, pictures and datelines from the first paragraph on."""
    last = _last_prose(units) if known_last is None else known_last
    below = _next_story(units, last)
    for index, unit in enumerate(units):
        if unit.parts:
            continue
        if index == 0 or not unit.is_prose():
            following = below[index]
            is_first = index == 0
            is_cut = known_last is not None
            _read_line(unit, following, is_first=is_first, is_below=index > last, is_cut=is_cut)
        elif not _mark_picture(unit):
            _mark_body(unit, "a paragraph", is_last=below[index] is None)
    read_tail(units, is_page=known_last is not None and known_last < len(units))
    read_lists(units)


def _next_story(units: Sequence[Unit], last: int) -> list[Unit | None]:
    """Give for each unit the next one that belongs to the story, up to its last paragraph."""
    following: list[Unit | None] = []
    found: Unit | None = None
    for index in range(len(units) - 1, -1, -1):
        following.append(found)
        if index <= last and not units[index].parts:
            found = units[index]
    return following[::-1]


def _last_prose(units: Sequence[Unit]) -> int:
    last = 0
    for index, unit in enumerate(units):
        if unit.role in {Role.RELATED, Role.COMMENT}:
            break
        if (
            not unit.parts
            and (unit.is_prose() or unit.ends_sentence())
            and not is_author_note(unit.text)
        ):
            last = index
    return last


def _read_line(
    unit: Unit, following: Unit | None, *, is_first: bool, is_below: bool, is_cut: bool
) -> None:
    if not is_first and _mark_picture(unit):
        return
    if is_below and is_author_note(unit.text):
        unit.mark(Role.AUTHOR_NOTE, "says who the author is")
    elif is_first:
        _mark_body(unit, "the first paragraph below the head", is_first=True)
    elif is_below and is_cut:
        unit.mark(Role.RELATED if unit.words() >= 4 else Role.FURNITURE, BELOW)
    elif unit.ends_sentence() or unit.text.startswith(_QUOTE) or unit.is_item:
        is_last = following is None
        _mark_body(unit, "a short paragraph of the story", is_last=is_last)
    elif _BULLET.match(unit.text) or unit.text.endswith((":", ",", ";")):
        _mark_body(unit, "an item of the story")
    elif is_below:
        role = Role.RELATED if unit.words() >= 4 else Role.FURNITURE
        unit.mark(role, BELOW)
    elif following is not None and is_subhead(unit, following):
        unit.mark(Role.SUBHEAD, "a short line above a paragraph, without a full stop")
    else:
        _mark_body(unit, "stands between paragraphs of the story")


def is_subhead(unit: Unit, following: Unit) -> bool:
    """Tell whether a line heads a part of the story: short, and prose or a list below it."""
    text = unit.text
    if unit.level:
        return True
    opens = text[0].isupper() or text[0].isdigit() or not text[0].isascii()
    if not opens or len(text) > 80 or unit.words() > 12:
        return False
    heads_prose = following.is_prose() or following.ends_sentence()
    return heads_prose if ":" in text else heads_prose or unit.words() <= 5


def _mark_body(unit: Unit, reason: str, *, is_first: bool = False, is_last: bool = False) -> None:
    dateline = find_dateline(unit.raw, is_first=is_first)
    signed = trailing_credit(unit.raw) if is_last else None
    unit.split(
        (Role.DATELINE, "place and wire before the story", dateline.end if dateline else 0),
        (Role.BODY, reason, len(unit.raw) if signed is None else signed),
        (Role.AGENCY_CREDIT, "names the agency", len(unit.raw)),
    )


def _mark_picture(unit: Unit) -> bool:
    """Mark a line below the first paragraph that is a picture's; prose needs a clear credit."""
    split = split_credit(unit.raw)
    if split is None or not split.is_sure or (unit.is_prose() and unit.text.startswith(_QUOTE)):
        return is_caption(unit.text) and not unit.is_prose() and _mark_caption(unit)
    if unit.is_prose() and not _is_labelled(unit):
        return False
    mark_credit(unit, split.caption_end)
    return True


_LABELLED = re.compile(r"(?i:photo|picture|image|©|credit|getty|foto|\[)")


def _is_labelled(unit: Unit) -> bool:
    split = split_credit(unit.raw)
    return split is not None and _LABELLED.search(unit.raw[split.caption_end :]) is not None


def _mark_caption(unit: Unit) -> bool:
    unit.mark(Role.CAPTION, "calls itself a caption")
    return True
