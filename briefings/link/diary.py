"""The diary by story: a page reads the entries it shows, and changes with no others."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from briefings.link.reads import Reads, diary_cell
from briefings.link.registry import Registry
from briefings.model import DiaryEntry, Moment


def in_order(entries: Iterable[DiaryEntry]) -> tuple[DiaryEntry, ...]:
    """Sort entries by when they begin, those of a whole day first."""
    return tuple(sorted(entries, key=lambda entry: (_begin(entry.when), entry.id)))


def _begin(moment: Moment) -> tuple[date, float]:
    """Give the day as it is written, and the instant; a whole day comes before its hours."""
    if isinstance(moment, datetime):
        return moment.date(), moment.astimezone(UTC).timestamp()
    return moment, float("-inf")


class DiaryBook:
    """The diary as pages ask for it."""

    def __init__(self, registry: Registry, reads: Reads) -> None:
        self._reads = reads
        listed = registry.registers.diary
        self._entries = in_order(replace(e, story=registry.thread(e.story)) for e in listed)

    def all(self) -> Sequence[DiaryEntry]:
        """Give every entry, earliest first, each with the story that survives."""
        self._reads.note(diary_cell())
        return self._entries

    def of_story(self, thread: str) -> Sequence[DiaryEntry]:
        """Give the entries of a story and of those merged into it, earliest first."""
        self._reads.note(diary_cell(thread))
        return [one for one in self._entries if one.story == thread]


def changed_cells(
    registry: Registry, before: Iterable[DiaryEntry], now: Iterable[DiaryEntry]
) -> set[str]:
    """Give the cells of what differs between two states of the diary."""
    differing = set(before) ^ set(now)
    threads = (registry.thread(entry.story) for entry in differing)
    cells = {diary_cell(thread) for thread in threads if thread}
    return cells | {diary_cell()} if differing else set()
