"""What a reader takes along: the words she searched for, a citation, a link."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import WIDE, opened, until

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

BRIEFING = "/2026/03/ferry-fire-off-lazaret-injures-31-all-231-aboard-taken-off/"


@pytest.fixture
def trusted(chromium: Browser, address: str, complaints: list[str]) -> Iterator[Page]:
    """Open a page that may use the clipboard."""
    rights = ["clipboard-read", "clipboard-write"]
    with opened(chromium, address, complaints, viewport=WIDE, permissions=rights) as page:
        yield page


def test_a_page_opened_from_search_has_the_words_marked(page: Page) -> None:
    """Marks stand on the page that was found, count themselves, and can be walked and taken off."""
    page.goto("/search/?q=ferry")
    page.locator("main .found a[href*='/2026/']").first.click()
    page.wait_for_url("**/2026/**#find=*")
    marks = page.locator("main mark.found-word")
    expect(marks.first).to_be_visible()
    bar = page.locator(".found-bar")
    expect(bar).to_contain_text(str(marks.count()))
    tail = page.locator("article .after").inner_text()

    bar.get_by_role("button", name="Next").click()
    expect(marks.first).to_be_focused()
    bar.get_by_role("button", name="Take the marks off").click()

    expect(marks).to_have_count(0)
    expect(page.locator(".found-bar")).to_have_count(0)
    assert "#" not in page.url
    assert page.locator("article .after").inner_text() == tail


@pytest.mark.parametrize("asked", ["a<b>'\"", "%F0%9F", "(((", "x" * 5000, ""])
def test_an_odd_question_in_the_address_marks_nothing(page: Page, asked: str) -> None:
    """Anybody may write the address; only words are looked for, and nothing becomes markup."""
    page.goto(f"{BRIEFING}#find={asked}")
    page.wait_for_timeout(300)

    assert page.locator("main b b, main mark mark").count() == 0
    expect(page.locator("article h1")).to_be_visible()


def test_accents_and_case_do_not_count(page: Page) -> None:
    """What search finds without an accent is marked without it too."""
    page.goto(f"{BRIEFING}#find=LAZARET")

    expect(page.locator("h1 mark")).to_have_text("Lazaret")


def test_the_citation_can_be_copied(trusted: Page) -> None:
    """The button puts the printed words into the clipboard, by keyboard too, and says so."""
    trusted.goto(BRIEFING)
    button = trusted.get_by_role("button", name="Copy the citation")
    button.focus()
    trusted.keyboard.press("Enter")
    expect(trusted.locator(".pass-on [role=status]")).to_have_text("Copied")

    copied = trusted.evaluate("navigator.clipboard.readText()")

    assert copied == trusted.locator(".citation").inner_text()
    assert copied.endswith(BRIEFING)


def test_sharing_is_offered_where_the_system_can(trusted: Page) -> None:
    """The system's own sheet gets title and permanent address; without one there is no button."""
    trusted.goto(BRIEFING)
    able = trusted.evaluate("'share' in navigator")
    expect(trusted.get_by_role("button", name="Share")).to_have_count(int(able))
    trusted.add_init_script("navigator.share = async (what) => { window.shared = what; }")
    trusted.reload()

    trusted.get_by_role("button", name="Share").click()

    until(trusted, "window.shared")
    shared = trusted.evaluate("window.shared")
    assert shared["url"].endswith(BRIEFING)
    assert shared["title"] == trusted.locator("h1").inner_text().replace("\n", " ")


def test_without_javascript_there_is_a_link_and_no_button(plain_page: Page) -> None:
    """A permanent link is a link; what cannot work is not shown."""
    plain_page.goto(BRIEFING)

    expect(plain_page.locator(".pass-on a[rel=bookmark]")).to_be_visible()
    expect(plain_page.get_by_role("button", name="Copy the citation")).to_have_count(0)


def test_a_timeline_can_be_read_from_its_beginning(page: Page) -> None:
    """The button turns it round and back, says which way it would turn, and moves nothing."""
    page.goto("/story/ferry-inquiry/")
    titles = page.locator(".timeline h3")
    button = page.get_by_role("button", name="Oldest first")
    expect(button).to_be_visible()
    before = titles.all_inner_texts()

    button.click()

    assert titles.all_inner_texts() == before[::-1]
    page.get_by_role("button", name="Newest first").click()
    assert titles.all_inner_texts() == before
