"""Which briefings a reader may see at a moment: the only place in linking that knows a clock."""

from collections.abc import Iterable
from datetime import UTC, datetime

from briefings.model import Briefing, Status


def visible(briefings: Iterable[Briefing], *, now: datetime, drafts: bool) -> tuple[Briefing, ...]:
    """Give what the site shows, newest first.

    An embargo holds back drafts too: a one-person site publishes those. A withdrawn briefing
    stays, so that its page can say so.
    """
    shown = (
        briefing
        for briefing in briefings
        if (drafts or briefing.status is not Status.DRAFT)
        and (briefing.publish_at is None or _instant(briefing.publish_at, now) <= now)
        and (briefing.expires_at is None or _instant(briefing.expires_at, now) > now)
    )
    return newest_first(shown)


def newest_first(briefings: Iterable[Briefing]) -> tuple[Briefing, ...]:
    """Order by edition, then time of publication, newest first; then by id."""
    by_id = sorted(briefings, key=lambda briefing: briefing.id)
    return tuple(sorted(by_id, key=_age, reverse=True))


def _age(briefing: Briefing) -> tuple[int, float]:
    published = briefing.published_at
    # What is not yet published is younger than all that is, of the same edition.
    instant = _instant(published, None).timestamp() if published else float("inf")
    return briefing.edition.toordinal(), instant


def _instant(moment: datetime, now: datetime | None) -> datetime:
    """Give a moment a zone where an editor left it out: the desk's, as the clock has it."""
    if moment.tzinfo is not None:
        return moment
    return moment.replace(tzinfo=now.tzinfo if now and now.tzinfo else UTC)
