"""Which briefings a reader may see at a moment: the only place in linking that knows a clock."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple, Self, TypeVar

from briefings.link.shelf import rank_of
from briefings.model import Briefing, BriefingHead, Status
from briefings.text.instants import instant_of

Listed = TypeVar("Listed", bound=BriefingHead)


class Terms(NamedTuple):
    """On what terms a briefing is shown."""

    draft: bool
    publish_at: datetime | None
    expires_at: datetime | None

    @classmethod
    def of(cls, briefing: Briefing) -> Self:
        """Read them."""
        return cls(briefing.status is Status.DRAFT, briefing.publish_at, briefing.expires_at)

    def hold(self, now: datetime, *, drafts: bool) -> bool:
        """Tell whether it is shown at a moment."""
        return (
            (drafts or not self.draft)
            and (self.publish_at is None or instant_of(self.publish_at, now) <= now)
            and (self.expires_at is None or instant_of(self.expires_at, now) > now)
        )

    def turns(self, now: datetime) -> datetime | None:
        """Say when the clock next changes that."""
        told = (time for time in (self.publish_at, self.expires_at) if time)
        return min((at for time in told if (at := instant_of(time, now)) > now), default=None)


def visible(briefings: Iterable[Briefing], *, now: datetime, drafts: bool) -> tuple[Briefing, ...]:
    """Give what the site shows, newest first.

    An embargo holds back drafts too: a one-person site publishes those. A withdrawn briefing
    stays, so that its page can say so. Of two with one id the one whose path comes first is shown;
    `check` tells the other.
    """
    shown = [one for one in briefings if Terms.of(one).hold(now, drafts=drafts)]
    by_path = sorted(shown, key=lambda one: one.path.split("/"), reverse=True)
    return newest_first({one.id: one for one in by_path}.values())


def newest_first(briefings: Iterable[Listed]) -> tuple[Listed, ...]:
    """Order by edition, then time of publication, newest first; then by id."""
    return tuple(sorted(briefings, key=lambda briefing: (rank_of(briefing), briefing.id)))
