"""Redirects: an address once published leads to where its thing is now, in one step."""

from collections.abc import Callable

from briefings.link.addresses import name_url, story_url
from briefings.link.registry import Registry
from briefings.model import LinkTarget


def link_redirects(
    registry: Registry,
    present: set[str],
    find: Callable[[str], LinkTarget | None],
    moved: Callable[[str], str | None],
) -> dict[str, str]:
    """Give old address → present address.

    An address that is a page today never redirects, so there is no chain and no loop. What leads
    nowhere is left to `check`.

    Args:
        registry: the ledger, which threads are part of another, what names were called before.
        present: addresses that are pages.
        find: what a `kind:id` leads to.
        moved: the `kind:id` another is now.
    """
    old: dict[str, list[str]] = {story_url(id_): [f"story:{id_}"] for id_ in registry.merged}
    for (kind, spelled), id_ in registry.renamed().items():
        old[name_url(kind, spelled)] = [f"{kind.address()}:{id_}"]
    for (
        address,
        key,
    ) in registry.registers.addresses:  # two things may have had one address, one after the other
        old.setdefault(address, []).append(key)
    found: dict[str, str] = {}
    for address in sorted(old.keys() - present):
        keys = [key for own in old[address] for key in (own, moved(own)) if key]
        targets = map(find, keys)
        url = next((target.url for target in targets if target and target.url), None)
        if url is not None:
            found[address] = url
    return found
