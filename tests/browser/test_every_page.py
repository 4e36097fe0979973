"""Every kind of page at four widths, by day and by night, in forced colours and on paper.

The sample desk, and the invented site of `tests/theme`, which has every kind in Arabic too.
"""

import functools
import http.server
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import ROOT, Quiet

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

WIDTHS = (320, 360, 640, 768, 1280)
SMALLEST = 13  # px: 0.8125 rem
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """
(smallest) => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const { data, parentElement: node } = walk.currentNode;
    const seen = data.trim() && !node.closest("script, style, noscript") && node.checkVisibility();
    const size = parseFloat(getComputedStyle(node).fontSize);
    if (seen && size < smallest - 0.01) found.push(`${size}px: ${data.trim().slice(0, 40)}`);
  }
  return found;
}
"""
BY_DAY = {"color_scheme": "light", "forced_colors": "none", "media": "screen"}
WAYS: tuple[tuple[str, dict[str, str]], ...] = (
    ("day", {}),
    ("night", {"color_scheme": "dark"}),
    ("forced", {"forced_colors": "active"}),
    ("paper", {"media": "print"}),
)


LEADS_ON = 'http-equiv="refresh"'
"""What a page has that leads to where its address moved: it is no kind of page."""


def one_of_each(site: Path) -> list[str]:
    """Give the address of one page of each kind, and those of the invented site all."""
    files = sorted(site.rglob("index.html"))
    kinds: dict[tuple[str, ...], str] = {}
    for file in files:
        text = file.read_text(encoding="utf-8")
        if LEADS_ON in text:
            continue
        parts = file.parent.relative_to(site).parts
        kind = ("year", str(len(parts))) if parts and parts[0].isdigit() else parts[:1]
        language = text.split('lang="', 1)[-1][:2]
        depth = (str(len(parts)), language)
        kinds.setdefault((*kind, *depth), "/" + "".join(f"{part}/" for part in parts))
    return list(kinds.values())


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the invented site."""
    folder = tmp_path_factory.mktemp("invented")
    subprocess.run([sys.executable, "-m", "tests.theme", str(folder)], cwd=ROOT, check=True)
    return folder


@pytest.fixture(params=["site", "invented"])
def pages(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """Serve a site; give the full addresses of its kinds of page."""
    site: Path = request.getfixturevalue(request.param)
    every = request.param == "invented"
    found = [f"/{f.parent.relative_to(site).as_posix()}/" for f in sorted(site.rglob("index.html"))]
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}"
        yield [base + address for address in (found if every else one_of_each(site))]
        server.shutdown()


@pytest.fixture
def screen(chromium: Browser) -> Iterator[Page]:
    """Open a page at any address."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def test_no_page_is_too_wide_or_too_small(screen: Page, pages: list[str]) -> None:
    """Nothing scrolls sideways and no text is under 13 pixels, paper apart.

    640 and 320 pixels are what 200 and 400 % leave of 1,280 (WCAG 1.4.10).
    """
    faults = []
    for address in pages:
        screen.goto(address)
        for way, media in WAYS:
            screen.emulate_media(**(BY_DAY | media))  # type: ignore[arg-type]
            for width in WIDTHS:
                screen.set_viewport_size({"width": width, "height": 800})
                name = f"{address.split('/', 3)[3]} at {width}, {way}"
                if wider := screen.evaluate(WIDER):
                    faults.append(f"{name}: {wider} px too wide")
                if way != "paper":
                    faults += [f"{name}: {text}" for text in screen.evaluate(SMALL, SMALLEST)]

    assert len(pages) > 10
    assert faults == []


@pytest.mark.parametrize("kind", ["/", "/search/", "/stories/"])
def test_the_keyboard_goes_through_a_page_in_its_order(page: Page, kind: str) -> None:
    """Skip link first; every stop has an outline and none comes before the one before it."""
    page.goto(kind)
    page.wait_for_load_state("networkidle")
    page.evaluate("window.before = null")
    for at in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
              const now = document.activeElement;
              if (now === document.body) return null;
              const order = window.before?.compareDocumentPosition(now) ?? 4;
              window.before = now;
              const { outlineStyle, outlineWidth } = getComputedStyle(now);
              return [now.className, Boolean(order & 4), outlineStyle, parseFloat(outlineWidth)];
            }"""
        )
        if stop is None:
            break
        name, follows, style, width = stop
        assert follows, f"{at}: {name}"
        assert style != "none", f"{at}: {name}"
        assert width >= 2, f"{at}: {name}"
        assert at > 0 or name == "skip"


def test_the_skip_link_leads_past_the_masthead(page: Page) -> None:
    """Enter on it puts the next stop into the text."""
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('main') !== null")
