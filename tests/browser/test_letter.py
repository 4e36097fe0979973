"""An edition's e-mail as a reader opens it: narrow, by night, with styles stripped."""

import re
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.theme.test_assets import contrast

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

COLOURS = """() => [...document.querySelectorAll('h1,h1 a,h2,h3 a,p,b,li,.link')].map(node => {
  let under = node, paper = 'rgba(0, 0, 0, 0)';
  while (under && paper === 'rgba(0, 0, 0, 0)') {
    paper = getComputedStyle(under).backgroundColor;
    under = under.parentElement;
  }
  return [getComputedStyle(node).color, paper];
})"""


def hex_of(colour: str) -> str:
    """Give `rgb(1, 2, 3)` as `#010203`."""
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colour)[:3])


def letters(site: Path) -> list[Path]:
    """List the letters of the site."""
    found = sorted(site.glob("edition/*/mail.eml"))
    assert len(found) == 7
    return found


def html_of(letter: Path) -> str:
    """Give the HTML part of a letter."""
    body = message_from_bytes(letter.read_bytes(), policy=default).get_body(("html",))
    assert body is not None
    return str(body.get_content())


@pytest.mark.parametrize("width", [320, 600])
def test_a_letter_fits_its_window(chromium: Browser, site: Path, width: int) -> None:
    """No scrolling sideways, in a phone's window and in a mail program's."""
    page = chromium.new_page(viewport={"width": width, "height": 800})
    for letter in letters(site):
        page.set_content(html_of(letter))
        assert page.evaluate("document.documentElement.scrollWidth") <= width, letter
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_letter_is_read_by_day_and_by_night(chromium: Browser, site: Path, scheme: str) -> None:
    """All text has 7:1 on its paper; by night the paper is dark."""
    page = chromium.new_page(color_scheme="dark" if scheme == "dark" else "light")
    for letter in letters(site):
        page.set_content(html_of(letter))
        pairs = {(hex_of(ink), hex_of(paper)) for ink, paper in page.evaluate(COLOURS)}
        assert all(contrast(ink, paper) >= 7 for ink, paper in pairs), pairs
        assert {paper for _, paper in pairs} == {"#14161a" if scheme == "dark" else "#fdfcf9"}
    page.close()


def test_a_letter_is_read_where_the_style_element_is_stripped(
    chromium: Browser, site: Path
) -> None:
    """Many programs keep inline styles alone: day colours at any hour, and nothing is lost."""
    page = chromium.new_page(color_scheme="dark", viewport={"width": 320, "height": 800})
    for letter in letters(site):
        stripped = re.sub(r"<style>.*?</style>|<meta name=\"[^\"]*color[^>]*>", "",
                          html_of(letter), flags=re.DOTALL)  # fmt: skip
        page.set_content(stripped)
        pairs = {(hex_of(ink), hex_of(paper)) for ink, paper in page.evaluate(COLOURS)}
        assert all(contrast(ink, paper) >= 7 for ink, paper in pairs), pairs
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_a_letter_asks_the_network_for_nothing(chromium: Browser, site: Path) -> None:
    """No picture and no style sheet: opening it tells nobody."""
    page = chromium.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for letter in letters(site):
        page.set_content(html_of(letter), wait_until="networkidle")
    page.close()

    assert asked == []


def test_the_page_of_a_letter_opens_under_its_policy(page: Page) -> None:
    """Its own styles count, and the console has nothing to say (`page` sees to it)."""
    page.goto("/edition/2026-03-22/mail/")

    assert page.locator("h1").evaluate("node => getComputedStyle(node).fontSize") == "28px"
    assert page.locator("h1 a").get_attribute("href") is not None
