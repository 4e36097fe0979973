"""Registers, editions and the ledger: what they say of one another and of the briefings."""

from collections import defaultdict
from collections.abc import Iterator

from briefings.check.desk import Desk
from briefings.check.rules import found
from briefings.errors import Finding, Place
from briefings.link.addresses import briefing_url
from briefings.link.namebook import fold_name
from briefings.model import NameKind, Status
from briefings.store.faults import did_you_mean

_NAMES, _LEDGER, _DIARY = "names.yml", "urls.txt", "diary.yml"
_FEW = 20
"""Dead addresses for which the nearest id is looked for."""
_KINDS_OF_ADDRESS = ("story", "person", "org", "place", "law", "topic", "source", "edition")


def check_registers(desk: Desk) -> Iterator[Finding]:
    """Check names, editions and the ledger."""
    yield from _check_spellings(desk)
    yield from _check_not_to_confuse(desk)
    yield from _check_editions(desk)
    yield from _check_diary(desk)
    yield from _check_ledger(desk)


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


def _check_ledger(desk: Desk) -> Iterator[Finding]:
    held = {address for address, _ in desk.registers.addresses}
    for item in desk.loaded:
        url = briefing_url(item.briefing)
        if item.briefing.status is not Status.DRAFT and url not in held:
            line = f"{url}<tab>briefing:{item.briefing.id}"
            message = f"its address {url} is not in the ledger"
            remedy = f"add the line {line} to content/registers/{_LEDGER}"
            yield found("BR504", item.place("status"), message, remedy)
    dead = [
        (number, address, target)
        for number, (address, target) in enumerate(desk.registers.addresses, 1)
        if not _lives(target, desk) and address.strip("/").rpartition("/")[2] not in desk.unread
    ]
    for number, address, target in dead:
        kind, _, name = target.partition(":")
        known = desk.by_id if kind == "briefing" else _ids(kind, desk)
        # A whole folder gone is no slip of the finger, and looking for one takes long.
        near = did_you_mean(name, known) if len(dead) <= _FEW else None
        place = Place(_place(desk, _LEDGER).path, number, 1)
        remedy = near or f"bring the {kind} back, or name what replaced it"
        yield found("BR505", place, f"{address} would die: there is no {target}", remedy)


def _lives(target: str, desk: Desk) -> bool:
    kind, _, name = target.partition(":")
    if kind == "briefing":
        return name in desk.by_id
    if kind not in _KINDS_OF_ADDRESS:
        return True  # a page of the desk's own, which the build knows
    return target in desk.link_keys or f"{kind}:{name}" in desk.old_names


def _ids(kind: str, desk: Desk) -> list[str]:
    return [key.partition(":")[2] for key in desk.link_keys if key.startswith(f"{kind}:")]


def _place(desk: Desk, name: str) -> Place:
    file = desk.settings.registers() / name
    return Place(file.relative_to(desk.settings.root).as_posix())
