"""Editions: a day's or a week's briefings, and the calendar of them all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import overload


def week_id(day: date) -> str:
    """Give the week of a day as ISO 8601 writes it, such as `2026-W11`; weeks begin on Monday."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def monday_of(day: date) -> date:
    """Give the first day of a day's week."""
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A day's or a week's briefings in reading order; the first is the lead."""

    date: date
    """Of a weekly one, the Monday."""
    briefings: tuple[str, ...]
    weekly: bool = False
    earlier: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Weekly: per briefing, the ids of its story's others in that week, newest first."""
    note: str | None = None
    """Markdown a person signed."""
    signed: str | None = None
    closed: str | None = None
    """The sign-off, where a person wrote one."""

    def id(self) -> str:
        """Give what its file and its address are named: `2026-03-14`, `2026-W11`."""
        return week_id(self.date) if self.weekly else self.date.isoformat()


class Days(Sequence[Edition]):
    """Editions by their day, newest first, each put together when it is asked for."""

    def __init__(
        self, keys: Callable[[], Sequence[date]], make: Callable[[date], Edition | None]
    ) -> None:
        self._keys = keys
        self._make = make

    def days(self) -> Sequence[date]:
        """Give the days there is an edition of, newest first; of a week, its Monday."""
        return self._keys()

    def of(self, day: date) -> Edition | None:
        """Give the edition of a day; of weeks, the one the day falls in."""
        return self._make(day)

    def at(self, day: date) -> Edition:
        """Give the edition of a day there is one of.

        Raises:
            LookupError: there is none.
        """
        edition = self._make(day)
        if edition is None:
            raise LookupError(f"no edition of {day}")
        return edition

    @overload
    def __getitem__(self, index: int) -> Edition: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Edition]: ...
    def __getitem__(self, index: int | slice) -> Edition | Sequence[Edition]:
        """Give an edition by its place, or several."""
        days = self._keys()[index]
        if isinstance(days, date):
            return self.at(days)
        return [self.at(day) for day in days]

    def __len__(self) -> int:
        """Count them."""
        return len(self._keys())

    def __eq__(self, other: object) -> bool:
        """Compare with any sequence of editions."""
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # compared by value
