"""Weekly editions: a week's briefings, each story once."""

from datetime import date

import pytest

from briefings.link.archive import link_archive
from briefings.model import Briefing, Edition, Registers, Status, week_id
from tests.link.desks import an_entry

MONDAY = date(2026, 3, 9)


def weeks_of(*desk: Briefing, written: tuple[Edition, ...] = ()) -> tuple[Edition, ...]:
    """Link a desk and give its weeks."""
    return link_archive(desk, Registers(), written).weeks


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 3, 9), "2026-W11"),
        (date(2026, 3, 15), "2026-W11"),
        (date(2027, 1, 3), "2026-W53"),
        (date(2024, 12, 30), "2025-W01"),
    ],
)
def test_weeks_are_those_of_iso_8601(day: date, week: str) -> None:
    """They begin on Monday, and the week of New Year belongs to the year of its Thursday."""
    assert week_id(day) == week


def test_a_week_has_each_story_once() -> None:
    """The latest briefing stands for its story, what went on longest first; the rest is counted."""
    desk = [an_entry(f"f{n}", 9 + n, story="ferries", key_points=()) for n in range(3)]
    other = an_entry("dam", 10)
    late = an_entry("late", 16, story="ferries")
    newest, week = weeks_of(*desk, other, late)

    assert (newest.id(), newest.briefings) == ("2026-W12", ("late",))
    assert (week.id(), week.date, week.weekly) == ("2026-W11", MONDAY, True)
    assert week.briefings == ("f2", "dam")
    assert week.earlier == {"f2": ("f1", "f0")}


def test_the_weeks_file_decides_the_order_and_who_stands_for_a_story() -> None:
    """Named first and as named; of a story the named one, and only older ones are earlier."""
    desk = [an_entry(f"f{n}", 9 + n, story="ferries") for n in range(3)]
    written = Edition(date=MONDAY, briefings=("dam", "f1", "gone"), weekly=True, signed="The desk")
    day = Edition(date=MONDAY, briefings=("f0",), signed="Another")
    (week,) = weeks_of(*desk, an_entry("dam", 10), written=(day, written))

    assert (week.briefings, week.signed) == (("dam", "f1"), "The desk")
    assert week.earlier == {"f1": ("f0",)}


def test_both_briefings_of_a_story_an_editor_names_are_kept() -> None:
    """The file may name two of one story; neither is counted as left out."""
    desk = [an_entry(f"f{n}", 9 + n, story="ferries") for n in range(2)]
    (week,) = weeks_of(*desk, written=(Edition(date=MONDAY, briefings=("f0", "f1"), weekly=True),))

    assert (week.briefings, week.earlier) == (("f0", "f1"), {})


def test_a_withdrawn_briefing_stands_for_no_story() -> None:
    """It is left out, unless the week has nothing else: its address lives on."""
    gone = an_entry("gone", 12, story="ferries", status=Status.WITHDRAWN)
    (week,) = weeks_of(an_entry("a", 10, story="ferries"), gone)
    (alone,) = weeks_of(gone)

    assert (week.briefings, week.earlier) == (("a",), {})
    assert alone.briefings == ("gone",)


def test_a_weekly_file_says_nothing_of_its_monday() -> None:
    """The daily edition of that Monday keeps its computed order."""
    desk = [an_entry("a", 9), an_entry("b", 9)]
    written = Edition(date=MONDAY, briefings=("b",), weekly=True, signed="The desk")
    (day,) = link_archive(desk, Registers(), [written]).editions

    assert (day.briefings, day.signed) == (("a", "b"), None)


def test_a_week_can_be_linked_to() -> None:
    """`[[edition:2026-W11]]` leads to its page, and so does a line of the ledger."""
    registers = Registers(addresses=(("/weekly/11/", "edition:2026-W11"),))
    archive = link_archive([an_entry("a", 9)], registers)

    assert archive.targets["edition:2026-W11"].url == "/edition/2026-W11/"
    assert archive.redirects == {"/weekly/11/": "/edition/2026-W11/"}
