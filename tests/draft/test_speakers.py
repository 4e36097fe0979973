"""Speakers: whose claim a sentence is."""

import pytest

from briefings.draft.lexicon import lexicon
from briefings.draft.lines import Line, lines_of, split_body
from briefings.draft.speakers import find_attribution, says_of, words_without_attribution
from briefings.model import Mention
from tests.builders import a_named, a_quote, an_article


def _line(text: str, language: str = "en") -> Line:
    article = an_article(body=(text,), language=language)
    (line,) = lines_of(article, split_body(article))
    return line


def _who(text: str, language: str = "en") -> str | None:
    return says_of(_line(text, language), lexicon(language), (), ())


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The quay is safe, the ministry said on Monday.", "the ministry"),
        ("“It is safe,” said Ada Brook, the union's president.", "Ada Brook"),
        ("The mayor, who was in Paris, said the quay was safe.", "the mayor"),
        (
            "The quay is safe, according to a survey published by the board.",
            "a survey published by the board",
        ),
        (
            "The Ministry of Ports and Harbours said it was safe.",
            "the Ministry of Ports and Harbours",
        ),
        ("The mayor and the minister said it was safe.", "the mayor and the minister"),
        ("The quay was closed at noon and police said it was safe.", None),
        ("It is safe, said the mayor on Monday.", "the mayor"),
        ("Its chair, Ada Brook, told reporters it was safe.", "Ada Brook"),
        ("The coastguard in Lazaret said it was safe.", "the coastguard in Lazaret"),
        ("According to the board it was safe.", "the board"),
        ("On Monday, the board has also said that it was safe.", "the board"),
        ("Damascus accuses Kurdish authorities of separatism.", "Damascus"),
        ("The board had told the police that it was safe, the union added.", "the union"),
        ("The board was accused of hiding the report.", None),
        ("The board has neither confirmed nor denied it.", None),
        ("He said the quay was safe.", None),
        ("The report came after the board said it was safe.", None),
        ("The figure rose to nine, but in 2025 reported cases fell.", None),
        ("The quay was closed on Monday.", None),
        ("“The quay said nothing,” it was reported.", None),
    ],
)
def test_english(text: str, who: str | None) -> None:
    """The one who closes or opens the sentence says it; nobody else does."""
    assert _who(text) == who


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("fr", "Le port est fermé, a annoncé la mairie.", "la mairie"),
        ("fr", "Selon la police, le port est fermé.", "la police"),
        ("es", "El puerto está cerrado, dijo la alcaldesa Ana Ruiz.", "la alcaldesa Ana Ruiz"),
        ("de", "Der Hafen ist laut Polizei, die ermittelt, geschlossen.", None),
        ("de", "Laut Polizei, die ermittelt, ist der Hafen geschlossen.", "Polizei"),
        ("ar", "وقال متحدث باسم الوزارة إن الميناء مغلق.", "متحدث باسم الوزارة"),
    ],
)
def test_other_languages(language: str, text: str, who: str | None) -> None:
    """Each language's order of speaker and verb is known."""
    assert _who(text, language) == who


def test_fullest_name() -> None:
    """A speaker is given by the fullest name the article has."""
    named = a_named(
        name="Ada Brook", mentions=(Mention(paragraph=1, start=17, end=22, text="Brook"),)
    )

    says = says_of(_line("The quay is safe, Brook said."), lexicon("en"), (), (named,))

    assert says == "Ada Brook"


def test_quoted_speaker() -> None:
    """Where the sentence only says `he`, its quote knows who it is."""
    line = _line("“It is safe,” he said.")
    quote = a_quote(grounds=a_quote().grounds.__class__(refs=(line.ref,)))

    assert says_of(line, lexicon("en"), (quote,), ()) == "Ada Brook"


def test_words_without_attribution() -> None:
    """The words for who says it do not count."""
    line = _line("The quay is safe, the ministry said.")

    assert words_without_attribution(line, find_attribution(line, lexicon("en"))) == 4
    assert words_without_attribution(line, None) == 7


def test_no_sentence() -> None:
    """A text of a thousand cues is no sentence and is nobody's."""
    assert _who("The mayor said " * 400 + "so.") is None
