"""Bringing the shelf up to date: what came, went or changed, and every cell that touched."""

from collections.abc import Iterable

from briefings.link.heads import HeadBook
from briefings.link.marks import marks_of
from briefings.link.neighbours import drop_profile, put_profile
from briefings.link.profiles import profile_of
from briefings.link.reads import (
    ALL,
    Reads,
    briefing_cell,
    exists_cell,
    head_cell,
    keys_cell,
    members_cell,
    near_cell,
)
from briefings.link.registry import Registry
from briefings.link.shelf import STORY, Shelf
from briefings.link.threads import is_story
from briefings.model import Briefing, Status


def bring(
    shelf: Shelf, registry: Registry, came: Iterable[Briefing], went: Iterable[str] = ()
) -> set[str]:
    """Put briefings on the shelf, or put them on it again as they are now; take others off.

    The work is in proportion to what came and went and to what is near it. The registry must be
    the one all that stands on the shelf was brought with.

    Returns:
        The cells that may have changed (`link/reads.py`).
    """
    arrived = {one.id: one for one in came}
    leaving = [id_ for id_ in {**dict.fromkeys(went), **arrived} if shelf.briefing(id_)]
    new = {id_: marks_of(one, registry) for id_, one in arrived.items()}
    under = {(m.kind, m.key) for id_ in leaving for m in shelf.marks(id_)}
    under |= {(m.kind, m.key) for marks in new.values() for m in marks}
    stories = sorted(key for kind, key in under if kind == STORY)
    was_there = {mark: shelf.holds(*mark) for mark in under}
    heads = _heads(shelf, registry, (mark for mark in under if was_there[mark]))
    was_story = {key: is_story(shelf.members(STORY, key)) for key in stories}
    for id_ in leaving:
        shelf.drop(id_)
    for id_, one in arrived.items():
        shelf.put(one, new[id_])
    touched = {members_cell(*mark) for mark in under}
    turned = {mark for mark in under if was_there[mark] != shelf.holds(*mark)}
    touched |= {keys_cell(kind) for kind, _ in turned} | {exists_cell(*mark) for mark in turned}
    touched |= {briefing_cell(id_) for id_ in (*leaving, *arrived)}
    now = _heads(shelf, registry, (mark for mark in under if was_there[mark]))
    touched |= {head_cell(*mark) for mark in under if heads.get(mark) != now.get(mark)}
    touched |= {head_cell(*mark) for mark in turned}
    begun = {key for key in stories if was_story[key] != is_story(shelf.members(STORY, key))}
    again = {member.id for key in begun for member in shelf.members(STORY, key)}
    touched |= _pair(shelf, registry, again | arrived.keys(), leaving)
    return touched | {ALL} if touched else touched


def _heads(
    shelf: Shelf, registry: Registry, marks: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], object]:
    """Give what other pages say of each, as it is now."""
    book = HeadBook(shelf, registry, Reads())
    return {(kind, key): book.head(kind, key) for kind, key in marks}


def _pair(shelf: Shelf, registry: Registry, ids: Iterable[str], gone: Iterable[str]) -> set[str]:
    """Bring the neighbours up to date; a thread of one makes nobody near."""
    near = {other for id_ in gone for other in (id_, *drop_profile(shelf.pairs, id_))}
    for id_ in sorted(ids):
        briefing = shelf.briefing(id_)
        if briefing is None or briefing.status is Status.WITHDRAWN:
            continue
        thread = registry.thread(briefing.story)
        story = thread if thread and is_story(shelf.members(STORY, thread)) else None
        near |= put_profile(shelf.pairs, profile_of(briefing, registry.names, story))
    return {near_cell(id_) for id_ in near}
