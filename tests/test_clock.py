"""The clock is an input."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from briefings.clock import now_from
from briefings.errors import DeskError

AZORES = ZoneInfo("Atlantic/Azores")


def test_a_time_without_a_zone_is_the_desks() -> None:
    """`--now 2026-03-14` means that day where the desk is."""
    now = now_from(datetime(2026, 3, 14), {}, AZORES)

    assert now.isoformat() == "2026-03-14T00:00:00-01:00"


def test_a_time_with_a_zone_is_brought_to_the_desks() -> None:
    """A time given with its zone stays the same moment."""
    given = datetime(2026, 3, 14, 12, tzinfo=UTC)

    assert now_from(given, {}, AZORES) == given
    assert now_from(given, {}, AZORES).tzinfo is AZORES


def test_source_date_epoch_decides_where_nothing_is_given() -> None:
    """Reproducible builds set the time from outside."""
    now = now_from(None, {"SOURCE_DATE_EPOCH": "0"}, ZoneInfo("UTC"))

    assert now == datetime(1970, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("epoch", ["soon", "", "9" * 40])
def test_a_wrong_epoch_is_told(epoch: str) -> None:
    """An epoch that is no number of seconds is one message."""
    with pytest.raises(DeskError, match="SOURCE_DATE_EPOCH must be seconds"):
        now_from(None, {"SOURCE_DATE_EPOCH": epoch}, AZORES)


def test_else_it_is_now() -> None:
    """Without any of these the clock is read, in the desk's zone."""
    before = datetime.now(UTC)

    now = now_from(None, {}, AZORES)

    assert before <= now <= datetime.now(UTC)
