"""Who a sentence is said by, where numbers, asides and small words stand in the way."""

import pytest

from briefings.draft.leaning import has_loose_pronoun
from briefings.draft.lexicon import lexicon
from briefings.draft.lines import Line, lines_of, split_body
from briefings.draft.names.finding import find_names
from briefings.draft.pieces import stands_alone
from briefings.draft.speakers import find_attribution, says_of
from briefings.model import Registers
from tests.builders import an_article


def _line(text: str) -> Line:
    article = an_article(body=(text,))
    (line,) = lines_of(article, split_body(article))
    return line


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("It is unsafe, according to a survey of 1,140 wells.", "a survey of 1,140 wells"),
        ("It rose, said 2.4 million voters.", None),
        (
            "Two pilots, who may not speak to the press, said crews had reported it.",
            "Two pilots",
        ),
        ("Each says the other asked first.", None),
        ("Each side says the other asked first.", "Each side"),
        ("It is so, according to a study published on Friday.", "a study"),
    ],
)
def test_speakers(text: str, who: str | None) -> None:
    """A comma inside a number ends nothing; who speaks inside what is said does not say it."""
    found = find_attribution(_line(text), lexicon("en"))

    assert (found.who if found else None) == who


def test_a_mine_speaks_for_nobody() -> None:
    """`A copper mine` is no first person."""
    line = _line("Eleven men were brought up alive from a copper mine near Korr on Saturday.")

    assert stands_alone(line, lexicon("en"))


def test_a_number_is_nobody() -> None:
    """The capital of a number that opens the sentence names nobody `him` could stand for."""
    assert has_loose_pronoun("Two passers-by reached him with a ladder.", "en")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ms Sol said the wires were broken.", "Ingrid Sol"),
        ("Council leader Ingrid Sol said it would be back by autumn.", "Ingrid Sol"),
        ("The lawyer of Ingrid Sol said it would be back by autumn.", "the lawyer of Ingrid Sol"),
    ],
)
def test_the_fullest_name_says_it(text: str, who: str) -> None:
    """Honorifics and offices are left off a name the article gives; others stay others."""
    article = an_article(body=("Ingrid Sol, the city engineer, climbed up.", text))
    names = find_names(article, Registers())
    line = lines_of(article, split_body(article))[1]

    assert says_of(line, lexicon("en"), (), names) == who


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("The Interior Ministry has dropped the plan, it said on Wednesday.", False),
        ("Prosecutors in Halden charged the head of the port, they said on Friday.", False),
        ("The bridge will close on Monday, it said on Thursday.", True),
        ("The mayor will resign in the spring, they said on Friday.", True),
        ("Rescuers drilled a hole to send them water and light.", True),
    ],
)
def test_a_claim_by_the_sentences_own_subject_is_whole(text: str, loose: bool) -> None:
    """`It said` stands alone where the sentence opens with who it is."""
    assert has_loose_pronoun(text, "en") is loose


def test_a_short_denial_stands_alone() -> None:
    """`He denies the charges` must be shown beside the charge, however short it is."""
    line = _line("Mr Hale denies the charges.")

    assert stands_alone(line, lexicon("en"))
