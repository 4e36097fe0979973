"""Visibility is the clock's only word in linking."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from briefings.link.visible import newest_first, visible
from briefings.model import Status
from tests.builders import a_briefing

NOW = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)
EARLIER, LATER = NOW - timedelta(minutes=1), NOW + timedelta(minutes=1)


@pytest.mark.parametrize(
    ("differing", "shown"),
    [
        ({}, True),
        ({"status": Status.WITHDRAWN}, True),
        ({"status": Status.DRAFT}, False),
        ({"publish_at": EARLIER}, True),
        ({"publish_at": NOW}, True),
        ({"publish_at": LATER}, False),
        ({"expires_at": LATER}, True),
        ({"expires_at": NOW}, False),
        ({"publish_at": LATER.replace(tzinfo=None)}, False),
        ({"publish_at": datetime(2026, 3, 14, 10, 30, tzinfo=timezone(timedelta(hours=2)))}, True),
    ],
)
def test_a_reader_sees_what_is_out(differing: dict[str, Any], shown: bool) -> None:
    """Published and withdrawn briefings between embargo and expiry."""
    found = visible([a_briefing(**differing)], now=NOW, drafts=False)

    assert bool(found) is shown


def test_drafts_are_shown_when_asked_and_never_before_their_embargo() -> None:
    """A one-person site publishes drafts; an embargo holds there too."""
    draft = a_briefing("a", status=Status.DRAFT)
    held = a_briefing("b", status=Status.DRAFT, publish_at=LATER)

    assert visible([draft, held], now=NOW, drafts=True) == (draft,)


def test_the_newest_come_first() -> None:
    """By edition, then by time of publication, what is not out yet above; then by id."""
    old = a_briefing("a", edition=date(2026, 3, 13))
    early = a_briefing("b", published_at=EARLIER)
    late = a_briefing("d", published_at=NOW.replace(tzinfo=None))
    twin = a_briefing("c", published_at=NOW)
    never = a_briefing("e", published_at=None)

    assert newest_first([old, early, late, twin, never]) == (never, twin, late, early, old)


def test_of_two_with_one_id_the_first_path_is_shown() -> None:
    """In whatever order they come; a hidden one hides nothing."""
    first = a_briefing("a", path="content/briefings/2026/02/a.md", title="First")
    second = a_briefing("a", path="content/briefings/2026/02-b/a.md", title="Second")
    hidden = replace(first, status=Status.DRAFT)

    assert visible([second, first], now=NOW, drafts=False) == (first,)
    assert visible([first, second], now=NOW, drafts=False) == (first,)
    assert visible([second, hidden], now=NOW, drafts=False) == (second,)
