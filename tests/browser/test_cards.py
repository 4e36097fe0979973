"""Cards of what a link leads to: by mouse, keyboard and touch (WCAG 1.4.13)."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.conftest import opened

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

BRIEFING = "/2026/03/ferry-fire-off-lazaret-injures-31-all-231-aboard-taken-off/"
NAME = ".names a[href*='/person/']"
CARD = "[role=tooltip]"


@pytest.fixture
def asked(page: Page) -> list[str]:
    """Open a briefing, and note what is asked for after its first view."""
    page.goto(BRIEFING)
    page.wait_for_load_state("networkidle")
    found: list[str] = []

    def note(request: Request) -> None:
        found.append(request.url)

    page.on("request", note)
    return found


@pytest.fixture
def phone(chromium: Browser, address: str, complaints: list[str]) -> Iterator[Page]:
    """Open a briefing on a phone."""
    size = {"width": 360, "height": 740}
    with opened(chromium, address, complaints, viewport=size, has_touch=True) as page:
        page.goto(BRIEFING)
        yield page


def test_a_mouse_that_rests_on_a_name_shows_its_card(page: Page, asked: list[str]) -> None:
    """Nothing is asked for before; the card says what the page's head says."""
    assert asked == []
    link = page.locator(NAME).first
    link.hover()

    expect(page.locator(CARD)).to_be_visible()
    expect(page.locator(CARD)).to_contain_text(link.inner_text())
    expect(link).to_have_attribute("aria-describedby", "card")
    assert len([url for url in asked if "/person/" in url]) == 1


def test_a_mouse_that_passes_over_shows_nothing(page: Page, asked: list[str]) -> None:
    """A card needs rest; one that is left at once asks for no page."""
    page.locator(NAME).first.hover()
    page.mouse.move(5, 5)
    page.wait_for_timeout(700)

    expect(page.locator(CARD)).to_have_count(0)
    assert not [url for url in asked if "/person/" in url]


def test_the_pointer_may_go_into_the_card_and_it_stays(page: Page, asked: list[str]) -> None:
    """Hoverable and persistent; it goes when the pointer leaves both."""
    del asked
    page.locator(NAME).first.hover()
    card = page.locator(CARD)
    expect(card).to_be_visible()

    card.hover()
    page.wait_for_timeout(700)
    expect(card).to_be_visible()
    page.mouse.move(5, 5)

    expect(card).to_be_hidden()


def test_escape_closes_a_card_and_leaves_the_pointer_where_it_is(
    page: Page, asked: list[str]
) -> None:
    """Dismissible without moving."""
    del asked
    link = page.locator(NAME).first
    link.hover()
    expect(page.locator(CARD)).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.locator(CARD)).to_be_hidden()
    assert link.get_attribute("aria-describedby") is None


def test_the_focus_shows_a_card_and_enter_follows_the_link(page: Page, asked: list[str]) -> None:
    """By keyboard a card comes by itself and takes no focus; moving on closes it, Enter follows."""
    del asked
    link = page.locator(NAME).first
    page.keyboard.press("Tab")
    link.focus()
    expect(page.locator(CARD)).to_be_visible()
    expect(link).to_be_focused()
    page.keyboard.press("Tab")
    expect(link).not_to_have_attribute("aria-describedby", "card")

    link.focus()
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile("/person/"))


def test_a_first_tap_shows_and_a_second_follows(phone: Page) -> None:
    """On a phone there is no hover."""
    link = phone.locator(NAME).first
    link.tap()
    expect(phone.locator(CARD)).to_be_visible()
    assert phone.url.endswith(BRIEFING)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360

    link.tap()

    phone.wait_for_url(re.compile("/person/"))


def test_a_tap_beside_closes_a_card(phone: Page) -> None:
    """There is no Escape on a phone."""
    phone.locator(NAME).first.tap()
    expect(phone.locator(CARD)).to_be_visible()

    phone.locator("h1").tap()

    expect(phone.locator(CARD)).to_be_hidden()


def test_a_tap_follows_the_link_where_no_card_can_be_made(
    phone: Page, complaints: list[str]
) -> None:
    """A reader without a network for the card still goes where she wanted."""
    phone.route("**/preview-cards.js", lambda route: route.abort())
    phone.locator(NAME).first.tap()

    phone.wait_for_url(re.compile("/person/"))
    complaints.clear()


def test_a_card_is_words_alone(page: Page, asked: list[str]) -> None:
    """Whatever a page's head holds, its card has no link, picture or script."""
    del asked
    hostile = (
        '<html lang="en"><main><header class="top"><h1>A &lt;b&gt;<img src=x></h1>'
        "<p class='dek'><script>alert(2)</script><a href='javascript:alert(3)'>Go</a></p>"
    )
    page.route("**/person/**", lambda route: route.fulfill(body=hostile, content_type="text/html"))
    page.locator(NAME).first.hover()
    card = page.locator(CARD)
    expect(card).to_contain_text("A <b>")

    assert card.locator(":not(p)").count() == 0


def test_related_briefings_and_the_story_have_cards_and_headlines_have_none(
    page: Page, asked: list[str]
) -> None:
    """Where a title alone stands, a card says more; a headline of a list already has its line."""
    del asked
    page.locator(".related a").first.hover()
    expect(page.locator(CARD)).to_be_visible()
    page.goto("/")
    page.locator("main h3 a, main h2 a").first.hover()
    page.wait_for_timeout(700)

    expect(page.locator(CARD)).to_have_count(0)


def test_without_javascript_a_name_is_a_plain_link(plain_page: Page, site: Path) -> None:
    """A name leads to its page."""
    assert (site / BRIEFING.strip("/") / "index.html").exists()
    plain_page.goto(BRIEFING)
    plain_page.locator(NAME).first.click()

    assert "/person/" in plain_page.url


def test_a_first_view_is_four_requests_of_less_than_fifty_kilobytes(page: Page, site: Path) -> None:
    """Page, stylesheet, script, icon; nothing more until a reader asks."""
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.goto(BRIEFING)
    page.wait_for_load_state("networkidle")
    page.mouse.wheel(0, 4000)
    page.wait_for_timeout(500)

    assert len(seen) <= 4
    sizes = [(site / "assets" / name).stat().st_size for name in ("briefings.css", "briefings.js")]
    assert sum(sizes) + len((site / BRIEFING[1:] / "index.html").read_bytes()) <= 50 * 1024
