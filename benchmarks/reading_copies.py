"""Text copies of the pages, as select-all and paste makes them; kept under `.briefings/bench`.

Chromium gives `innerText` with scripts off and the network blocked, so outer stylesheets are
missing and what they would hide is in the copy: the copies are a little messier than an editor's.
"""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Error, Route, sync_playwright
from playwright.sync_api import Page as Tab

from benchmarks.reading_pages import Page

CACHE = Path(__file__).parents[1] / ".briefings" / "bench" / "copies"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
# A reader's browser runs scripts: it shows no <noscript>, and bodies hidden until theirs has run.
_COPY = """() => {
  for (const hidden of document.querySelectorAll('noscript')) hidden.remove();
  if (document.body) document.body.style.setProperty('visibility', 'visible', 'important');
  return document.body ? document.body.innerText : '';
}"""
_WAIT = 15_000


def find_chromium() -> str | None:
    """Give the path of a Chromium, as the browser tests find theirs."""
    found = [path for name in _NAMES if (path := shutil.which(name))]
    found += [path for path in _MAC if Path(path).exists()]
    return os.environ.get("BRIEFINGS_CHROMIUM") or next(iter(found), None)


def copy_with_chromium(pages: list[Page], tick: Callable[[], None]) -> list[str] | None:
    """Copy each page's visible text; None where there is no Chromium and no kept copy."""
    kept = [_kept("chromium", page) for page in pages]
    if all(path.exists() for path in kept):
        return [path.read_text(encoding="utf-8") for path in kept]
    if find_chromium() is None:
        return None
    with _tab() as tab:
        for page, path in zip(pages, kept, strict=True):
            if not path.exists():
                _save(path, _inner_text(tab, page))
            tick()
    return [path.read_text(encoding="utf-8") for path in kept]


@contextmanager
def _tab() -> Iterator[Tab]:
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=find_chromium(), args=flags)
        context = browser.new_context(
            java_script_enabled=False, viewport={"width": 1280, "height": 900}
        )
        yield context.new_page()
        browser.close()


def _inner_text(tab: Tab, page: Page) -> str:
    address = f"https://copies.invalid/{_digest(page)}"

    def answer(route: Route) -> None:
        if route.request.url == address:
            body = page.html.encode("utf-8", "replace")
            route.fulfill(body=body, content_type="text/html; charset=utf-8")
        else:
            route.abort()

    tab.route("**/*", answer)
    try:
        tab.goto(address, wait_until="domcontentloaded", timeout=_WAIT)
        return str(tab.evaluate(_COPY))
    except Error:
        return ""
    finally:
        tab.unroute("**/*")


def copy_with_lynx(pages: list[Page], tick: Callable[[], None]) -> list[str] | None:
    """Copy each page with the text browser lynx; None where it is not installed."""
    lynx = shutil.which("lynx")
    if lynx is None:
        return None
    copies = []
    for page in pages:
        path = _kept("lynx", page)
        if not path.exists():
            command = [lynx, "-dump", "-nolist", "-stdin", "-width=10000", "-force_html"]
            command += ["-assume_charset=utf-8", "-display_charset=utf-8"]
            source = page.html.encode("utf-8", "replace")
            done = subprocess.run(command, input=source, capture_output=True, check=False)
            _save(path, done.stdout.decode("utf-8", "replace"))
        copies.append(path.read_text(encoding="utf-8"))
        tick()
    return copies


def _kept(browser: str, page: Page) -> Path:
    return CACHE / browser / f"{_digest(page)}.txt"


def _digest(page: Page) -> str:
    return hashlib.sha256(page.html.encode("utf-8", "replace")).hexdigest()[:24]


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", errors="replace")
