"""Which briefings a reader may see at a moment: the only place in linking that knows a clock."""

from collections.abc import Iterable
from datetime import datetime

from briefings.link.shelf import rank_of
from briefings.model import Briefing, Status
from briefings.text.instants import instant_of


def visible(briefings: Iterable[Briefing], *, now: datetime, drafts: bool) -> tuple[Briefing, ...]:
    """Give what the site shows, newest first.

    An embargo holds back drafts too: a one-person site publishes those. A withdrawn briefing
    stays, so that its page can say so.
    """
    shown = (
        briefing
        for briefing in briefings
        if (drafts or briefing.status is not Status.DRAFT)
        and (briefing.publish_at is None or instant_of(briefing.publish_at, now) <= now)
        and (briefing.expires_at is None or instant_of(briefing.expires_at, now) > now)
    )
    return newest_first(shown)


def newest_first(briefings: Iterable[Briefing]) -> tuple[Briefing, ...]:
    """Order by edition, then time of publication, newest first; then by id."""
    return tuple(sorted(briefings, key=lambda briefing: (rank_of(briefing), briefing.id)))
