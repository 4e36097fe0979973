"""What a line says of itself, wherever it stands: dates, bylines, marks of the wire, notes.

One rule per role; the reason is the rule in words.
"""

import re

from briefings.model import Role
from briefings.read.lines import phrases
from briefings.read.lines.agencies import find_credit_line
from briefings.read.lines.bylines import is_byline
from briefings.read.lines.roles_site import find_site_role
from briefings.read.lines.units import Unit
from briefings.text.dates import find_moments

# Longer lines are paragraphs; only a correction may be one.
_LONGEST = 400


def find_line_role(unit: Unit, language: str) -> bool:
    """Give a unit the role its own words tell, if they do; True when it now has one."""
    text = unit.text
    if not any(map(str.isalnum, text)):
        unit.mark(*(_wire_role(text) or (Role.FURNITURE, "signs and no word")))
        return True
    if len(text) > _LONGEST:
        return _mark_long_note(unit)
    found = _wire_role(text) or _note_role(text, unit)
    if found is None and len(text) <= 160:
        found = _fact_role(text) or find_site_role(unit)
        if found is None:
            return mark_dates(unit, language)
    is_signed = found is not None and found[0] in {Role.BYLINE, Role.AGENCY_CREDIT}
    if is_signed and len(text) <= 160 and next(find_moments(text, language), None):
        return False  # a name and a date: each gets its part elsewhere
    if found is None:
        return False
    unit.mark(*found)
    return True


def _mark_long_note(unit: Unit) -> bool:
    """Know a long correction by the label it begins with."""
    label = unit.text[:60].partition(":")[0]
    if len(label) > 50 or not phrases.CORRECTION.fullmatch(label + ": x"):
        return False
    unit.mark(Role.CORRECTION_NOTE, "says what was corrected")
    return True


def _wire_role(text: str) -> tuple[Role, str] | None:
    if is_stop(text):
        return Role.WIRE_MARK, "the wire stops the story"
    if phrases.WIRE_MARK.fullmatch(text):
        return Role.WIRE_MARK, "a mark of the wire"
    return None


def is_stop(text: str) -> bool:
    """Tell whether a line kills or withholds the story it stands in."""
    return phrases.WIRE_STOP.fullmatch(text) is not None


def _note_role(text: str, unit: Unit) -> tuple[Role, str] | None:
    if phrases.CORRECTION.fullmatch(text):
        return Role.CORRECTION_NOTE, "says what was corrected"
    credit = find_credit_line(unit)
    if credit and not (credit[0] == "an agency's name alone" and not credit[1]):
        return Role.AGENCY_CREDIT, credit[0]
    if phrases.LICENCE.fullmatch(text):
        return Role.LICENCE, "names a licence"
    return None


_FACTS = (
    (Role.KICKER, phrases.KICKER, "says what kind of text it is"),
    (Role.READING_TIME, phrases.READING, "says how long it takes to read"),
    (Role.URL, phrases.URL, "an address"),
    (Role.OUTLET, phrases.OUTLET, "names the outlet"),
    (Role.TAGS, phrases.TAGS, "a list of tags"),
    (Role.TAGS, phrases.TAGS_HEAD, "a list of tags"),
    (Role.DATE, phrases.RELATIVE, "a date relative to an unknown day"),
)


def _fact_role(text: str) -> tuple[Role, str] | None:
    for role, pattern, reason in _FACTS:
        if pattern.fullmatch(text):
            return role, reason
    return (Role.BYLINE, "names who wrote it") if is_byline(text) else None


def is_author_note(text: str) -> bool:
    """Tell whether a line says who the author is; asked below the story only."""
    return len(text) <= 320 and phrases.AUTHOR.fullmatch(text) is not None


def reading_minutes(text: str) -> int | None:
    """Give the minutes a line prints."""
    found = phrases.READING.search(text)
    return int(found["a"] or found["b"]) if found else None


def outlet_name(text: str) -> str | None:
    """Give the outlet a `Source: …` line names."""
    found = phrases.OUTLET.fullmatch(text)
    return found["name"].strip(" .") if found else None


def tag_names(text: str) -> list[str]:
    """Give the tags of a line of tags; a line below `Topics` is one tag."""
    found = phrases.TAGS.fullmatch(text)
    if found is None:
        return [] if phrases.TAGS_HEAD.fullmatch(text) else [text]
    if found["hashes"]:
        return re.findall(r"#(\w+)", text)
    return [tag.strip(" #.") for tag in re.split(r"[,;|،•·]", found["tags"]) if tag.strip(" #.")]


def _mark_label(unit: Unit) -> bool:
    """Mark a date's label that stands alone, its date on another line: `Published`."""
    if len(unit.text) > 30 or not phrases.DATE_LABEL.fullmatch(unit.text):
        return False
    updated = phrases.UPDATED.search(unit.text) is not None
    unit.mark(Role.UPDATED if updated else Role.DATE, "the label of a date")
    return True


def mark_dates(unit: Unit, language: str) -> bool:
    """Mark a line that holds dates and nothing else but the words printed round dates."""
    raw = unit.raw
    moments = list(find_moments(raw, language))
    if not moments:
        return _mark_label(unit)
    rest, pieces, last = "", [], 0
    for moment in moments:
        before = raw[last : moment.start]
        rest += f" {before} "
        role = Role.UPDATED if phrases.UPDATED.search(before) else Role.DATE
        pieces.append(
            (role, "a date" if role is Role.DATE else "says when it was updated", moment.end)
        )
        last = moment.end
    left = re.sub(r"[\W_]+", "", phrases.DATE_WORDS.sub(" ", rest + raw[last:]))
    if left:
        return False
    unit.split(*pieces)
    return True
