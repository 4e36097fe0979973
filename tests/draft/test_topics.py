"""Topics: subjects by their words, and the desk's own."""

from importlib.resources import files

import pytest

from briefings.draft.lines import lines_of, split_body
from briefings.draft.topics import find_topics
from briefings.model import Registers, TopicRecord
from briefings.text.subjects import SUBJECTS
from tests.builders import an_article


def _topics(
    title: str, *body: str, language: str = "en", desk: tuple[TopicRecord, ...] = ()
) -> tuple[str, ...]:
    article = an_article(title=title, body=body, language=language)
    return find_topics(article, lines_of(article, split_body(article)), Registers(topics=desk))


@pytest.mark.parametrize(
    ("language", "title", "body", "first"),
    [
        (
            "en",
            "Hospital opens measles clinic",
            "Doctors gave a vaccine to every patient.",
            "health",
        ),
        (
            "fr",
            "Grève au port",
            "Le syndicat demande de meilleurs salaires aux employeurs.",
            "labour",
        ),
        (
            "es",
            "El equipo ganó la copa",
            "El entrenador abrazó a cada jugador del equipo.",
            "sport",
        ),
        (
            "de",
            "Gericht spricht Urteil",
            "Der Richter und die Staatsanwaltschaft schwiegen.",
            "crime-law-justice",
        ),
        ("ar", "إضراب العمال", "قالت النقابة إن الأجور منخفضة وإن العمال غاضبون.", "labour"),
    ],
)
def test_subjects(language: str, title: str, body: str, first: str) -> None:
    """Each of the five languages has words that decide."""
    assert _topics(title, body, language=language)[0] == first


def test_none_is_better_than_nonsense() -> None:
    """A text whose words decide nothing gets no subject."""
    assert _topics("A walk", "They walked along the sand and home again.") == ()
    assert _topics("", language="fi") == ()


def test_at_most_two_subjects() -> None:
    """One or two subjects, never a list."""
    text = "school teacher pupil hospital patient doctor court judge police match goal team"

    assert len(_topics("News", text, text)) <= 2


def test_the_desk_decides() -> None:
    """A desk's topic stands for the subject it is filed under."""
    desk = (
        TopicRecord(id="wards", name="Wards", iptc="medtop:07000000", words=("hospital", "clinic")),
        TopicRecord(id="ferries", name="Ferries", words=("ferry", "drinking water", "")),
    )

    topics = _topics("Hospital opens clinic", "Doctors gave a vaccine to every patient.", desk=desk)

    assert topics == ("wards",)


def test_a_desk_topic_needs_several_words_or_the_headline() -> None:
    """One word in passing does not make a topic; three do."""
    desk = (TopicRecord(id="sea", name="Sea", words=("ferry", "quay", "drinking water")),)

    assert _topics("A walk", "They saw a ferry and a quay.", desk=desk) == ()
    assert _topics("A walk", "A ferry brought drinking water to the quay.", desk=desk) == ("sea",)


def test_the_table_knows_its_subjects() -> None:
    """Every subject of the table of words is one of the seventeen."""
    rows = files("briefings.draft").joinpath("data", "subjects.txt").read_text("utf-8").splitlines()

    assert {row.split(" ", 1)[0] for row in rows if not row.startswith("#")} == set(SUBJECTS)
