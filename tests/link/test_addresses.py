"""Addresses are fixed: what was published stays where it is."""

from datetime import date

from briefings.link import addresses
from briefings.model import NameKind
from tests.builders import a_briefing


def test_a_briefing_is_under_its_edition_by_its_file_name() -> None:
    """Year and month are the edition's, the slug is the file's."""
    moved = a_briefing("ferries", edition=date(2026, 4, 1), path="content/briefings/2026/03/f-2.md")

    assert addresses.briefing_url(moved) == "/2026/04/f-2/"


def test_names_are_under_their_kind() -> None:
    """An organisation's address is short; the other kinds are written out."""
    found = [addresses.name_url(kind, "x") for kind in NameKind]

    assert found == ["/person/x/", "/org/x/", "/place/x/", "/law/x/"]


def test_the_rest_have_their_own_folders() -> None:
    """Stories, topics, sources and editions."""
    assert addresses.story_url("x") == "/story/x/"
    assert addresses.topic_url("x") == "/topic/x/"
    assert addresses.source_url("x") == "/source/x/"
    assert addresses.edition_url(date(2026, 3, 4)) == "/edition/2026-03-04/"
