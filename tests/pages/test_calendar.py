"""Months as calendars, coverage by week, and the state of the site."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from briefings.model import Status, monday_of
from briefings.pages.coverage import coverage
from briefings.pages.plans import start_run
from briefings.pages.run import Run
from briefings.settings import Settings
from tests.builders import a_briefing, a_source
from tests.pages.sites import an_archive, files_of, pages_of, sectioned, view_of

MONDAY = date(2026, 3, 2)


def a_run(settings: Settings | None = None) -> Run:
    """Begin a run of nothing."""
    return start_run(an_archive([]), settings or sectioned(), (), drafts=False)


def weeks(*numbers: int, begin: date = MONDAY) -> list[date]:
    """Give as many days in each week after the first as the numbers say."""
    return [
        begin + timedelta(weeks=week) for week, number in enumerate(numbers) for _ in range(number)
    ]


def test_a_month_is_a_calendar_whose_days_are_editions() -> None:
    """Weeks of seven; only days with an edition are links, called by their whole date."""
    grid = view_of("/archive/2026/03/")["grid"]
    days = [day for week in grid["weeks"] for day in week if day]

    assert grid["title"] == "March 2026"
    assert [long for _, long in grid["weekdays"]][0::6] == ["Monday", "Sunday"]
    assert {len(week) for week in grid["weeks"]} == {7}
    assert [int(day["text"]) for day in days] == list(range(1, 32))
    assert grid["weeks"][0][:6] == [None] * 6
    assert [(day["href"], day["label"]) for day in days if day["href"]] == [
        ("../../../edition/2026-03-12/", "Thursday 12 March 2026"),
        ("../../../edition/2026-03-13/", "Friday 13 March 2026"),
        ("../../../edition/2026-03-14/", "Saturday 14 March 2026"),
    ]


def test_every_day_of_a_calendar_leads_to_a_page() -> None:
    """An edition of which all was withdrawn has its page too."""
    gone = a_briefing("gone", edition=date(2026, 3, 10), status=Status.WITHDRAWN)
    pages = pages_of(an_archive([gone, a_briefing("here")]))
    grid: Any = pages["/archive/2026/03/"].view["grid"]
    linked = [d["iso"] for week in grid["weeks"] for d in week if d and d["href"]]

    assert linked == ["2026-03-10", "2026-03-14"]
    assert all(f"/edition/{iso}/" in pages for iso in linked)
    assert pages["/archive/"].view["grid"]["title"] == "March 2026"  # type: ignore[index,call-overload]  # a view


def test_an_empty_archive_has_no_calendar() -> None:
    """There is no month to show."""
    assert pages_of(an_archive([]))["/archive/"].view["grid"] is None


@pytest.mark.parametrize(
    ("language", "first"),
    [("en", "Monday"), ("en-US", "Sunday"), ("fr", "lundi"), ("ar", "السبت"), ("xx", "Monday")],
)
def test_weeks_begin_where_the_language_begins_them(language: str, first: str) -> None:
    """By CLDR, for the language's most likely country where none is said."""
    pages = pages_of(an_archive([a_briefing()]), sectioned(language=language))
    grid: Any = pages["/archive/2026/03/"].view["grid"]
    column = next(
        at for week in grid["weeks"] for at, d in enumerate(week) if d and d["text"] == "14"
    )

    assert grid["weekdays"][0][1] == first
    assert grid["weekdays"][column] == grid["weekdays"][(5 - _place_of(first)) % 7]


def _place_of(first: str) -> int:
    """Give the number of a day, Monday being 0."""
    return {"Monday": 0, "lundi": 0, "السبت": 5, "Sunday": 6}[first]


@pytest.mark.parametrize("days", [[], weeks(4), weeks(2, 3), weeks(5, 0, 0, 1)])
def test_two_weeks_are_no_chart(days: list[date]) -> None:
    """A sentence says as much."""
    assert coverage(a_run(), days) is None


def test_a_chart_has_a_bar_for_each_week_with_something() -> None:
    """As high as the week is full; a week without a briefing is a gap; words say the same."""
    chart = coverage(a_run(), weeks(1, 0, 4, 2))

    assert chart is not None
    assert (chart["width"], chart["height"]) == (96, 40)
    assert [(bar["x"], bar["height"]) for bar in chart["bars"]] == [(0, 10), (48, 40), (72, 20)]
    assert all(bar["y"] + bar["height"] == 40 for bar in chart["bars"])
    assert chart["words"] == (
        "7 briefings in the weeks from 2 March to 23 March 2026, most in that of 16 March: 4."
    )


def test_a_chart_has_half_a_year_at_most() -> None:
    """The latest weeks stay; it is never wider than a rail."""
    chart = coverage(a_run(), weeks(*[1] * 60))

    assert chart is not None
    assert len(chart["bars"]) == 26
    assert chart["width"] <= 208
    assert str(MONDAY + timedelta(weeks=59)).endswith("-19")
    assert "to 19 April 2027" in chart["words"]


def test_a_chart_does_not_mind_the_order() -> None:
    """Days come newest first from some, oldest first from others."""
    days = weeks(1, 2, 3)

    assert coverage(a_run(), days) == coverage(a_run(), days[::-1])


def test_stories_names_topics_and_outlets_have_charts() -> None:
    """Each of its own briefings; older pages of a list have none."""
    shown = [
        a_briefing(
            f"b{n}",
            edition=day,
            story="ferries",
            topics=("transport",),
            articles=(a_source(source="harbour-courier"),),
        )
        for n, day in enumerate(weeks(2, 1, 3))
    ]
    pages = pages_of(an_archive(shown), sectioned(pages_per_list=3))
    urls = ("/story/ferries/", "/topic/transport/", "/source/harbour-courier/")
    charts: list[Any] = [pages[url].view["coverage"] for url in urls]

    assert all("6 briefings in the weeks" in chart["words"] for chart in charts)
    assert monday_of(shown[-1].edition) == date(2026, 3, 16)
    assert pages["/topic/transport/1/"].view["coverage"] is None


def test_the_state_of_the_site_has_no_clock() -> None:
    """Newest edition, how much there is, and when the next may be expected at the earliest."""
    view: Any = pages_of()["/status/"].view
    told = json.loads(files_of()["status.json"])

    assert view["edition"]["title"] == "Saturday 14 March 2026"
    assert view["expected"]["text"] == "15 March 2026, 06:30"
    assert told == {
        "edition": "2026-03-14",
        "expected": "2026-03-15T06:30+00:00",
        "briefings": len(an_archive().briefings),
    }


def test_a_site_with_nothing_expects_nothing() -> None:
    """No edition, no next one."""
    empty: Any = pages_of(an_archive([]))["/status/"].view

    assert (empty["edition"], empty["expected"], empty["amount"]) == (None, None, "0 briefings")
