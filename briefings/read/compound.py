"""Lines of several facts, `By Jane Doe | 25 April 2024 | 3 min read`, one part each."""

import re
from collections.abc import Sequence

from briefings.model import Role
from briefings.read.bylines import is_byline, is_name_alone
from briefings.read.roles_line import find_line_role
from briefings.read.sources import is_outlet_name
from briefings.read.titles import is_section
from briefings.read.units import Unit
from briefings.text.dates import find_moments

_SEPARATOR = re.compile(
    r"\s+[|·•—–]\s+|\s*\|\s*|\t+|,\s+(?=\d)|(?<=\w)\s+(?=(?:Published|Updated|Posted)\b)"
)
_DATED = {Role.DATE, Role.UPDATED, Role.BYLINE, Role.READING_TIME}


def mark_compound(unit: Unit, language: str) -> None:
    """Mark a line of several facts, `By X | 25 April 2024 | 3 min read`, one part each."""
    raw = unit.raw
    if len(raw) > 200 or unit.is_prose():
        return
    days = [(m.start, m.end) for m in find_moments(raw, language)]
    cuts = [m.end() for m in _SEPARATOR.finditer(raw) if not _is_inside(m.start(), days)]
    # `By Jane Doe March 14, 2026`: a byline may run into its date
    cuts += [start for start, _ in days[:1] if is_byline(raw[:start].strip(" ,|·•—–"))]
    cuts = sorted({*cuts, len(raw)})
    if len(cuts) < 2 or len(cuts) > 8:
        return
    pieces, start, known = [], 0, 0
    for cut in cuts:
        text = raw[start:cut].strip(" |·•—–,\t\n")
        role = _piece_role(text, language)
        known += role is not None
        pieces.append((role, cut))
        start = cut
    facts = {role for role, _ in pieces if role}
    if known * 2 < len(pieces) or not facts & _DATED:
        return
    unit.split(
        *[(role or Role.SECTION, "one of several facts on a line", cut) for role, cut in pieces]
    )


def _is_inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < place < end for start, end in spans)


def _piece_role(text: str, language: str) -> Role | None:
    if not text:
        return None
    piece = Unit(0, text, gap=False)
    if find_line_role(piece, language):
        return piece.role
    if is_outlet_name(text):
        return Role.OUTLET
    if is_byline(text) or is_name_alone(text):
        return Role.BYLINE
    return Role.SECTION if is_section(text) else None
