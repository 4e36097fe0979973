"""Redirects: an address once published leads to where its thing is now, in one step."""

from collections.abc import Mapping, Sequence

from briefings.link.addresses import story_url
from briefings.model import LinkTarget


def link_redirects(
    ledger: Sequence[tuple[str, str]],
    merged: Mapping[str, str],
    targets: Mapping[str, LinkTarget],
    moved: Mapping[str, str],
) -> dict[str, str]:
    """Give old address → present address.

    An address that is a page today never redirects, so there is no chain and no loop. What leads
    nowhere is left to `check`.

    Args:
        ledger: (address, `kind:id`) ever published.
        merged: old story id → surviving one.
        targets: everything that may be linked to.
        moved: `kind:id` that is now another `kind:id`: a name since registered, a thread of one.
    """
    present = {target.url for target in targets.values()}
    old = {story_url(id_): f"story:{id_}" for id_ in merged} | dict(ledger)
    found: dict[str, str] = {}
    for address in sorted(old):
        keys = (old[address], moved.get(old[address], ""))
        urls = [targets[key].url for key in keys if key in targets]
        url = next((url for url in urls if url is not None), None)
        if url is not None and address not in present:
            found[address] = url
    return found
