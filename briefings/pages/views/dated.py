"""Shapes of the pages that go by the calendar: the diary, the state of the site."""

from typing import TypedDict

from briefings.pages.views.kinds import IndexItem
from briefings.pages.views.parts import DueView, Link, When


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


class StatusView(TypedDict):
    """`status.html`."""

    edition: Link | None
    expected: When | None
    """When the edition after the newest may be expected at the earliest."""
    amount: str
    file: str
    """Address of `status.json`."""
    corrections: str
