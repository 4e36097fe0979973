"""Which stories the newest edition bears on: those in motion, and those with something due.

Only their pages say how they stand in the newest edition, so a new day touches these pages and
not the page of every story there ever was.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from briefings.link.reads import Reads, today_cell
from briefings.link.registry import Registry
from briefings.link.shelf import DAY, STORY, Shelf
from briefings.model import DiaryEntry

DAYS = 7
"""How long a story is in motion after an entry, the day of the entry counted."""


class Newest:
    """The newest edition, as the page of a story may ask for it."""

    def __init__(self, shelf: Shelf, registry: Registry, reads: Reads) -> None:
        self._shelf, self._registry, self._reads = shelf, registry, reads
        self._current: frozenset[str] | None = None

    def day_for(self, thread: str) -> date | None:
        """Give the day of the newest edition where it bears on a story."""
        self._reads.note(today_cell(thread))
        today = newest_day(self._shelf)
        if self._current is None:
            self._current = current_stories(self._shelf, self._registry, today)
        return today if thread in self._current else None


def newest_day(shelf: Shelf) -> date | None:
    """Give the day of the newest edition there is."""
    days: Sequence[str] = shelf.keys(DAY)
    return date.fromisoformat(days[-1]) if days else None


def current_stories(shelf: Shelf, registry: Registry, today: date | None) -> frozenset[str]:
    """Give the stories with an entry in the week up to a day, or something due after it."""
    if today is None:
        return frozenset()
    days = ((today - timedelta(days=number)).isoformat() for number in range(DAYS))
    beside = (shelf.marks_beside(DAY, day, (STORY,)).values() for day in days)
    found = {mark.key for listed in beside for marks in listed for mark in marks}
    due = (one for one in registry.registers.diary if _last_day(one) >= today - timedelta(days=1))
    threads = (registry.thread(entry.story) for entry in due)
    return frozenset(found | {thread for thread in threads if thread})


def turned_cells(
    shelf: Shelf, registry: Registry, before: date | None, now: date | None
) -> set[str]:
    """Give the cells of the stories that a change of the newest edition touches."""
    if before == now:
        return set()
    days = (before, now)
    return {today_cell(one) for day in days for one in current_stories(shelf, registry, day)}


def _last_day(entry: DiaryEntry) -> date:
    """Give the last day of an entry where it takes place; the desk's own is one off at most."""
    last = entry.until or entry.when
    return last.date() if isinstance(last, datetime) else last
