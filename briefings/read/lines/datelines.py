"""Datelines: `NORTH HARBOUR, 14 March (NWA) — Inspectors …`, the place and the wire before it."""

import re
from typing import NamedTuple

from briefings.read.lines.agencies import is_agency, looks_like_agency
from briefings.text.months import month_pattern

_UPPER = r"[A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я.’'-]+(?:[\s-][A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я.’'-]*){0,3}"
_TITLE = (
    r"[A-ZÀ-ÞА-ЯİŞÇ][\w.’'-]+(?:[\s-](?:[A-ZÀ-ÞА-ЯİŞÇ][\w.’'-]*|de|la|le|al|el|sur|am|upon)){0,3}"
)
_ARABIC = r"[\u0621-\u064a]+(?:\s[\u0621-\u064a]+){0,3}"
_PLACE = rf"(?:{_UPPER}|{_TITLE}|{_ARABIC})"
_DASH = r"(?:—|–|―|--|-)"
_DAY = (
    rf"(?i:\d{{1,2}}(?:st|nd|rd|th|er|\.)?\s(?:{month_pattern()})\.?"
    rf"|(?:{month_pattern()})\.?\s\d{{1,2}})"
    r"(?:,?\s\d{4})?"
)
_WIRE = r"[(\[](?P<agency>[^()\[\]]{2,40})[)\]]"
_DATELINE = re.compile(
    rf"\s*(?P<place>{_PLACE}(?:,\s?(?:{_TITLE}|{_UPPER}"
    rf"|[A-Z][a-z]+\.)){{0,2}}(?:\s?/\s?{_PLACE})?)?"
    rf"(?:(?:,|\s[-–—,])?\s(?P<day>{_DAY}))?(?:,?\s?{_WIRE})?(?:,?\s(?P<day2>{_DAY}))?"
    rf"\s?(?P<mark>{_DASH}\s|:\s(?=[A-ZÀ-Þ\"“]))\s*",
)
_WIRE_FIRST = re.compile(
    rf"\s*(?:[(\[](?P<agency>[^()\[\]]{{2,40}})[)\]]|(?P<bare>[A-Z]{{2,6}}|أ ف ب|رويترز|وفا|سانا))"
    rf"(?:\s?[,،]\s?(?P<place>{_PLACE}))?\s?(?P<mark>{_DASH})\s+"
)
_ARABIC_WIRE = re.compile(
    rf"\s*(?P<place>{_ARABIC})\s?(?:{_DASH}\s|[,،]\s?)(?P<agency>أ ف ب|رويترز|وفا|سانا|فرانس برس"
    rf"|الأناضول|وكالات)\s?"
    rf"(?P<mark>{_DASH}|:)\s+"
)
_LONGEST = 120
_MARKS = ("—", "–", "―", "-", ":")
# Words in capitals before a colon that are no place.
_LABELS = frozenset(
    """ANALYSIS ANSWER BREAKING CLARIFICATION CORRECTION EDIT EXCLUSIVE EXPLAINED EXPLAINER FOCUS
LIVE NOTE OPINION PROFILE PS QUESTION UPDATE VIDEO WARNING WATCH""".split()  # noqa: SIM905  # a list reads worse
)


class Dateline(NamedTuple):
    """What stands before a story's first words."""

    end: int
    """Where the story begins, in the text given."""
    place: str | None
    agency: str | None
    day: str | None
    """As printed, often without a year."""


def find_dateline(raw: str, *, is_first: bool = True) -> Dateline | None:
    """Find the dateline a paragraph begins with; None where it begins with the story.

    Below the first paragraph a place alone in capitals is a label or a speaker, no dateline.
    """
    head = raw[:_LONGEST]
    if not any(mark in head for mark in _MARKS):  # most paragraphs
        return None
    for pattern in (_ARABIC_WIRE, _WIRE_FIRST, _DATELINE):
        found = pattern.match(head)
        if found and (dateline := _read(found)):
            return dateline if is_first or dateline.agency or dateline.day else None
    return None


def _read(found: re.Match[str]) -> Dateline | None:
    groups = found.groupdict()
    place, agency = groups.get("place"), groups.get("agency") or groups.get("bare")
    day = groups.get("day") or groups.get("day2")
    if place and place.split(maxsplit=1)[0].strip(",:").upper() in _LABELS:
        return None
    if agency and not _is_wire(agency):
        # `KELBY (Morning Star) - …`: a paper names itself where wires do, and is no agency.
        if not agency[0].isupper() or not (day or _stands_alone(place or "", found["mark"])):
            return None
        agency = None
    if groups.get("bare") and not is_agency(agency or ""):
        return None
    if not (agency or day) and not _stands_alone(place or "", found["mark"]):
        return None
    clean = " ".join(place.split()) if place else None
    return Dateline(found.end(), clean, agency, day)


def _is_wire(agency: str) -> bool:
    names = re.split(r"\s?[/,]\s?|\sand\s", agency)
    return all(looks_like_agency(name.strip()) for name in names)


def _stands_alone(place: str, mark: str) -> bool:
    """Tell whether a place needs no wire or day beside it: capitals, and no label's word."""
    city = place.split(",", maxsplit=1)[0].strip()
    return len(city) > 2 and city.isupper() and not (mark.strip() == ":" and city in _LABELS)
