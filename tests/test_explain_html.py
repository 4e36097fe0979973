"""The page of an article with its roles tinted."""

import re

from lxml import html

from briefings.draft import note_article
from briefings.explain_html import explain_html
from briefings.model import Registers
from briefings.read import read_article
from tests.read.seeds import COPIED_TEXT

HOSTILE = 'Ferries <script>alert(1)</script> halted "onload=x'


def a_page(text: str) -> str:
    """Explain a text."""
    article = read_article(text.encode(), path="ferry.txt")
    return explain_html([("content/ferry.txt", article, note_article(article, Registers()))])


def test_every_line_is_on_the_page() -> None:
    """With its role; long furniture is folded but there."""
    page = html.fromstring(a_page(COPIED_TEXT))

    words = "".join(page.text_content().split())
    lines = ["".join(line.split()) for line in COPIED_TEXT.splitlines()]
    assert [line for line in lines if line not in words and "(Photo" not in line] == []
    assert page.xpath("//li[@data-kind='body']")
    assert page.xpath("//details")


def test_sentences_lead_to_their_paragraphs() -> None:
    """Each link has its target."""
    page = html.fromstring(a_page(COPIED_TEXT))

    links = page.xpath("//section[@class='draft']//a/@href")
    assert links
    assert {link.removeprefix("#") for link in links} <= set(page.xpath("//li/@id"))


def test_an_article_is_inert_on_its_page() -> None:
    """No element and no attribute comes from its words, and the page allows none to act."""
    page = a_page(COPIED_TEXT.replace("Ferries halted after cracks found", HOSTILE))

    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert re.search(
        r"default-src .none.; style-src .sha256-",
        html.fromstring(page).xpath("//meta[@http-equiv]/@content")[0],
    )
