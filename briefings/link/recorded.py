"""The registers of names and stories, entry by entry: what a change of them reaches."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Self

from briefings.link.namebook import NameBook, NameKey
from briefings.link.profiles import label
from briefings.link.reads import ALL, head_cell, record_cell
from briefings.link.shelf import NAME, STORY
from briefings.model import Briefing, NameRecord, Registers, StoryRecord

RecordMark = tuple[str, str]
"""What a record is about, as the shelf names it: `name` and `person:ada`, `story` and its id."""


class Records(NamedTuple):
    """The entries a shelf was brought with."""

    names: tuple[NameRecord, ...]
    stories: tuple[StoryRecord, ...]

    @classmethod
    def of(cls, registers: Registers) -> Self:
        """Take them from the registers."""
        return cls(registers.names, registers.stories)

    def by_mark(self) -> Mapping[RecordMark, NameRecord | StoryRecord]:
        """Give each record by what it is about."""
        names = {(NAME, label((one.kind, one.id))): one for one in self.names}
        return {**names, **{(STORY, one.id): one for one in self.stories}}


def changed_marks(before: Records, now: Records) -> set[RecordMark]:
    """Name what came, went or says something else."""
    old, new = before.by_mark(), now.by_mark()
    return {mark for mark in {*old, *new} if old.get(mark) != new.get(mark)}


def record_cells(marks: Iterable[RecordMark]) -> set[str]:
    """Give the cells that a change of these records touches; lists of names are among them."""
    cells = {cell for mark in marks for cell in (record_cell(*mark), head_cell(*mark))}
    return cells | {ALL} if cells else cells


class Respelled:
    """Tells which briefings name somebody else since the register spells its names otherwise."""

    def __init__(self, before: Records, now: Records) -> None:
        self._old, self._new = NameBook(before.names), NameBook(now.names)
        called = _called(before)
        self._renamed = {key for key, name in _called(now).items() if called.get(key) != name}
        self._same = _spelled(before) == _spelled(now)

    def reaches_none(self) -> bool:
        """Tell whether no spelling differs, so that no briefing need be looked at."""
        return self._same

    def reaches(self, briefing: Briefing) -> bool:
        """Tell whether a briefing names others, or one whose name differs."""
        old, new = self._old.told(briefing), self._new.told(briefing)
        return old != new or not self._renamed.isdisjoint(new.names)


def _called(records: Records) -> dict[NameKey, str]:
    return {(one.kind, one.id): one.name for one in records.names}


def _spelled(records: Records) -> set[tuple[NameKey, str, tuple[str, ...]]]:
    return {((one.kind, one.id), one.name, one.aliases) for one in records.names}
