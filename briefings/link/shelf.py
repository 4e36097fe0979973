"""The shelf: every visible briefing, and by what each is found.

All of linking asks the same few questions: which briefings have this mark, which marks has this
briefing, which are near it. A shelf answers them; one in memory is here, one on disk keeps what
the last build knew (`store/state`). Answers depend on the briefings alone, never on the order
they came in.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from briefings.link.pairs import MemoryPairs, Pairs
from briefings.model import Briefing, BriefingHead, Head, NameHead, Status
from briefings.text.instants import instant_of

STORY, NAME, TOPIC, SOURCE = "story", "name", "topic", "source"
DAY, WEEK, MONTH, ADDRESS, SLUG = "day", "week", "month", "address", "slug"
LINK, TEXT, CORRECTED, IMAGE = "link", "text", "corrected", "image"


class Mark(NamedTuple):
    """Something a briefing is found by."""

    kind: str
    key: str
    notes: tuple[str, ...] = ()
    """Of a name or a source, the words in print; else nothing."""


class Member(NamedTuple):
    """A briefing under a mark; members sort newest first by `rank`."""

    rank: tuple[int, float]
    """Days and seconds, counted backwards: smaller is newer; then by id."""
    id: str
    standing: bool
    """Whether it is not withdrawn."""
    notes: tuple[str, ...]


class Count(NamedTuple):
    """How many stand under a mark; days are ranks, smaller is newer."""

    every: int
    standing: int
    newest: int
    newest_standing: int
    """Of all, where none stands."""


AnyHead = Head | NameHead


class KeptHeads(Protocol):
    """Heads worked out before, by kind and key; of what changed since there is none."""

    def get(self, mark: tuple[str, str]) -> AnyHead | None:
        """Give a head that was kept."""

    def put(self, mark: tuple[str, str], head: AnyHead) -> None:
        """Keep a head."""


class Shelf(Protocol):
    """What linking asks."""

    @property
    def heads(self) -> KeptHeads:
        """Give what was worked out of names and stories."""

    @property
    def pairs(self) -> Pairs:
        """Give who is near whom."""

    def briefing(self, id_: str) -> Briefing | None:
        """Give a briefing; None where there is none."""

    def told(self, id_: str) -> BriefingHead | None:
        """Give what other pages say of a briefing; None where there is none."""

    def ids(self) -> Iterator[str]:
        """Give every id, newest first."""

    def members(self, kind: str, key: str) -> Sequence[Member]:
        """Give the briefings under a mark, newest first."""

    def marks(self, id_: str) -> Sequence[Mark]:
        """Give the marks of a briefing, in the order it has them; none where it is not here."""

    def marks_beside(self, kind: str, key: str, others: Sequence[str]) -> Mapping[str, list[Mark]]:
        """Give, of every member under a mark, its marks of other kinds; by id of the member."""

    def keys(self, kind: str) -> Sequence[str]:
        """Give the keys of a kind that something stands under, sorted."""

    def holds(self, kind: str, key: str) -> bool:
        """Tell whether anything stands under a mark."""

    def counts(self, kind: str) -> Mapping[str, Count]:
        """Give how many stand under each key of a kind, by key in order."""

    def put(self, briefing: Briefing, marks: Sequence[Mark]) -> None:
        """Take a briefing in that is not here."""

    def drop(self, id_: str) -> None:
        """Forget a briefing."""


def rank_of(briefing: BriefingHead) -> tuple[int, float]:
    """Give what sorts a briefing among others: edition, then publication, newest first.

    What is not yet published is younger than all that is, of the same edition.
    """
    published = briefing.published_at
    instant = instant_of(published).timestamp() if published else float("inf")
    return -briefing.edition.toordinal(), -instant


class MemoryHeads:
    """Heads in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], AnyHead] = {}
        """All there are."""

    def get(self, mark: tuple[str, str]) -> AnyHead | None:
        """Give a head that was kept."""
        return self.kept.get(mark)

    def put(self, mark: tuple[str, str], head: AnyHead) -> None:
        """Keep a head."""
        self.kept[mark] = head


class MemoryShelf:
    """A shelf in memory."""

    def __init__(self) -> None:
        self.heads = MemoryHeads()
        self.pairs = MemoryPairs()
        self._briefings: dict[str, Briefing] = {}
        self._marks: dict[str, tuple[Mark, ...]] = {}
        self._under: defaultdict[str, defaultdict[str, dict[str, Member]]]
        self._under = defaultdict(lambda: defaultdict(dict))

    def briefing(self, id_: str) -> Briefing | None:
        """Give a briefing; None where there is none."""
        return self._briefings.get(id_)

    def told(self, id_: str) -> BriefingHead | None:
        """Give what other pages say of a briefing; None where there is none."""
        return self._briefings.get(id_)

    def ids(self) -> Iterator[str]:
        """Give every id, newest first."""
        every = self._briefings.values()
        return iter([one.id for one in sorted(every, key=lambda one: (rank_of(one), one.id))])

    def members(self, kind: str, key: str) -> Sequence[Member]:
        """Give the briefings under a mark, newest first."""
        return sorted(self._under[kind].get(key, {}).values())

    def marks(self, id_: str) -> Sequence[Mark]:
        """Give the marks of a briefing, in the order it has them; none where it is not here."""
        return self._marks.get(id_, ())

    def marks_beside(self, kind: str, key: str, others: Sequence[str]) -> Mapping[str, list[Mark]]:
        """Give, of every member under a mark, its marks of other kinds; by id of the member."""
        return {
            id_: [mark for mark in self._marks[id_] if mark.kind in others]
            for id_ in self._under[kind].get(key, {})
        }

    def keys(self, kind: str) -> Sequence[str]:
        """Give the keys of a kind that something stands under, sorted."""
        return sorted(self._under[kind])

    def holds(self, kind: str, key: str) -> bool:
        """Tell whether anything stands under a mark."""
        return key in self._under[kind]

    def counts(self, kind: str) -> Mapping[str, Count]:
        """Give how many stand under each key of a kind, by key in order."""
        under = self._under[kind]
        return {key: _count(list(under[key].values())) for key in sorted(under)}

    def put(self, briefing: Briefing, marks: Sequence[Mark]) -> None:
        """Take a briefing in that is not here."""
        rank, standing = rank_of(briefing), briefing.status is not Status.WITHDRAWN
        for mark in marks:
            member = Member(rank, briefing.id, standing, mark.notes)
            self._under[mark.kind][mark.key][briefing.id] = member
            self.heads.kept.pop((mark.kind, mark.key), None)
        self._briefings[briefing.id] = briefing
        self._marks[briefing.id] = tuple(marks)

    def drop(self, id_: str) -> None:
        """Forget a briefing."""
        del self._briefings[id_]
        for mark in self._marks.pop(id_):
            under = self._under[mark.kind]
            del under[mark.key][id_]
            self.heads.kept.pop((mark.kind, mark.key), None)
            if not under[mark.key]:
                del under[mark.key]


def day_of(member: Member) -> date:
    """Give the edition a member is in."""
    return date.fromordinal(-member.rank[0])


def _count(members: Sequence[Member]) -> Count:
    standing = [member.rank[0] for member in members if member.standing]
    newest = min(member.rank[0] for member in members)
    return Count(len(members), len(standing), newest, min(standing, default=newest))


def standing_of(members: Iterable[Member]) -> list[Member]:
    """Give those that stand; where everything was withdrawn, all: an address lives on."""
    listed = list(members)
    return [member for member in listed if member.standing] or listed
