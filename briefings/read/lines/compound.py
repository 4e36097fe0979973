"""Lines of several facts, `By Jane Doe | 25 April 2024 | 3 min read`, one part each."""

import re
from collections.abc import Iterator, Sequence

from briefings.model import Role
from briefings.read.lines import phrases
from briefings.read.lines.bylines import is_byline, is_name_alone
from briefings.read.lines.roles_line import find_line_role
from briefings.read.lines.titles import is_section
from briefings.read.lines.units import Unit
from briefings.read.sources import is_outlet_name
from briefings.text.dates import find_moments

_SEPARATOR = re.compile(
    r"\s+[|·•—–]\s+|\s*\|\s*|\t+|,\s+(?=\d)|(?<=\w)\s+(?=(?:Published|Updated|Posted)\b)"
)
_BY = re.compile(
    r"(?<=\s)(?<!written\s)(?<!posted\s)(?<!published\s)(?=(?:by|von|par|por|di|door|автор:?)\s\S)|(?<=[\w.])\s+(?=\d+\s(?:comments?|responses?"
    r"|kommentare?|commentaires?|comentarios?|commenti|reacties|shares?|min)\b|leave a comment)",
    re.IGNORECASE,
)
"""Where a byline or a counter of comments begins within a line that also has a date."""
_COUNTER = re.compile(
    r"(?:\d+|no|leave an?)\s(?:comments?|repl(?:y|ies)|responses?|shares?|views?|edits?|likes?"
    r"|kommentare?|commentaires?|comentarios?|commenti|reacties)|edit|share|print|\d{1,4}",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:(?:written|posted|published|author|created)\s)?(?:by|von|par|por|di|door|автор)"
    r"\s?:?\s(?:\w[\w.’'&-]*)(?:\s\w[\w.’'&-]*){0,3}",
    re.IGNORECASE,
)
_DATED = {Role.DATE, Role.UPDATED, Role.READING_TIME}
_EDGES = re.compile(
    r"^(?:on|am|le|el|il|em|den|op|um|@|at|,|/|-)\s|\s(?:on|am|le|el|il|em|den|op|um|at|@|,|/|-)$",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{4}")
_LABEL = 4
"""Words of the longest label that is known by nothing."""
_SIGNS = " |·•—–-,:/@\t\n"


def mark_compound(unit: Unit, language: str) -> None:
    """Mark a line of several facts, `By X | 25 April 2024 | 3 min read`, one part each.

    At least one of them is a date, a reading time or says `By`; half of them at least are known,
    and what is not known is no longer than a label.
    """
    if len(unit.raw) > 200 or unit.is_prose():
        return
    pieces = list(_pieces(unit.raw, language))
    if not 2 <= len(pieces) <= 10:
        return
    roles = _roles([text for text, _ in pieces], language)
    unknown = [text for (text, _), role in zip(pieces, roles, strict=True) if role is None]
    if len(unknown) * 2 > len(pieces) or any(len(text.split()) > _LABEL for text in unknown):
        return
    is_named = any(is_byline(part) for part in re.split(r"\s*\|\s*", unit.text))
    if _DATED & {*roles} or (Role.BYLINE in roles and is_named):
        reason = "one of several facts on a line"
        ends = [end for _, end in pieces]
        unit.split(
            *[(role or Role.FURNITURE, reason, end) for role, end in zip(roles, ends, strict=True)]
        )


def _roles(texts: Sequence[str], language: str) -> list[Role | None]:
    """Give each piece its role; a date behind `Updated` says when it was updated."""
    roles: list[Role | None] = []
    for index, text in enumerate(texts):
        role = _piece_role(text, language)
        before = texts[index - 1] if index else ""
        if role is Role.DATE and phrases.UPDATED.search(before) and not _DAY.search(before):
            role = Role.UPDATED
        roles.append(role)
    return roles


def _pieces(raw: str, language: str) -> Iterator[tuple[str, int]]:
    """Cut a line at its signs and round its dates: each piece with where it ends."""
    days = [(m.start, m.end) for m in find_moments(raw, language)]
    cuts = [m.end() for m in _SEPARATOR.finditer(raw) if not _is_inside(m.start(), days)]
    if days:
        cuts += [m.end() for m in _BY.finditer(raw) if not _is_inside(m.start(), days)]
        cuts += [place for day in days for place in day]
    start = 0
    for cut in sorted({*cuts, len(raw)}):
        text = raw[start:cut].strip(_SIGNS)
        if text or cut == len(raw):
            yield text, cut
            start = cut


def _is_inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < place < end for start, end in spans)


def _piece_role(text: str, language: str) -> Role | None:
    text = _EDGES.sub("", _EDGES.sub("", text)).strip(_SIGNS)
    if not text:
        return None
    said = _role_said(text)
    if said is None:
        piece = Unit(0, text, gap=False)
        said = piece.role if find_line_role(piece, language) else _role_shaped(text)
    return said


def _role_said(text: str) -> Role | None:
    """Know a piece by words that only mean this beside a date."""
    if _COUNTER.fullmatch(text):
        return Role.FURNITURE
    if phrases.DATE_WORDS.fullmatch(text):
        return Role.UPDATED if phrases.UPDATED.search(text) else Role.DATE
    return Role.BYLINE if _NAMED.fullmatch(text) else None


def _role_shaped(text: str) -> Role | None:
    """Know a piece by its shape: an outlet's name, a person's, a section's."""
    if is_outlet_name(text):
        return Role.OUTLET
    if is_byline(text) or is_name_alone(text):
        return Role.BYLINE
    return Role.SECTION if is_section(text) else None
