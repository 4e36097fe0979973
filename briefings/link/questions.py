"""What pages ask of the archive that is no mapping: corrections, pictures, counts, addresses."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from briefings.link.addresses import edition_url, week_url
from briefings.link.current import Newest
from briefings.link.destinations import Destinations
from briefings.link.diary import DiaryBook
from briefings.link.reads import Cells, Reads
from briefings.link.shelf import (
    ADDRESS,
    CORRECTED,
    DAY,
    IMAGE,
    MONTH,
    NAME,
    WEEK,
    Count,
    Shelf,
)
from briefings.model import BriefingHead, Questions, Tally

_STANDING = {NAME, WEEK}
"""What counts those that stand; the others count what was withdrawn too, as their lists show it."""


class Asked:
    """The answers, from the shelf."""

    def __init__(
        self,
        shelf: Shelf,
        reads: Reads,
        destinations: Destinations,
        diary: DiaryBook,
        newest: Newest,
    ) -> None:
        self._shelf, self._reads, self._destinations = shelf, reads, destinations
        self._diary, self._newest = diary, newest
        self._counted = Cells(reads, self._tallied, lambda: ())

    def questions(self) -> Questions:
        """Give all of them."""
        return Questions(
            corrected=self._corrected,
            months=self._months,
            images=self._images,
            tallies=self._counted.__getitem__,
            has_page_at=self._has_page_at,
            diary=self._diary.all,
            diary_of=self._diary.of_story,
            today_of=self._newest.day_for,
            memo=self._memo,
        )

    def _corrected(self) -> tuple[BriefingHead, ...]:
        members = self._shelf.members(CORRECTED, "")
        found = (self._shelf.told(member.id) for member in members)
        return tuple(briefing for briefing in found if briefing is not None)

    def _months(self) -> Sequence[str]:
        return self._shelf.keys(MONTH)[::-1]

    def _images(self) -> Sequence[str]:
        return self._shelf.keys(IMAGE)

    def _tallied(self, kind: str) -> Mapping[str, Tally]:
        return {key: _tally(kind, count) for key, count in self._shelf.counts(kind).items()}

    def _has_page_at(self, address: str) -> bool:
        """Tell whether something linked has its page at an address."""
        if self._shelf.holds(ADDRESS, address):
            return True
        kind, _, own = address.strip("/").partition("/")
        if kind == "edition":
            return self._has_edition(own, address)
        target = self._destinations.find(f"{kind}:{own}")
        return target is not None and target.url == address

    def _has_edition(self, own: str, address: str) -> bool:
        kind = WEEK if "W" in own else DAY
        try:
            day = date.fromisoformat(own)
        except ValueError:
            return False
        url = week_url(day) if kind == WEEK else edition_url(day)
        return url == address and self._shelf.holds(kind, own)

    def _memo(self, make: Callable[[str], Any]) -> Mapping[str, Any]:
        return Cells(self._reads, make, self._shelf.ids)


def _tally(kind: str, count: Count) -> Tally:
    if kind in _STANDING:
        latest = date.fromordinal(-count.newest_standing)
        return Tally(briefings=count.standing or count.every, latest=latest)
    return Tally(briefings=count.every, latest=date.fromordinal(-count.newest))
