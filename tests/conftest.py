"""What every test may use."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

# A law holds however long a busy machine takes to try it.
settings.register_profile("briefings", deadline=None)
settings.load_profile("briefings")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--accept`: what the program drafts now becomes what the golden cases expect."""
    parser.addoption(
        "--accept",
        action="store_true",
        default=False,
        help="rewrite the golden files of tests/cases; read the diff before you commit it",
    )


NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the system's Chromium; `make test` sees that there is one."""
    found = [path for name in NAMES if (path := shutil.which(name))]
    found += [path for path in MAC if Path(path).exists()]
    path = os.environ.get("BRIEFINGS_CHROMIUM") or next(iter(found), None)
    if path is None:
        pytest.fail("no Chromium: run `sh .ci/browser`, or point BRIEFINGS_CHROMIUM at one")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()
