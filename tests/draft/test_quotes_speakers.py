"""Whose words a quotation is, where the nearest name is not the one."""

import pytest

from briefings.draft.names.finding import find_names
from briefings.draft.quotes.finding import find_quotes
from briefings.model import Registers
from tests.builders import an_article


def speakers(*body: str, language: str = "en") -> list[str | None]:
    """Give the speaker of each quotation."""
    article = an_article(body=body, language=language)
    return [q.speaker for q in find_quotes(article, find_names(article, Registers()))]


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("“Nobody sleeps here,” said the librarian on duty, Clara Moss.", "en", "Clara Moss"),
        ("“It is our largest order,” said Castell's sales director, Paul Brenner.", "en",
         "Paul Brenner"),
        ("His rival, the former judge Ida Sorel, told the court she would accept “any result that "
         "is counted in daylight”.", "en", "Ida Sorel"),
        ("«Buscábamos una tubería rota», dijo el jefe de obra, Ramiro Cuesta.", "es",
         "Ramiro Cuesta"),
        ("“We have no bell,” said the mayor, a friend of Clara Moss.", "en", "the mayor"),
        ("“We have no bell,” said the mayor, who met Clara Moss.", "en", "the mayor"),
        ("The mayor, Clara Moss, said the board had not answered “a single question of ours”.",
         "en", "Clara Moss"),
    ],
)  # fmt: skip
def test_a_name_beside_the_description_is_the_speaker(
    text: str, language: str, speaker: str
) -> None:
    """An apposition names the one described; a friend or a silent board speaks for nobody."""
    assert speakers(text, language=language) == [speaker]


def test_who_spoke_without_marks_in_the_paragraph_is_the_one_who_goes_on() -> None:
    """`She` is the spokeswoman of this paragraph, not the spokesperson of the last."""
    body = (
        "“The fault lies in one batch,” a spokesperson for Corvair said.",
        "A spokeswoman for the aviation board said it had not ordered that. “They acted before we "
        "had to ask,” she said.",
    )

    assert speakers(*body) == [
        "a spokesperson for Corvair",
        "a spokeswoman for the aviation board",
    ]


def test_a_plural_possessive_is_no_quotation_mark() -> None:
    """The apostrophe of `the drivers' club` ends no phrase."""
    assert speakers("The drivers' club called the rise “a tax on people without a train”.") == [
        "the drivers' club"
    ]


def test_a_setting_is_given_whole() -> None:
    """`By video link` is more than `by video`."""
    article = an_article(body=("“They asked her nothing,” Ada Brook said by video link.",))

    (quote,) = find_quotes(article, find_names(article, Registers()))

    assert quote.setting == "by video link"


def test_who_is_reported_in_the_paragraph_above_is_the_one_who_is_quoted() -> None:
    """A paragraph without quotation marks is heard too."""
    said = speakers(
        "A second passenger said the loudspeakers “made a noise like a radio”.",
        "One skipper said he had turned when he saw the lights go out.",
        "“We took 61 people,” he said.",
    )
    assert said[-1] == "one skipper"


def test_her_ministry_is_the_ministers() -> None:
    """A possessive is resolved like a pronoun; a name that is not there is not guessed."""
    said = speakers(
        "The fisheries minister, Ms Samira Tolland, did not travel. Her ministry said that it "
        "“regrets that the offer was taken as an opening price”."
    )
    assert said == ["Samira Tolland’s ministry"]
    assert speakers("Her ministry said “the offer was taken as a price”.") == [None]


def test_who_asked_not_to_be_named_in_arabic_is_still_who_spoke() -> None:
    """`عدم ذكر اسمه` is no verb of saying: his name said nothing."""
    said = speakers(
        "وقال متحدث باسم الوزارة، طلب عدم ذكر اسمه، إن الدراسة «لم تكتمل بعد».", language="ar"
    )
    assert said[0] is not None
    assert said[0].startswith("متحدث")
