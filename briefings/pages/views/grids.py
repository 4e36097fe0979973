"""The shape of a month as a calendar."""

from typing import TypedDict


class GridDay(TypedDict):
    """A day of a calendar."""

    text: str
    iso: str
    label: str
    """`Saturday 14 March 2026`: what the link is called by those who hear it."""
    href: str | None
    """Null where the day has no edition."""


class MonthGrid(TypedDict):
    """A month as a calendar."""

    title: str
    weekdays: list[tuple[str, str]]
    """(short, in full), the first where the language begins a week."""
    weeks: list[list[GridDay | None]]
    """Seven each; null outside the month."""
