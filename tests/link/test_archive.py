"""Stories, origins, sources, subjects, editions and redirects of an archive."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from briefings.link import linker
from briefings.link.archive import link_archive
from briefings.link.merging import merged_ids
from briefings.link.origins import count_origins
from briefings.link.sources import SourceBook
from briefings.model import (
    Agency,
    AgencyRole,
    Edition,
    NameKind,
    NameRecord,
    PointKind,
    Registers,
    SourceArticle,
    SourceRecord,
    Status,
    StoryRecord,
    TopicRecord,
)
from briefings.text.sketches import sketch_text
from tests.builders import a_briefing, a_point, a_source, some_names
from tests.link.desks import an_entry, some_registers

COURIER = SourceRecord(id="courier", name="Harbour Courier", aliases=("The Courier",))
WIRE = sketch_text(" ".join(f"word{n}" for n in range(300)))


def test_a_story_is_what_two_briefings_name() -> None:
    """Without a register the earliest entry's headline is the title; nothing is invented."""
    first = an_entry("a", 1, story="ferries", title="Ferry stopped", topics=("weather",))
    second = an_entry("b", 2, story="ferries", title="Ferry sails", topics=("weather", "sport"))
    story = link_archive([second, first, an_entry("c", story="alone")], Registers()).stories

    assert list(story) == ["ferries"]
    assert story["ferries"].title == "Ferry stopped"
    assert story["ferries"].briefings == ("b", "a")
    assert story["ferries"].topics == ("weather", "sport")
    assert story["ferries"].sources == ("harbour-courier",)


def test_the_register_titles_a_story_and_merges_threads() -> None:
    """Entries of a merged thread stand in the one that survives."""
    desk = [an_entry("a", 1, story="ferry-inquiry"), an_entry("b", 2, story="ferries")]
    story = link_archive(desk, some_registers()).stories["ferries"]

    assert (story.title, story.briefings) == ("Ferries", ("b", "a"))
    assert story.record == some_registers().stories[0]


def test_mergers_follow_each_other_but_never_in_a_circle() -> None:
    """One step to the survivor; a circle of mergers changes nothing."""
    chain = (StoryRecord(id="c", merged=("b",)), StoryRecord(id="b", merged=("a", "b")))
    circle = (StoryRecord(id="y", merged=("x",)), StoryRecord(id="x", merged=("y",)))

    assert merged_ids(chain) == {"a": "c", "b": "c"}
    assert merged_ids(circle) == {}


def test_an_entry_adds_what_none_before_said() -> None:
    """A repeat in other words is not new; another number is, background is not asked."""
    first = an_entry("a", 1, story="s", key_points=(a_point("The fire injured 31 passengers."),))
    second = an_entry(
        "b",
        2,
        story="s",
        key_points=(
            a_point("The fire had injured 31 passengers."),
            a_point("The fire injured 34 passengers."),
            a_point("Nobody sails on Sunday.", kind=PointKind.BACKGROUND),
        ),
    )
    new = link_archive([first, second], Registers()).stories["s"].new

    assert new == {
        "b": ("The fire injured 34 passengers.",),
        "a": ("The fire injured 31 passengers.",),
    }


def test_a_withdrawn_entry_keeps_the_story_and_adds_nothing() -> None:
    """The thread's address lives on; what was taken back is not told again."""
    names = some_names(people=("Ada Brook",))
    gone = an_entry("a", 1, story="s", status=Status.WITHDRAWN, names=names)
    story = link_archive([gone, an_entry("b", 2, story="s", names=names)], Registers()).stories["s"]

    assert story.briefings == ("b", "a")
    assert story.new["a"] == ()
    assert story.origins.outlets == 1
    assert story.names == ()


def test_the_names_of_a_story_are_in_two_of_its_entries() -> None:
    """Most frequent first."""
    often, once = (
        some_names(people=("Ada Brook",), places=("Ain Delma",)),
        some_names(people=("Ada Brook", "Al")),
    )
    desk = [
        an_entry(str(n), n, story="s", names=names, quotes=())
        for n, names in enumerate((often, often, once), 1)
    ]
    story = link_archive(desk, Registers()).stories["s"]

    assert story.names == ((NameKind.PERSON, "ada-brook"), (NameKind.PLACE, "ain-delma"))


AFP = Agency(name="AFP", role=AgencyRole.COPY)
HELP = Agency(name="AFP", role=AgencyRole.CONTRIBUTOR)


def an_origin(
    n: int, outlet: str | None, *agencies: Agency, sketch: str | None = None
) -> SourceArticle:
    """Give an article of an outlet."""
    return a_source(digest=f"d{n}", title=f"T{n}", source=outlet, agencies=agencies, sketch=sketch)


@pytest.mark.parametrize(
    ("articles", "outlets", "at_most"),
    [
        ([an_origin(1, "a"), an_origin(2, "b")], 2, 2),
        ([an_origin(1, "a", AFP), an_origin(2, "b", AFP)], 2, 1),
        ([an_origin(1, "a", HELP), an_origin(2, "b", HELP)], 2, 2),
        ([an_origin(1, "a", sketch=WIRE), an_origin(2, "b", sketch=WIRE)], 2, 1),
        ([an_origin(1, "a"), an_origin(2, "a")], 1, 1),
        ([an_origin(1, "a"), an_origin(2, "a", AFP), an_origin(3, "b", AFP)], 2, 2),
        ([an_origin(1, None), an_origin(2, None)], 2, 2),
        ([an_origin(1, "a"), an_origin(1, "a")], 1, 1),
        ([an_origin(1, "The Courier"), an_origin(2, "courier")], 1, 1),
    ],
)
def test_origins_are_counted(articles: list[SourceArticle], outlets: int, at_most: int) -> None:
    """Copies and one agency's copy are one origin; a contribution merges nothing."""
    origins = count_origins(articles, SourceBook((COURIER,)))

    assert (origins.outlets, origins.at_most) == (outlets, at_most)


def test_a_guess_at_the_outlet_keeps_the_count_down() -> None:
    """Two articles that seem to be of one outlet are not counted as two."""
    articles = [a_source(digest=d, source=None, source_proposed="The Courier") for d in "ab"]
    origins = count_origins(articles, SourceBook((COURIER,)))

    assert (origins.outlets, origins.at_most) == (1, 1)


def test_copies_are_named_with_their_outlets() -> None:
    """The register's name for the outlet, else what the article states, else the title alone."""
    articles = [an_origin(n, o, sketch=WIRE) for n, o in enumerate(["courier", "Post", None])]

    assert count_origins(articles, SourceBook((COURIER,))).copies == (
        ("Harbour Courier: T0", "Post: T1", "T2"),
    )


def test_outlets_resolve_by_name_and_alias() -> None:
    """An outlet nobody registered goes by its slug, or a digest; a guess is no outlet."""
    stated = ["courier", "the courier", "North Post", "الشروق", None]
    desk = [
        an_entry(f"b{n}", n + 1, article={"source": source, "source_proposed": "Guess"})
        for n, source in enumerate(stated)
    ]
    sources = link_archive(desk, Registers(sources=(COURIER,))).sources
    arabic = next(id_ for id_ in sources if id_.startswith("n-"))

    assert list(sources) == ["courier", arabic, "north-post"]
    assert sources["courier"].briefings == ("b1", "b0")
    assert sources["courier"].record == COURIER
    assert sources["north-post"].name == "North Post"


def test_subjects_have_the_desks_names_then_iptcs() -> None:
    """An unknown subject keeps its id for a name."""
    desk = [an_entry("a", topics=("ferries", "weather", "zyx", "weather"))]
    register = Registers(topics=(TopicRecord(id="ferries", name="Ferries and ports"),))
    topics = link_archive(desk, register).topics

    assert [topic.name for topic in topics.values()] == ["Ferries and ports", "Weather", "zyx"]
    assert topics["weather"].briefings == ("a",)


def test_an_edition_is_ordered_by_hand_then_by_weight() -> None:
    """The editor's lead first; then outlets, then how much is said, then the title."""
    two = (a_source(digest="1", source="x"), a_source(digest="2", source="y"))
    desk = [
        an_entry("short", key_points=()),
        an_entry("wide", articles=two),
        an_entry("lead", key_points=()),
        an_entry("long"),
        an_entry("gone", status=Status.WITHDRAWN),
        an_entry("next-day", 15, status=Status.WITHDRAWN),
    ]
    written = Edition(
        date=date(2026, 3, 14), briefings=("gone", "lead", "nobody"), signed="The desk"
    )
    newest, edition = link_archive(desk, Registers(), [written]).editions

    assert edition.briefings == ("lead", "wide", "long", "short")
    assert edition.signed == "The desk"
    assert (newest.date, newest.briefings) == (date(2026, 3, 15), ("next-day",))


def test_an_edition_file_without_briefings_makes_no_edition() -> None:
    """A day with nothing to read has no page."""
    assert (
        link_archive([], Registers(), [Edition(date=date(2026, 3, 1), briefings=())]).editions == ()
    )


def test_old_addresses_lead_to_present_ones() -> None:
    """Moved briefings, merged threads, threads of one, names since registered."""
    registers = replace(
        some_registers(),
        names=(
            NameRecord(
                id="mara-voss",
                kind=NameKind.PERSON,
                name="Mara Voss",
                aliases=("M. Voss",),
                page=True,
            ),
        ),
        addresses=(
            ("/2026/02/a/", "briefing:a"),
            ("/2026/03/a/", "briefing:a"),
            ("/2026/03/gone/", "briefing:gone"),
            ("/person/m-voss/", "person:m-voss"),
            ("/story/dam/", "story:dam"),
        ),
    )
    names = some_names(people=("Mara Voss",))
    desk = [
        an_entry("a", story="ferries", names=names),
        an_entry("b", story="ferries"),
        an_entry("c", story="dam"),
    ]

    assert link_archive(desk, registers).redirects == {
        "/2026/02/a/": "/2026/03/a/",
        "/person/m-voss/": "/person/mara-voss/",
        "/story/dam/": "/2026/03/c/",
        "/story/ferry-inquiry/": "/story/ferries/",
    }


def test_a_merged_thread_of_one_leads_to_its_briefing() -> None:
    """Even where the survivor has no page, the old address does."""
    archive = link_archive([an_entry("a", story="ferries")], some_registers())

    assert archive.redirects == {"/story/ferry-inquiry/": "/2026/03/a/"}


def test_an_empty_desk_is_an_archive() -> None:
    """No briefings, no faults."""
    archive = link_archive([], Registers())

    assert (archive.briefings, archive.stories, archive.editions, archive.redirects) == (
        {},
        {},
        (),
        {},
    )


def test_asking_what_moved_works_it_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build asks of every address there ever was: nothing may be kept for each of them."""
    asked: list[int] = []
    work_out = linker.link_redirects

    def counted(*values: Any) -> dict[str, str]:
        asked.append(1)
        return work_out(*values)

    monkeypatch.setattr(linker, "link_redirects", counted)
    moved = link_archive([a_briefing("a")], Registers()).redirects

    assert not any(f"/story/{n}/" in moved for n in range(50))
    assert (len(asked), list(moved), len(moved)) == (1, [], 0)
    assert not hasattr(moved, "_made")
