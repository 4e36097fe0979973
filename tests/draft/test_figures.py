"""Figures: a number with what it counts, or nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.draft.figures.finding import find_figures
from briefings.model import Figure, Hedge, Ref

ENGLISH = {
    "At least 12 people were killed and 30 others injured.": [("killed", "12"), ("injured", "30")],
    "The blaze killed 12 people, injuring at least 30.": [("killed", "12"), ("injured", "30")],
    "Twelve people on a ferry off North Harbour were killed.": [("killed in north harbour", "12")],
    "12 dead, 3 missing": [("killed", "12"), ("missing", "3")],
    "The death toll rose to 45 on Friday.": [("killed", "45")],
    "The death toll rose from 12 to 15.": [("killed", "15")],
    "Police arrested four men.": [("arrested of men", "4")],
    "The repairs cost €3.5 million.": [("euros cost of repair", "3500000")],
    "A $1.2bn deal": [("dollars cost of deal", "1200000000")],
    "It would cost 2 million euros or 12,500 pounds.": [("euros", "2000000"), ("pounds", "12500")],
    "Some 45 per cent, or 1,200,500 votes, said no.": [("percent", "45"), ("votes", "1200500")],
    "Turnout was 61.4%.": [("percent of turnout", "61.4")],
    "The hull is 2.50 metres too long.": [("metres", "2.5")],
    "He was killed 12 kilometres away.": [("kilometres", "12")],
    "There were 3 deaths.": [("killed", "3")],
}
SILENT = [
    "Two dozen people were killed.",
    "He was killed 12 years ago aged 34.",
    "In 1999 people were killed.",
    "Between 10-12 people were injured.",
    "The team won 2-1.",
    "The F16 was lost.",
    "The toll rose by 12.",
    "Turnout rose to 45 on Friday.",
    "Of the 12 ferries, none was there when the boy was killed.",
    "He was killed 12 miles away.",
    "She was killed 3, no 4, streets away.",
    "Some 12 parties said 30 people were there.",
    "On 12 March people were killed.",
]
FRENCH = {
    "Au moins 12 personnes ont été tuées et 30 blessées.": [("killed", "12"), ("injured", "30")],
    "Le projet coûte 3,5 millions d'euros.": [("euros", "3500000")],
    "L'usine emploie 12 000 personnes, soit 1.200 emplois de plus.": [("jobs", "1200")],
    "Le bilan est de 45 à ce stade.": [("killed", "45")],
    "La tempête a fait trois morts, 45 %": [("killed", "3"), ("percent", "45")],
}


def read(sentence: str, language: str = "en") -> list[tuple[str, str]]:
    """Give the figures of one sentence without their place."""
    return [(figure.of, figure.value) for figure in find_figures([[sentence]], language)]


@pytest.mark.parametrize(("sentence", "figures"), ENGLISH.items())
def test_a_figure_is_read(sentence: str, figures: list[tuple[str, str]]) -> None:
    """A number beside what it counts is a figure, in digits or words."""
    assert read(sentence) == figures


@pytest.mark.parametrize("sentence", SILENT)
def test_a_number_that_counts_something_else_is_left(sentence: str) -> None:
    """Ages, years, scores, ranges, distances and dozens are no figures."""
    assert read(sentence) == []


@pytest.mark.parametrize(("sentence", "figures"), FRENCH.items())
def test_french_figures_are_read(sentence: str, figures: list[tuple[str, str]]) -> None:
    """French words and French decimals."""
    assert read(sentence, "fr") == figures


def test_arabic_digits_are_read() -> None:
    """Arabic-Indic digits count as ours do."""
    assert read("سقط ١٢ قتيلا و ٣٠ جريحا", "ar") == [("killed", "12"), ("injured", "30")]


@pytest.mark.parametrize("language", ["de", "und", ""])
def test_signs_are_read_in_any_language(language: str) -> None:
    """A currency sign says what is counted where the words are unknown."""
    assert read("€20 zyx 12 people killed", language) == [("euros", "20")]


def test_a_list_of_numbers_is_not_one_number() -> None:
    """Numbers that only stand side by side are not grouped into one."""
    assert read("He drew 12 30 votes") == [("votes", "30")]
    assert read("It was 1.2.3 metres") == [("metres", "3")]


def test_a_figure_tells_where_it_stands() -> None:
    """Paragraph and sentence count from 1."""
    figures = find_figures([["Nothing."], ["Nothing.", "12 dead."]], "en")

    assert figures == (Figure(of="killed", value="12", at=Ref(2, 2)),)


@given(st.text(alphabet=st.characters() | st.sampled_from("0123456789.,% €"), max_size=200))
def test_no_text_breaks_it(sentence: str) -> None:
    """Any characters give figures with plain digits, or none."""
    for language in ("en", "fr", "ar"):
        for figure in find_figures([[sentence]], language):
            assert figure.value.replace(".", "", 1).isdecimal()


COUNTED = {
    "At least 12 people were killed in Arvel.": ("killed in arvel", "12", Hedge.AT_LEAST),
    "Some 300 guests were evacuated.": ("evacuated of guests", "300", Hedge.ABOUT),
    "Three children were killed in the crash.": ("killed of children", "3", None),
    "In 2021 she lost power with 160 people aboard.": ("aboard on 2021", "160", None),
    "The plant planned for Arvel will cost 214 million lira.": (
        "lira cost of arvel plant",
        "214000000",
        None,
    ),
    "He told the committee the plant would cost 206 million lira, up from 178 million in 2024.": (
        "lira cost of plant",
        "206000000",
        None,
    ),
    "The company was fined $2.5 million over the spill.": (
        "dollars fine of spill",
        "2500000",
        None,
    ),
    "Lena Corvin of the Green List won 11,308 votes.": ("votes of corvin", "11308", None),
    "Inflation rose to 3.4 percent in May.": ("percent of inflation on may", "3.4", None),
    "The flood damaged 163 homes.": ("homes damaged", "163", None),
    "The committee will meet again on Friday 13 March.": (
        "date of committee meeting",
        "03-13",
        None,
    ),
    "The hearing is set for 17 March 2026.": ("date of hearing", "2026-03-17", None),
}
LEFT = [
    "Seven of the injured were kept overnight.",
    "Another 15 people were killed overnight.",
    "A woman of 66 was taken to hospital.",
    "From 20 to 30 people were hurt.",
    "A man aged 34 was killed.",
    "The committee met on 13 March.",
]


@pytest.mark.parametrize(("sentence", "figure"), COUNTED.items())
def test_a_figure_says_what_it_counts(sentence: str, figure: tuple[str, str, Hedge | None]) -> None:
    """Whose, where and when, and how firmly, as far as the sentence says."""
    found = find_figures([[sentence]], "en")[0]

    assert (found.of, found.value, found.hedge) == figure


@pytest.mark.parametrize("sentence", LEFT)
def test_shares_additions_ages_and_ranges_are_left(sentence: str) -> None:
    """They would be compared with totals."""
    assert read(sentence) == []
