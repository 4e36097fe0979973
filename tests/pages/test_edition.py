"""Editions and the front page."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from briefings.model import Briefing, Correction, Days, Edition, Status
from tests.builders import a_briefing, a_point
from tests.pages.sites import an_archive, pages_of, sectioned, shell_of, view_of


def front(*briefings: Briefing, **differing: Any) -> Any:
    """Give the front page of these briefings."""
    return pages_of(an_archive(briefings), sectioned(**differing))["/"].view


def test_the_front_page_is_the_newest_edition() -> None:
    """The front shows the newest edition there is, whatever today is."""
    shown = view_of("/")

    assert shown["front"] is True
    assert shown["when"] == {"iso": "2026-03-14", "text": "Saturday 14 March 2026"}
    assert shown["place_line"] == "06:30 Beirut"
    assert shown["next_hour"] == "The next one comes at 06:30."
    assert shown["end"] == "That is the edition of 14 March 2026."


def test_a_desk_without_a_place_prints_none() -> None:
    """The line of hour and place is empty where the settings name no place."""
    assert front(a_briefing(), place="")["place_line"] == ""


def test_an_edition_keeps_the_editors_order() -> None:
    """The lead is the first of the edition's file; note and sign-off are printed."""
    edition = Edition(
        date=date(2026, 3, 14),
        briefings=("b", "a"),
        note="Good **morning**, see [[a]].",
        signed="A. B.",
        closed="Until tomorrow.",
    )
    archive = an_archive([a_briefing("a"), a_briefing("b", dek="The dek")], [edition])
    shown = pages_of(archive)["/"].view

    assert isinstance(shown["lead"], dict)
    assert shown["lead"]["id"] == "b"
    assert shown["lead_dek"] == "The dek"
    assert shown["lead_points"] == ["Three crossings were suspended."]
    assert shown["note_html"] == (
        "<p>Good <strong>morning</strong>, see "
        '<a href="2026/03/a/" rel="noopener">Title of a</a>.</p>\n'
    )
    assert (shown["signed"], shown["end"]) == ("A. B.", "Until tomorrow.")


def test_the_lead_is_never_withdrawn() -> None:
    """An edition whose every briefing was withdrawn has no lead and counts none."""
    shown = front(a_briefing("gone", status=Status.WITHDRAWN))

    assert shown["lead"] is None
    assert shown["summary_line"] == "0 briefings"
    assert shown["sections"][0]["cards"][0]["status"] == "withdrawn"


def test_briefings_stand_in_the_first_section_that_takes_them() -> None:
    """The rest comes under its section, and what no section takes under `More`."""
    briefings = [
        a_briefing("a", topics=("other",)),
        a_briefing("b", topics=("transport",)),
        a_briefing("c", topics=("odd",)),
    ]
    edition = Edition(date=date(2026, 3, 14), briefings=("a", "b", "c"))
    shown: Any = pages_of(an_archive(briefings, [edition]))["/"].view

    assert [(s["title"], [c["id"] for c in s["cards"]]) for s in shown["sections"]] == [
        ("Moving", ["b"]),
        ("More", ["c"]),
    ]


def test_a_desk_without_sections_has_one_untitled() -> None:
    """Where no section is set, the rest is one list without a heading."""
    shown = front(a_briefing("a"), a_briefing("b"), sections=())

    assert [section["title"] for section in shown["sections"]] == [None]


def test_corrections_stand_on_the_next_edition_and_stay_there() -> None:
    """What was put right since the edition before is on the front, and on no older edition."""
    titles = [correction["briefing"]["title"] for correction in view_of("/")["corrections"]]

    assert titles == ["Title of second", "Title of gone"]
    assert view_of("/edition/2026-03-13/")["corrections"] == []


def test_the_front_also_shows_corrections_after_its_day() -> None:
    """A correction made after the newest edition waits on the front for the next one."""
    late = Correction(kind="correction", at=datetime(2026, 3, 16, 9, 0, tzinfo=UTC), now="Two.")
    briefings = [a_briefing("a", edition=date(2026, 3, 13), corrections=(late,)), a_briefing("b")]
    pages: Any = pages_of(an_archive(briefings))

    assert len(pages["/"].view["corrections"]) == 1
    assert pages["/edition/2026-03-14/"].view["corrections"] == []


def test_an_update_is_not_announced_as_a_correction() -> None:
    """An edition announces what changes the sense, not what went on."""
    went_on = Correction(kind="update", at=date(2026, 3, 14), now="More.")
    briefings = [
        a_briefing("a", edition=date(2026, 3, 13), corrections=(went_on,)),
        a_briefing("b"),
    ]

    assert front(*briefings)["corrections"] == []


def test_stories_in_motion_say_what_is_new() -> None:
    """A story with an entry in the week is listed, with what this edition added to it."""
    shown = view_of("/edition/2026-03-13/")["running"]

    assert shown == [
        {
            "story": {"href": "../../story/ferries/", "title": "The ferry inquiry"},
            "new": "Two engineers wrote letters.",
        }
    ]


def test_later_days_do_not_change_an_edition() -> None:
    """Stories of an old edition are told as of its day: one entry is no story yet."""
    assert view_of("/edition/2026-03-12/")["running"] == []


def test_a_story_at_rest_is_not_in_motion() -> None:
    """A week without an entry takes a story off the list."""
    old = [
        a_briefing(id_, story="x", edition=date(2026, 3, day)) for id_, day in (("a", 1), ("b", 2))
    ]

    assert front(*old, a_briefing("c", edition=date(2026, 3, 8)))["running"] != []
    assert front(*old, a_briefing("c", edition=date(2026, 3, 9)))["running"] == []


def test_editions_lead_to_one_another() -> None:
    """Older, newer and the last seven."""
    middle = view_of("/edition/2026-03-13/")

    assert middle["newer"] == {"href": "../2026-03-14/", "title": "Saturday 14 March 2026"}
    assert middle["older"] == {"href": "../2026-03-12/", "title": "Thursday 12 March 2026"}
    assert [link["href"] for link in view_of("/")["earlier"]] == [
        "edition/2026-03-13/",
        "edition/2026-03-12/",
    ]


def test_at_most_seven_earlier_editions_are_listed() -> None:
    """Ten editions: the front names the seven before it."""
    ten = [a_briefing(f"b{n}", edition=date(2026, 3, n)) for n in range(1, 11)]

    assert len(front(*ten)["earlier"]) == 7


def test_the_summary_line_counts_what_stands() -> None:
    """Briefings and minutes of the edition, with the right plural."""
    assert front(a_briefing())["summary_line"] == "1 briefing, 1 minute"
    assert view_of("/")["summary_line"] == "3 briefings, 3 minutes"


def test_a_lead_with_two_outlets_shows_its_origins() -> None:
    """The lead says how many origins stand behind it."""
    assert view_of("/edition/2026-03-13/")["lead_origins"]["outlets"] == 2


def test_the_frame_says_which_entry_is_current() -> None:
    """The front page is current under its empty address; an edition under none."""
    assert shell_of("/")["section"] == ""
    assert shell_of("/edition/2026-03-13/")["section"] == "-"
    assert shell_of("/")["root"] == "./"
    assert shell_of("/")["canonical"] == "https://lantern.example/desk/"


def test_an_edition_without_anything_visible_still_has_a_page() -> None:
    """An edition of ids nobody may see has no lead and says when it was."""
    day = date(2026, 3, 14)
    editions = Days(lambda: [day], lambda day: Edition(date=day, briefings=("hidden",)))
    archive = replace(an_archive(()), editions=editions)
    shown = pages_of(archive)["/edition/2026-03-14/"].view

    assert (shown["lead"], shown["sections"]) == (None, [])


def test_a_lead_without_key_points_prints_none() -> None:
    """Fewer points are right where there is no room for more."""
    assert front(a_briefing(key_points=(), summary=(a_point("One."),)))["lead_points"] == []
