"""What the shape of a name says of its kind."""

import pytest

from briefings.draft.names.finding import find_names
from briefings.model import NameKind, NameRecord, Registers
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


@pytest.mark.parametrize(
    "sentence",
    [
        "The crew of the ferry Corinna were taken off. The Corinna belongs to nobody.",
        "Her sister ships, the Clarissa and the Cordelia, stayed in port all week.",
        "Nobody was hurt aboard the Clarissa, the owners said on Monday morning.",
    ],
)
def test_a_ship_is_neither_a_person_nor_a_firm(sentence: str) -> None:
    """Ships have the names of people; they are no names of the story's people."""
    assert not {"Corinna", "Clarissa", "Cordelia"} & kinds(sentence).keys()


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Two were kept at St Luke's Hospital in the city overnight.", "St Luke's Hospital"),
        ("In the port the Skippers' Association said it had no view.", "Skippers' Association"),
        ("He leads the Labour and Islands Party in the chamber.", "Labour and Islands Party"),
        ("The Maritime Safety Directorate asked for repairs.", "Maritime Safety Directorate"),
    ],
)
def test_an_organisation_is_taken_whole(sentence: str, name: str) -> None:
    """Saints, plurals and common words within a title do not cut it."""
    assert kinds(sentence)[name] is NameKind.ORGANISATION


def test_a_country_is_known_by_its_people() -> None:
    """`Tolmeiran` says what Tolmeira is, in no gazetteer."""
    found = kinds("Tolmeira said it would not sign. A Tolmeiran official left the room.")

    assert found["Tolmeira"] is NameKind.PLACE


def test_a_family_name_of_two_words_is_its_bearers() -> None:
    """Ms Sá Coelho is Beatriz Sá Coelho."""
    found = kinds("The ambassador, Beatriz Sá Coelho, left. Ms Sá Coelho made no statement.")

    assert "Sá Coelho" not in found


def test_the_act_alone_names_nothing() -> None:
    """It points at a law named before."""
    assert "Act" not in kinds("The court said the Act gave it no power to wait.")


def registered(*records: NameRecord) -> Registers:
    """Give registers with these names."""
    return Registers(names=records)


def test_a_form_of_address_outweighs_a_firm_of_that_name() -> None:
    """`Mr Delvaux` is nobody's shipping line, whatever alias the register has."""
    firm = NameRecord(
        id="delvaux-shipping",
        name="Delvaux Shipping",
        kind=NameKind.ORGANISATION,
        aliases=("Delvaux",),
    )
    text = (
        "A headline of some words\n\nThe chief executive, Martin Delvaux, denied it.\n\n"
        "“It is false,” Mr Delvaux said. Delvaux has sold two ships this year.\n"
    )
    names = find_names(read_article(text.encode(), path="a.txt"), registered(firm))
    spelled = {name.name: [mention.text for mention in name.mentions] for name in names}

    assert "Mr Delvaux" in spelled["Martin Delvaux"] or "Delvaux" in spelled["Martin Delvaux"]
    assert len(spelled["Delvaux Shipping"]) == 1


def test_a_law_named_after_a_registered_place_is_taken_whole() -> None:
    """`Almadra Bank Agreement` is not the bank."""
    bank = NameRecord(id="almadra-bank", name="Almadra Bank", kind=NameKind.PLACE)
    text = "A headline of some words\n\nShares are fixed by the Almadra Bank Agreement of 2009.\n"
    names = find_names(read_article(text.encode(), path="a.txt"), registered(bank))

    assert [name.kind for name in names] == [NameKind.LAW]


@pytest.mark.parametrize("opener", ["Who", "Anybody", "Somebody"])
def test_a_pronoun_that_opens_a_sentence_is_no_name(opener: str) -> None:
    """`WHO` is an organisation, `Who` a question."""
    assert opener not in kinds(f"{opener} has the key must come to the hall by Friday.")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "„Niemand war in Gefahr“, sagte Bauamtsleiterin Maike Ohlsen am Montag.",
            ["Maike Ohlsen"],
        ),
        ("Am Abend sprach Polizeisprecherin Anne Lüders mit Fahrern.", ["Anne Lüders"]),
        ("Die Grünen-Politikerin Eva Sand lobte das am Dienstag.", ["Eva Sand"]),
        ("Das Urteil sprach Karl Hofrichter am Montag in der Stadt.", ["Karl Hofrichter"]),
        ("Am Montag kam die Bauamtsleiterin in die Stadt.", []),
    ],
)
def test_an_office_in_one_german_word_is_no_part_of_a_name(sentence: str, names: list[str]) -> None:
    """What it is over stands in the same word; behind a given name it is a surname."""
    text = f"Eine Überschrift aus einigen Wörtern\n\n{sentence} Das war für alle ein langer Tag.\n"
    article = read_article(text.encode(), path="a.txt")
    found = find_names(article, Registers())

    assert article.language == "de"
    assert [name.name for name in found if name.kind is NameKind.PERSON] == names
