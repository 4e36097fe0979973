"""The clock is an input: `--now`, else `SOURCE_DATE_EPOCH`, else the time of the run.

It decides embargo and expiry, the news sitemap, the day a draft without a date belongs to, and
nothing else.
"""

from collections.abc import Mapping
from datetime import datetime, tzinfo

from briefings.errors import DeskError


def now_from(given: datetime | None, environment: Mapping[str, str], zone: tzinfo) -> datetime:
    """Give the time of the run in the desk's zone.

    Raises:
        DeskError: `SOURCE_DATE_EPOCH` is not a number of seconds.
    """
    if given is not None:
        return given.astimezone(zone) if given.tzinfo else given.replace(tzinfo=zone)
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(zone)
    try:
        return datetime.fromtimestamp(int(epoch), zone)
    except (ValueError, OverflowError, OSError) as error:
        raise DeskError(f"SOURCE_DATE_EPOCH must be seconds since 1970, not {epoch!r}") from error
