"""Registers and editions: what they say of one another and of the briefings."""

from collections import defaultdict
from collections.abc import Iterator

from briefings.check.desk import Desk
from briefings.check.rules import found
from briefings.errors import Finding, Place
from briefings.link.namebook import fold_name
from briefings.model import NameKind
from briefings.store.faults import did_you_mean

_NAMES, _LEDGER, _DIARY = "names.yml", "urls.txt", "diary.yml"
_FEW = 20
"""Dead addresses for which the nearest id is looked for."""
_KINDS_OF_ADDRESS = ("story", "person", "org", "place", "law", "topic", "source", "edition")


def check_registers(desk: Desk) -> Iterator[Finding]:
    """Check names, editions and the diary."""
    yield from _check_spellings(desk)
    yield from _check_not_to_confuse(desk)
    yield from _check_editions(desk)
    yield from _check_diary(desk)


def _check_spellings(desk: Desk) -> Iterator[Finding]:
    claims: defaultdict[tuple[NameKind, str], dict[str, str]] = defaultdict(dict)
    for record in desk.registers.names:
        for spelling in (record.name, *record.aliases):
            claims[record.kind, fold_name(spelling)].setdefault(record.id, spelling)
    for (kind, _), ids in claims.items():
        if len(ids) > 1:
            spelling, names = next(iter(ids.values())), " and ".join(ids)
            message = (
                f'"{spelling}" is claimed by {names}, so it leads to none of these {kind.plural()}'
            )
            remedy = "take it out of one, or write {name, id} in the briefings"
            yield found("BR409", _place(desk, _NAMES), message, remedy)


def _check_not_to_confuse(desk: Desk) -> Iterator[Finding]:
    others: defaultdict[str, set[str]] = defaultdict(set)
    for record in desk.registers.names:  # one id may be of a person and of a place
        others[record.id].update(record.not_to_confuse)
    known = set(others)
    for record in desk.registers.names:
        for name in record.not_to_confuse:
            if name not in known:
                message = (
                    f'{record.id} is not to be confused with "{name}", which is not registered'
                )
                yield found("BR410", _place(desk, _NAMES), message, did_you_mean(name, known))
            elif name != record.id and record.id not in others[name]:
                message = f"{record.id} is not to be confused with {name}, which does not say so"
                remedy = f"add {record.id} to not_to_confuse of {name}"
                yield found("BR413", _place(desk, _NAMES), message, remedy)


def _check_editions(desk: Desk) -> Iterator[Finding]:
    for edition in desk.editions:
        folder = desk.settings.editions().relative_to(desk.settings.root).as_posix()
        place = Place(f"{folder}/{edition.id()}.md")
        for name in edition.briefings:
            if name not in desk.by_id:
                near = did_you_mean(name, desk.by_id)
                yield found("BR401", place, f'no briefing has the id "{name}"', near)


def _check_diary(desk: Desk) -> Iterator[Finding]:
    place = _place(desk, _DIARY)
    for entry in desk.registers.diary:
        if entry.briefing and entry.briefing not in desk.by_id:
            message = f'{entry.id}: no briefing has the id "{entry.briefing}"'
            yield found("BR401", place, message, did_you_mean(entry.briefing, desk.by_id))
        if entry.story and entry.story not in desk.stories:
            message = f'{entry.id}: no briefing names the story "{entry.story}"'
            yield found("BR414", place, message, did_you_mean(entry.story, desk.stories))


def _place(desk: Desk, name: str) -> Place:
    file = desk.settings.registers() / name
    return Place(file.relative_to(desk.settings.root).as_posix())
