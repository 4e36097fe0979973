"""What pages refuse even where the archive would offer it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from briefings.model import Correction, Status
from tests.builders import a_briefing, a_quote, a_source, some_names
from tests.pages.sites import an_archive, pages_of


def test_a_storys_new_points_never_come_from_a_withdrawn_entry() -> None:
    """What a withdrawn entry added is not on the timeline, whatever the archive holds."""
    archive = an_archive(
        [
            a_briefing("a", story="x", edition=date(2026, 3, 13)),
            a_briefing("b", story="x", status=Status.WITHDRAWN),
        ]
    )
    story = replace(archive.stories["x"], new={"b": ("Secret.",)})
    shown: Any = pages_of(replace(archive, stories={"x": story}))["/story/x/"].view

    assert [entry["new"] for entry in shown["timeline"]] == [[], []]


def test_a_withdrawn_quote_is_on_no_name_page() -> None:
    """Where nothing else names a speaker the page stays, without what was said."""
    names, quotes = some_names(people=("Ada Brook",)), (a_quote("Secret", speaker="Ada Brook"),)
    gone = a_briefing("gone", status=Status.WITHDRAWN, names=names, quotes=quotes)
    shown: Any = pages_of(an_archive([gone]))["/person/ada-brook/"].view

    assert [one["status"] for one in shown["listed"]] == ["withdrawn"]
    assert shown["said"] == []


def test_a_correction_is_announced_by_one_edition() -> None:
    """One made on an edition's day belongs to that edition, not to the next as well."""
    at = datetime(2026, 3, 13, 9, 0, tzinfo=UTC)
    corrected = a_briefing(
        "a",
        edition=date(2026, 3, 12),
        corrections=(Correction(kind="correction", at=at, now="Two."),),
    )
    briefings = [corrected, a_briefing("b", edition=date(2026, 3, 13)), a_briefing("c")]
    pages: Any = pages_of(an_archive(briefings))

    assert len(pages["/edition/2026-03-13/"].view["corrections"]) == 1
    assert pages["/"].view["corrections"] == []


def test_no_page_of_a_preview_is_indexed() -> None:
    """Every page of the desk's own look at its drafts asks to be left out."""
    assert {page.shell["robots"] for page in pages_of(drafts=True).values()} == {"noindex"}


def test_an_outlet_in_another_script_has_its_page() -> None:
    """An outlet whose name gives no slug is found by its name."""
    archive = an_archive([a_briefing(articles=(a_source(source="منبر"),))])
    (entry,) = archive.sources.values()
    shown: Any = pages_of(archive)["/2026/03/ferry-inquiry/"].view

    assert shown["provenance"][0]["outlet"] == {
        "href": f"../../../source/{entry.id}/",
        "title": "منبر",
    }
