"""What is new since the last visit: kept by the browser, calm, and without a shift."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import until

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

KEY = "briefings-visit:/"
DAYS = 24 * 60 * 60 * 1000
SHIFTS = """new Promise((done) => {
  let sum = 0;
  const add = (list) => { for (const one of list.getEntries()) sum += one.value; };
  new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 500);
})"""


def kept(page: Page) -> Any:
    """Give what the browser keeps."""
    return json.loads(page.evaluate(f"localStorage.getItem({KEY!r})"))


def age(page: Page, *, forget: int) -> None:
    """Let two days pass since the last visit, and some of what was seen not have been there."""
    state = kept(page)
    state["last"] -= 2 * DAYS
    state["here"] = state["here"][forget:]
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(state)])


def visited(page: Page) -> None:
    """Wait until a page of an edition was noted."""
    until(page, f"localStorage.getItem({KEY!r}) !== null")


def test_a_first_visit_shows_nothing(page: Page) -> None:
    """Nor does looking again during it."""
    page.goto("/")
    visited(page)
    page.reload()
    page.wait_for_timeout(500)

    assert page.locator(".visit").inner_text() == ""
    assert page.locator("main .fresh").count() == 0


def test_the_front_says_what_is_new(page: Page) -> None:
    """How many since which day, and a word at each; it stays so during the visit."""
    page.goto("/")
    visited(page)
    age(page, forget=2)
    for _ in range(2):
        page.reload()
        expect(page.locator(".visit")).to_contain_text("2 new to you since")
        assert page.locator("main .fresh").all_inner_texts() == ["New", "New"]
    assert len(kept(page)["here"]) == page.locator("main :is(.lead, .card)").count()


def test_nothing_new_is_said_too(page: Page) -> None:
    """An edition read elsewhere counts as seen."""
    page.goto("/edition/2026-03-22/")
    visited(page)
    assert page.locator(".visit").count() == 0
    age(page, forget=0)
    page.goto("/")

    expect(page.locator(".visit")).to_contain_text("Nothing new to you since")
    assert page.locator("main .fresh").count() == 0


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_moves_when_it_is_said(page: Page, width: int) -> None:
    """The line and the places of the words are kept free."""
    page.set_viewport_size({"width": width, "height": 2400})
    page.goto("/")
    visited(page)
    age(page, forget=5)
    page.reload()
    expect(page.locator("main .fresh").first).to_be_visible()

    assert page.evaluate(SHIFTS) == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for sign in page.locator("main .fresh").all():
        box = sign.bounding_box()
        assert box is not None
        assert 0 <= box["x"] <= width - box["width"]


def test_where_nothing_can_be_kept_nothing_is_said(page: Page) -> None:
    """A browser that refuses, and one that keeps what is not ours, break nothing."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto("/")
    visited(page)
    for broken in ("{", "[]", '{"last": "x"}', "null"):
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, broken])
        page.reload()
        page.wait_for_timeout(200)
        assert page.locator(".visit").inner_text() == ""
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })"
    )
    page.reload()
    page.wait_for_timeout(300)

    assert page.locator(".visit").inner_text() == ""
    assert errors == []


def test_it_is_read_on_edition_pages_only(page: Page) -> None:
    """No other page asks for the code."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/stories/")
    page.wait_for_timeout(300)
    assert not any(url.endswith("visit.js") for url in asked)
    page.goto("/")
    visited(page)

    assert any(url.endswith("visit.js") for url in asked)


def test_without_javascript_nothing_is_said(plain_page: Page) -> None:
    """And the page reads as it is."""
    plain_page.goto("/")

    assert plain_page.locator(".visit").inner_text() == ""
    assert plain_page.locator("main h2 a").count() > 0


def test_the_state_of_the_site_is_judged_by_the_readers_clock(page: Page) -> None:
    """The sample desk's next edition was to come in 2026; on the day itself nothing is late."""
    page.clock.set_fixed_time("2026-03-23T12:00:00Z")
    page.goto("/status/")
    expect(page.locator(".judged")).to_contain_text("nothing is late")
    page.clock.set_fixed_time("2026-03-24T12:00:00Z")
    page.reload()

    expect(page.locator(".judged")).to_contain_text("the edition is late")
