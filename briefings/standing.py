"""How the desk stands: what waits to be read, what is held, what ends soon. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from briefings.model import Briefing, Status
from briefings.store.reviews import is_edited_since
from briefings.text.instants import instant_of

_SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A briefing and the moment at which that changes."""

    briefing: Briefing
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How the desk stands at a moment; each list oldest or soonest first."""

    drafts: tuple[Briefing, ...]
    changed: tuple[Briefing, ...]
    """Published, and no longer the words somebody reviewed."""
    unread: tuple[Briefing, ...]
    """Published, and nobody reviewed them."""
    held: tuple[Held, ...]
    """Under an embargo."""
    ending: tuple[Held, ...]
    """On the site, for two weeks at most."""
    ended: tuple[Held, ...]
    """Expired: no longer on the site."""
    withdrawn: tuple[Briefing, ...]
    published: int
    newest: date | None
    """The newest edition with something a reader sees."""


def standing_of(briefings: Iterable[Briefing], now: datetime) -> Standing:
    """Say how a desk stands.

    Args:
        briefings: all of them.
        now: with the desk's zone; a time without one is read there.
    """
    every = sorted(briefings, key=lambda b: (b.edition, b.id))
    out = [b for b in every if b.status is Status.PUBLISHED]
    held = list(_coming(every, now))
    ends = list(_ends(out, now))
    kept = {item.briefing.id for item in (*held, *(end for end in ends if end.at <= now))}
    shown = [b for b in out if b.id not in kept]
    return Standing(
        drafts=tuple(b for b in every if b.status is Status.DRAFT),
        changed=tuple(b for b in out if is_edited_since(b)),
        unread=tuple(b for b in out if b.reviewed is None),
        held=tuple(held),
        ending=tuple(end for end in ends if now < end.at <= now + _SOON),
        ended=tuple(end for end in ends if end.at <= now),
        withdrawn=tuple(b for b in every if b.status is Status.WITHDRAWN),
        published=len(shown),
        newest=max((b.edition for b in shown), default=None),
    )


def _coming(briefings: Iterable[Briefing], now: datetime) -> Iterator[Held]:
    told = [Held(briefing=b, at=instant_of(b.publish_at, now)) for b in briefings if b.publish_at]
    yield from sorted((one for one in told if one.at > now), key=_soonest)


def _ends(briefings: Iterable[Briefing], now: datetime) -> Iterator[Held]:
    told = [Held(briefing=b, at=instant_of(b.expires_at, now)) for b in briefings if b.expires_at]
    yield from sorted(told, key=_soonest)


def _soonest(one: Held) -> tuple[datetime, str]:
    return one.at, one.briefing.id
