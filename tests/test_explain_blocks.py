"""Paragraphs stay whole on the page, however the file cuts them."""

import re
from pathlib import Path

import pytest

from briefings.draft import note_article
from briefings.errors import BadFileError
from briefings.explain_blocks import find_blocks
from briefings.explain_html import explain_html
from briefings.model import Article, Registers, Role
from briefings.read import read_article

ONE = "The ferry and its crew sailed from Port Ansel on Friday, the operator Medline said."
TWO = "The café at the quay was open again for the first time since the line was closed."
PAGE = f"""<html lang="en"><title>Ferry sails</title><body><article><h1>Ferry <em>sails</em></h1>
<p>{ONE.replace("ferry and its crew", '<a href="/f">ferry</a> and <i>its crew</i>')}</p>
<p>{TWO.replace("é", "&eacute;").replace("open", "<b>open</b>")}</p></article></body></html>"""
MARKDOWN = f"# Ferry sails\n\n{ONE.replace('crew', '[crew](https://crew.example/a)')}\n\n> {TWO}\n"
WRAPPED = "Ferry sails\n\n" + ONE.replace(" on ", "\non ") + "\n\n" + TWO.replace(" for ", "\nfor ")


def read(text: str, name: str) -> Article:
    """Read a text by the name of its file."""
    return read_article(text.encode(), path=name)


@pytest.mark.parametrize(
    ("text", "name"), [(PAGE, "f.html"), (MARKDOWN, "f.md"), (WRAPPED, "f.txt")]
)
def test_each_paragraph_is_one_block_with_its_number(text: str, name: str) -> None:
    """Links, emphasis, quote marks and line ends do not cut it."""
    article = read(text, name)

    numbers = [block.paragraph for block in find_blocks(article) if block.role is Role.BODY]
    assert numbers == list(range(1, len(article.body) + 1))


def test_a_page_is_shown_in_words() -> None:
    """Emphasis does not cut the headline; references are the letters they stand for."""
    blocks = list(find_blocks(read(PAGE, "f.html")))

    assert [block.texts for block in blocks if block.role is Role.HEADLINE] == [("Ferry sails",)]
    assert [b.texts[0] for b in blocks if b.role is Role.BODY] == [ONE, TWO]


def test_text_that_looks_like_a_reference_stays_in_a_text() -> None:
    """What a text prints is what is shown of it."""
    text = "Ferry sails\n\n" + TWO.replace("é", "&eacute;")

    assert any("&eacute;" in block.texts[0] for block in find_blocks(read(text, "f.txt")))


@pytest.mark.parametrize("case", sorted((Path(__file__).parent / "cases").glob("*/article.*")))
def test_every_paragraph_of_the_cases_can_be_linked_to(case: Path) -> None:
    """Each id once, and one for each paragraph."""
    if case.suffix not in {".txt", ".html", ".md"}:
        return
    try:
        article = read_article(case.read_bytes(), path=case.name)
    except BadFileError:
        return
    page = explain_html([("x", article, note_article(article, Registers()))])

    ids = re.findall(r' id="a1p(\d+)"', page)
    assert sorted(map(int, ids)) == list(range(1, len(article.body) + 1))


def test_nothing_of_a_long_run_is_left_out() -> None:
    """A paragraph taken for furniture must be there to be found."""
    article = read(
        PAGE.replace("</body>", "<footer>" + "Legal words. " * 200 + "END</footer></body>"),
        "f.html",
    )

    assert "END" in explain_html([("x", article, note_article(article, Registers()))])
