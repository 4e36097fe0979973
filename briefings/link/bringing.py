"""Bringing the shelf up to date: what came, went or changed, and every cell that touched."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import NamedTuple, Self

from briefings.link.heads import HeadBook
from briefings.link.marks import marks_of
from briefings.link.minutes import minutes_of
from briefings.link.neighbours import drop_profile, put_profile
from briefings.link.profiles import profile_of
from briefings.link.reads import (
    ALL,
    Reads,
    briefing_cell,
    counts_cell,
    exists_cell,
    head_cell,
    keys_cell,
    members_cell,
    near_cell,
    told_cell,
)
from briefings.link.registry import Registry
from briefings.link.shelf import STORY, Mark, Shelf, rank_of
from briefings.link.threads import is_story
from briefings.model import Briefing, BriefingHead, Status

_TOLD = tuple(field.name for field in fields(BriefingHead))


def bring(
    shelf: Shelf,
    registry: Registry,
    came: Iterable[Briefing],
    went: Iterable[str] = (),
    *,
    respelled: bool = False,
) -> set[str]:
    """Put briefings on the shelf, or put them on it again as they are now; take others off.

    The work is in proportion to what came and went and to what is near it.

    Args:
        shelf: what was there.
        registry: the desk's; that all which stands on the shelf was brought with.
        came: briefings that are new, that say something else, or that are read otherwise now.
        went: ids of those that are no longer there.
        respelled: whether the register spells names otherwise, so that a briefing may be read
            otherwise though it is as it was.

    Returns:
        The cells that may have changed (`link/reads.py`).
    """
    arrived = {one.id: one for one in came}
    leaving = {
        id_: old for id_ in {**dict.fromkeys(went), **arrived} if (old := shelf.briefing(id_))
    }
    new = {id_: marks_of(one, registry) for id_, one in arrived.items()}
    before = {id_: _Place.of(old, shelf.marks(id_)) for id_, old in leaving.items()}
    now = {id_: _Place.of(one, new[id_]) for id_, one in arrived.items()}
    under = {mark for place in (*before.values(), *now.values()) for mark in place.under()}
    stories = sorted(key for kind, key in under if kind == STORY)
    was_there = {mark: shelf.holds(*mark) for mark in under}
    held = [mark for mark in under if was_there[mark]]
    heads = _heads(shelf, registry, held)
    was_story = {key: is_story(shelf.members(STORY, key)) for key in stories}
    for id_ in leaving:
        shelf.drop(id_)
    for id_, one in arrived.items():
        shelf.put(one, new[id_])
    touched = _lists(before, now, respelled=respelled)
    turned = {mark for mark in under if was_there[mark] != shelf.holds(*mark)}
    touched |= {keys_cell(kind) for kind, _ in turned} | {exists_cell(*mark) for mark in turned}
    touched |= {briefing_cell(id_) for id_ in (*leaving, *arrived)}
    touched |= {
        told_cell(id_)
        for id_ in {**leaving, **arrived}
        if respelled or _told(leaving.get(id_)) != _told(arrived.get(id_))
    }
    heads_now = _heads(shelf, registry, held)
    touched |= {head_cell(*mark) for mark in under if heads.get(mark) != heads_now.get(mark)}
    touched |= {head_cell(*mark) for mark in turned}
    begun = {key for key in stories if was_story[key] != is_story(shelf.members(STORY, key))}
    again = {member.id for key in begun for member in shelf.members(STORY, key)}
    touched |= _pair(shelf, registry, again | arrived.keys(), leaving.keys() - arrived.keys())
    return touched | {ALL} if touched else touched


def _told(briefing: Briefing | None) -> tuple[object, ...]:
    """Give all that other pages say of a briefing."""
    if briefing is None:
        return ()
    return (minutes_of(briefing), *(getattr(briefing, name) for name in _TOLD))


class _Place(NamedTuple):
    """Where a briefing stands: all that lists of ids are made from."""

    rank: tuple[int, float]
    standing: bool
    marks: tuple[Mark, ...]

    @classmethod
    def of(cls, briefing: Briefing, marks: Iterable[Mark]) -> Self:
        return cls(rank_of(briefing), briefing.status is not Status.WITHDRAWN, tuple(marks))

    def under(self) -> Iterator[tuple[str, str]]:
        return ((mark.kind, mark.key) for mark in self.marks)


def _lists(before: Mapping[str, _Place], now: Mapping[str, _Place], *, respelled: bool) -> set[str]:
    """Give the cells of the lists that differ: a text that was mended leaves all as they were."""
    moved = [id_ for id_ in {**before, **now} if respelled or before.get(id_) != now.get(id_)]
    places = (place for id_ in moved for place in (before.get(id_), now.get(id_)) if place)
    marks = {mark for place in places for mark in place.under()}
    return {members_cell(*mark) for mark in marks} | {counts_cell(kind) for kind, _ in marks}


def _heads(
    shelf: Shelf, registry: Registry, marks: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], object]:
    """Give what other pages say of each, as it is now."""
    book = HeadBook(shelf, registry, Reads())
    return {(kind, key): book.head(kind, key) for kind, key in marks}


def _pair(shelf: Shelf, registry: Registry, ids: Iterable[str], gone: Iterable[str]) -> set[str]:
    """Bring the neighbours up to date; a thread of one makes nobody near."""
    near: set[str] = set()
    for id_ in sorted({*ids, *gone}):
        briefing = shelf.briefing(id_)
        if briefing is None or briefing.status is Status.WITHDRAWN:
            near |= {id_, *drop_profile(shelf.pairs, id_)}
            continue
        thread = registry.thread(briefing.story)
        story = thread if thread and is_story(shelf.members(STORY, thread)) else None
        profile = profile_of(briefing, registry.names, story)
        if profile != shelf.pairs.profile(id_):
            near |= put_profile(shelf.pairs, profile)
    return {near_cell(id_) for id_ in near}
