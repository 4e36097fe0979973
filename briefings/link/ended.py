"""Addresses that nothing is shown at any more: they answer, and say so.

What ended, what was taken out of the files, a name or a subject of which nothing is left: a page
stands at each of their addresses. What is held until its time is not told of by anything, though
the ledger has its address already.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from operator import itemgetter

from briefings.link.addresses import briefing_url
from briefings.link.claims import keys_told
from briefings.link.registry import Registry
from briefings.model import Briefing, Status
from briefings.text.instants import instant_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """What is not shown, as far as the site has to say something of it."""

    published: tuple[tuple[str, str], ...] = ()
    """(address, `kind:id`) ever published, those of briefings whose time is over with them."""
    since: Mapping[str, datetime] = field(default_factory=dict)
    """When the time of each `kind:id` was over, of briefings that have an end."""
    held: frozenset[str] = frozenset()
    """Each `kind:id` that a briefing tells of whose time has not come."""

    def gone(
        self, pages: Collection[str], moved: Collection[str]
    ) -> Iterable[tuple[str, datetime | None]]:
        """Give the addresses that have to say that nothing is here any more, in order.

        Args:
            pages: addresses of every page.
            moved: addresses that lead elsewhere.

        Returns:
            Address, and when its time was over where it had one.
        """
        every: dict[str, datetime | None] = {}
        for address, key in self.published:
            if address not in pages and key not in self.held and address not in moved:
                every[address] = self.since.get(key) or every.get(address)
        return sorted(every.items(), key=itemgetter(0))


NOTHING_ENDED = Ended()


def find_ended(hidden: Iterable[Briefing], registry: Registry, now: datetime) -> Ended:
    """Look through what is not shown at a moment.

    Args:
        hidden: briefings that are not shown; drafts among them are passed over.
        registry: the desk's registers.
        now: the moment.
    """
    since: dict[str, datetime] = {}
    over: list[tuple[str, str]] = []
    held: set[str] = set()
    for briefing in hidden:
        if briefing.publish_at and instant_of(briefing.publish_at, now) > now:
            held.update(keys_told(briefing, registry))
        elif _is_over(briefing, now):
            since[f"briefing:{briefing.id}"] = briefing.expires_at or now
            over.append((briefing_url(briefing), f"briefing:{briefing.id}"))
    ledger = registry.registers.addresses
    return Ended(published=(*ledger, *over), since=since, held=frozenset(held))


def _is_over(briefing: Briefing, now: datetime) -> bool:
    end = briefing.expires_at
    return briefing.status is not Status.DRAFT and end is not None and instant_of(end, now) <= now
