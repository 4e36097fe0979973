"""The registers as linking asks them: by id, by spelling, by what lives on as what."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from briefings.link.merging import merged_ids
from briefings.link.namebook import NameBook, NameKey
from briefings.link.sources import SourceBook
from briefings.model import NameKind, Registers, StoryRecord, TopicRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """The registers, turned round once."""

    registers: Registers
    names: NameBook
    sources: SourceBook
    stories: Mapping[str, StoryRecord]
    topics: Mapping[str, TopicRecord]
    merged: Mapping[str, str]
    """Old story id to the surviving one."""
    old_names: Mapping[NameKey, str]
    """The key a spelling had before it was registered, to the id it has now."""

    @classmethod
    def of(cls, registers: Registers) -> Self:
        """Read the registers."""
        names = NameBook(registers.names)
        return cls(
            registers=registers,
            names=names,
            old_names=names.old_ids(),
            sources=SourceBook(registers.sources),
            stories={record.id: record for record in registers.stories},
            topics={record.id: record for record in registers.topics},
            merged=merged_ids(registers.stories),
        )

    def renamed(self) -> dict[NameKey, str]:
        """Give what organisations, places and laws may have been called before, with their ids.

        They had pages without being registered. A person had none, and another spelling of one
        may be a name the desk keeps to itself.
        """
        return {
            (kind, old): id_
            for (kind, old), id_ in self.old_names.items()
            if kind is not NameKind.PERSON and old != id_
        }

    def thread(self, story: str | None) -> str | None:
        """Give the surviving thread of what a briefing names."""
        return self.merged.get(story, story) if story else None
