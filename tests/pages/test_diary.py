"""What is due: on the front page, on stories, in the diary and in calendars."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefings.link.archive import link_archive
from briefings.model import Archive, Briefing, DiaryEntry, DiaryStatus
from briefings.pages.ical import fold_line
from tests.builders import a_briefing
from tests.pages.sites import REGISTERS, files_of, hrefs, pages_of

DAY = date(2026, 3, 14)


def entry(id_: str = "vote", when: date | datetime = DAY, **differing: Any) -> DiaryEntry:
    """Give an entry of the diary."""
    return DiaryEntry(**({"id": id_, "when": when, "title": f"Title of {id_}"} | differing))


def desk(*entries: DiaryEntry, briefings: tuple[Briefing, ...] | None = None) -> Archive:
    """Link a story of two, and its diary."""
    shown = briefings or (
        a_briefing("first", edition=DAY - timedelta(days=1), story="ferries"),
        a_briefing("second", story="ferries"),
    )
    return link_archive(shown, replace(REGISTERS, diary=entries))


def titles(views: Any) -> list[str]:
    """Give the titles of entries."""
    return [view["title"].removeprefix("Title of ") for view in views]


def calendar(archive: Archive, path: str = "diary.ics") -> list[dict[str, str]]:
    """Read a calendar strictly, as RFC 5545 has it: its events, by property with parameters."""
    content = files_of(archive)[path]
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    for line in lines:
        line.decode()  # no character is cut in two
    unfolded = content.decode().replace("\r\n ", "").split("\r\n")[:-1]
    assert unfolded[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert unfolded[-1] == "END:VCALENDAR"
    events: list[dict[str, str]] = []
    for line in unfolded[1:-1]:
        name, value = re.fullmatch(r"([A-Z-]+(?:;[A-Z]+=[A-Z]+)*):(.*)", line).groups()  # type: ignore[union-attr]  # fails here
        if (name, value) == ("BEGIN", "VEVENT"):
            events.append({})
        elif name != "END" and events:
            assert name not in events[-1], f"{name} stands twice"
            events[-1][name] = value
    for event in events:
        assert {"UID", "DTSTAMP"} <= event.keys()
        assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"])
    assert len({event["UID"] for event in events}) == len(events)
    return events


def test_the_front_shows_a_week_of_the_diary() -> None:
    """From the day of the newest edition, seven days on; what is past or later is not there."""
    days = [-1, 0, 7, 8]
    entries = [entry(f"d{n}", DAY + timedelta(days=n)) for n in days]
    view: Any = pages_of(desk(*entries))["/"].view

    assert titles(view["due"]) == ["d0", "d7"]
    assert view["diary"] == "diary/"


def test_what_goes_on_is_due() -> None:
    """An entry of several days is due until its last."""
    going = entry("going", DAY - timedelta(days=3), until=DAY)
    over = entry("over", DAY - timedelta(days=3), until=DAY - timedelta(days=1))
    view: Any = pages_of(desk(going, over))["/"].view

    assert titles(view["due"]) == ["going"]


def test_six_entries_are_enough_for_the_front() -> None:
    """The diary has the rest; whole days stand before the hours of a day."""
    hours = [entry(f"h{n}", datetime(2026, 3, 15, 9 + n, tzinfo=UTC)) for n in range(8)]
    view: Any = pages_of(desk(*hours, entry("whole", date(2026, 3, 15))))["/"].view

    assert titles(view["due"]) == ["whole", "h0", "h1", "h2", "h3", "h4"]


def test_an_edition_of_its_own_shows_no_diary() -> None:
    """Its page would change whenever the diary does."""
    view: Any = pages_of(desk(entry()))["/edition/2026-03-14/"].view

    assert (view["due"], view["diary"]) == ([], None)


def test_a_desk_without_a_diary_has_no_page_of_it() -> None:
    """And nothing leads to one."""
    pages, files = pages_of(desk()), files_of(desk())

    assert not [url for url in pages if "diary" in url]
    assert not [path for path in files if path.endswith(".ics")]
    assert pages["/"].view["diary"] is None


def test_the_diary_has_what_is_to_come_and_the_months_that_are_past() -> None:
    """All of the future by month; a month with something past has a line and a page."""
    old, past = entry("old", date(2026, 1, 5)), entry("past", date(2026, 3, 1))
    soon, far = entry("soon", date(2026, 3, 20)), entry("far", date(2027, 5, 1))
    pages = pages_of(desk(far, soon, past, old))
    view: Any = pages["/diary/"].view
    march: Any = pages["/diary/2026/03/"].view

    assert [(month, titles(group)) for month, group in view["groups"]] == [
        ("March 2026", ["soon"]),
        ("May 2027", ["far"]),
    ]
    assert [(item["title"], item["note"]) for item in view["past"]] == [
        ("March 2026", "1 date"),
        ("January 2026", "1 date"),
    ]
    assert titles(march["groups"][0][1]) == ["past", "soon"]
    assert (march["older"]["href"], march["newer"]["href"]) == ("../01/", "../../2027/05/")


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (entry(), "Saturday 14 March"),
        (entry(when=date(2027, 3, 14)), "Sunday 14 March 2027"),
        (entry(until=date(2026, 3, 15)), "Saturday 14 March – Sunday 15 March"),
        (entry(when=datetime(2026, 3, 14, 9, 30, tzinfo=UTC)), "Saturday 14 March, 09:30"),
        (
            entry(
                when=datetime(2026, 3, 14, 9, 30, tzinfo=UTC),
                until=datetime(2026, 3, 14, 11, 0, tzinfo=UTC),
            ),
            "Saturday 14 March, 09:30 – 11:00",
        ),
    ],
)
def test_an_entry_says_when(given: DiaryEntry, text: str) -> None:
    """With the weekday, and the year only where it is not the page's."""
    views: Any = pages_of(desk(replace(given, story="ferries")))["/story/ferries/"].view["due"]

    assert [view["when"]["text"] for view in views] == [text]


def test_a_story_shows_what_is_due_in_it() -> None:
    """Entries of a merged thread too; what is past, and what is of others, is not there."""
    mine, merged = entry("mine", story="ferries"), entry("merged", story="boats")
    past = entry("past", date(2026, 3, 1), story="ferries")
    pages = pages_of(desk(mine, merged, past, entry("other")))
    view: Any = pages["/story/ferries/"].view

    assert titles(view["due"]) == ["merged", "mine"]
    assert (view["diary"], view["calendar"]) == ("../../diary/", "diary.ics")
    assert all(one["story"] is None for one in view["due"])


def test_links_of_the_diary_lead_to_pages() -> None:
    """To story, briefing, outlet and announcement, where there is one; else words stand alone."""
    known = entry(
        "known", story="ferries", briefing="first", source="harbour-courier", note="Bring a coat."
    )
    told = entry("told", source="The mayor", url="https://town.example/a", briefing="nowhere")
    bad = entry("bad", url="javascript:alert(1)", story="nothing", status=DiaryStatus.CALLED_OFF)
    view: Any = pages_of(desk(known, told, bad))["/diary/"].view
    off, first, other = view["groups"][0][1]

    assert first["story"]["href"] == "../story/ferries/"
    assert first["briefing"]["href"] == "../2026/03/first/"
    assert first["says"] == {
        "href": "../source/harbour-courier/",
        "title": "According to Harbour Courier",
    }
    assert other["says"] == {"href": "https://town.example/a", "title": "According to The mayor"}
    assert other["briefing"] is None
    assert (off["status"], off["story"], off["says"]) == ("Called off", None, None)
    assert not [href for href in hrefs(view) if href.startswith("javascript")]


def test_a_story_in_motion_says_what_the_last_edition_added() -> None:
    """New points are counted and marked; else there is nothing new; at rest there is no line."""
    first = a_briefing("first", edition=DAY - timedelta(days=1), story="ferries")
    other = a_briefing("other", edition=DAY + timedelta(days=2))
    later = replace(other, edition=DAY + timedelta(days=9))
    said = "Two engineers wrote letters."
    second = a_briefing("second", story="ferries")
    second = replace(second, key_points=(replace(second.key_points[0], text=said),))

    def since(*briefings: Briefing) -> Any:
        view = pages_of(desk(briefings=(first, second, *briefings)))["/story/ferries/"].view
        return view["since"], view["fresh"]

    bare = replace(first, id="bare", edition=DAY, key_points=())

    assert since() == ("1 new point, marked below", [said])
    assert since(replace(bare, published_at=None)) == (said, [])
    assert since(other) == ("nothing new", [])
    assert since(later) == (None, [])


def test_an_entry_without_points_adds_its_summary() -> None:
    """What stands then is the summary, and it is marked, not said twice."""
    first = a_briefing("first", edition=DAY - timedelta(days=1), story="ferries")
    second = a_briefing("second", story="ferries", key_points=())
    view = pages_of(desk(briefings=(first, second)))["/story/ferries/"].view

    assert view["since"] == "1 new point, marked below"
    assert view["fresh"] == ["Inspectors will board every ferry."]


def test_a_calendar_has_days_and_times() -> None:
    """A whole day ends on the next; a time is in UTC; a moment has no end."""
    ten = datetime(2026, 3, 30, 10, tzinfo=UTC)
    events = calendar(
        desk(
            entry("day", DAY),
            entry("days", DAY, until=date(2026, 3, 16), status=DiaryStatus.EXPECTED),
            entry("time", ten.astimezone(), until=ten + timedelta(hours=2)),
            entry("moment", ten, status=DiaryStatus.CALLED_OFF, noted=date(2026, 3, 2)),
        )
    )
    by_id = {event["UID"]: event for event in events}

    assert list(by_id) == [f"{i}.diary@lantern.example" for i in ("day", "days", "moment", "time")]
    day, days, moment, time = by_id.values()
    assert (day["DTSTART;VALUE=DATE"], day["DTEND;VALUE=DATE"]) == ("20260314", "20260315")
    assert (days["DTEND;VALUE=DATE"], days["STATUS"]) == ("20260317", "TENTATIVE")
    assert (time["DTSTART"], time["DTEND"]) == ("20260330T100000Z", "20260330T120000Z")
    assert "DTEND" not in moment
    assert (moment["STATUS"], moment["DTSTAMP"]) == ("CANCELLED", "20260302T000000Z")


def test_a_calendar_leads_to_the_site() -> None:
    """To the story, else the briefing, else the month; the story's own calendar to the story."""
    archive = desk(
        entry("a", story="ferries"), entry("b", briefing="first"), entry("c", story="nothing")
    )
    site = "https://lantern.example/desk"

    assert [event["URL"] for event in calendar(archive)] == [
        f"{site}/story/ferries/", f"{site}/2026/03/first/", f"{site}/diary/2026/03/",
    ]  # fmt: skip
    assert [event["URL"] for event in calendar(archive, "story/ferries/diary.ics")] == [
        f"{site}/story/ferries/"
    ]


def test_a_calendar_keeps_a_year() -> None:
    """A subscriber's calendar has what is older."""
    events = calendar(desk(entry("old", date(2025, 3, 13)), entry("kept", date(2025, 3, 14))))

    assert [event["UID"] for event in events] == ["kept.diary@lantern.example"]


def test_hostile_words_stay_inside_their_property() -> None:
    """Line ends, commas and controls do not begin a line of their own."""
    bad = "A\r\nEND:VEVENT\n\x0b, b; c\\d \u202eevil"
    (event,) = calendar(desk(entry(title=bad, where=bad, note=bad)))

    assert event["SUMMARY"] == r"A\nEND:VEVENT\n\, b\; c\\d evil"
    assert set(event) == {
        "UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "STATUS", "TRANSP",
        "LOCATION", "DESCRIPTION", "URL",
    }  # fmt: skip


@example("a" * 300)
@example("é" * 200)
@example("a" + "\U0001f6a2" * 90)
@given(st.text(st.characters(blacklist_characters="\r\n", blacklist_categories=["Cs"])))
def test_folded_lines_unfold(text: str) -> None:
    """No piece is longer than 75 octets, and joined they are the line."""
    folded = fold_line(text)

    assert all(len(piece.encode()) <= 75 for piece in folded.split("\r\n"))
    assert folded.replace("\r\n ", "") == text + "\r\n"
