"""Invented pages that go by the calendar, and the parts of others that do."""

from typing import Any

from briefings.pages.views import (
    Bar,
    CoverageView,
    DiaryView,
    DueView,
    GridDay,
    IndexItem,
    MonthGrid,
    StatusView,
)
from tests.theme import parts as p


def a_date(title: str, when: str, iso: str, **differing: Any) -> DueView:
    """Give an entry of the diary with a day and what takes place."""
    given: Any = {
        "where": None,
        "status": None,
        "off": False,
        "note": None,
        "says": None,
        "story": None,
    }
    given |= {"title": title, "when": p.a_when(when, iso), "briefing": None}
    return DueView(**(given | differing))


def some_due() -> list[DueView]:
    """Give entries of the diary: one with everything, one called off, one with a day alone."""
    return [
        a_date(
            "Hearing on the ferries",
            "Monday 16 March, 10:00 – 12:00",
            "2026-03-16T10:00+01:00",
            where="Assembly, North Harbour",
            status="Expected",
            note="Open to the public.",
            says=p.a_name("According to Harbour Courier", "../source/harbour-courier/"),
            story=p.a_link("Ferry inquiry", "../story/ferry-inquiry/"),
            briefing=p.a_link("Ministry confirms ferry inquiry", "../2026/03/inquiry/"),
        ),
        a_date(
            "Strike of the ferry crews",
            "Tuesday 17 March – Wednesday 18 March",
            "2026-03-17",
            status="Called off",
            off=True,
            briefing=p.a_link("Crews call off strike", "../2026/03/crews/"),
        ),
        a_date("First day of spring sailings", "Thursday 19 March", "2026-03-19"),
    ]


def a_coverage() -> CoverageView:
    """Give four weeks, one of them without a briefing."""
    heights = [(0, 13), (24, 40), (72, 27)]
    return CoverageView(
        width=96,
        height=40,
        bars=[Bar(x=x, y=40 - tall, width=22, height=tall) for x, tall in heights],
        words="6 briefings in the weeks from 23 February to 16 March 2026, most in that of "
        "2 March: 3.",
    )


def a_month() -> MonthGrid:
    """Give a month that begins on a Sunday."""
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    days: list[GridDay | None] = [None] * 6
    for day in range(1, 32):
        iso = f"2026-03-{day:02}"
        href = f"../edition/{iso}/" if day % 5 == 4 else None
        days.append(GridDay(text=f"{day}", iso=iso, label=f"{day} March 2026", href=href))
    days += [None] * 5
    weeks = [days[at : at + 7] for at in range(0, 42, 7)]
    return MonthGrid(title="March 2026", weekdays=[(n[:3], n) for n in names], weeks=weeks)


def a_diary() -> DiaryView:
    """Give the diary of two months, with something past."""
    return DiaryView(
        title="Diary",
        lede="What is due, by day, as the desk keeps it, and what was.",
        groups=[("March 2026", some_due()), ("April 2026", some_due()[2:])],
        past=[IndexItem(href="2026/02/", title="February 2026", note="3 dates")],
        end="That is all the diary has.",
        newer=p.a_link("April 2026", "../04/"),
        older=None,
        calendar="../diary.ics",
    )


def a_status() -> StatusView:
    """Give the state of a site."""
    return StatusView(
        edition=p.a_link("Saturday 14 March 2026", "../edition/2026-03-14/"),
        expected=p.a_when("15 March 2026, 06:30", "2026-03-15T06:30+01:00"),
        amount="412 briefings",
        file="../status.json",
        corrections="../corrections/",
    )
