"""Redirects: an address once published leads to where its thing is now, in one step."""

from collections.abc import Callable, Mapping, Sequence

from briefings.link.addresses import story_url
from briefings.model import LinkTarget


def link_redirects(
    ledger: Sequence[tuple[str, str]],
    merged: Mapping[str, str],
    present: set[str],
    find: Callable[[str], LinkTarget | None],
    moved: Callable[[str], str | None],
) -> dict[str, str]:
    """Give old address → present address.

    An address that is a page today never redirects, so there is no chain and no loop. What leads
    nowhere is left to `check`.

    Args:
        ledger: (address, `kind:id`) ever published.
        merged: old story id → surviving one.
        present: addresses that are pages.
        find: what a `kind:id` leads to.
        moved: the `kind:id` another is now.
    """
    old = {story_url(id_): f"story:{id_}" for id_ in merged} | dict(ledger)
    found: dict[str, str] = {}
    for address in sorted(old.keys() - present):
        targets = (find(key) for key in (old[address], moved(old[address])) if key)
        url = next((target.url for target in targets if target and target.url), None)
        if url is not None:
            found[address] = url
    return found
