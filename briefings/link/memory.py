"""Memory: what linking need not work out again for briefings that are as they were.

Kept between two runs of one process, such as an editor's preview. The result is the one linking
everything anew gives: a part is used again only where all it was made from is the same.
"""

from collections.abc import Mapping, Sequence

from briefings.link.namebook import NameBook
from briefings.link.neighbours import Neighbours
from briefings.link.profiles import Profile, profile_of
from briefings.link.reasons import Titles
from briefings.link.related import choose_related
from briefings.model import Briefing, Registers, Related, Status


class Memory:
    """What the last run of `link_archive` knew; an empty one knows nothing."""

    def __init__(self) -> None:
        self._registers: Registers | None = None
        self._book = NameBook(())
        self._forget()

    def _forget(self) -> None:
        self._made: dict[str, tuple[Briefing, str | None]] = {}
        self._near = Neighbours()
        self._titles: Titles | None = None
        self._related: dict[str, tuple[Related, ...]] = {}
        self._standing: dict[str, Briefing] = {}

    def book(self, registers: Registers) -> NameBook:
        """Give the register of names; with another register nothing is remembered."""
        if registers.names != (self._registers.names if self._registers else None):
            self._forget()
            self._book = NameBook(registers.names)
        self._registers = registers
        return self._book

    def related(
        self, briefings: Sequence[Briefing], stories: Mapping[str, str], titles: Titles
    ) -> dict[str, tuple[Related, ...]]:
        """Give every briefing's related ones; withdrawn ones neither have nor are any.

        Args:
            briefings: visible ones, newest first.
            stories: id of the thread by id of the briefing, for threads that have a page.
            titles: how reasons call things.
        """
        standing = {one.id: one for one in briefings if one.status is not Status.WITHDRAWN}
        changed = self._compare(standing, stories)
        changed |= self._renamed(titles)
        changed |= self._pinning(standing)
        self._titles, self._standing = titles, standing
        self._related = {
            id_: self._related[id_]
            if id_ in self._related and id_ not in changed
            else choose_related(one, standing, self._near, titles)
            for id_, one in standing.items()
        }
        return self._related

    def _compare(self, standing: Mapping[str, Briefing], stories: Mapping[str, str]) -> set[str]:
        """Bring the neighbours up to date; give the ids whose lists may have changed."""
        changed: set[str] = set()
        for id_ in self._made.keys() - standing.keys():
            changed |= self._near.drop(id_)
            del self._made[id_]
        for id_, briefing in standing.items():
            story = stories.get(id_)
            held = self._made.get(id_)
            if held is None or held[0] is not briefing or held[1] != story:
                changed |= self._near.put(profile_of(briefing, self._book, story))
                self._made[id_] = briefing, story
        return changed

    def _renamed(self, titles: Titles) -> set[str]:
        """Give the ids whose reasons may name something by another title now."""
        before = self._titles
        if before is None:
            return set()
        names = _differing(before.names, titles.names)
        stories = _differing(before.stories, titles.stories)
        topics = _differing(before.topics, titles.topics)
        if not (names or stories or topics):
            return set()
        return {id_ for id_ in self._made if self._speaks_of(id_, names, stories, topics)}

    def _speaks_of(self, id_: str, names: set[str], stories: set[str], topics: set[str]) -> bool:
        own: Profile = self._near.profile(id_)
        told = own.names.keys() | own.speakers
        return bool(told & names or own.story in stories or own.topics & topics)

    def _pinning(self, standing: Mapping[str, Briefing]) -> set[str]:
        """Give the ids that pin a briefing which came, went or changed."""
        ids = self._standing.keys() | standing.keys()
        moved = {id_ for id_ in ids if self._standing.get(id_) is not standing.get(id_)}
        return {one.id for one in standing.values() if not moved.isdisjoint(one.related)}


def _differing(before: Mapping[str, str], now: Mapping[str, str]) -> set[str]:
    """Give the keys two tables do not agree on."""
    if before == now:
        return set()
    return {key for key, _ in before.items() ^ now.items()}
