"""The report of a briefing's links."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from briefings.link.archive import link_archive
from briefings.link.report import find_briefings, report_links
from briefings.model import Briefing, Registers
from briefings.text.sketches import sketch_text
from tests.builders import a_point, a_source, some_names
from tests.link.desks import an_entry, some_registers

NAMES = some_names(people=("Mara Voss",), laws=("Ferry Safety Act",))


def told(
    desk: Sequence[Briefing], *ids: str, registers: Registers | None = None
) -> list[dict[str, Any]]:
    """Give the report of a desk, through JSON as scripts get it."""
    archive = link_archive(desk, registers or Registers())
    return [json.loads(json.dumps(one)) for one in report_links(archive, ids or archive.briefings)]


def test_a_story_has_its_reason_and_its_rivals() -> None:
    """The reason is what drafting would say beside all the others; the story is no rival."""
    desk = [an_entry(f"f{n}", 10 + n, story="ferries", names=NAMES) for n in range(3)]
    desk += [an_entry("d", 12, story="dam", terms=(("dam", 1.0), ("ferri", 0.5)))]
    (one,) = told(desk, "f0")

    assert one["story"]["id"] == "ferries"
    assert one["story"]["title"] == "Title of f0"
    assert one["story"]["reason"].startswith("shares the Ferry Safety Act and Mara Voss with 2")
    assert [rival["id"] for rival in one["story"]["rivals"]] == ["dam"]
    assert 0 < one["story"]["rivals"][0]["score"] < 1


def test_what_the_desk_chose_says_so() -> None:
    """Where drafting would put it elsewhere, that thread is the first rival."""
    desk = [an_entry(f"f{n}", 10 + n, story="ferries", names=NAMES) for n in range(3)]
    odd = an_entry("odd", 13, story="dam", names=NAMES)
    dam = an_entry("dam", 9, story="dam", terms=(("flood", 1.0),), names=some_names())
    (one,) = told([*desk, odd, dam], "odd")

    assert one["story"]["reason"] == "chosen by the desk"
    assert one["story"]["rivals"][0]["id"] == "ferries"
    assert one["story"]["rivals"][0]["score"] > 0.22


def test_a_first_entry_begins_its_thread_and_none_has_none() -> None:
    """A thread of one has no page and yet a name; no story is null."""
    desk = [an_entry("a", story="dam"), an_entry("b", terms=(("vote", 1.0),), quotes=())]
    alone, none = told(desk)

    assert alone["story"] == {
        "id": "dam",
        "title": "Title of a",
        "reason": "begins its own thread",
        "rivals": [],
    }
    assert none["story"] is None


def test_a_merged_thread_is_told_by_the_one_that_survives() -> None:
    """Neither the story nor a rival goes by an id that is gone."""
    desk = [
        an_entry("a", 12, story="ferry-inquiry", names=NAMES),
        an_entry("b", 13, story="ferries", names=NAMES),
    ]
    for one in told(desk, registers=some_registers()):
        assert one["story"]["id"] == "ferries"
        assert one["story"]["reason"].startswith("shares ")
        assert one["story"]["rivals"] == []


def test_everything_else_is_what_the_pages_say() -> None:
    """Related with reasons, origins with copies and passages, backlinks, differences."""
    text = " ".join(f"word{n}" for n in range(50))
    articles = tuple(
        a_source(key=k, digest=k, title=k, source=k, sketch=sketch_text(text)) for k in "xy"
    )
    a = an_entry("a", articles=articles, summary=(a_point(text),), names=NAMES, related=("b",))
    b = an_entry("b", 13, names=NAMES, body="See [[a]].")
    (one,) = told([a, b], "a")

    assert [(r["id"], r["pinned"]) for r in one["related"]] == [("b", True)]
    assert one["related"][0]["reason"] == "both name the Ferry Safety Act and Mara Voss"
    assert (one["origins"]["outlets"], one["origins"]["at_most"]) == (2, 1)
    assert one["origins"]["copies"] == [["x: x", "y: y"]]
    assert one["origins"]["passages"][0].startswith("word0 word1")
    assert (one["backlinks"], one["differences"]) == (["b"], [])


def test_a_briefing_is_found_by_id_file_and_path() -> None:
    """Whatever an editor has at hand; what nobody has is nobody."""
    a = replace(an_entry("6e77"), path="content/briefings/2026/03/ferries.md")
    archive = link_archive([a], Registers())

    for name in ("6e77", "ferries", "ferries.md", "content/briefings/2026/03/ferries.md"):
        assert find_briefings(archive, name) == (a,)
    assert find_briefings(archive, "dam") == ()
