"""Every id and link leads to something, and no two things have one address."""

from dataclasses import replace
from datetime import date

import pytest

from briefings.model import (
    Briefing,
    DiaryEntry,
    Edition,
    NameKind,
    NameRecord,
    Names,
    NameUse,
    Registers,
    Status,
    StoryRecord,
    TopicRecord,
)
from tests.builders import a_briefing, a_quote, a_source, some_names
from tests.check.desks import KNOWN, findings_of

PEOPLE = (
    NameRecord(id="ada-brook", kind=NameKind.PERSON, name="Ada Brook", aliases=("A. Brook",)),
    NameRecord(id="union", kind=NameKind.ORGANISATION, name="Union"),
)
REGISTERS = replace(
    KNOWN,
    names=PEOPLE,
    topics=(TopicRecord(id="transport", name="Transport"),),
    stories=(StoryRecord(id="ferries", title="Ferries", merged=("boats",)),),
)


def references(*briefings: Briefing, registers: Registers = REGISTERS, **more: object) -> list[str]:
    """Give the findings about references."""
    return findings_of(*briefings, registers=registers, only="BR4", **more)  # type: ignore[arg-type]  # by name


def test_ids_that_exist_are_fine() -> None:
    """Pins, topics, threads, names and sources that are known give no finding."""
    b = a_briefing(
        "ferry-inquiry",
        related=("second",),
        unrelated=("second",),
        topics=("transport", "politics"),
        story="ferries",
        names=Names(people=(NameUse(name="A. Brook", id="ada-brook"),)),
    )

    assert references(b, a_briefing("second", story="boats")) == []


@pytest.mark.parametrize(("key", "column"), [("related", 19), ("unrelated", 21)])
def test_a_pin_to_nothing_is_refused(key: str, column: int) -> None:
    """The nearest id is proposed, at the item's own place."""
    b = a_briefing("ferry-inquiry", **{key: ("second", "secnod")})
    (line,) = references(b, a_briefing("second"))

    assert line == (
        f'ferry-inquiry.md:11:{column}: error BR401: no briefing has the id "secnod"; '
        'did you mean "second"?'
    )


@pytest.mark.parametrize(
    "key",
    [
        "second",
        "briefing:second",
        "story:ferries",
        "story:boats",
        "person:ada-brook",
        "person:carla-dean",
        "org:union",
        "topic:transport",
        "topic:politics",
        "source:harbour-courier",
        "edition:2026-03-14",
        "/about/",
    ],
)
def test_links_of_every_kind_are_known(key: str) -> None:
    """What linking can resolve is no finding, an unregistered name neither."""
    b = a_briefing("first", body=f"See [[{key}]].", names=some_names(people=("Carla Dean",)))

    assert references(b, a_briefing("second")) == []


def test_a_link_to_nothing_is_refused_on_the_bodys_line() -> None:
    """The nearest key is proposed; code is no link."""
    b = a_briefing("first", body="Code: `[[nothing]]`.\n\nSee [[person:ada-brok]].")
    (line,) = references(b)

    assert (
        'error BR402: [[person:ada-brok]] leads nowhere; did you mean "person:ada-brook"?' in line
    )


def test_what_readers_cannot_see_is_told_of_published_briefings_only() -> None:
    """A pin or link to a draft matters once the briefing that has it is out."""
    draft = a_briefing("second", status=Status.DRAFT)
    b = a_briefing("first", related=("second",), body="See [[second]].")
    lines = references(b, draft)

    assert ["BR411" in line for line in lines] == [True, True]
    assert references(replace(b, status=Status.DRAFT), draft) == []


def test_a_topic_nobody_knows_is_refused() -> None:
    """A near id is proposed; for others the register is named."""
    lines = references(a_briefing("first", topics=("trnsport", "zzz")))

    assert 'BR403: no topic has the id "trnsport"; did you mean "transport"?' in lines[0]
    assert lines[1].endswith('"zzz"; add it to content/registers/topics.yml')


def test_a_story_one_slip_away_from_another_is_asked_about() -> None:
    """A thread of its own is fine, and so is one nothing resembles."""
    others = a_briefing("second", story="ferries")
    (line,) = references(a_briefing("first", story="ferris"), others)

    assert 'BR406: nothing else names the story "ferris"; did you mean "ferries"?' in line
    assert references(a_briefing("first", story="first"), a_briefing("secnd", story="zebra")) == []
    assert references(a_briefing("first", story="one"), a_briefing("second", story="one")) == []


def test_a_name_id_has_to_be_registered_for_its_kind() -> None:
    """An organisation's id is no person's."""
    b = a_briefing("first", names=Names(people=(NameUse(name="U", id="union"),)))
    (line,) = references(b)

    assert 'error BR410: the register has no person "union"' in line
    assert "add it to content/registers/names.yml" in line


def test_a_source_is_confirmed_by_a_person() -> None:
    """A guess is proposed with the line to write; silence is told, too."""
    sources = (
        a_source(source=None, source_proposed="Harbour Courier"),
        a_source(key="b", source=None),
        a_source(key="c", source="harbour-curier"),
        a_source(key="d", source="The Unknown Gazette"),
        a_source(key="e", source="Harbour Courier"),
    )
    lines = [line.split(": ", 1)[1] for line in references(a_briefing("x", articles=sources))]

    assert lines == [
        "warning BR405: source not confirmed: we guess Harbour Courier; write "
        "`source: harbour-courier`",
        "warning BR405: source not confirmed: the article does not say it; write `source:` and "
        "the outlet's id if you know it",
        'warning BR404: the register has no source "harbour-curier"; did you mean '
        '"harbour-courier"?',
        'warning BR404: the register has no source "The Unknown Gazette"; add it to '
        "content/registers/sources.yml",
    ]


def test_two_briefings_have_no_one_id() -> None:
    """The later file is told of the earlier; the address clashes as well."""
    one = a_briefing("same", path="content/briefings/2026/03/one.md")
    two = replace(one, path="content/briefings/2026/03/two.md")
    lines = references(one, two)

    assert len(lines) == 1
    assert lines[0].startswith("two.md:2:1: error BR407: the id")
    assert "is also that of content/briefings/2026/03/one.md" in lines[0]


def test_two_briefings_have_no_one_address() -> None:
    """Year and month are the edition's, wherever the file lies."""
    one = a_briefing("one", path="content/briefings/2026/03/ferry.md")
    two = a_briefing("two", path="content/briefings/2026/04/ferry.md")
    later = replace(two, edition=date(2026, 4, 1))

    (line,) = references(one, two)
    assert "BR408: its address /2026/03/ferry/ is also that of" in line
    assert references(one, later) == []


def test_a_spelling_two_names_claim_is_told() -> None:
    """Two people of one name need ids in the briefings; two kinds do not clash."""
    other = NameRecord(
        id="anna-brook", kind=NameKind.PERSON, name="Anna", aliases=("The A. BROOK",)
    )
    place = NameRecord(id="brook", kind=NameKind.PLACE, name="A. Brook")
    registers = replace(REGISTERS, names=(*PEOPLE, other, place))
    (line,) = references(a_briefing("x"), registers=registers)

    assert line.startswith("content/registers/names.yml: warning BR409: ")
    assert '"A. Brook" is claimed by ada-brook and anna-brook' in line


def test_names_are_not_confused_with_nobody() -> None:
    """`not_to_confuse` holds ids of the register."""
    one = replace(PEOPLE[0], not_to_confuse=("unoin", "union"))
    other = replace(PEOPLE[1], not_to_confuse=("ada-brook",))
    (line,) = references(a_briefing("x"), registers=replace(REGISTERS, names=(one, other)))

    assert 'BR410: ada-brook is not to be confused with "unoin"' in line
    assert line.endswith('did you mean "union"?')


def test_the_diary_names_what_there_is() -> None:
    """A briefing that is not there is an error, a story nothing names a question."""
    entry = DiaryEntry(id="vote", when=date(2026, 4, 12), title="A vote")
    good = replace(entry, briefing="x", story="boats")
    bad = replace(entry, briefing="y-briefing", story="ferry")
    lines = references(
        a_briefing("x", story="ferries"),
        a_briefing("my-briefing"),
        registers=replace(REGISTERS, diary=(good, bad)),
    )

    assert [line.partition("content/registers/diary.yml: ")[2] for line in lines] == [
        'error BR401: vote: no briefing has the id "y-briefing"; did you mean "my-briefing"?',
        'warning BR414: vote: no briefing names the story "ferry"; did you mean "ferries"?',
    ]


def test_an_edition_orders_briefings_there_are() -> None:
    """Its file is named."""
    edition = Edition(date=date(2026, 3, 14), briefings=("first", "frst"))
    (line,) = references(a_briefing("first"), editions=[edition])

    assert line == (
        'content/editions/2026-03-14.md: error BR401: no briefing has the id "frst"; did you mean '
        '"first"?'
    )


NAMESAKES = replace(
    REGISTERS,
    names=(
        *PEOPLE,
        NameRecord(id="ada-brook-mp", kind=NameKind.PERSON, name="Ada Brook", page=True),
    ),
)


def test_a_name_that_may_be_either_of_two_is_told_where_it_stands() -> None:
    """File, line, column and both ids to choose from; with an id there is nothing to ask."""
    unsaid = a_briefing("first", names=some_names(people=("Carla Dean", "Ada Brook")))
    said = a_briefing("second", names=Names(people=(NameUse(name="Ada Brook", id="ada-brook"),)))
    told = references(unsaid, said, registers=NAMESAKES)

    assert [line for line in told if "BR412" in line] == [
        'first.md:22:7: warning BR412: "Ada Brook" may be ada-brook or ada-brook-mp, '
        "so it leads to neither; write {name: Ada Brook, id: ada-brook} or the other id"
    ]


def test_a_speaker_who_may_be_either_of_two_is_told() -> None:
    """A quote is on nobody's page until the names of the briefing say who speaks."""
    unsaid = a_briefing("first", quotes=(a_quote(),))
    said = a_briefing(
        "second",
        quotes=(a_quote(), a_quote(speaker=None)),
        names=Names(people=(NameUse(name="Ada Brook", id="ada-brook"),)),
    )
    (line,) = [one for one in references(unsaid, said, registers=NAMESAKES) if "BR412" in one]

    assert ":5: warning BR412: " in line
    assert "list them under names.people as {name: Ada Brook, id: ada-brook}" in line


def test_two_not_to_be_confused_both_say_so() -> None:
    """A page that does not warn is where the reader goes wrong."""
    one = replace(PEOPLE[0], not_to_confuse=("union",))
    both = replace(PEOPLE[1], not_to_confuse=("ada-brook",))
    b = a_briefing("first")

    assert references(b, registers=replace(REGISTERS, names=(one, both))) == []
    (line,) = references(b, registers=replace(REGISTERS, names=(one, PEOPLE[1])))
    assert "BR413: ada-brook is not to be confused with union, which does not say so" in line


def test_a_week_may_be_linked_and_ordered() -> None:
    """Every week with a briefing has a key; its file is named where its order is wrong."""
    b = a_briefing("first", body="See [[edition:2026-W11]] and [[edition:2026-W12]].")
    week = Edition(date=date(2026, 3, 9), briefings=("frst",), weekly=True)
    told = references(b, editions=[week])

    assert [line.partition(" ")[2] for line in told if "W12" in line] == [
        'error BR402: [[edition:2026-W12]] leads nowhere; did you mean "edition:2026-W11"?'
    ]
    assert "content/editions/2026-W11.md: error BR401" in "".join(told)
