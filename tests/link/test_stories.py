"""Which thread a draft is proposed for, and why."""

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.link import thread_index
from briefings.link.namebook import NameBook
from briefings.link.packing import Packer
from briefings.link.profiles import profile_of
from briefings.link.score import score
from briefings.link.stories import Threads, choose_story
from briefings.link.thread_index import ThreadIndex
from briefings.model import Briefing, Status
from tests.builders import some_names
from tests.link.desks import an_entry, archives, law

NAMES = some_names(laws=("Ferry Safety Act",), people=("Mara Voss",), places=("North Harbour",))
FERRIES = tuple(
    an_entry(f"f{day}", day, story="ferry-inquiry", names=NAMES, title=f"Ferry inquiry, day {day}")
    for day in (10, 11, 12)
)
DAM = an_entry(
    "dam", 11, story="dam", title="Dam opened above valley", terms=(("dam", 0.8), ("valley", 0.6))
)


def test_the_nearest_thread_is_proposed_with_its_reason() -> None:
    """The reason names what is shared, how often, and how lately."""
    draft = an_entry("new", 14, names=NAMES, title="Ferry inquiry hears captain")
    choice = choose_story(draft, [DAM, *FERRIES])

    assert choice.id == "ferry-inquiry"
    assert choice.reason == (
        "shares the Ferry Safety Act and Mara Voss with 3 briefings of ferry-inquiry, "
        "latest 12 March"
    )
    assert [thread for thread, _ in choice.rivals] == []


def test_the_count_is_of_entries_that_hold_what_is_named() -> None:
    """Entries of the thread that do not name it are not counted."""
    lone = an_entry("f1", 9, story="ferry-inquiry", names=some_names(people=("Mara Voss",)))
    bare = an_entry("f2", 13, story="ferry-inquiry")
    choice = choose_story(an_entry("new", 14, names=NAMES), [lone, bare])

    assert choice.reason == "shares Mara Voss with 1 briefing of ferry-inquiry, latest 9 March"


def test_words_alone_are_said_to_be_words_alone() -> None:
    """Without a shared name, the entry that reads most alike is named."""
    held = an_entry("f1", 10, story="ferry-inquiry", title="Ferry inquiry opens")
    choice = choose_story(an_entry("new", 14), [held])

    assert choice.id == "ferry-inquiry"
    assert (
        choice.reason == "reads much like “Ferry inquiry opens”, of ferry-inquiry, latest 10 March"
    )


def test_a_thread_that_shares_only_the_place_is_told_by_the_place() -> None:
    """A place is a reason only where nothing better is shared."""
    here = some_names(places=("North Harbour",))
    choice = choose_story(an_entry("new", names=here), [an_entry("old", story="s", names=here)])

    assert choice.reason == "shares North Harbour with 1 briefing of s, latest 14 March"


def test_a_far_thread_is_not_proposed_but_named() -> None:
    """Below the threshold a draft begins its own thread; the nearest is a rival."""
    draft = an_entry("new", title="Valley of flowers", terms=(("flower", 0.9), ("valley", 0.2)))
    choice = choose_story(draft, [DAM])

    assert choice.id is None
    assert choice.reason == "not near enough to any thread; the nearest is dam"
    assert [thread for thread, _ in choice.rivals] == ["dam"]


def test_nothing_in_common_is_said_plainly() -> None:
    """An empty desk, or one about something else, has nothing to offer."""
    choice = choose_story(an_entry("new"), [an_entry("old", story="s", terms=(), title="Zyx")])

    assert choice.id is None
    assert choice.rivals == ()
    assert choice.reason == "shares no name and hardly a word with any thread"
    assert choose_story(an_entry("new"), []) == choice


def test_rivals_come_nearest_first() -> None:
    """The runners-up show what else an editor may have in mind."""
    second = an_entry("g", 10, story="fares", terms=(("ferri", 0.8), ("fare", 0.6)))
    third = an_entry("h", 10, story="cup", terms=(("ferri", 0.3), ("cup", 0.9)), title="Cup tie")
    choice = choose_story(an_entry("new", 14, names=NAMES), [third, second, *FERRIES])

    assert choice.id == "ferry-inquiry"
    assert [thread for thread, _ in choice.rivals] == ["fares", "cup"]


def test_time_draws_threads_apart() -> None:
    """The same words half a year later are another story."""
    old = an_entry("old", story="s", edition=date(2025, 1, 1), title="Ferry fares")
    new = an_entry("old", story="s", title="Ferry fares")
    draft = an_entry("new", title="Inquiry", terms=(("ferri", 0.6), ("fare", 0.8)))

    assert choose_story(draft, [new]).id == "s"
    assert choose_story(draft, [old]).id is None


def test_itself_and_withdrawn_briefings_do_not_count() -> None:
    """A re-draft is not its own reason, nor is what the desk took back."""
    gone = an_entry("gone", story="s", status=Status.WITHDRAWN)

    assert choose_story(an_entry("new"), [an_entry("new", story="s"), gone]).id is None


def test_two_languages_meet_by_their_names() -> None:
    """A French report joins the thread whose people and law it names."""
    draft = an_entry("new", language="fr", names=NAMES, terms=(("travers", 1.0),))

    assert choose_story(draft, FERRIES).id == "ferry-inquiry"


def test_an_agency_is_no_common_name() -> None:
    """That both stand on one agency's or outlet's words says nothing of the story."""
    from_courier = some_names(organisations=("Harbour Courier",))
    old = an_entry("old", story="s", names=from_courier, terms=(), title="Zyx")

    choice = choose_story(an_entry("new", names=from_courier), [old])

    assert (choice.id, choice.rivals) == (None, ())


@law
@given(archives(), st.integers(1, 30), st.randoms())
def test_the_index_proposes_what_comparing_with_all_proposes(
    desk: list[Briefing], gap: int, chance: random.Random
) -> None:
    """In any language, over years, with briefings taken in again as they are now."""
    first = date(2026, 3, 1)
    changed = [
        replace(
            one,
            edition=first + (one.edition - first) * gap,
            language=chance.choice(["en", "en", "fr"]),
        )
        for one in desk
    ]
    threads = Threads(desk)
    for one in changed:
        assert threads.home(one) == threads.choose(one).id
        threads.add(one)
    for one in desk:
        draft = replace(one, id="new", edition=first + (one.edition - first) * gap)
        assert threads.home(draft) == threads.choose(draft).id


def test_a_thread_of_hundreds_is_as_near_as_its_nearest() -> None:
    """Not all of it is compared, and it is the thread that comparing with all proposes."""
    far = [
        an_entry(f"f{n}", story="s", terms=(("sea", 1.0),), title=f"Sea {n}") for n in range(250)
    ]
    words = (("ferri", 0.6), ("fare", 0.7), ("sea", 0.1))
    near = [an_entry(f"n{n}", story="s", terms=words, title=f"Fares {n}") for n in range(3)]
    rival = an_entry("r", story="rival", terms=(("fare", 0.7), ("tax", 0.7)), title="Tax")
    threads = Threads([*near, *far, rival])
    draft = an_entry("new", terms=words, title="Ferries")

    assert threads.home(draft) == threads.choose(draft).id == "s"


def test_in_a_dense_archive_a_look_reads_the_rarest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of hundreds that share a common word those are compared that share most."""
    monkeypatch.setattr(thread_index, "_READ", 20)
    monkeypatch.setattr(thread_index, "_LIKELIEST", 5)
    index = ThreadIndex()
    for number in range(200):
        terms = (("sea", 0.6), (f"word{number % 50}", 0.6), ("port", 0.5))
        entry = an_entry(f"e{number}", story="s", terms=terms, title=f"Title{number}")
        index.add(profile_of(entry, NameBook(()), "s"))
    draft = an_entry("new", terms=(("sea", 0.6), ("word7", 0.6), ("port", 0.5)), title="Other")

    assert {7, 57, 107, 157} <= index.near(profile_of(draft, NameBook(()), None), 0.2).keys()
    assert len(index.near(profile_of(draft, NameBook(()), None), 0.2)) <= 10


@law
@given(archives())
def test_what_is_packed_is_compared_as_before(desk: list[Briefing]) -> None:
    """To the last digit: a score must not depend on where a profile waited."""
    packer = Packer()
    profiles = [profile_of(one, NameBook(()), one.story) for one in desk]
    packed = [packer.pack(one) for one in profiles]
    for before, kept in zip(profiles, packed, strict=True):
        after = packer.unpack(kept)
        assert (after.terms, after.names, after.title) == (before.terms, before.names, before.title)
        assert [score(after, one) for one in profiles] == [score(before, one) for one in profiles]
