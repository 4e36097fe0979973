"""Names of no table, known by what stands around them."""

import pytest

from briefings.draft.names.finding import find_names
from briefings.model import Registers
from tests.builders import an_article


def named(text: str, language: str = "en") -> set[str]:
    """Give `kind: name` of everything found in a paragraph."""
    found = find_names(an_article(body=(text,), language=language), Registers())
    return {f"{name.kind.value}: {name.name}" for name in found}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“No,” said Amalie Storm, chief executive of the line.", "person: Amalie Storm"),
        ("They asked Vesna Stone, a geologist at the site.", "person: Vesna Stone"),
        ("On Monday the firm, Harbour Dredge, paid.", "organisation: Harbour Dredge"),
        ("Harbour Grain said that its insurers had been told.", "organisation: Harbour Grain"),
        ("A loan came from the European Bank for Reconstruction and Development.",
         "organisation: European Bank for Reconstruction and Development"),
        ("They trust the World Bank and the Red Cross.", "organisation: World Bank"),
        ("“No,” said Ines Okafor, Medline's director.", "organisation: Medline"),
        ("On Friday Delta Marten's shareholders said no.", "organisation: Delta Marten"),
        ("A fire closed the Merrow tunnel.", "place: Merrow"),
        ("On Friday Norland's parliament met.", "place: Norland"),
        ("It breaks the United Nations Convention on the Law of the Sea.",
         "law: United Nations Convention on the Law of the Sea"),
        ("A committee has the Fisheries (Small Boats) Bill.", "law: Fisheries (Small Boats) Bill"),
    ],
)  # fmt: skip
def test_kinds(text: str, wanted: str) -> None:
    """A role, a trade, a tunnel, a parliament or a bracket beside a name tells its kind."""
    assert wanted in named(text)


def test_an_outlet_that_is_told_something_is_no_person() -> None:
    """Who stands behind `told` listens; only who stands behind `said` speaks."""
    assert "person: Harbour Today" not in named("“No,” the minister told Harbour Today.")


def test_a_german_office_is_no_part_of_the_name() -> None:
    """In German every noun has a capital: the office before a name is known by its table."""
    text = "Das Haus ist leer, sagte Oberbürgermeisterin Katrin Vogel nach der Abstimmung."

    assert named(text, "de") == {"person: Katrin Vogel"}


def test_a_capital_that_puts_a_figure_is_a_government() -> None:
    """`Tbilisi put the figure at 4 million` speaks of no town."""
    assert named("Ankara said six. Tbilisi put the figure at 4 million.") == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("وقال رئيس البلدية يوسف بن عامر في مؤتمر صحفي", {"person: يوسف بن عامر"}),
        ("وأضافت المهندسة هدى القاسم أن السقف جديد", {"person: هدى القاسم"}),
        ("وقال رئيس البلدية في مؤتمر صحفي", set()),
    ],
)
def test_an_arabic_office_of_two_words(text: str, wanted: set[str]) -> None:
    """`The head of the municipality` is an office: the name stands behind both words."""
    assert named(text, "ar") == wanted


def test_a_relative_of_the_same_surname_is_another_person() -> None:
    """`Mr Marlow, Edith's husband` is not Edith Marlow."""
    text = "The chair, Edith Marlow, spoke. Mr Marlow, Edith's husband, listened."

    assert named(text) == {"person: Edith Marlow", "person: Marlow"}


def test_a_century_is_no_organisation() -> None:
    """Roman numbers are capitals too; a town hall opens its name as a ministry does."""
    text = "Una fuente del siglo XVII apareció, informó el Ayuntamiento de Olivares."

    assert named(text, "es") == {"organisation: Ayuntamiento de Olivares"}
