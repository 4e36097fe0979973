"""Editions: a day's briefings in the order a reader meets them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from briefings.model import Briefing, Edition, Origins, Status


def link_editions(
    briefings: Sequence[Briefing], editions: Sequence[Edition], origins: Mapping[str, Origins]
) -> tuple[Edition, ...]:
    """Give the editions that have something to read, newest first.

    What an editor ordered comes first and as ordered; the rest by number of outlets, then by how
    much it says. Withdrawn briefings are left out, unless a day has nothing else: its address
    lives on.
    """
    days: defaultdict[date, list[Briefing]] = defaultdict(list)
    for briefing in briefings:
        days[briefing.edition].append(briefing)
    written = {edition.date: edition for edition in editions if not edition.weekly}
    return tuple(
        _edition(written.get(day, Edition(date=day, briefings=())), days[day], origins)
        for day in sorted(days, reverse=True)
    )


def _edition(
    written: Edition, briefings: Sequence[Briefing], origins: Mapping[str, Origins]
) -> Edition:
    standing = [one for one in briefings if one.status is not Status.WITHDRAWN] or briefings
    there = {one.id for one in standing}
    ordered = [id_ for id_ in written.briefings if id_ in there]
    computed = sorted(standing, key=lambda one: order_weight(one, origins[one.id]))
    ids = dict.fromkeys([*ordered, *(one.id for one in computed)])
    return replace(written, briefings=tuple(ids))


def order_weight(briefing: Briefing, origins: Origins) -> tuple[int, int, str, str]:
    """Give what a computed order sorts by: outlets, then how much is said."""
    said = sum(len(point.text) for point in (*briefing.summary, *briefing.key_points))
    return -origins.outlets, -said, briefing.title, briefing.id
