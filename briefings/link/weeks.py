"""Weeks: a week's briefings, each story once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from briefings.link.editions import order_weight
from briefings.model import Briefing, Edition, Origins, Status, week_id


def link_weeks(
    briefings: Sequence[Briefing],
    editions: Sequence[Edition],
    origins: Mapping[str, Origins],
    stories: Mapping[str, str],
) -> tuple[Edition, ...]:
    """Give the weekly editions that have something to read, newest first.

    The latest briefing of a story stands for it, unless the week's file names another. What the
    file orders comes first; then what went on longest, then as in a daily edition.

    Args:
        briefings: visible ones, newest first.
        editions: those an editor wrote a file for, daily ones too.
        origins: per briefing id.
        stories: id of the thread by id of the briefing, for threads that have a page.
    """
    weeks: defaultdict[str, list[Briefing]] = defaultdict(list)
    for briefing in briefings:
        weeks[week_id(briefing.edition)].append(briefing)
    written = {edition.id(): edition for edition in editions if edition.weekly}
    return tuple(
        _week(written.get(week) or _empty(weeks[week][0]), weeks[week], origins, stories)
        for week in sorted(weeks, reverse=True)
    )


def _empty(briefing: Briefing) -> Edition:
    year, week, _ = briefing.edition.isocalendar()
    return Edition(date=date.fromisocalendar(year, week, 1), briefings=(), weekly=True)


def _week(
    written: Edition,
    briefings: Sequence[Briefing],
    origins: Mapping[str, Origins],
    stories: Mapping[str, str],
) -> Edition:
    standing = [one for one in briefings if one.status is not Status.WITHDRAWN] or briefings
    by_id = {one.id: one for one in standing}
    threads: defaultdict[str, list[Briefing]] = defaultdict(list)
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
