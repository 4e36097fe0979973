"""A shelf that notes what is asked of it (`link/reads.py`)."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from briefings.link.minutes import minutes_of
from briefings.link.pairs import PairMark, Pairs
from briefings.link.profiles import Profile
from briefings.link.reads import (
    ALL,
    Reads,
    briefing_cell,
    counts_cell,
    exists_cell,
    keys_cell,
    members_cell,
    near_cell,
    told_cell,
)
from briefings.link.shelf import Count, KeptHeads, Mark, Member, Shelf
from briefings.model import Briefing, BriefingHead


class NotedShelf:
    """Passes every question on, and notes it."""

    def __init__(self, shelf: Shelf, reads: Reads) -> None:
        self._shelf, self._reads = shelf, reads
        self.pairs: Pairs = _NotedPairs(shelf.pairs, reads)
        self.heads: KeptHeads = shelf.heads  # `link/reads.py` notes a head itself, not its parts

    def briefing(self, id_: str) -> Briefing | None:
        """Give a briefing; None where there is none."""
        self._reads.note(briefing_cell(id_))
        return self._shelf.briefing(id_)

    def told(self, id_: str) -> BriefingHead | None:
        """Give what other pages say of a briefing; None where there is none."""
        self._reads.note(told_cell(id_))
        return self._shelf.told(id_)

    def minutes(self, id_: str) -> int | None:
        """Give how long a briefing takes to read; None where there is none."""
        self._reads.note(told_cell(id_))  # touched where these differ, too
        briefing = self._shelf.briefing(id_)
        return minutes_of(briefing) if briefing else None

    def ids(self) -> Iterator[str]:
        """Give every id, newest first."""
        self._reads.note(ALL)
        return self._shelf.ids()

    def members(self, kind: str, key: str) -> Sequence[Member]:
        """Give the briefings under a mark, newest first."""
        self._reads.note(members_cell(kind, key))
        return self._shelf.members(kind, key)

    def marks(self, id_: str) -> Sequence[Mark]:
        """Give the marks of a briefing, in the order it has them."""
        self._reads.note(briefing_cell(id_))
        return self._shelf.marks(id_)

    def marks_beside(self, kind: str, key: str, others: Sequence[str]) -> Mapping[str, list[Mark]]:
        """Give, of every member under a mark, its marks of other kinds; by id of the member."""
        self._reads.note(members_cell(kind, key))
        return self._shelf.marks_beside(kind, key, others)

    def keys(self, kind: str) -> Sequence[str]:
        """Give the keys of a kind that something stands under, sorted."""
        self._reads.note(keys_cell(kind))
        return self._shelf.keys(kind)

    def holds(self, kind: str, key: str) -> bool:
        """Tell whether anything stands under a mark."""
        self._reads.note(exists_cell(kind, key))
        return self._shelf.holds(kind, key)

    def counts(self, kind: str) -> Mapping[str, Count]:
        """Give how many stand under each key of a kind."""
        self._reads.note(counts_cell(kind))
        return self._shelf.counts(kind)

    def put(self, briefing: Briefing, marks: Sequence[Mark]) -> None:
        """Refuse: who makes pages only reads."""
        raise NotImplementedError

    def drop(self, id_: str) -> None:
        """Refuse: who makes pages only reads."""
        raise NotImplementedError


class _NotedPairs:
    def __init__(self, pairs: Pairs, reads: Reads) -> None:
        self._pairs, self._reads = pairs, reads

    def profile(self, id_: str) -> Profile | None:
        self._reads.note(told_cell(id_))  # a profile is made from nothing else
        return self._pairs.profile(id_)

    def holders(self, mark: PairMark) -> Mapping[str, float]:
        raise NotImplementedError

    def ages(self) -> Collection[int]:
        raise NotImplementedError

    def near(self, id_: str) -> Mapping[str, float]:
        self._reads.note(near_cell(id_))
        return self._pairs.near(id_)

    def put(
        self, profile: Profile, marks: Iterable[tuple[PairMark, float]], near: Mapping[str, float]
    ) -> None:
        raise NotImplementedError

    def drop(self, profile: Profile, marks: Iterable[tuple[PairMark, float]]) -> None:
        raise NotImplementedError
