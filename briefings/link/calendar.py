"""The calendar: daily and weekly editions, each put together when it is asked for."""

from collections.abc import Mapping, Sequence
from datetime import date

from briefings.link.editions import make_edition
from briefings.link.reads import Cells, Reads, edition_cell
from briefings.link.shelf import DAY, WEEK, Shelf
from briefings.link.weeks import empty_week, make_week
from briefings.model import BriefingHead, Days, Edition, Origins, monday_of, week_id


class Calendar:
    """Editions by day and by week."""

    def __init__(
        self,
        shelf: Shelf,
        written: Sequence[Edition],
        origins: Mapping[str, Origins],
        stories: Mapping[str, str],
        reads: Reads,
    ) -> None:
        self._shelf, self._reads = shelf, reads
        self._written = {one.id(): one for one in written}
        self._origins, self._stories = origins, stories
        days = Cells(reads, self._day, self._all_days)
        weeks = Cells(reads, self._week, self._all_weeks)
        self.days = Days(self._all_days, days.get)
        self.weeks = Days(self._all_weeks, lambda day: weeks.get(monday_of(day)))

    def _all_days(self) -> list[date]:
        return [date.fromisoformat(day) for day in reversed(self._shelf.keys(DAY))]

    def _all_weeks(self) -> list[date]:
        return [_monday_of_week(week) for week in reversed(self._shelf.keys(WEEK))]

    def _day(self, day: date) -> Edition | None:
        shown = self._briefings(DAY, day.isoformat())
        if not shown:
            return None
        own = self._file(day.isoformat()) or Edition(date=day, briefings=())
        return make_edition(own, shown, self._origins)

    def _week(self, monday: date) -> Edition | None:
        week = week_id(monday)
        shown = self._briefings(WEEK, week)
        if not shown:
            return None
        own = self._file(week) or empty_week(monday)
        return make_week(own, shown, self._origins, self._stories)

    def _file(self, own: str) -> Edition | None:
        self._reads.note(edition_cell(own))
        return self._written.get(own)

    def _briefings(self, kind: str, key: str) -> list[BriefingHead]:
        found = (self._shelf.told(member.id) for member in self._shelf.members(kind, key))
        return [briefing for briefing in found if briefing is not None]


def _monday_of_week(week: str) -> date:
    year, _, number = week.partition("-W")
    return date.fromisocalendar(int(year), int(number), 1)
