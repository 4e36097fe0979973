"""The first article a user gave us, as the reader sees it.

The file is not part of the project: without the folder beside the checkout these tests skip.
"""

from pathlib import Path

import pytest

from briefings.model import Agency, AgencyRole, Article, Image, Role
from briefings.read import read_article

FOLDER = Path(__file__).parents[2].parent / "shared" / "seeds"
FILES = sorted(FOLDER.glob("000_*.txt"))

pytestmark = pytest.mark.skipif(not FILES, reason="the article is not beside this checkout")


@pytest.fixture(scope="module")
def article() -> Article:
    """Read the file as it came."""
    return read_article(FILES[0].read_bytes(), path=FILES[0].name)


def lines() -> list[str]:
    """Give the file's lines, so that none of its words need stand here."""
    return FILES[0].read_text(encoding="utf-8").splitlines(keepends=True)


def of_role(article: Article, role: Role) -> list[str]:
    """Give the words of each span of a role."""
    return [span.text.strip() for span in article.roles if span.role is role]


def test_the_roles_rejoin_to_the_file(article: Article) -> None:
    """Byte for byte, each line with its number."""
    assert "".join(span.text for span in article.roles).encode() == FILES[0].read_bytes()
    assert [span.line for span in article.roles if span.text.endswith("\n")] == list(
        range(1, len(lines()))
    )


def test_the_headline_stands_once(article: Article) -> None:
    """The line that repeats it says so."""
    assert of_role(article, Role.HEADLINE) == [article.title] == [lines()[0].strip()]
    assert of_role(article, Role.REPEATED_HEADLINE) == [article.title]


def test_the_head_is_fields(article: Article) -> None:
    """Dek, day, printed minutes and picture."""
    assert article.dek == lines()[3].strip()
    assert str(article.date) == "2024-04-25"
    assert article.reading_minutes == 3
    caption, _, credit = lines()[6].strip().partition(" (Photo by: ")
    assert article.images == (Image(caption=caption, credit=credit.removesuffix(")")),)


def test_the_site_s_lines_are_not_in_the_body(article: Article) -> None:
    """The widget and the reading time are known for what they are."""
    body = "\n".join(article.body)

    assert of_role(article, Role.WIDGET) == ["Live Story"]
    assert "Live Story" not in body
    assert "3 min read" not in body
    assert len(article.body) == 18


def test_every_paragraph_is_a_line_of_the_file(article: Article) -> None:
    """With single spaces, and no word changed."""
    printed = [" ".join(line.split()) for line in lines()]

    assert set(article.body) < set(printed)


def test_the_agency_contributed(article: Article) -> None:
    """It is no origin, and not in the body."""
    assert article.agencies == (Agency(name="AFP", role=AgencyRole.CONTRIBUTOR),)
    assert of_role(article, Role.AGENCY_CREDIT) == [lines()[-1].strip()]


def test_the_outlet_is_proposed(article: Article) -> None:
    """The file never says it, so nobody asserts it."""
    assert article.source is None
    assert article.source_proposed is not None
    assert article.source_proposed.value == "The New Arab"
    assert article.source_proposed.reason == 'the text says "told The New Arab"'


def test_nothing_else_is_claimed(article: Article) -> None:
    """What the file does not say stays absent, and there is nothing to report."""
    assert article.byline == ()
    assert (article.dateline, article.url, article.kicker, article.updated) == (None,) * 4
    assert article.language == "en"
    assert article.findings == ()
