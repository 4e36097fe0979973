"""Values are fit to print, however their characters came into the file."""

import pytest

from briefings.model import Byline, Image
from briefings.read import read_article
from briefings.read.fitting import fit_article, fit_text
from tests.builders import an_article

PAGE = """<html><head><title>x</title>
<meta property="og:title" content="Ferries &#x202e;halted&#x2066; after cracks found">
<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Ann\\u202e Roe"}}
</script></head><body><article><h1>Ferries &#x202e;halted&#x2066; after cracks found</h1>
<p>Three crossings were suspended on Friday after inspectors found &#x202e;cracks, the ministry
said in a statement on the quay.</p></article></body></html>"""


def test_characters_behind_references_are_left_out() -> None:
    """A direction override written as a reference is one all the same."""
    article = read_article(PAGE.encode(), path="a.html")

    assert article.title == "Ferries halted after cracks found"
    assert article.byline == ("Ann Roe",)
    assert "found cracks, the ministry" in article.body[0]


@pytest.mark.parametrize(
    ("text", "fitted"),
    [
        ("Ferries", "Ferries"),
        (" two  lines\nhere ", "two lines here"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("a\x07b\u202ec\ud800", "abc"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u202e\u2066", ""),
        ("a\u00a0b\u2028c", "a b c"),
    ],
)
def test_a_text_is_one_clean_line(text: str, fitted: str) -> None:
    """Joiners that spell a Persian word stay; what prints nothing goes."""
    assert fit_text(text) == fitted


def test_what_is_left_empty_is_absent() -> None:
    """No value is an empty string: it is None, or not among its like."""
    article = an_article(
        dek="\u202e",
        tags=("a", "\x07"),
        subheads=((1, "\u2066"), (2, "What\nnext")),
        bylines=(Byline(name="\u202e", role="in Cairo"), Byline(name="Ann\nRoe", role="\x07")),
        images=(Image(caption="\u2066", credit="Karl  Ort"),),
    )

    fitted = fit_article(article)

    assert fitted.dek is None
    assert fitted.tags == ("a",)
    assert fitted.subheads == ((2, "What next"),)
    assert fitted.bylines == (Byline(name="Ann Roe"),)
    assert fitted.images == (Image(caption=None, credit="Karl Ort"),)
