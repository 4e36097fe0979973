"""The wire's marks: what a line tells newsrooms, and until when."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from briefings.model import Moment, Role, WireKind, WireMark
from briefings.read.lines.units import Unit
from briefings.text.dates import find_moments

# In the order of their weight: a corrected story that is killed is killed.
_KINDS = (
    (
        WireKind.KILL,
        r"\b(?:KILL|KILLED|RETRACT(?:ION|ED)?|WITHDRAWAL|ELIMINATION|ANNUL\wE?|ANNULATION)\b"
        r"|(?i:\bkill is mandatory|\b(?:is|has been) (?:killed|withdrawn)\b|\bplease kill\b)",
    ),
    (
        WireKind.WITHHOLD,
        r"\b(?:WITHHOLD|HOLD FOR GUIDANCE)\b|(?i:\bwithheld\b|\bplease withhold\b)",
    ),
    (
        WireKind.EMBARGO,
        r"(?i:\bembargo|\bhold (?:for release|until)|\bsperrfrist\b|\bembargad[oa]\b"
        r"|\bnot for (?:release|publication|broadcast|use)\b)",
    ),
    (WireKind.CORRECTS, r"\b(?:CORRECTS?|CORRECTED|CORRECTION|REFILES?|BERICHTIGUNG)\b"),
    (
        WireKind.WRITETHRU,
        r"(?i:writethru|\b\d(?:st|nd|rd|th) (?:ld|lead)\b|\b(?:update|wrapup) \d|\brpt\b"
        r"|\brecasts?\b|\bupdates?\b|\badds\b|\brepeats?\b|zusammenfassung)",
    ),
    (WireKind.TAKE, r"(?i:\btakes?\b(?: \d)?|\b\d(?:st|nd|rd|th) add\b|^\W*more\W*$)"),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)


def find_marks(units: Sequence[Unit], language: str) -> Iterator[WireMark]:
    """Give the marks of a text in their order."""
    for unit in units:
        for text in unit.texts(Role.WIRE_MARK):
            if text.strip("-–—#=* ()"):
                yield read_mark(text, language)


def read_mark(text: str, language: str) -> WireMark:
    """Tell the kind of a mark; an embargo ends when its line says the day, best with a zone."""
    kind = next((kind for kind, found in _PATTERNS if found.search(text)), WireKind.ADVISORY)
    until = _end_of(text, language) if kind is WireKind.EMBARGO else None
    return WireMark(kind=kind, text=text.strip(), until=until)


def _end_of(text: str, language: str) -> Moment | None:
    moments = [found.moment for found in find_moments(text, language) if found.moment is not None]
    exact = [moment for moment in moments if isinstance(moment, datetime)]
    return next(iter(exact or moments), None)
