"""Weeks: a week's briefings, each story once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from briefings.link.editions import order_weight
from briefings.model import BriefingHead, Edition, Origins, Status, monday_of


def empty_week(day: date) -> Edition:
    """Give the week a day falls in, where no editor wrote a file for it."""
    return Edition(date=monday_of(day), briefings=(), weekly=True)


def make_week(
    written: Edition,
    briefings: Sequence[BriefingHead],
    origins: Mapping[str, Origins],
    stories: Mapping[str, str],
) -> Edition:
    """Put a week together.

    The latest briefing of a story stands for it, unless the week's file names another. What the
    file orders comes first; then what went on longest, then as in a daily edition.

    Args:
        written: the week's file, or an empty one.
        briefings: of the week, newest first.
        origins: per briefing id.
        stories: id of the thread by id of the briefing, for threads that have a page.
    """
    standing = [one for one in briefings if one.status is not Status.WITHDRAWN] or briefings
    by_id = {one.id: one for one in standing}
    threads: defaultdict[str, list[BriefingHead]] = defaultdict(list)
    named = [by_id[id_] for id_ in written.briefings if id_ in by_id]
    for one in {one.id: one for one in (*named, *standing)}.values():
        # A slash, which no id has: a briefing of no story is a thread of its own.
        threads[stories.get(one.id, f"/{one.id}")].append(one)
    kept = [one.id for one in named]
    first = {members[0].id: members for members in threads.values()}
    rest = sorted(
        (id_ for id_ in first if id_ not in kept),
        key=lambda id_: (-len(first[id_]), order_weight(by_id[id_], origins[id_])),
    )
    age = {one.id: number for number, one in enumerate(standing)}
    earlier = {
        id_: tuple(one.id for one in members if age[one.id] > age[id_] and one.id not in kept)
        for id_, members in first.items()
    }
    return replace(
        written,
        briefings=(*dict.fromkeys(kept), *rest),
        earlier={id_: earlier[id_] for id_ in sorted(earlier) if earlier[id_]},
    )
