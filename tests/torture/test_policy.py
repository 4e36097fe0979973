"""The Content-Security-Policy with everything at work: no violation on any kind of page."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import address, site  # noqa: F401  # fixtures
from tests.browser.test_every_page import one_of_each
from tests.torture.tallying import Tally
from tests.torture.test_hostile_browser import ran, reader

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
POLICY = "document.querySelector('meta[http-equiv=Content-Security-Policy]')?.content ?? ''"


def test_no_page_breaks_its_own_policy(
    chromium: Browser,
    site: Path,  # noqa: F811
    address: str,  # noqa: F811
    tally: Tally,
) -> None:
    """Search in its dialog and on its page, previews of links, the visit, the service worker.

    Seen to fail with a `style` attribute put on the masthead.
    """
    with reader(chromium, address, bypass=False) as (page, told):
        for path in [*one_of_each(site), "/404.html", "/offline.html"]:
            page.goto(address + path)
            policy = page.evaluate(POLICY)
            inline = page.locator("style, [style], script:not([src]):not([type*=json])").count()
            links = page.locator("main a[href]")
            if links.count():
                links.first.hover()
            page.keyboard.press("/")
            page.keyboard.type("ferry")
            page.wait_for_load_state("networkidle")
            is_letter = "mail" in path
            tally.add(
                path,
                *ran(page, told),
                "default-src 'none'" not in policy and "it has no policy",
                "unsafe-inline" in policy and not is_letter and "inline is allowed",
                inline and not is_letter and f"{inline} inline",
            )
        page.goto(f"{address}/search/?q=ferry&topic=transport")
        page.locator("main .found a").first.wait_for()
        tally.add("a search with a filter", *ran(page, told))
        page.goto(f"{address}/")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        tally.add("the service worker", *ran(page, told))

    tally.check(least=15)
