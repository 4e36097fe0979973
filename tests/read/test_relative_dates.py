"""Tests of relative dates in a file whose saving time is known, or is not."""

from datetime import UTC, date, datetime

import pytest

from briefings.model import Article, Saved
from briefings.read import read_article

STORY = (
    "The harbour board will close the east quay for repairs from the first of next month.\n\n"
    "Fishing boats are to land their catch at the north pier until the work is over.\n"
)


def read(line: str, at: datetime | None) -> Article:
    """Read a story with a date line below its headline."""
    saved = Saved(at=at) if at else None
    content = f"East quay closes for repairs\n\n{line}\n\n{STORY}".encode()
    return read_article(content, path="2026/03/quay.txt", saved=saved)


SAVED = datetime(2026, 3, 14, 12, 20, tzinfo=UTC)


def test_a_relative_date_is_counted_back_from_the_saving_time() -> None:
    """The day is known; no hour is asserted."""
    assert read("Published 2 hours ago", SAVED).date == date(2026, 3, 14)


@pytest.mark.parametrize("line", ["Published 2 hours ago", "2 hours ago"])
def test_without_a_saving_time_a_relative_date_stays_unread(line: str) -> None:
    """Nothing is guessed."""
    assert read(line, None).date is None


def test_what_was_updated_hours_ago_may_be_older() -> None:
    """An update says nothing of when the story was published."""
    article = read("Updated 2 hours ago", SAVED)

    assert (article.date, article.updated) == (None, date(2026, 3, 14))


def test_a_full_date_is_not_replaced_by_a_relative_one() -> None:
    """What is printed in full stands."""
    assert read("12 March 2026\n2 hours ago", SAVED).date == date(2026, 3, 12)
