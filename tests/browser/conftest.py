"""One build of the sample desk, served on this machine, and a Chromium to read it with."""

import functools
import http.server
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from briefings.configuration import load_settings
from briefings.site.build import build_site

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 3, 23, 12, tzinfo=UTC)
# A browser that starts beside a build on two cores is slow to begin.
expect.set_options(timeout=30_000)
WIDE = {"width": 1280, "height": 900}


def until(page: Page, expression: str, *, seconds: float = 30) -> None:
    """Wait until JavaScript gives something true.

    Playwright's own `wait_for_function` evaluates a string within the page, which the page's
    Content-Security-Policy forbids as soon as the first look was too early.
    """
    end = time.monotonic() + seconds
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"{expression} stayed false"
        page.wait_for_timeout(50)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Gives files."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base names it
        """Say nothing."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sample desk as readers get it."""
    desk = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "content", desk / "content")
    shutil.copy(ROOT / "mkdocs.yml", desk)
    (desk / "theme").symlink_to(ROOT / "theme")
    return build_site(load_settings(desk), now=NOW).site


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Serve the built tree as any static host would."""
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def complaints() -> list[str]:
    """Collect what the console and the network complain about."""
    return []


@contextmanager
def opened(
    chromium: Browser, address: str, complaints: list[str], **options: Any
) -> Iterator[Page]:
    """Open a page; anything wrong in console or network fails the test."""
    context = chromium.new_context(base_url=address, **options)
    yield watched(context, address, complaints)
    context.close()
    assert complaints == []


@pytest.fixture
def page(chromium: Browser, address: str, complaints: list[str]) -> Iterator[Page]:
    """Open a page of 1,280 pixels."""
    with opened(chromium, address, complaints, viewport=WIDE) as page:
        yield page


@pytest.fixture
def plain_page(chromium: Browser, address: str, complaints: list[str]) -> Iterator[Page]:
    """Open a page with JavaScript switched off."""
    with opened(chromium, address, complaints, java_script_enabled=False) as page:
        yield page


def failure_of(request: Request) -> list[str]:
    """Tell a failed request; one the reader left behind by going on is none."""
    left = "ERR_ABORTED" in (request.failure or "")
    return [] if left else [f"failed: {request.url} ({request.failure})"]


def watched(context: BrowserContext, address: str, complaints: list[str]) -> Page:
    """Open a page and note console messages, errors, failures and requests to other hosts."""
    page = context.new_page()
    page.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on("requestfailed", lambda request: complaints.extend(failure_of(request)))
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((address, "data:"))
            else complaints.append(f"another host: {request.url}")
        ),
    )
    return page
