"""What stands round a story: consent notices, bylines with dates, releases, lists, kills."""

import pytest

from briefings.errors import BadFileError
from briefings.model import Article, Role
from briefings.read import read_article

STORY = (
    "The quay in Halden was closed on Monday after a crane fell into the harbour, the port said, "
    "and it will stay closed until divers have looked at its piles.\n\n"
    "Nobody was hurt. The crane had stood there since 1961 and was to be sold in the autumn.\n"
)


def read(text: str, path: str = "quay.txt") -> Article:
    """Read a text."""
    return read_article(text.encode(), path=path)


def codes(article: Article) -> list[str]:
    """Give the codes of what the reader had to say."""
    return [finding.code for finding in article.findings]


@pytest.mark.parametrize(
    "line",
    [
        "By Owen Achterberg | 5 March 2026",
        "By Owen Achterberg, 5 March 2026",
        "By Owen Achterberg — 5 March 2026",
    ],
)
def test_a_name_and_a_date_on_one_line_come_apart(line: str) -> None:
    """Neither is lost, and the date is nobody's name."""
    article = read(f"Quay closed after crane falls\n{line}\n\n{STORY}")

    assert article.byline == ("Owen Achterberg",)
    assert article.date is not None
    assert article.date.isoformat() == "2026-03-05"


def test_a_consent_notice_is_no_headline() -> None:
    """What a page asks about cookies stands above the headline in a copy of the whole page."""
    notice = (
        "Menu\nWe value your privacy\n"
        "We and our 412 partners store and access information on your device.\nAccept all\n"
    )
    article = read(f"{notice}Quay closed after crane falls\n5 March 2026\n{STORY}")

    assert article.title == "Quay closed after crane falls"
    assert article.dek is None


def test_what_the_writer_does_is_no_second_writer() -> None:
    """A line with a job below a name belongs to the name."""
    article = read(
        f"Quay closed after crane falls\nRosa Delmonte\nPort correspondent\n5 March 2026\n\n{STORY}"
    )

    assert article.byline == ("Rosa Delmonte",)


def test_a_desk_alone_is_the_byline() -> None:
    """Where no name stands above it, a correspondent is who wrote it."""
    article = read(f"Quay closed after crane falls\nBy our correspondent\n5 March 2026\n\n{STORY}")

    assert article.byline == ("our correspondent",)


def test_a_question_in_a_list_of_other_articles_is_one_of_them() -> None:
    """A title may ask; that does not make it the story's last sentence."""
    tail = "Most read\n1 Ferry timetable changes\n2 Quiz: how well do you know the coast?\n"
    article = read(f"Quay closed after crane falls\n5 March 2026\n\n{STORY}\n{tail}")

    assert len(article.body) == 2
    assert not [span for span in article.roles if span.role is Role.BODY and "Quiz" in span.text]


def test_a_release_leaves_its_office_behind() -> None:
    """`About the company`, the contact and the end mark are no part of the news."""
    tail = (
        "About Halden Port\nHalden Port runs four quays and employs 900 people in two towns.\n\n"
        "Media contact:\nJens Falk, press office\npress@port.example\n\n###\n"
    )
    released = read(
        f"FOR IMMEDIATE RELEASE\n\nQuay closed after crane falls\n\n5 March 2026\n\n{STORY}\n{tail}"
    )

    assert len(released.body) == 2


def test_about_is_a_subhead_where_nothing_is_released() -> None:
    """A story may have a part about somebody."""
    tail = "About Halden Port\n\nHalden Port runs four quays and employs 900 people in two towns.\n"
    article = read(f"Quay closed after crane falls\n\n5 March 2026\n\n{STORY}\n{tail}")

    assert len(article.body) == 3
    assert article.subheads == ((3, "About Halden Port"),)


def test_a_killed_story_needs_no_date() -> None:
    """Nobody should mend a story the wire has stopped."""
    article = read(f"KILL KILL KILL\n\nQuay closed after crane falls\n\n{STORY}")

    assert codes(article) == ["BR217"]


def test_an_open_quotation_mark_is_shown_where_it_opens() -> None:
    """The end of the front matter is not where the fault is."""
    text = f'---\ntitle: Quay closed\nauthor: "Julia Renn\ntags: [port]\n---\n\n{STORY}'

    with pytest.raises(BadFileError) as caught:
        read(text, "quay.md")
    (finding,) = caught.value.findings

    assert (finding.place.line, finding.place.column) == (3, 9)
    assert "while scanning a quoted scalar" in finding.message
