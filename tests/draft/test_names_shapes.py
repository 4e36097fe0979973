"""What the shape of a name says of its kind."""

import pytest

from briefings.draft.names.finding import find_names
from briefings.model import NameKind, Registers
from briefings.read import read_article


def kinds(sentence: str) -> dict[str, NameKind]:
    """Give the names of a sentence with their kinds."""
    text = f"A headline of some words\n\n{sentence} It was a long day for everybody who came.\n"
    article = read_article(text.encode(), path="a.txt")
    return {name.name: name.kind for name in find_names(article, Registers())}


def test_a_firm_of_two_names_is_no_person() -> None:
    """`&` joins partners, not given and family name."""
    found = kinds("Shares in Dowling & Lomas fell by a fifth on Monday.")

    assert found["Dowling & Lomas"] is NameKind.ORGANISATION


@pytest.mark.parametrize("event", ["U.S. Open", "Harbour Cup", "Saltmere Championships"])
def test_an_event_is_no_person(event: str) -> None:
    """Nobody is called Open, Cup or Championships."""
    found = kinds(f"She won the {event} for a second time on Sunday.")

    assert NameKind.PERSON not in found.values()


@pytest.mark.parametrize("people", ["South Korean", "Zairean", "North Koreans"])
def test_a_nationality_is_no_place(people: str) -> None:
    """An adjective with a capital names no country."""
    assert not kinds(f"The crew was mostly {people} and had been at sea since March.")


@pytest.mark.parametrize("name", ["J. Okafor", "George W Marsh"])
def test_initials_are_a_persons(name: str) -> None:
    """With a full stop in front, or within."""
    found = kinds(f"The report was signed by {name} and sent on Monday.")

    assert found[name] is NameKind.PERSON
