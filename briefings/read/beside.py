"""What outlets and wires say beside the story: notes, licence, marks, who is named for it."""

from collections.abc import Iterator, Sequence

from briefings.model import Byline, BylineKind, Role
from briefings.read.facts import Facts
from briefings.read.lines.byline_roles import read_bylines
from briefings.read.lines.units import Unit
from briefings.read.lines.wire import find_marks


def gather_beside(units: Sequence[Unit], facts: Facts) -> None:
    """Add these facts; what metadata stated stands."""
    facts.author_note = facts.author_note or " ".join(_texts(units, Role.AUTHOR_NOTE)) or None
    facts.correction_notes = facts.correction_notes or list(_texts(units, Role.CORRECTION_NOTE))
    facts.licence = facts.licence or next(_texts(units, Role.LICENCE), None)
    facts.wire_marks = facts.wire_marks or list(find_marks(units, facts.language or "und"))
    facts.bylines = facts.bylines or list(_bylines(units, facts))


def _texts(units: Sequence[Unit], role: Role) -> Iterator[str]:
    return (text for unit in units for text in unit.texts(role) if text)


def _bylines(units: Sequence[Unit], facts: Facts) -> Iterator[Byline]:
    """Give the printed bylines; names only metadata states come without a role."""
    printed = [one for line in _texts(units, Role.BYLINE) for one in read_bylines(line)]
    stated = set(facts.byline)
    seen: set[str] = set()
    for one in printed:
        is_known = one.name in stated or one.kind is not BylineKind.PERSON
        if is_known and one.name not in seen:
            seen.add(one.name)
            yield one
    for name in facts.byline:
        if name not in seen:
            seen.add(name)
            yield from read_bylines(name)[:1]
