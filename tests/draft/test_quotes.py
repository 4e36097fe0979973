"""Quotes: every direct quotation, verbatim, and who said it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.draft.names.finding import find_names
from briefings.draft.quotes.finding import find_quotes
from briefings.draft.quotes.worth import without_fragments
from briefings.model import Quote, Registers
from briefings.text.digests import find_sealed
from tests.builders import a_quote, an_article


def quotes(*body: str, language: str = "en") -> tuple[Quote, ...]:
    """Find the quotes of paragraphs, with the names found in them."""
    article = an_article(body=body, language=language)
    return find_quotes(article, find_names(article, Registers()))


def heard(*body: str, language: str = "en") -> list[tuple[str, str | None]]:
    """Give text and speaker of each."""
    return [(quote.text, quote.speaker) for quote in quotes(*body, language=language)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"We will publish every finding," Ada Brook said.',
         ("We will publish every finding", "Ada Brook")),
        ("“We will publish every finding,” said Ada Brook.",
         ("We will publish every finding", "Ada Brook")),
        ("Ada Brook said: “We will publish it.”", ("We will publish it.", "Ada Brook")),
        ("‘We will open the workers’ canteen,’ said Ada Brook.",
         ("We will open the workers’ canteen", "Ada Brook")),
        ("'We will open it,' said Ada Brook.", ("We will open it", "Ada Brook")),
        ("According to Ada Brook, “the boats are safe”.", ("the boats are safe", "Ada Brook")),
        ("“He told me ‘never again’ and left,” said Ada Brook.",
         ("He told me ‘never again’ and left", "Ada Brook")),
        ("“The boats are safe,” said the mayor of Selby on Friday.",
         ("The boats are safe", "the mayor of Selby")),
        ("Ada Brook, who runs the port, said it was “a bad day for us”.",
         ("a bad day for us", "Ada Brook")),
        ("The mayor, Ada Brook, said it was “a bad day”.", ("a bad day", "Ada Brook")),
        ("Ada Brook left the room, calling it “a disgrace”.", ("a disgrace", "Ada Brook")),
        ("“No boat will leave the port again.” — Ada Brook",
         ("No boat will leave the port again.", "Ada Brook")),
        ("“They are all safe and sound,” the crew was told by Ada Brook.",
         ("They are all safe and sound", "Ada Brook")),
        ("``It is over now,'' said Ada Brook.", ("It is over now", "Ada Brook")),
        ("“Four of them never came back.”", ("Four of them never came back.", None)),
    ],
)  # fmt: skip
def test_english_forms(text: str, wanted: tuple[str, str | None]) -> None:
    """Marks of every kind, and speakers before, behind and around the verb."""
    assert heard(text) == [wanted]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("fr", "« Nous partons », a dit Émile Laurent.", ("Nous partons", "Émile Laurent")),
        ("fr", "Émile Laurent est là. « Je reste », a-t-il dit.", ("Je reste", "Émile Laurent")),
        ("fr", "Émile Laurent est là. « Je reste », dit-il.", ("Je reste", "Émile Laurent")),
        ("es", "«No hay otra», dijo Carmen Ruiz en Bogotá.", ("No hay otra", "Carmen Ruiz")),
        ("de", "„Wir warten“, sagte Anna Schmidt am Montag.", ("Wir warten", "Anna Schmidt")),
        ("de", "»Wir warten«, sagte Anna Schmidt.", ("Wir warten", "Anna Schmidt")),
        ("ar", "وقال الوزير سامي النجار: «نحن ننتظر الرد».", ("نحن ننتظر الرد", "سامي النجار")),
        ("ja", "市長は「明日も働く予定です」と述べた。", ("明日も働く予定です", None)),
    ],
)  # fmt: skip
def test_other_languages(language: str, text: str, wanted: tuple[str, str | None]) -> None:
    """Each language has its marks and verbs; without a table the words stand alone."""
    assert heard(text, language=language) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “experts” left.",
        "She starred in “The Long Goodbye” last year.",
        "The film “gone again” opened.",
        "The boat, a ship called “Old Tom”, sank.",
        "It was 6'2\" long and he didn't mind the workers' song.",
        "They met a “strange” man.",
        "He opened a mark “and never closed it.",
        "Nothing is “” here.",
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    """Scare quotes, titles, names of things, apostrophes and inches are nobody's words."""
    assert heard(text) == []


def test_a_fragment_is_kept_with_its_speaker_and_setting() -> None:
    """Words inside a sentence of the reporter's are a quote of their own."""
    (found,) = quotes(
        "Ada Brook said in an interview with harbour radio that they met “from time to time”."
    )

    assert (found.text, found.speaker) == ("from time to time", "Ada Brook")
    assert (found.printed, found.cue) == ("Ada Brook", "said")
    assert found.setting == "in an interview with harbour radio"


def test_a_quotation_over_paragraphs_is_one() -> None:
    """Left open and opened again, it is joined by a space and stands on both sentences."""
    (found,) = quotes("“We begin with the first part.", "“And this is the second,” said Ada Brook.")

    assert found.text == "We begin with the first part. And this is the second"
    assert [str(ref) for ref in found.grounds.refs] == ["p1s1", "p2s1"]
    assert found.speaker == "Ada Brook"


def test_paragraphs_that_are_only_quotations_are_one_statement() -> None:
    """Whole quotations in a row are joined; the first speaker has said them."""
    found = heard(
        "“We know it,” said Ada Brook.", "“We counted every boat.”", "“We will do it again.”"
    )

    assert found == [
        ("We know it", "Ada Brook"),
        ("We counted every boat. We will do it again.", "Ada Brook"),
    ]


def test_an_interrupted_quotation_is_two_by_one_speaker() -> None:
    """Words on both sides of a cue stay apart, so that each is verbatim."""
    assert heard("“We came,” Ada Brook said, “and we saw nothing.”") == [
        ("We came", "Ada Brook"),
        ("and we saw nothing.", "Ada Brook"),
    ]


def test_a_statement_that_goes_on_is_its_speakers() -> None:
    """`The statement continued` speaks for whoever spoke before."""
    found = heard(
        "“The position is clear,” a spokesperson for the Harbour Department told the Courier.",
        "The statement continued: “We believe in it.”",
    )

    assert [speaker for _, speaker in found] == [
        "a spokesperson for the Harbour Department",
        "a spokesperson for the Harbour Department",
    ]


def test_a_colon_introduces_the_next_paragraph() -> None:
    """A paragraph that ends on a cue and a colon names the speaker of the next."""
    assert heard("Ada Brook went on to say:", "“The boats are safe.”") == [
        ("The boats are safe.", "Ada Brook")
    ]


def test_a_pronoun_is_the_one_who_spoke_last() -> None:
    """He and she are the nearest speaker, and not one whose title says otherwise."""
    found = heard(
        "“It rains,” said Mr Tomas Reed.",
        "“It pours,” said Mrs Ada Brook.",
        "“It never stops here,” he added.",
    )

    assert [speaker for _, speaker in found] == ["Tomas Reed", "Ada Brook", "Tomas Reed"]


def test_a_pronoun_without_anybody_before_it_stays_unknown() -> None:
    """No speaker is made up."""
    (found,) = quotes("“It never stops here,” he added.")

    assert (found.speaker, found.printed, found.cue) == (None, None, None)


def test_a_described_speaker_is_printed_and_found_again() -> None:
    """`The spokesman` is the spokesman who spoke before."""
    found = quotes(
        "“It rains,” said a spokesman for the port.", "“It pours here,” the spokesman added."
    )

    assert [quote.speaker for quote in found] == ["a spokesman for the port"] * 2
    assert found[1].printed == "the spokesman"


def test_an_organisation_named_again_by_its_head() -> None:
    """`The ministry` is the Ministry of Transport."""
    found = heard(
        "The Transport Ministry met on Friday.", "The ministry said it was “a very bad year”."
    )

    assert found == [("a very bad year", "Transport Ministry")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“It rains,” Ada Brook said at a news conference in Selby on Friday.",
         "at a news conference in Selby"),
        ("In a statement on Friday, Ada Brook said: “It rains again.”", "In a statement"),
        ("“It rains,” Ada Brook said when asked.", None),
    ],
)  # fmt: skip
def test_settings(text: str, wanted: str | None) -> None:
    """Where something was said is printed as it stands, or not at all."""
    assert quotes(text)[0].setting == wanted


BITS = st.lists(
    st.sampled_from(
        [*"“”\"'‘’«»„「」,.:;—()`", " ", "\u00a0",
         "Ada Brook", " said ", " told ", "he", "The mayor",
         "in a statement with", "word", "according to", "a-t-il dit", "قال", "U.S.", "\u200b"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.one_of(BITS, st.text(max_size=60)), max_size=4),
    st.sampled_from(["en", "fr", "de", "es", "ar", "zh", "und"]),
)
def test_quotes_are_verbatim_and_sealed_in_any_text(body: list[str], language: str) -> None:
    """Each is the words of its paragraphs joined by a space, and its seals hold."""
    article = an_article(body=tuple(body), language=language)

    found = find_quotes(article, find_names(article, Registers()))

    assert found == find_quotes(article, find_names(article, Registers()))
    joined = " ".join(body)
    for quote in found:
        assert quote.text
        for word in quote.text.split():
            assert word in joined
        cited = {ref.paragraph for ref in quote.grounds.refs}
        if len(cited) == 1:
            assert quote.text in article.body[cited.pop() - 1]
        assert quote.grounds.refs
        assert len(quote.grounds.refs) == len(quote.grounds.src)
        assert all(find_sealed(mark, article.body) for mark in quote.grounds.src)
        for words in (quote.printed, quote.cue, quote.setting):
            assert words is None or any(words in paragraph for paragraph in article.body)


def test_words_inside_a_longer_quotation_are_not_said_twice() -> None:
    """A fragment goes where the same speaker's longer words hold it; another's words stay."""
    whole = a_quote("We will publish every finding, in time")
    fragment = a_quote("every finding, in time")
    elsewhere = a_quote("every finding, in time", speaker="Noor Achterberg")

    assert without_fragments((fragment, whole, elsewhere)) == (whole, elsewhere)


def test_a_scrap_of_a_sentence_is_not_shown_as_what_was_said() -> None:
    """Three words need the sentence around them, unless they are one."""
    scrap, whole, longer = (
        a_quote("half a bridge"),
        a_quote("We know."),
        a_quote("It is probably both"),
    )

    assert without_fragments((scrap, whole, longer)) == (whole, longer)
