"""Which thread a draft belongs to: a proposal with its reason; an editor decides."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from briefings.link.namebook import NameBook
from briefings.link.profiles import Profile, is_place, label, profile_of
from briefings.link.reasons import shared_names
from briefings.link.score import score
from briefings.link.wording import with_article
from briefings.model import Briefing, NameKind, Status, StoryChoice

# Fixed beforehand on labelled stories (docs/linking.md); below, a draft begins its own thread.
_THRESHOLD = 0.2
# A thread is as near as its nearest entries on average: one chance likeness is not enough.
_NEAREST = 3
_RIVALS = 3
_Member = tuple[float, Briefing, Profile]
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def choose_story(draft: Briefing, committed: Sequence[Briefing]) -> StoryChoice:
    """Propose the committed thread a draft is nearest to, or none, with the runners-up."""
    return Threads(committed).choose(draft)


class Threads:
    """The threads there are, ready to be compared with one draft after another."""

    def __init__(self, committed: Iterable[Briefing] = ()) -> None:
        self._book = NameBook(())
        self._entries = {briefing.id: briefing for briefing in committed}
        self._profiles: dict[str, Profile] = {}

    def add(self, briefing: Briefing) -> None:
        """Take a briefing in, or take it in again as it is now."""
        self._entries[briefing.id] = briefing
        self._profiles.pop(briefing.id, None)

    def choose(self, draft: Briefing) -> StoryChoice:
        """Propose the thread a draft is nearest to, or none, with the runners-up."""
        own = profile_of(draft, self._book, None)
        threads: defaultdict[str, list[_Member]] = defaultdict(list)
        for briefing in self._entries.values():
            if briefing.id == draft.id or briefing.status is Status.WITHDRAWN:
                continue
            if briefing.story:
                profile = self._profile(briefing)
                threads[briefing.story].append((score(own, profile), briefing, profile))
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

    def _profile(self, briefing: Briefing) -> Profile:
        """Profile a briefing when it is first compared: a run without a new draft needs none."""
        if briefing.id not in self._profiles:
            self._profiles[briefing.id] = profile_of(briefing, self._book, briefing.story)
        return self._profiles[briefing.id]


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
