"""A page on paper: printed to PDF, its words read back."""

import io
import re
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

BRIEFING = "/2026/03/ferry-fire-off-lazaret-injures-31-all-231-aboard-taken-off/"


def printed(page: Page, address: str) -> list[str]:
    """Print a page on A4 and give the words of each sheet."""
    page.goto(address)
    pdf = page.pdf(format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "15mm"))
    sheets = (sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages)
    return [unicodedata.normalize("NFKC", text) for text in sheets]  # ligatures


def test_a_sheet_says_whose_page_it_is_and_where_it_stands(page: Page) -> None:
    """Name of the site, address and dates come before the text; where links lead is written out."""
    sheets = printed(page, BRIEFING)
    text = re.sub(r"\s+", " ", " ".join(sheets))
    joined = text.replace(" ", "")
    head = sheets[0].replace("\n", "")

    assert head.index("The Medara Briefing") < head.index("https://medara-briefing.example/2026")
    assert head.index("https://medara-briefing.example/2026") < head.index("Ferry fire off")
    assert "3 March 2026" in text
    assert "(https://north-shore-post.example" in joined


def test_what_only_works_on_a_screen_is_not_printed(page: Page) -> None:
    """No navigation, search, buttons or links to skip."""
    text = "\n".join(printed(page, BRIEFING))

    for control in (
        "Skip to the text",
        "Archive",
        "Search",
        "Copy the citation",
        "Topics\nArchive",
    ):
        assert control not in text


def test_paper_is_white_and_ink_black_at_night_too(page: Page) -> None:
    """A reader whose screen is dark prints as everybody does."""
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(BRIEFING)
    colours = "getComputedStyle(document.documentElement)"

    assert page.evaluate(f"{colours}.backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate(f"{colours}.color") == "rgb(0, 0, 0)"


def test_no_sheet_cuts_a_quote(page: Page, site: Path) -> None:
    """A quote, a point and an entry stand whole on one sheet."""
    assert site.is_dir()
    page.emulate_media(media="print")
    page.goto(BRIEFING)
    cut = page.evaluate(
        """[...document.querySelectorAll("main figure, main li, .provenance")]
        .filter(node => getComputedStyle(node).breakInside !== "avoid").length"""
    )

    assert cut == 0
