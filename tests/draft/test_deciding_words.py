"""Topics say which words decided them."""

from briefings.draft import note_article
from briefings.draft.lines import lines_of
from briefings.draft.topics import deciding_words
from briefings.model import Registers, TopicRecord
from briefings.read import read_article

STORY = (
    "Teachers' union calls strike over pay\n\n"
    "The teachers' union called a strike for Monday after talks on wages failed, and the ministry "
    "said schools would close.\n\n"
    "Union members had asked for higher wages. The strike is the second this year, and the union "
    "said more strikes would follow.\n"
)


def test_a_topic_names_the_articles_words_that_decided_it() -> None:
    """As the article prints them, those that weigh most first."""
    article = read_article(STORY.encode(), path="a.txt")
    note = note_article(article, Registers())
    lines = lines_of(article, note.sentences)

    words = deciding_words(article, lines, note.topics, Registers())

    assert words.keys() == set(note.topics)
    assert {"strike", "union"} <= set(words["labour"][:3])
    assert all(word in STORY.casefold() for found in words.values() for word in found)


def test_a_topic_of_the_desk_names_its_words_too() -> None:
    """They are the register's, as far as the article has them."""
    topic = TopicRecord(id="school-strikes", name="School strikes", words=("strike", "canteen"))
    registers = Registers(topics=(topic,))
    article = read_article(STORY.encode(), path="a.txt")
    note = note_article(article, registers)

    words = deciding_words(article, lines_of(article, note.sentences), note.topics, registers)

    assert words["school-strikes"] == ("strike",)
