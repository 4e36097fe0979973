"""Whether two articles tell one event: two outlets of a day do, the day after does not."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.draft import note_article
from briefings.link.additions import what_it_adds
from briefings.link.events import (
    Kernel,
    Likeness,
    Sureness,
    compare,
    find_pairs,
    group_tellings,
    reason,
)
from briefings.link.tellings import Telling, telling_of, tellings_in
from briefings.model import Article, Note, Registers
from briefings.read import read_article
from tests import happenings
from tests.builders import a_briefing, a_point
from tests.link.desks import law

SURE = Likeness(sureness=Sureness.SURE, score=0.8)
MAYBE = Likeness(sureness=Sureness.MAYBE, score=0.5)


@cache
def read(name: str) -> tuple[Article, Note]:
    """Read one of the texts."""
    text: str = getattr(happenings, name)
    article = read_article(text.encode(), path=f"{name.lower()}.txt")
    return article, note_article(article, Registers())


def telling(name: str) -> Telling:
    """Give what is compared of one of the texts."""
    return telling_of(*read(name))


def test_two_outlets_tell_one_happening() -> None:
    """In words of their own, on one day."""
    found = compare(telling("COURIER"), telling("LEDGER"))

    assert found.sureness is Sureness.SURE
    assert found.score < 1


@pytest.mark.parametrize("other", ["NEXT_DAY", "OTHER"])
@pytest.mark.parametrize("first", ["COURIER", "LEDGER"])
def test_what_goes_on_or_happens_nearby_is_another_event(first: str, other: str) -> None:
    """The next day's development names the same bridge; the museum has the same mayor."""
    assert compare(telling(first), telling(other)).sureness is not Sureness.SURE


@pytest.mark.parametrize(
    ("differing", "wanted"),
    [
        ({"moment": None}, Sureness.MAYBE),
        ({"outlet": "harbour courier"}, Sureness.MAYBE),
        ({"embargoed": True}, Sureness.MAYBE),
        ({"moment": date(2026, 3, 17)}, Sureness.NO),
        ({"language": "fr"}, Sureness.MAYBE),
        ({"language": "fr", "names": {}}, Sureness.NO),
        ({"names": {}}, Sureness.NO),
        ({"terms": {}}, Sureness.NO),
    ],
)
def test_what_is_doubtful_is_only_proposed(differing: dict[str, Any], wanted: Sureness) -> None:
    """No day, one outlet, an embargo, another language; days apart or half alike is nothing."""
    other = replace(telling("LEDGER"), **differing)

    assert compare(telling("COURIER"), other).sureness is wanted


def test_hours_count_where_both_say_them() -> None:
    """An evening and the next morning are one day's news; two mornings are not."""
    evening = datetime(2026, 3, 14, 20, tzinfo=UTC)
    first = replace(telling("COURIER"), moment=evening)
    near = replace(telling("LEDGER"), moment=evening + timedelta(hours=12))
    far = replace(telling("LEDGER"), moment=evening + timedelta(hours=37))

    assert compare(first, near).sureness is Sureness.SURE
    assert compare(first, far).sureness is Sureness.NO


def test_a_copy_is_one_event_whenever_it_came() -> None:
    """Months later, too."""
    copy = replace(telling("COURIER"), moment=date(2026, 9, 1), key="copy.txt")

    assert compare(telling("COURIER"), copy).sureness is Sureness.SURE


def test_the_reason_names_what_both_name() -> None:
    """People before places."""
    why = reason(telling("COURIER"), telling("LEDGER"))

    assert why.startswith("published the same day, both name ")
    assert "Petra Lindqvist" in why


def test_a_chain_of_neighbours_is_no_event() -> None:
    """A is like b and b like c; a is not like c."""
    kernels = [Kernel(keys=(key,)) for key in "abc"]
    pairs = {("a", "b"): replace(SURE, score=0.9), ("b", "c"): SURE}

    groups = group_tellings(kernels, pairs)

    assert [[k.keys for k in group] for group in groups] == [[("a",), ("b",)], [("c",)]]


def test_what_two_briefings_hold_stays_apart() -> None:
    """And what came in joins one of them only where it is like all of it."""
    kernels = [
        Kernel(keys=("a",), held="one"),
        Kernel(keys=("b",), held="one"),
        Kernel(keys=("c",), held="two"),
        Kernel(keys=("d",)),
    ]
    both = {("a", "c"): SURE, ("b", "c"): SURE, ("a", "d"): SURE, ("c", "d"): MAYBE}

    groups = group_tellings(kernels, both)

    assert [[k.keys for k in group] for group in groups] == [[("a",), ("b",)], [("c",)], [("d",)]]
    joined = group_tellings(kernels, both | {("b", "d"): SURE})
    assert [k.keys for k in joined[0]] == [("a",), ("b",), ("d",)]


def any_telling(number: int, chance: random.Random) -> Telling:
    """Give one telling among a few days, words and names."""
    terms = chance.sample(["crack", "bridg", "beam", "ferri", "vote"], chance.randint(3, 4))
    names = chance.sample(["person:ada", "organisation:agency", "place:port"], 2)
    return Telling(
        key=f"{number}.txt",
        moment=chance.choice([None, *(date(2026, 3, day) for day in (1, 2, 4))]),
        language="en",
        outlet=chance.choice([None, "courier", "ledger"]),
        title=frozenset(terms[:2]),
        terms=dict.fromkeys(terms, len(terms) ** -0.5),
        names=dict.fromkeys(names, 0.5**0.5),
        printed={name: name for name in names},
        sketch="",
        embargoed=False,
    )


@law
@given(st.lists(st.integers(0, 1 << 16), max_size=9), st.randoms())
def test_the_order_of_the_input_never_shows(seeds: list[int], order: random.Random) -> None:
    """The same articles in any order give the same pairs and groups."""
    tellings = [any_telling(n, random.Random(seed)) for n, seed in enumerate(seeds)]
    shuffled = order.sample(tellings, len(tellings))

    pairs, again = find_pairs(tellings), find_pairs(shuffled)

    assert pairs == again
    first = group_tellings([Kernel(keys=(one.key,)) for one in tellings], pairs)
    assert first == group_tellings([Kernel(keys=(one.key,)) for one in shuffled], again)


@law
@given(st.lists(st.integers(0, 1 << 16), max_size=9))
def test_a_group_is_of_pairs_that_are_all_sure(seeds: list[int]) -> None:
    """Comparing is the same in both directions."""
    tellings = {f"{n}.txt": any_telling(n, random.Random(s)) for n, s in enumerate(seeds)}
    pairs = find_pairs(tellings.values())

    for group in group_tellings([Kernel(keys=(key,)) for key in tellings], pairs):
        for a, b in combinations([tellings[k.keys[0]] for k in group], 2):
            assert compare(a, b).sureness is Sureness.SURE
            assert compare(a, b) == compare(b, a)


def test_every_pair_that_shares_enough_is_found() -> None:
    """One without a date, too: it is compared with every day."""
    names = ("COURIER", "LEDGER", "NEXT_DAY", "OTHER")
    tellings = [telling(name) for name in names]
    tellings += [replace(one, key=f"undated-{one.key}", moment=None) for one in tellings]

    by_hand = {
        (min(a.key, b.key), max(a.key, b.key)): found
        for a, b in combinations(tellings, 2)
        if (found := compare(a, b)).sureness is not Sureness.NO
    }

    assert find_pairs(tellings) == by_hand


def test_a_briefing_is_compared_by_what_it_keeps() -> None:
    """Each of its articles, with the names of the briefing."""
    (kept,) = tellings_in(a_briefing())

    assert (kept.key, kept.day()) == ("2026/03/ferries.txt", date(2026, 3, 14).toordinal())


def test_an_addition_is_what_is_not_said_there() -> None:
    """Another number is always one; the same words again are none."""
    _, note = read("LEDGER")
    held = a_briefing(summary=note.summary, key_points=(), quotes=())

    adds = what_it_adds(note, held)

    assert adds
    assert len(adds) <= 3
    assert not {point.text for point in note.summary} & set(adds)
    all_said = replace(held, key_points=tuple(a_point(p.text) for p in note.key_points))
    assert what_it_adds(note, all_said) == ()
