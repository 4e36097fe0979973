"""Weekly editions as pages, and the ways to them."""

from datetime import UTC, date, datetime
from typing import Any

from briefings.model import Briefing, Correction, Edition, PlainPage
from tests.builders import a_briefing
from tests.pages.sites import an_archive, pages_of, sectioned, shell_of, view_of

WEEK = "/edition/2026-W11/"


def a_desk() -> list[Briefing]:
    """Give three entries of a story and one briefing beside it, and one of the week before."""
    fixed = Correction(kind="correction", at=datetime(2026, 3, 15, 9, 0, tzinfo=UTC), now="Two.")
    story = [a_briefing(f"f{n}", edition=date(2026, 3, 10 + n), story="ferries") for n in range(3)]
    return [
        *story,
        a_briefing("dam", edition=date(2026, 3, 11), corrections=(fixed,)),
        a_briefing("old", edition=date(2026, 3, 4)),
    ]


def test_a_week_shows_each_story_once_and_counts_the_rest() -> None:
    """The lead and the rest with how many of each story are left out, and no more."""
    shown: Any = pages_of(an_archive(a_desk()))[WEEK].view

    assert (shown["weekly"], shown["front"]) == (True, False)
    assert shown["when"] == {"iso": "2026-W11", "text": "Week of 9 March 2026"}
    assert (shown["lead"]["id"], shown["lead"]["earlier"]) == ("f2", "and 2 earlier")
    assert [(c["id"], c["earlier"]) for s in shown["sections"] for c in s["cards"]] == [("dam", "")]


def test_a_week_has_an_end_with_what_it_took_to_read() -> None:
    """The end says how many briefings and minutes; a person's sign-off says it better."""
    closed = Edition(date=date(2026, 3, 9), briefings=(), weekly=True, closed="Until Monday.")
    shown: Any = pages_of(an_archive(a_desk()))[WEEK].view
    signed: Any = pages_of(an_archive(a_desk(), [closed]))[WEEK].view

    assert shown["summary_line"] == "2 briefings, 2 minutes"
    assert shown["end"] == "2 briefings, 2 minutes. That is the week of 9 March 2026."
    assert signed["end"] == "Until Monday."


def test_a_week_tells_what_was_put_right_in_it() -> None:
    """Corrections from Monday to Sunday, on this week's page alone."""
    pages: Any = pages_of(an_archive(a_desk()))

    assert [one["now"] for one in pages[WEEK].view["corrections"]] == ["Two."]
    assert pages["/edition/2026-W10/"].view["corrections"] == []


def test_a_weeks_note_is_printed() -> None:
    """Its file has the same keys as a day's, and links to weeks resolve."""
    note = "After [[edition:2026-W10]]."
    written = Edition(date=date(2026, 3, 9), briefings=(), weekly=True, note=note, signed="A. B.")
    shown: Any = pages_of(an_archive(a_desk(), [written]))[WEEK].view

    assert 'href="../2026-W10/"' in shown["note_html"]
    assert shown["signed"] == "A. B."


def test_weeks_and_days_lead_to_one_another() -> None:
    """A day names its week, a week its days and its neighbours."""
    pages: Any = pages_of(an_archive(a_desk()))
    week = pages[WEEK].view

    assert pages["/edition/2026-03-11/"].view["week"] == {
        "href": "../2026-W11/",
        "title": "Week of 9 March 2026",
    }
    assert pages["/"].view["week"]["href"] == "edition/2026-W11/"
    assert [link["href"] for link in week["earlier"]] == [
        "../2026-03-10/",
        "../2026-03-11/",
        "../2026-03-12/",
    ]
    assert (week["newer"], week["older"]["href"]) == (None, "../2026-W10/")


def test_the_archive_lists_weeks_below_the_months() -> None:
    """Each with all its briefings counted; the week of New Year stands where it is read."""
    new_year = a_briefing("eve", edition=date(2024, 12, 31))
    groups: Any = pages_of(an_archive([*a_desk(), new_year]))["/archive/"].view
    told = {g["title"]: [(i["href"], i["note"]) for i in g["items"]] for g in groups["groups"]}

    assert list(told) == ["2026", "2026, by week", "2024", "2024, by week"]
    assert told["2026, by week"][0] == ("../edition/2026-W11/", "4 briefings")
    assert told["2024, by week"] == [("../edition/2025-W01/", "1 briefing")]


def test_a_week_is_a_page_of_its_own_in_every_language() -> None:
    """Title and frame are the week's; a French desk says it in French."""
    french: Any = pages_of(an_archive(a_desk()), sectioned(language="fr"))[WEEK].view
    page = PlainPage(url=WEEK, title="W", markdown="W", path="w.md", language="en")

    assert shell_of(WEEK)["title"].startswith("Week of 9 March 2026")
    assert shell_of(WEEK)["section"] == "-"
    assert french["end"] == "2 brèves, 2 minutes. C’était la semaine du 9 mars 2026."
    assert view_of(WEEK)["weekly"] is True
    assert pages_of(an_archive(a_desk()), plain=[page])[WEEK].template == "edition.html"
