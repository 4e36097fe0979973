"""Shapes of the pages that go by the calendar: the diary."""

from typing import TypedDict

from briefings.pages.views.kinds import IndexItem
from briefings.pages.views.parts import DueView, Link


class DiaryView(TypedDict):
    """`diary.html`: what is due and what was."""

    title: str
    lede: str
    groups: list[tuple[str, list[DueView]]]
    """(month, entries), earliest first."""
    past: list[IndexItem]
    """The months that have something past, newest first; on the diary's own page only."""
    end: str
    newer: Link | None
    older: Link | None
    calendar: str
    """Address of the diary for calendars."""
