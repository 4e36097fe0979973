"""[Briefing] → Archive: how all that is visible hangs together. Pure, and order-free."""

from collections.abc import Iterable, Sequence

from briefings.link.bringing import bring
from briefings.link.linker import Linker
from briefings.link.reads import Reads
from briefings.link.registry import Registry
from briefings.link.shelf import MemoryShelf
from briefings.model import Archive, Briefing, Edition, Registers


def link_archive(
    briefings: Iterable[Briefing], registers: Registers, editions: Sequence[Edition] = ()
) -> Archive:
    """Link what is visible: stories, related, origins, names, sources, topics, links, editions.

    Args:
        briefings: those a reader may see (`visible`), in any order.
        registers: what the desk knows.
        editions: those an editor wrote a file for.
    """
    shelf, registry = MemoryShelf(), Registry.of(registers)
    bring(shelf, registry, briefings)
    return Linker(shelf, registry, editions, Reads()).archive()
