"""Sentences that stand alone, and pronouns that do not."""

import pytest

from briefings.draft.leaning import has_loose_pronoun
from briefings.draft.lexicon import lexicon
from briefings.draft.lines import lines_of, split_body
from briefings.draft.pieces import fit, stands_alone
from tests.builders import an_article


def _stands(text: str, language: str = "en") -> bool:
    article = an_article(body=(text,), language=language)
    line = lines_of(article, split_body(article))[0]
    return stands_alone(line, lexicon(language))


@pytest.mark.parametrize(
    "text",
    [
        "The board closed the quay on Monday.",
        "However, the board closed the quay.",
        "Some 30 people were hurt on the quay.",
        "“We will close the quay on Monday,” the mayor said.",
        "The minister said he would close the quay.",
        "In his first speech, President Hale closed the quay.",
        "Closing the quay cost the board and all of its tenants four million lira last winter",
    ],
)
def test_stands(text: str) -> None:
    """Whole sentences about named things may be shown alone."""
    assert _stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "He closed the quay on Monday.",
        "But he closed the quay on Monday.",
        "In addition to that, the quay was closed.",
        "The statement continued with a list of names.",
        "Seven had not been told of it.",
        "We closed the quay on Monday.",
        "“The quay is closed. Nobody may enter.” he added.",
        "“The quay is closed for good.”",
        "Who closed the quay on Monday?",
        "The board gave three reasons for it:",
        "The quay closed.",
        "49% are under the age of 18",
        "the quay was closed on Monday.",
        "Washed up: The ship on the beach on Monday.",
        "Follow the harbour on @quay for the news.",
        "Ada Brook Harbour Lazaret Belrive Quay.",
        "Police said he was found on Friday.",
        "On Friday they closed the quay.",
        "To solve this problem, the board closed the quay.",
    ],
)
def test_leans(text: str) -> None:
    """Pronouns, joints, questions, halves, labels, lists and posts are not shown alone."""
    assert not _stands(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Il a fermé le port lundi matin."),
        ("es", "Esto ocurrió el lunes en el puerto."),
        ("de", "Dies geschah am Montag im Hafen."),
        ("ar", "وأضاف أن الميناء مغلق منذ الصباح."),
    ],
)
def test_leans_in_other_languages(language: str, text: str) -> None:
    """Each language's own pronouns lean."""
    assert not _stands(text, language)


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("The board said people were afraid and they left.", False),
        ("In May they left.", True),
        ("They left.", True),
        ("Whatever the cost, he left.", True),
        ("“He left,” the mayor said.", False),
        ("The government said he left.", True),
        ("Last month she left.", True),
        ("Hale said she left.", False),
        ("These claims are old.", True),
        ("The designer has priced the pipe, she said.", True),
        ("“It is safe,” said he.", True),
        ("This week the board met.", False),
        ("After he had been found on the third day, police left.", True),
    ],
)
def test_loose_pronouns(text: str, loose: bool) -> None:
    """A pronoun is loose where nothing before it can be meant."""
    assert has_loose_pronoun(text, "en") is loose


def test_loose_pronouns_are_english_only() -> None:
    """Other languages are not judged by English pronouns."""
    assert not has_loose_pronoun("Gestern kam he", "de")


def test_fit_counts_no_attribution() -> None:
    """The words for who says it do not count for a point, up to a limit."""
    text = "The quay is safe and open to all, the Ministry of Ports and Harbours said."
    article = an_article(body=(text,))
    (line,) = lines_of(article, split_body(article))

    assert fit(line, 9, lexicon("en")) is None
    piece = fit(line, 9, lexicon("en"), speaker_free=True)
    assert piece is not None
    assert piece.text == text
    assert fit(line, 5, lexicon("en"), speaker_free=True) is None
