"""Which thread a draft belongs to: a proposal with its reason; an editor decides."""

import pickle
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from heapq import nlargest
from itertools import chain, islice

from briefings.link.namebook import NameBook
from briefings.link.packing import Packed, Packer
from briefings.link.profiles import Profile, is_place, label, profile_of
from briefings.link.reasons import shared_names
from briefings.link.score import score
from briefings.link.thread_index import SLACK, ThreadIndex
from briefings.link.wording import with_article
from briefings.model import Briefing, NameKind, Status, StoryChoice

# Fixed beforehand on labelled stories (docs/linking.md); below, a draft begins its own thread.
_THRESHOLD = 0.2
# A thread is as near as its nearest entries on average: one chance likeness is not enough.
_NEAREST = 3
_RIVALS = 3
_COMPARED = 100
"""Entries of all threads, and of one, that a draft is compared with at most, by what they score
at most. Of a year of newswire few drafts find more."""
_UNPACKED = 4_000
"""Profiles at hand: 4 kB each."""
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def choose_story(draft: Briefing, committed: Sequence[Briefing]) -> StoryChoice:
    """Propose the committed thread a draft is nearest to, or none, with the runners-up."""
    return Threads(committed).choose(draft)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A briefing of a thread; its profile is packed, for there may be a hundred thousand."""

    id: str
    thread: str
    title: str
    edition: date
    packed: Packed


_Member = tuple[float, _Entry, Profile]


class Threads:
    """The threads there are, ready to be compared with one draft after another."""

    def __init__(self, committed: Iterable[Briefing] = ()) -> None:
        self._pending: dict[str, bytes] = {}
        self._index = ThreadIndex()
        self._packer = Packer()
        self._entries: list[_Entry | None] = []
        self._numbers: dict[str, int] = {}
        self._threads: defaultdict[str, dict[int, None]] = defaultdict(dict)
        self._unpacked = lru_cache(maxsize=_UNPACKED)(self._unpack)
        for briefing in committed:
            self.add(briefing)

    def add(self, briefing: Briefing) -> None:
        """Take a briefing in, or take it in again as it is now."""
        bare = replace(briefing, body="", summary=(), key_points=(), corrections=(), drafted=None)
        self._pending.pop(briefing.id, None)
        self._pending[briefing.id] = pickle.dumps(bare, 5)

    def home(self, draft: Briefing) -> str | None:
        """Give the thread a draft is proposed for, as `choose` does, from an index.

        In archives so dense that a look finds more than it may read, the likeliest are compared.
        """
        self._take_in()
        own = profile_of(draft, NameBook(()), None)
        near = self._index.near(own, _THRESHOLD)
        best: tuple[float, str] | None = None
        looked: set[str] = set()
        for number in nlargest(_COMPARED, near, key=lambda one: (near[one], one)):
            least = -best[0] if best else _THRESHOLD
            if near[number] + SLACK < least:
                break
            entry = self._entries[number]
            # A thread is at most as near as the nearest of its entries.
            if entry is None or entry.id == draft.id or entry.thread in looked:
                continue
            if score(own, self._unpacked(number)) >= least:
                looked.add(entry.thread)
                found = (-self._nearness(own, entry.thread, near), entry.thread)
                if -found[0] >= _THRESHOLD:
                    best = min(best or found, found)
        return best[1] if best else None

    def _nearness(self, own: Profile, thread: str, near: Mapping[int, float]) -> float:
        """Say how near a thread is; entries that cannot be of its nearest are not compared."""
        members = self._threads[thread]
        first = nlargest(_COMPARED, members.keys() & near.keys(), key=lambda n: (near[n], n))
        others = islice((n for n in reversed(members) if n not in near), _COMPARED)
        nearest: list[float] = []
        for number in chain(first, others):
            entry = self._entries[number]
            if entry is None or entry.id == own.id:
                continue
            if len(nearest) == _NEAREST and nearest[-1] >= near.get(number, _THRESHOLD) + SLACK:
                break
            nearest.append(score(own, self._unpacked(number)))
            nearest = sorted(nearest, reverse=True)[:_NEAREST]
        return _nearness(nearest)

    def choose(self, draft: Briefing) -> StoryChoice:
        """Propose the thread a draft is nearest to, or none, with the runners-up."""
        self._take_in()
        own = profile_of(draft, NameBook(()), None)
        scored = {thread: self._scored(own, thread) for thread in self._threads}
        threads = {thread: members for thread, members in scored.items() if members}
        near = [(_nearness([s for s, _, _ in all_]), thread) for thread, all_ in threads.items()]
        ranked = sorted(near, key=lambda pair: (-pair[0], pair[1]))
        rivals = tuple((thread, near) for near, thread in ranked if near > 0)
        if not ranked or ranked[0][0] < _THRESHOLD:
            return StoryChoice(id=None, reason=_none_reason(rivals), rivals=rivals[:_RIVALS])
        best = ranked[0][1]
        reason = _reason(best, own, draft, threads[best])
        return StoryChoice(
            id=best, reason=reason, rivals=rivals[1 : 1 + _RIVALS], score=ranked[0][0]
        )

    def _take_in(self) -> None:
        """Profile what came when it is first compared: a run without a new draft needs none."""
        for id_ in list(self._pending):
            briefing: Briefing = pickle.loads(self._pending.pop(id_))  # packed here
            before = self._numbers.pop(id_, None)
            if before is not None and (entry := self._entries[before]):
                del self._threads[entry.thread][before]
                self._entries[before] = None
            if briefing.story and briefing.status is not Status.WITHDRAWN:
                self._put(briefing, briefing.story)

    def _put(self, briefing: Briefing, thread: str) -> None:
        profile = profile_of(briefing, NameBook(()), thread)
        number = self._numbers[briefing.id] = self._index.add(profile)
        packed = self._packer.pack(profile)
        self._entries.append(_Entry(briefing.id, thread, briefing.title, briefing.edition, packed))
        self._threads[thread][number] = None

    def _scored(self, own: Profile, thread: str) -> list[_Member]:
        members = [
            (entry, self._unpacked(number))
            for number in self._threads[thread]
            if (entry := self._entries[number]) and entry.id != own.id
        ]
        return [(score(own, profile), entry, profile) for entry, profile in members]

    def _unpack(self, number: int) -> Profile:
        entry = self._entries[number]
        assert entry is not None  # only those of a thread are asked for
        return self._packer.unpack(entry.packed)


def _nearness(scores: Sequence[float]) -> float:
    nearest = sorted(scores, reverse=True)[:_NEAREST]
    return round(0.5 * nearest[0] + 0.5 * sum(nearest) / len(nearest), 4)


def _reason(
    thread: str,
    own: Profile,
    draft: Briefing,
    members: Sequence[_Member],
) -> str:
    holders = _holders(own, members)
    latest = max(briefing.edition for _, briefing, _ in members)
    if not holders:
        nearest = min(members, key=lambda member: (-member[0], member[1].id))[1]
        return f"reads much like “{nearest.title}”, of {thread}, latest {_day(latest)}"
    printed = _printed(draft)
    first = min(holders, key=lambda key: (-own.names[key], key))
    with_all = [key for key in holders if holders[key] >= holders[first] and key != first]
    second = min(with_all, key=lambda key: (-own.names[key], key), default=None)
    both = holders[first] & holders[second] if second else holders[first]
    told = " and ".join(printed[key] for key in (first, second) if key)
    entries = "1 briefing" if len(both) == 1 else f"{len(both)} briefings"
    latest = max(briefing.edition for _, briefing, _ in members if briefing.id in both)
    return f"shares {told} with {entries} of {thread}, latest {_day(latest)}"


def _holders(own: Profile, members: Sequence[_Member]) -> dict[str, frozenset[str]]:
    """Give per shared name the entries that have it; a place alone tells only beside others."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for _, briefing, profile in members:
        for key in shared_names(own, profile):
            found[key].add(briefing.id)
    telling = {key: ids for key, ids in found.items() if not is_place(key)} or found
    return {key: frozenset(telling[key]) for key in sorted(telling)}


def _printed(draft: Briefing) -> Mapping[str, str]:
    book = NameBook(())
    return {
        label(book.key(kind, use)): with_article(use.name)
        for kind in NameKind
        for use in draft.names.of(kind)
    }


def _none_reason(rivals: Sequence[tuple[str, float]]) -> str:
    if not rivals:
        return "shares no name and hardly a word with any thread"
    return f"not near enough to any thread; the nearest is {rivals[0][0]}"


def _day(day: date) -> str:
    # Not strftime: its month names follow the locale of the machine.
    return f"{day.day} {_MONTHS[day.month - 1]}"
