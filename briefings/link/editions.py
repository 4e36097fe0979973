"""Editions: a day's briefings in the order a reader meets them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefings.model import BriefingHead, Edition, Origins, Status


def make_edition(
    written: Edition, briefings: Sequence[BriefingHead], origins: Mapping[str, Origins]
) -> Edition:
    """Put a day's edition together from its briefings, newest first.

    What an editor ordered comes first and as ordered; the rest by number of outlets, then by how
    much it says. Withdrawn briefings are left out, unless a day has nothing else: its address
    lives on.
    """
    standing = [one for one in briefings if one.status is not Status.WITHDRAWN] or briefings
    there = {one.id for one in standing}
    ordered = [id_ for id_ in written.briefings if id_ in there]
    computed = sorted(standing, key=lambda one: order_weight(one, origins[one.id]))
    ids = dict.fromkeys([*ordered, *(one.id for one in computed)])
    return replace(written, briefings=tuple(ids))


def order_weight(briefing: BriefingHead, origins: Origins) -> tuple[int, int, str, str]:
    """Give what a computed order sorts by: outlets, then how much is said."""
    said = sum(len(point.text) for point in (*briefing.summary, *briefing.key_points))
    return -origins.outlets, -said, briefing.title, briefing.id
