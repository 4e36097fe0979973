"""What stands below a story: notes, signatures, lists of other articles, tags, comments."""

from collections.abc import Sequence

from briefings.model import Role
from briefings.read.lines.byline_roles import names_of
from briefings.read.lines.bylines import is_name_alone
from briefings.read.lines.roles_line import is_author_note, is_stop
from briefings.read.lines.units import Unit

BELOW = "a short line below the story"
"""The reason of a line that has nothing to tell it by but its place."""
FAR = "prose far below the story"
"""The reason of prose that is no part of a page's story."""
_LISTS = {Role.RELATED, Role.COMMENT, Role.TAGS}
# What a line of a list may have been taken for; a copyright line or a credit stays one.
_CARRIED = {
    *(Role.BODY, Role.SUBHEAD, Role.DATE, Role.BYLINE, Role.CAPTION, Role.RELATED),
    *(Role.DATELINE, Role.AUTHOR_NOTE),
}


def read_tail(units: Sequence[Unit], *, is_page: bool = False) -> None:
    """Mark notes on the author below the last paragraph, and the names that sign the story.

    Below the story of a copied page stand labels that look like names: `Further Reading`.
    """
    last = next((i for i, u in reversed(list(enumerate(units))) if _ends_story(u)), len(units))
    for unit in units[last + 1 :]:
        if unit.role is Role.BODY:
            unit.mark(Role.AUTHOR_NOTE, "says who the author is")
    signature = units[last + 1] if last + 1 < len(units) else None
    if (
        signature
        and not is_page
        and signature.role in {Role.FURNITURE, Role.RELATED}
        and is_name_alone(signature.text)
    ):
        signature.mark(Role.BYLINE, "a name that signs the story")


def mark_writers(units: Sequence[Unit]) -> None:
    """Mark the last paragraphs that begin with the name of who wrote the story."""
    names = [name for unit in units for line in unit.texts(Role.BYLINE) for name in names_of(line)]
    writers = tuple(name.casefold() for name in names if " " in name)
    for unit in reversed([unit for unit in units if unit.role is Role.BODY][1:]):
        if not writers or not unit.text.casefold().startswith(writers):
            return
        unit.mark(Role.AUTHOR_NOTE, "begins with the writer's name")


def _ends_story(unit: Unit) -> bool:
    return unit.role is Role.BODY and not is_author_note(unit.text)


def read_lists(units: Sequence[Unit]) -> None:
    """Carry the roles of lists on: titles below `Related`, everything below `Comments`.

    Above the second paragraph `Comments` is a button of the site, no heading.
    """
    inside: Role | None = None
    prose = max((index for index, unit in enumerate(units) if unit.is_prose()), default=-1)
    told = 0
    for index, unit in enumerate(units):
        told += unit.role is Role.BODY
        if unit.role in _LISTS and not (inside is Role.COMMENT and _is_unknown(unit)):
            is_bar = unit.role is Role.COMMENT and told < 2
            inside = None if is_bar else unit.role
        elif inside is Role.TAGS:
            inside = _carry_tag(unit)
        elif inside is Role.COMMENT:
            _carry(unit, Role.COMMENT, "stands below the comments' heading")
        elif inside is Role.RELATED and (unit.is_prose() or _is_told(unit)):
            inside = None if index <= prose else inside
        elif inside is Role.RELATED:
            _carry(unit, Role.RELATED, "stands in a list of other articles")


def _is_told(unit: Unit) -> bool:
    """Tell a short sentence of the story from a title, which has no stop or asks."""
    return unit.ends_sentence() and not unit.text.endswith("?")


def _carry_tag(unit: Unit) -> Role | None:
    if unit.role not in {Role.RELATED, Role.FURNITURE, Role.SUBHEAD} or unit.words() > 5:
        return None
    unit.mark(Role.TAGS, "stands in a list of tags")
    return Role.TAGS


def _is_unknown(unit: Unit) -> bool:
    return bool(unit.parts) and unit.parts[0].reason in {BELOW, FAR}


def _carry(unit: Unit, role: Role, reason: str) -> None:
    if (_is_unknown(unit) or unit.role in _CARRIED) and not is_stop(unit.text):
        unit.mark(role, reason)
