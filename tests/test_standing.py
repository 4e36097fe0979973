"""How the desk stands: each briefing under the heading an editor would look under."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from briefings.model import Briefing, Review, Status
from briefings.standing import standing_of
from briefings.store.reviews import review_digest
from tests.builders import a_briefing

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)


def published(**differing: Any) -> Briefing:
    """Give a briefing as somebody reviewed it."""
    b = a_briefing(status=Status.PUBLISHED, **differing)
    return replace(b, reviewed=Review(by="Mara Voss", at=NOW, digest=review_digest(b)))


def test_a_draft_waits_to_be_read() -> None:
    """Drafts come oldest edition first and are not counted as published."""
    late = a_briefing(id="late", status=Status.DRAFT, edition=date(2026, 3, 19))
    early = a_briefing(id="early", status=Status.DRAFT, edition=date(2026, 3, 1))

    standing = standing_of([late, early], NOW)

    assert [b.id for b in standing.drafts] == ["early", "late"]
    assert standing.published == 0


def test_an_edit_after_review_shows() -> None:
    """What changed since its review is told apart from what nobody reviewed."""
    read = published(id="read")
    changed = replace(published(id="changed"), title="Another headline")
    unread = a_briefing(id="unread", status=Status.PUBLISHED, reviewed=None)

    standing = standing_of([read, changed, unread], NOW)

    assert [b.id for b in standing.changed] == ["changed"]
    assert [b.id for b in standing.unread] == ["unread"]
    assert standing.published == 3


def test_the_clock_holds_and_ends() -> None:
    """Embargoes and expiries are told soonest first; neither is on the site."""
    held = published(id="held", publish_at=NOW + timedelta(hours=1))
    soon = published(id="soon", expires_at=NOW + timedelta(days=13))
    later = published(id="later", expires_at=NOW + timedelta(days=15))
    gone = published(id="gone", expires_at=NOW)

    standing = standing_of([gone, later, soon, held], NOW)

    assert [one.briefing.id for one in standing.held] == ["held"]
    assert [one.briefing.id for one in standing.ending] == ["soon"]
    assert [one.briefing.id for one in standing.ended] == ["gone"]
    assert standing.published == 2


def test_the_newest_edition_is_one_readers_see() -> None:
    """An embargoed briefing of tomorrow does not make tomorrow's edition the newest."""
    out = published(id="out", edition=date(2026, 3, 18))
    held = published(id="held", edition=date(2026, 3, 21), publish_at=NOW + timedelta(days=1))

    assert standing_of([held, out], NOW).newest == date(2026, 3, 18)
