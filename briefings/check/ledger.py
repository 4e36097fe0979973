"""The ledger of addresses: what is published stands in it, and what stands in it lives."""

from collections.abc import Iterator

from briefings.check.desk import Desk
from briefings.check.rules import found
from briefings.errors import Finding, Place
from briefings.link.addresses import briefing_url
from briefings.model import Status
from briefings.store.faults import did_you_mean

_LEDGER = "urls.txt"
_FEW = 20
"""Dead addresses for which the nearest id is looked for."""
_KINDS_OF_ADDRESS = ("story", "person", "org", "place", "law", "topic", "source", "edition")


def check_ledger(desk: Desk) -> Iterator[Finding]:
    """Check that published addresses are kept, and those that are kept live."""
    yield from _check_kept(desk)
    yield from _check_living(desk)


def _check_kept(desk: Desk) -> Iterator[Finding]:
    held = {address for address, _ in desk.registers.addresses}
    for item in desk.loaded:
        url = briefing_url(item.briefing)
        if item.briefing.status is not Status.DRAFT and url not in held:
            line = f"{url}<tab>briefing:{item.briefing.id}"
            message = f"its address {url} is not in the ledger"
            remedy = f"add the line {line} to content/registers/{_LEDGER}"
            yield found("BR504", item.place("status"), message, remedy)


def _check_living(desk: Desk) -> Iterator[Finding]:
    file = (desk.settings.registers() / _LEDGER).relative_to(desk.settings.root).as_posix()
    ledger = desk.registers.addresses
    lines = desk.registers.address_lines or range(1, len(ledger) + 1)
    dead = [
        (line, address, target)
        for line, (address, target) in zip(lines, ledger, strict=True)
        if not _lives(target, desk) and address.strip("/").rpartition("/")[2] not in desk.unread
    ]
    for line, address, target in sorted(dead):
        kind, _, name = target.partition(":")
        known = desk.by_id if kind == "briefing" else _ids(kind, desk)
        # A whole folder gone is no slip of the finger, and looking for one takes long.
        near = did_you_mean(name, known) if len(dead) <= _FEW else None
        why, remedy = (
            f"there is no {target}",
            near or f"bring the {kind} back, or name what replaced it",
        )
        if kind == "briefing" and name in desk.by_id:
            why, remedy = (
                f"{target} is a draft now",
                "publish it again, or set status: withdrawn and say why",
            )
        yield found("BR505", Place(file, line, 1), f"{address} would die: {why}", remedy)


def _lives(target: str, desk: Desk) -> bool:
    kind, _, name = target.partition(":")
    if kind == "briefing":
        items = desk.by_id.get(name, ())
        drafts = desk.settings.publish_drafts
        return any(drafts or one.briefing.status.has_address() for one in items)
    if kind not in _KINDS_OF_ADDRESS:
        return True  # a page of the desk's own, which the build knows
    return target in desk.link_keys or f"{kind}:{name}" in desk.old_names


def _ids(kind: str, desk: Desk) -> list[str]:
    return [key.partition(":")[2] for key in desk.link_keys if key.startswith(f"{kind}:")]
