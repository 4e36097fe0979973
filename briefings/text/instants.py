"""Moments on one line."""

from datetime import UTC, datetime


def instant_of(moment: datetime, zone_of: datetime | None = None) -> datetime:
    """Give a moment a zone where an editor left it out: that of another moment, else UTC."""
    if moment.tzinfo is not None:
        return moment
    return moment.replace(tzinfo=zone_of.tzinfo if zone_of and zone_of.tzinfo else UTC)
