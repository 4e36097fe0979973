"""Feeds of what moved: who subscribed at the old address goes on being told.

A server of static files cannot lead a feed reader elsewhere, so that the old address has the feed
of the new one, byte for byte: its entries have ids that no address is in.
"""

from collections.abc import Container, Iterator, Mapping
from pathlib import Path
from typing import Final

from briefings.model import OutputFile
from briefings.pages.crawling import is_address
from briefings.pages.feeds import feed_addresses

_FEEDS: Final = (*feed_addresses(""), "diary.ics")


def forward_feeds(
    tree: Path, moved: Mapping[str, str], addresses: Container[str]
) -> Iterator[OutputFile]:
    """Give the feeds that are to stand at old addresses.

    Args:
        tree: has every feed of this build.
        moved: old address to present address.
        addresses: of every page and feed; none is overwritten.
    """
    for old, new in sorted((old, new) for old, new in moved.items() if is_address(old)):
        for name in _FEEDS:
            if new.endswith("/") and new + name in addresses and old + name not in addresses:
                content = (tree / f"{new}{name}"[1:]).read_bytes()
                yield OutputFile(path=f"{old}{name}"[1:], content=content)
