"""Terms say what an article is about, by frozen tables."""

import math

from hypothesis import given
from hypothesis import strategies as st

from briefings.text.rarity import rarity
from briefings.text.terms import KEPT, weigh_terms

BODY = (
    "Inspectors will board every ferry after three crossings were suspended on Friday.",
    "The ministry said the ferries would sail again once the inquiry had reported.",
)


def test_the_subject_weighs_most() -> None:
    """The stem in the title and all through the body comes first."""
    terms = weigh_terms(BODY, "Ferry inquiry confirmed", "en")

    assert [term for term, _ in terms[:2]] == ["ferri", "inquiri"]


def test_stop_words_small_numbers_and_the_year_are_no_terms() -> None:
    """Neither `the`, nor a day, nor the year every article of its time prints tells anything."""
    body = ["The 12 of them were there in 2026, 163 homes and a law of 1987."]
    found = {term for term, _ in weigh_terms(body, "", "en", 2026)}

    assert not found & {"the", "of", "12", "2026"}
    assert {"163", "1987"} <= found


def test_nothing_gives_no_terms() -> None:
    """An empty article has no terms, and no division by zero."""
    assert weigh_terms([], "", "en") == ()


def test_a_common_stem_tells_less_than_an_absent_one() -> None:
    """What every article says weighs nearly nothing; what the table lacks is rare."""
    assert rarity("say", "en") < 1 < rarity("ferri", "en") < rarity("zyxomma", "en-GB")


def test_other_languages_go_by_length() -> None:
    """Without a table, a long stem is taken for a rare one, up to the rarest."""
    assert rarity("eau", "fr") < rarity("traversé", "fr") == rarity("anticonstitutionnel", "fr")


def test_a_french_article_has_terms() -> None:
    """Another language gets its own stems."""
    terms = dict(weigh_terms(["Les traversées sont suspendues; la traversée reprend."], "", "fr"))

    assert max(terms, key=lambda term: terms[term]).startswith("travers")


@given(st.lists(st.text()), st.text(), st.sampled_from(["en", "fr", "ar", "und", ""]))
def test_terms_are_few_sorted_and_of_length_one(body: list[str], title: str, lang: str) -> None:
    """At most 40, best first then by letter, squares summing to one, for any text whatever."""
    terms = weigh_terms(body, title, lang)

    assert len(terms) <= KEPT
    assert list(terms) == sorted(terms, key=lambda item: (-item[1], item[0]))
    assert not terms or math.isclose(sum(weight**2 for _, weight in terms), 1, abs_tol=0.02)
