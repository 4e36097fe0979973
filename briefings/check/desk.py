"""The desk as rules see it: everything loaded, with look-ups made once."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from briefings.link.merging import merged_ids
from briefings.link.namebook import NameBook, names_in
from briefings.link.sources import SourceBook
from briefings.model import Article, Briefing, Edition, Point, Quote, Registers, WordRecord, week_id
from briefings.settings import Settings
from briefings.store.places import KeyPath, LoadedBriefing
from briefings.text.subjects import SUBJECTS

ReadArticle = Callable[[str], Article | None]
"""Gives an article by its path under `content/articles/`; None where it is not there."""


class Reading:
    """Reads articles and remembers which were not there."""

    def __init__(self, read: ReadArticle) -> None:
        self.absent: set[str] = set()
        self._read = read

    def __call__(self, path: str) -> Article | None:
        """Give an article by its path; None where it is not there."""
        article = self._read(path)
        if article is None:
            self.absent.add(path)
        return article


@dataclass(frozen=True, kw_only=True)
class Desk:
    """All that rules may look at."""

    loaded: tuple[LoadedBriefing, ...]
    registers: Registers
    settings: Settings
    read: Reading
    editions: tuple[Edition, ...] = ()
    unread: frozenset[str] = frozenset()
    """Names, without ending, of briefing files that cannot be read; their ids are not known."""
    now: datetime | None = None
    """None leaves out what only a clock can tell."""

    @cached_property
    def by_id(self) -> dict[str, list[LoadedBriefing]]:
        """Briefings by id; two of one id is itself a finding."""
        found: defaultdict[str, list[LoadedBriefing]] = defaultdict(list)
        for item in self.loaded:
            found[item.briefing.id].append(item)
        return dict(found)

    @cached_property
    def slugs(self) -> dict[str, list[Briefing]]:
        """Briefings by the name of their file."""
        found: defaultdict[str, list[Briefing]] = defaultdict(list)
        for item in self.loaded:
            found[item.briefing.slug()].append(item.briefing)
        return dict(found)

    @cached_property
    def topics(self) -> frozenset[str]:
        """Ids of the desk's subjects and of IPTC's."""
        return frozenset({*SUBJECTS, *(record.id for record in self.registers.topics)})

    @cached_property
    def stories(self) -> dict[str, int]:
        """How many briefings name each thread; threads of the register count one more."""
        found: defaultdict[str, int] = defaultdict(int)
        for item in self.loaded:
            if item.briefing.story:
                found[item.briefing.story] += 1
        for record in self.registers.stories:
            found[record.id] += 1
        for old in merged_ids(self.registers.stories):
            found[old] += 1
        return dict(found)

    @cached_property
    def names(self) -> NameBook:
        """The register of names by spelling."""
        return NameBook(self.registers.names)

    @cached_property
    def sources(self) -> SourceBook:
        """The register of outlets by spelling."""
        return SourceBook(self.registers.sources)

    @cached_property
    def unwanted(self) -> dict[str, WordRecord]:
        """Words the desk does not use, by their folded spelling."""
        return {_spelling(record.word): record for record in self.registers.words}

    @cached_property
    def unwanted_pattern(self) -> re.Pattern[str] | None:
        """Finds those words, longest first; None where there are none."""
        words = sorted(self.unwanted, key=len, reverse=True)
        spelled = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
        return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)", re.IGNORECASE) if words else None

    @cached_property
    def link_keys(self) -> frozenset[str]:
        """Everything beside briefings that `[[…]]` may name."""
        keys = {f"{record.kind.address()}:{record.id}" for record in self.registers.names}
        for item in self.loaded:
            named = names_in(item.briefing, self.names)
            keys |= {f"{kind.address()}:{own}" for kind, own in named}
            keys.add(f"edition:{item.briefing.edition.isoformat()}")
            keys.add(f"edition:{week_id(item.briefing.edition)}")
            sources = map(self.sources.source_of, item.briefing.articles)
            keys |= {f"source:{source}" for source in sources if source}
        keys |= {f"source:{record.id}" for record in self.registers.sources}
        keys |= {f"edition:{edition.id()}" for edition in self.editions}
        keys |= {f"topic:{topic}" for topic in self.topics}
        return frozenset(keys | {f"story:{story}" for story in self.stories})

    @cached_property
    def old_names(self) -> frozenset[str]:
        """Keys names had before they were registered: their addresses lead on."""
        return frozenset(f"{kind.address()}:{own}" for kind, own in self.names.old_ids())

    def briefings_of(self, key: str) -> Sequence[Briefing]:
        """Give the briefings a link names: by id, `briefing:ID` or file name."""
        own = key.removeprefix("briefing:")
        if own in self.by_id:
            return [item.briefing for item in self.by_id[own]]
        return self.slugs.get(key, [])


def _spelling(word: str) -> str:
    return " ".join(word.replace("’", "'").casefold().split())


def texts_of(b: Briefing) -> Iterator[tuple[KeyPath, Point | Quote]]:
    """Give every text that stands on an article, with its keys in the file."""
    for number, point in enumerate(b.summary):
        yield ("summary", number), point
    for number, point in enumerate(b.key_points):
        yield ("key_points", number), point
    for number, quote in enumerate(b.quotes):
        yield ("quotes", number), quote
