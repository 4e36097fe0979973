"""A month as a calendar: a table of weeks in which the days of editions are links."""

from calendar import Calendar
from collections.abc import Collection
from datetime import date

from briefings.link.addresses import edition_url
from briefings.pages.locales import first_weekday, month, weekday, weekday_names
from briefings.pages.run import Run
from briefings.pages.views import GridDay, MonthGrid


def month_grid(run: Run, month_: str, editions: Collection[date], url: str) -> MonthGrid:
    """Lay out a month such as `2026-03` for the page at an address.

    Weeks begin on the day CLDR gives for the language, and the first column is where the
    language begins a line.
    """
    language = run.settings.language
    year, number = map(int, month_.split("-"))
    first = first_weekday(language)
    shown = frozenset(editions)
    weeks = Calendar(first).monthdayscalendar(year, number)
    return MonthGrid(
        title=month(year, number, language),
        weekdays=weekday_names(language, first),
        weeks=[
            [_day(run, date(year, number, day), shown, url) if day else None for day in week]
            for week in weeks
        ],
    )


def _day(run: Run, day: date, editions: Collection[date], url: str) -> GridDay:
    spoken = weekday(day, run.settings.language)
    href = run.href(url, edition_url(day)) if day in editions else None
    return GridDay(text=f"{day.day}", iso=spoken["iso"], label=spoken["text"], href=href)
