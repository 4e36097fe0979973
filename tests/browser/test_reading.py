"""A reader with a mouse, with a keyboard, and without JavaScript."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

WIDTHS = [320, 360, 768, 1280]
KINDS = ["/", "briefing", "story", "name", "/names/", "/archive/", "/search/"]


def first_of(site: Path, pattern: str) -> str:
    """Give the address of the first page that matches, as the tree has it."""
    file = sorted(site.glob(pattern))[0]
    return f"/{file.parent.relative_to(site).as_posix()}/"


def test_front_to_briefing_to_story_to_name_and_back(page: Page) -> None:
    """Each step is a click on a link that is there, and Back undoes each."""
    page.goto("/")
    front = page.url
    page.locator("main h2 a, main h3 a").first.click()
    expect(page.locator("article h1")).to_be_visible()
    briefing = page.url
    assert re.search(r"/\d{4}/\d{2}/[a-z0-9-]+/$", briefing)

    page.locator("a[href*='/story/']").first.click()
    story = page.url
    assert "/story/" in story
    page.locator(
        "main a[href*='/person/'], main a[href*='/org/'], main a[href*='/place/']"
    ).first.click()
    assert re.search(r"/(person|org|place)/", page.url)

    for expected in (story, briefing, front):
        page.go_back()
        assert page.url == expected


def test_search_finds_a_word_of_the_body_and_opens_its_page(page: Page) -> None:
    """The slash opens search, a word finds its briefing, Enter opens it."""
    page.goto("/")
    page.keyboard.press("/")
    field = page.locator("dialog[open] input[type=search]")
    expect(field).to_be_focused()
    field.fill("spillway")
    expect(page.locator("dialog[open] ol a").first).to_be_visible()
    marked = page.locator("dialog[open] mark").first
    expect(marked).to_contain_text(re.compile("spillway", re.IGNORECASE))

    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/(\d{4}/\d{2}|story|place|org|person|law)/"))

    assert "spillway" in page.locator("main").inner_text().lower()


def test_the_search_page_takes_a_question_from_its_address(page: Page) -> None:
    """A link to a search works."""
    page.goto("/search/?q=Corinna")

    expect(page.locator("main ol a").first).to_be_visible()
    expect(page.locator("main input[type=search]")).to_have_value("Corinna")


def test_search_finds_nothing_and_says_so(page: Page) -> None:
    """Without results the archive is named as the way on."""
    page.goto("/search/?q=zzzqqqxxx")

    expect(page.locator("main")).to_contain_text(
        re.compile("no|nothing", re.IGNORECASE), timeout=30_000
    )
    assert page.locator("main ol a").count() == 0


def test_an_answer_stays_while_more_is_read(page: Page) -> None:
    """The list of words for "did you mean" may be slow; that nothing was found stands already."""
    held: list[Route] = []
    page.route("**/words.json*", lambda route: held.append(route))  # noqa: PLW0108  # Playwright marks it
    page.goto("/search/?q=zzzqqqxxx")
    expect(page.locator("main .told")).to_contain_text("zzzqqqxxx")
    page.wait_for_timeout(600)

    assert held
    assert "zzzqqqxxx" in page.locator("main .told").inner_text()
    held[0].continue_()


def test_an_excerpt_says_where_it_is_cut(page: Page) -> None:
    """A sentence begins and ends as it was written, or with dots; names stand apart."""
    page.goto("/search/?q=ferry")
    expect(page.locator("main .found li").first).to_be_visible()
    excerpts = page.locator("main .found li > p:not(.meta)").all_inner_texts()

    assert all(re.match(r"[^a-z,;:]", text) for text in excerpts)
    assert all(re.search(r"[.!?…]['\"”’»)]*$", text) for text in excerpts)
    assert any(text.endswith("…") for text in excerpts)
    assert "Seafarers’ Federation, Lazaret Line, Delvaux Shipping" in " ".join(excerpts)


@pytest.mark.parametrize("word", ["الترحيل", "التحلية", "المياه"])
def test_arabic_is_searched_too(page: Page, word: str) -> None:
    """An Arabic word either finds Arabic pages or says that there is nothing; nothing breaks."""
    page.goto(f"/search/?q={word}")
    page.wait_for_timeout(800)

    for title in page.locator("main ol a").all_inner_texts():
        assert title.strip()


def test_keyboard_alone_reaches_a_briefing(page: Page) -> None:
    """The first Tab is the skip link; a reader can get to a briefing by Tab and Enter."""
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"

    for _ in range(60):
        page.keyboard.press("Tab")
        href = page.evaluate("document.activeElement.getAttribute('href') || ''")
        if re.search(r"\d{4}/\d{2}/[a-z0-9-]+/$", href):
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/\d{4}/\d{2}/"))

    assert outline != "none"


def test_escape_closes_search_and_gives_the_focus_back(page: Page) -> None:
    """A reader who opened search by mistake is where she was."""
    page.goto("/")
    page.keyboard.press("Control+k")
    expect(page.locator("dialog[open]")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.locator("dialog[open]")).to_have_count(0)


def test_a_slash_typed_into_a_field_is_a_slash(page: Page) -> None:
    """The shortcut does not steal letters."""
    page.goto("/search/")
    field = page.locator("main input[type=search]")
    field.focus()

    page.keyboard.type("1/2")

    expect(field).to_have_value("1/2")


def test_what_is_typed_before_search_is_loaded_stays(page: Page) -> None:
    """On a slow line the code comes after the reader; then her words are searched for."""
    held: list[Route] = []
    page.route("**/assets/search.js", lambda route: held.append(route))  # noqa: PLW0108  # Playwright marks it
    page.goto("/search/?q=old")
    field = page.locator("main input[type=search]")
    field.fill("zzzqqqxxx")
    for route in held:
        route.continue_()

    expect(page.locator("main .told")).to_contain_text("zzzqqqxxx")
    assert held
    assert field.input_value() == "zzzqqqxxx"


@pytest.mark.parametrize("where", ["/search/", "/404.html"])
def test_a_field_asks_for_nothing_until_it_is_asked(page: Page, where: str) -> None:
    """Who mistyped an address need not fetch the search engine; who enters the field does."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(where)
    page.wait_for_load_state("networkidle")
    assert not any("search" in url.removesuffix(where) for url in asked)

    page.locator("main input[type=search]").focus()
    page.keyboard.type("ferry")

    expect(page.locator("main .found li").first).to_be_visible()
    assert any("pagefind" in url for url in asked)


def test_everything_is_there_without_javascript(plain_page: Page) -> None:
    """Front page, briefing and archive can be read and walked; search points at the archive."""
    plain_page.goto("/")
    plain_page.locator("main h2 a, main h3 a").first.click()
    expect(plain_page.locator("article h1")).to_be_visible()
    assert len(plain_page.locator("article").inner_text().split()) > 60

    plain_page.goto("/search/")
    plain_page.locator("main a[href*='archive']").first.click()
    plain_page.wait_for_url("**/archive/")
    months = plain_page.locator("main a[href*='2026/03']")
    months.first.click()
    expect(plain_page.locator("main li").nth(20)).to_be_attached()


def test_a_missing_page_helps(page: Page) -> None:
    """The 404 page says so, and offers search and the archive."""
    page.goto("/404.html")

    expect(page.locator("main")).to_contain_text(re.compile("not", re.IGNORECASE))
    expect(page.locator("main input[type=search]")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "kind", ["/", "briefing", "story", "name", "/names/", "/archive/", "/search/"]
)
def test_no_page_scrolls_sideways(page: Page, site: Path, kind: str, width: int) -> None:
    """From 320 pixels up, nothing is wider than the window."""
    kinds = {
        "briefing": "2026/03/*/index.html",
        "story": "story/*/index.html",
        "name": "person/*/index.html",
    }
    target = first_of(site, kinds[kind]) if kind in kinds else kind
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(target)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_arabic_briefing_reads_from_the_right(page: Page, site: Path) -> None:
    """Its page says the language and direction, and its text is set from the right."""
    found = [
        f for f in site.glob("2026/*/*/index.html") if 'lang="ar"' in f.read_text("utf-8")[:200]
    ]
    assert found, "the sample has an Arabic briefing"
    page.goto(f"/{found[0].parent.relative_to(site).as_posix()}/")

    assert page.evaluate("document.documentElement.dir") == "rtl"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"


def test_every_page_kind_opens_without_a_complaint(page: Page, site: Path) -> None:
    """Console, network and policy are silent on one page of each kind."""
    folders = sorted({f.relative_to(site).parts[0] for f in site.glob("*/**/index.html")})
    for folder in folders:
        page.goto(first_of(site, f"{folder}/**/index.html"))
        assert page.locator("h1").count() == 1, folder
