"""Tests of dates counted back from the time a copy was saved."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.text.relative import find_relative

SAVED = datetime(2026, 3, 14, 12, 20, tzinfo=UTC)
TODAY = [
    ("en", "Published 2 hours ago"),
    ("en", "an hour ago"),
    ("fr", "il y a 2 heures"),
    ("es", "hace 2 horas"),
    ("de", "vor 2 Stunden"),
    ("it", "2 ore fa"),
    ("pt", "há 2 horas"),
    ("ar", "قبل ساعتين"),
    ("ar", "منذ 3 ساعات"),
    ("ru", "2 часа назад"),
    ("tr", "2 saat önce"),
    ("en", "today at 9:30"),
]
YESTERDAY = [
    ("en", "yesterday"),
    ("de", "gestern"),
    ("fr", "hier"),
    ("es", "ayer"),
    ("en", "1 day ago"),
]


@pytest.mark.parametrize(("language", "text"), TODAY)
def test_hours_ago_give_the_day(language: str, text: str) -> None:
    """The day is known, the time is not."""
    found = find_relative(text, language, SAVED)

    assert found is not None
    assert found.moment == date(2026, 3, 14)


@pytest.mark.parametrize(("language", "text"), YESTERDAY)
def test_the_day_before_is_counted_back(language: str, text: str) -> None:
    """In the zone of the saving time."""
    found = find_relative(text, language, SAVED)

    assert found is not None
    assert found.moment == date(2026, 3, 13)


def test_hours_that_may_lie_on_either_side_of_midnight_give_nothing() -> None:
    """Twelve hours before 12:20 is between 23:20 and 00:20."""
    assert find_relative("12 hours ago", "en", SAVED) is None


@pytest.mark.parametrize(("language", "text"), [("de", "hier"), ("en", "ago"), ("en", "2 hours")])
def test_other_words_are_no_relative_dates(language: str, text: str) -> None:
    """The German `hier` is a place, not a day."""
    assert find_relative(text, language, SAVED) is None


@given(st.text(max_size=80))
def test_no_text_breaks_the_search(text: str) -> None:
    """A span lies inside its line."""
    found = find_relative(text, "en", SAVED)

    assert found is None or 0 <= found.start < found.end <= len(text)
