"""Names over the archive: one id for one thing, two for two."""

import pytest

from briefings.link.archive import link_archive
from briefings.model import (
    Archive,
    Briefing,
    NameKind,
    NameRecord,
    Names,
    NameUse,
    Registers,
    Status,
)
from tests.builders import a_quote, some_names
from tests.link.desks import an_entry, some_registers

PERSON, PLACE = NameKind.PERSON, NameKind.PLACE


def linked(*desk: Briefing, registers: Registers | None = None) -> Archive:
    """Link a desk."""
    return link_archive(desk, registers or some_registers())


@pytest.mark.parametrize(
    "spelling", ["Mara Voss", "MARA VOSS", "The Harbour Master", "captain  voss"]
)
def test_every_spelling_leads_to_one_entry(spelling: str) -> None:
    """Aliases resolve whatever their case; the entry keeps how it was printed."""
    archive = linked(an_entry("a", names=some_names(people=(spelling,)), quotes=()))
    entry = archive.names[PERSON, "mara-voss"]

    assert entry.name == "Mara Voss"
    assert entry.spellings == (spelling,)
    assert archive.names_of["a"] == ((PERSON, "mara-voss"),)


def test_an_accent_makes_another_name() -> None:
    """Only case folds: Voß and Voss may be two people."""
    names = linked(an_entry("a", names=some_names(people=("Mára Voss",)), quotes=())).names

    assert names[PERSON, f"mara-voss-{_tail(names)}"].record is None


def _tail(names: object) -> str:
    key = next(iter(names))  # type: ignore[call-overload]  # a mapping with one key
    return str(key[1]).rsplit("-", 1)[1]


def test_a_name_nobody_registered_goes_by_its_slug() -> None:
    """Case and a leading article do not make two of one place."""
    a = an_entry("a", 13, names=some_names(places=("The North Harbour",)), quotes=())
    b = an_entry("b", 14, names=some_names(places=("North Harbour",)), quotes=())
    entry = linked(a, b).names[PLACE, "north-harbour"]

    assert entry.briefings == ("b", "a")
    assert entry.spellings == ("North Harbour", "The North Harbour")


def test_a_name_without_latin_letters_gets_a_digest() -> None:
    """An Arabic name has an id of its own, the same every time."""
    one = an_entry("a", names=some_names(people=("ليلى",)), quotes=())
    other = an_entry("b", names=some_names(people=("كريم",)), quotes=())
    first, second = sorted(linked(one, other).names)

    assert first[1].startswith("n-")
    assert first != second
    assert set(linked(one).names) <= {first, second}


def test_kinds_are_kept_apart() -> None:
    """A person and a place of one name are two entries."""
    names = some_names(people=("Victoria",), places=("Victoria",))

    assert list(linked(an_entry("a", names=names, quotes=())).names) == [
        (PERSON, "victoria"),
        (PLACE, "victoria"),
    ]


TWINS = Registers(
    names=(
        NameRecord(id="john-bell", kind=PERSON, name="John Bell", page=True),
        NameRecord(id="john-bell-mp", kind=PERSON, name="John R. Bell", aliases=("John Bell",)),
    )
)


def test_two_of_one_name_stay_apart() -> None:
    """A name that may be either is neither, until the briefing says which."""
    unsaid = an_entry("a", names=some_names(people=("John Bell",)), quotes=())
    said = an_entry(
        "b", names=Names(people=(NameUse(name="John Bell", id="john-bell-mp"),)), quotes=()
    )
    archive = linked(unsaid, said, registers=TWINS)

    assert (PERSON, "john-bell") not in archive.names
    assert archive.names[PERSON, "john-bell-mp"].briefings == ("b",)
    assert archive.names_of["a"][0][1].startswith("john-bell-")
    assert archive.names[archive.names_of["a"][0]].record is None


def test_a_page_is_the_registers_or_the_archives_decision() -> None:
    """People only with `page: yes`; other kinds registered, or named twice."""
    names = some_names(people=("Mara Voss", "Idris Bell", "Nobody Known"), places=("Ain Delma",))
    once = linked(an_entry("a", names=names, quotes=()))
    twice = linked(an_entry("a", names=names), an_entry("b", names=names))

    assert _paged(once) == {"mara-voss"}
    assert _paged(twice) == {"mara-voss", "ain-delma"}


def _paged(archive: Archive) -> set[str]:
    return {entry.id for entry in archive.names.values() if entry.has_page}


def test_who_says_each_quote_is_known_where_the_words_tell() -> None:
    """Quotes by any alias, and by a name only this briefing knows."""
    a = an_entry("a", 13, quotes=(a_quote("No", speaker="the harbour master"),))
    b = an_entry(
        "b",
        14,
        names=some_names(people=("Nora Quill",)),
        quotes=(
            a_quote("Yes", speaker="Captain Voss"),
            a_quote("Perhaps", speaker="nora quill"),
            a_quote("Who knows", speaker=None),
            a_quote("Indeed", speaker="a fisherman"),
        ),
    )
    archive = linked(a, b)

    assert archive.speakers_of["b"] == ((PERSON, "mara-voss"), (PERSON, "nora-quill"), None, None)
    assert archive.speakers_of["a"] == ((PERSON, "mara-voss"),)
    assert archive.names_of["b"] == ((PERSON, "nora-quill"), (PERSON, "mara-voss"))


def test_a_speaker_who_may_be_two_is_neither() -> None:
    """Where the briefing lists both of one name, a quote is nobody's."""
    both = Names(people=(NameUse(name="John Bell", id="x"), NameUse(name="John Bell", id="y")))
    archive = linked(an_entry("a", names=both, quotes=(a_quote(speaker="John Bell"),)))

    assert archive.speakers_of["a"] == (None,)


def test_a_withdrawn_briefing_stands_on_a_name_only_to_keep_its_address() -> None:
    """It is listed where nothing else is."""
    names = some_names(people=("Mara Voss",))
    gone = an_entry(
        "a", 13, names=names, quotes=(a_quote(speaker="Mara Voss"),), status=Status.WITHDRAWN
    )
    alone = linked(gone).names[PERSON, "mara-voss"]
    beside = linked(gone, an_entry("b", names=names, quotes=())).names[PERSON, "mara-voss"]

    assert alone.briefings == ("a",)
    assert beside.briefings == ("b",)


def test_an_entry_knows_the_stories() -> None:
    """Threads that have a page, newest first; a thread of one has none."""
    names = some_names(people=("Mara Voss",))
    desk = [
        an_entry(id_, day, names=names, story=s)
        for id_, day, s in [("a", 1, "x"), ("b", 2, "x"), ("c", 3, "y")]
    ]

    assert linked(*desk).names[PERSON, "mara-voss"].stories == ("x",)


def test_who_stands_beside_a_name_is_told_most_telling_first() -> None:
    """What is named with it often and seldom without it comes before the capital."""
    both = some_names(people=("Mara Voss",), laws=("Ferry Act",), places=("Ansel",))
    desk = [an_entry(f"a{n}", names=both, quotes=()) for n in range(2)]
    desk += [an_entry(f"b{n}", names=some_names(places=("Ansel",)), quotes=()) for n in range(4)]
    entry = linked(*desk).names[PERSON, "mara-voss"]

    assert [(one.id, one.briefings) for one in entry.beside] == [("ferry-act", 2), ("ansel", 2)]


def test_nobody_without_a_page_stands_beside_a_name() -> None:
    """A witness named twice with a minister is on nobody's list, and has none; once is chance."""
    names = some_names(people=("Mara Voss", "Idris Bell"))
    desk = [an_entry(f"a{n}", names=names, quotes=()) for n in range(2)]
    once = an_entry("c", names=some_names(people=("Mara Voss",), laws=("Ferry Act",)), quotes=())
    other = an_entry("d", names=some_names(laws=("Ferry Act",)), quotes=())
    entries = linked(*desk, once, other).names

    assert entries[PERSON, "mara-voss"].beside == ()
    assert entries[PERSON, "idris-bell"].beside == ()


def test_at_most_six_stand_beside_a_name() -> None:
    """The list has an end."""
    laws = tuple(f"Act {n}" for n in range(9))
    names = some_names(people=("Mara Voss",), laws=laws)
    desk = [an_entry(f"a{n}", names=names, quotes=()) for n in range(2)]

    assert len(linked(*desk).names[PERSON, "mara-voss"].beside) == 6
