"""Searching an archive of several years, in three languages, by mouse and keyboard."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from briefings.model import FacetValue, SearchStub
from briefings.site.search import periods, ref_of, write_shards
from tests.browser.conftest import WIDE, Quiet, opened

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

NEWEST = date(2026, 3, 22)
SIZE = 8000
WORDS = {
    "en": "Harbour ferries stopped while inspectors board the fleet",
    "fr": "Les élections de Belrive sont annulées par le tribunal",
    "ar": "توقفت العبارات في الميناء بعد إعلان الوزارة",
}


def a_stub(at: int, day: date) -> SearchStub:
    """Give a briefing of some length; every tenth is French, every tenth after it Arabic."""
    language = {8: "fr", 9: "ar"}.get(at % 10, "en")
    rare = " quokka" if day.year == 2024 else ""
    filler = " ".join(f"w{at}x{n}" for n in range(SIZE // 9))
    return SearchStub(
        title=f"{WORDS[language]} {at}",
        text=f"{WORDS[language]}. {filler}{rare}",
        language=language,
        day=day,
        facets={
            "topic": (
                FacetValue(id="transport" if at % 2 else "votes", title=f"<b>T{at % 2}</b>"),
            ),
            "source": (FacetValue(id=f"outlet{at % 3}", title=f"Outlet {at % 3}"),),
        },
    )


@pytest.fixture(scope="session")
def years(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the sample site with the index of three years under it."""
    tree = tmp_path_factory.mktemp("years") / "site"
    shutil.copytree(site, tree)
    shutil.rmtree(tree / "pagefind")
    stubs = {}
    for at in range(240):
        day = NEWEST - timedelta(at * 4)
        stubs[f"/{day:%Y/%m}/b{at}/"] = a_stub(at, day)
    haddad = SearchStub(
        title="Omar Haddad", text="Minister", language="en", meta={"kind": "Person"}
    )
    stubs["/person/omar-haddad/"] = haddad
    refs = [ref_of(url, stub) for url, stub in stubs.items()]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(periods, "OPEN_LIMIT", 10 * SIZE)
        patch.setattr(periods, "CLOSED_LIMIT", 25 * SIZE)
        write_shards(refs, stubs.__getitem__, tree, tree.parent / "state")
    handler = functools.partial(Quiet, directory=str(tree))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def archive(chromium: Browser, years: str, complaints: list[str]) -> Iterator[Page]:
    """Open a page of the three years."""
    with opened(chromium, years, complaints, viewport=WIDE) as page:
        yield page


def dates_of(page: Page) -> list[str]:
    """Give the year of each result, in order."""
    feet = page.locator("main .found .meta").all_inner_texts()
    return [foot.strip()[-4:] for foot in feet]


def test_the_newest_come_first_and_older_years_are_asked_for(archive: Page) -> None:
    """A search of a frequent word reads this year; a button reads the years before."""
    archive.goto("/search/?q=harbour")
    expect(archive.locator("main .found a")).to_have_count(20)
    expect(archive.locator(".told")).to_contain_text("searched back to")
    asked: list[str] = []
    archive.on("request", lambda request: asked.append(request.url))

    archive.get_by_role("button", name="2024", exact=True).click()
    expect(archive.locator(".older")).not_to_contain_text("2024")
    archive.get_by_role("button", name="More results").click()
    expect(archive.locator("main .found a")).to_have_count(40)

    assert any("/pagefind/2024" in url for url in asked)
    assert dates_of(archive) == sorted(dates_of(archive), reverse=True)


def test_what_stands_in_an_old_year_alone_is_found_on_request(archive: Page) -> None:
    """Nothing in the newest years says so, and searching all of it finds it."""
    archive.goto("/search/?q=quokka")
    expect(archive.locator(".told")).to_contain_text("Nothing found")

    archive.get_by_role("button", name="Search all of it").click()

    expect(archive.locator("main .found a").first).to_be_visible()
    assert set(dates_of(archive)) == {"2024"}


def test_checkboxes_narrow_and_stand_in_the_address(archive: Page) -> None:
    """By keyboard: a topic halves the results, keeps the focus, and the link brings it back."""
    archive.goto("/search/?q=harbour")
    box = archive.get_by_role("checkbox", name="<b>T0</b>")
    expect(box).to_be_visible()
    expect(archive.locator(".older")).to_be_visible()
    before = archive.locator(".told").inner_text()
    box.focus()
    archive.keyboard.press("Space")
    expect(archive.locator(".told")).not_to_have_text(before)
    expect(archive.locator(".told")).to_contain_text("searched back")
    expect(box).to_be_focused()
    narrowed = archive.locator(".told").inner_text()
    assert "topic=votes" in archive.url

    archive.reload()

    expect(archive.get_by_role("checkbox", name="<b>T0</b>")).to_be_checked()
    expect(archive.locator(".told")).to_have_text(narrowed)


def test_a_year_in_the_address_is_searched(archive: Page) -> None:
    """A link to a search of 2024 reads that far."""
    archive.goto("/search/?q=harbour&year=2024")

    expect(archive.locator("main .found a").first).to_be_visible()
    assert set(dates_of(archive)) == {"2024"}


def test_a_name_that_was_typed_comes_first(archive: Page) -> None:
    """The person's page stands before briefings, and says what it is."""
    archive.goto("/search/?q=haddad")

    first = archive.locator("main .found li").first
    expect(first).to_contain_text("Omar Haddad")
    expect(first).to_contain_text("Person")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("harbuor", "harbour"), ("eletcions", "élections"), ("الغبارات", "العبارات")],
)
def test_a_slip_of_the_finger_is_put_right(archive: Page, typed: str, meant: str) -> None:
    """English, French without its accent, Arabic: the nearest word is offered and searches."""
    archive.goto(f"/search/?q={typed}")
    button = archive.locator(".maybe button").first
    expect(button).to_have_text(meant)

    button.click()

    expect(archive.locator("main .found a").first).to_be_visible()


@pytest.mark.parametrize("word", ["annulées", "annulees", "العبارات", "ferry"])
def test_each_language_is_found(archive: Page, word: str) -> None:
    """Accents or none, Arabic, another form of an English word."""
    archive.goto(f"/search/?q={word}")

    expect(archive.locator("main .found mark").first).to_be_visible()


def test_the_dialog_narrows_too(archive: Page) -> None:
    """Closed at first, by year, topic and outlet; nothing scrolls sideways on a phone."""
    archive.set_viewport_size({"width": 360, "height": 740})
    archive.goto("/")
    archive.keyboard.press("/")
    archive.keyboard.type("harbour")
    dialog = archive.locator("dialog[open]")
    expect(dialog.locator(".found a")).to_have_count(8)
    expect(dialog.get_by_role("checkbox").first).not_to_be_visible()

    dialog.locator("summary").click()

    expect(dialog.get_by_role("checkbox", name="Outlet 1")).to_be_visible()
    assert dialog.evaluate("node => node.scrollWidth <= node.clientWidth")
    assert archive.evaluate("document.documentElement.scrollWidth") <= 360
