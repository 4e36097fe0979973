"""Without a network: what was read and the newest edition open, the rest is said calmly.

The server really stops; the site stands under a path of its host, as on a project's page.
"""

import http.server
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from briefings.configuration import load_settings
from briefings.site.build import build_site
from tests.browser.conftest import NOW, ROOT, Quiet

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

READ = "2026/03/last-delma-families-leave-sports-hall-for-a-seaside-hotel/"
LIST_READY = """async () => {
  for (const name of await caches.keys()) {
    if (name.includes("edition")) {
      const cache = await caches.open(name);
      if (await cache.match(new URL("/desk/offline.json", location.href))) return true;
    }
  }
  return false;
}"""
KEPT = """async () => {
  const found = [];
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
  return found;
}"""


class Host:
    """Serves a folder on one port, until it stops, and again when it starts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        self._port = 0
        self.start()

    def start(self) -> None:
        """Serve."""
        asked = self.asked

        class Noting(Quiet):
            def do_GET(self) -> None:  # noqa: N802  # the base names it
                asked.append(self.path)
                super().do_GET()

        handler = partial(Noting, directory=str(self.folder))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", self._port), handler)
        self._port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Take no connection any more."""
        self._server.shutdown()
        self._server.server_close()

    def address(self, path: str = "") -> str:
        """Give a page's address."""
        return f"http://127.0.0.1:{self._port}/desk/{path}"


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sample desk for a path of its host."""
    desk = tmp_path_factory.mktemp("prefixed")
    shutil.copytree(ROOT / "content", desk / "content")
    (desk / "theme").symlink_to(ROOT / "theme")
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace(".example/\nsite_desc", ".example/desk/\nsite_desc")
    (desk / "mkdocs.yml").write_text(text, encoding="utf-8")
    return build_site(load_settings(desk), now=NOW).site


@pytest.fixture
def host(tree: Path, tmp_path: Path) -> Iterator[Host]:
    """Serve a copy of it that a test may change."""
    shutil.copytree(tree, tmp_path / "desk")
    served = Host(tmp_path)
    yield served
    served.stop()


@pytest.fixture
def reader(chromium: Browser) -> Iterator[BrowserContext]:
    """Give a browser that has kept nothing yet."""
    context = chromium.new_context()
    yield context
    context.close()


def until(page: Page, asked: str) -> None:
    """Ask again until the answer, which may be promised, is yes."""
    for _ in range(300):
        if page.evaluate(asked):
            return
        page.wait_for_timeout(100)
    raise AssertionError(asked)


def read_two_pages(reader: BrowserContext, host: Host) -> Page:
    """Open the front page, go on to a briefing, and wait until the edition is kept."""
    page = reader.new_page()
    page.goto(host.address())
    page.locator("main h2 a, main h3 a").first.click()
    page.wait_for_url("**/2026/**")
    until(page, LIST_READY)
    return page


def test_a_first_page_asks_for_nothing_more_than_itself(reader: BrowserContext, host: Host) -> None:
    """No worker, no list, nothing fetched ahead: four requests."""
    page = reader.new_page()
    page.goto(host.address(READ), wait_until="networkidle")
    page.wait_for_timeout(500)

    assert len([path for path in host.asked if "favicon" not in path]) <= 4, host.asked
    assert page.evaluate("navigator.serviceWorker.controller") is None
    assert page.evaluate("async () => (await caches.keys()).length") == 0


def test_offline_the_edition_and_what_was_read_open(reader: BrowserContext, host: Host) -> None:
    """An unread page says that it is not kept and lists what is; back online all is new."""
    page = read_two_pages(reader, host)
    page.goto(host.address("about/"))
    host.stop()

    page.goto(host.address())
    expect(page.locator("h1")).to_contain_text("22 March 2026")
    for path in (READ, "about/"):  # of the edition and never opened; read
        page.goto(host.address(path))
        expect(page.locator("h1")).not_to_contain_text("no network")
    assert page.locator("main").evaluate("node => getComputedStyle(node).maxWidth") != "none"

    page.goto(host.address("names/"))
    expect(page.locator("h1")).to_have_text("There is no network")
    assert page.url == host.address("names/")
    expect(page.locator("#kept li a").first).to_be_visible()
    page.locator("#kept a", has_text="Last Delma families").click()
    expect(page.locator("h1")).to_contain_text("Last Delma families")

    file = host.folder / "desk" / "index.html"
    file.write_text(file.read_text(encoding="utf-8").replace("22 March 2026", "23 March 2026"))
    host.start()
    page.goto(host.address())
    expect(page.locator("h1")).to_contain_text("23 March 2026")
    page.goto(host.address("names/"))
    expect(page.locator("h1")).to_have_text("Names")


def test_a_page_that_is_gone_is_forgotten(reader: BrowserContext, host: Host) -> None:
    """The network comes first: what is withdrawn there is not shown from here, then or later."""
    page = read_two_pages(reader, host)
    page.goto(host.address("about/"))
    shutil.rmtree(host.folder / "desk" / "about")
    page.goto(host.address("about/"))
    expect(page.locator("h1")).not_to_contain_text("About")
    host.stop()

    page.goto(host.address("about/"))
    expect(page.locator("h1")).to_have_text("There is no network")
    host.start()


def test_only_pages_and_their_parts_are_kept(reader: BrowserContext, host: Host) -> None:
    """No search index, no feed, no error, no other folder of the host, no page twice."""
    page = read_two_pages(reader, host)
    page.goto(host.address("search/?q=ferry"))
    expect(page.locator("main ol a").first).to_be_visible()
    for path in ("nothing/here/", "feed.xml", "search/?q=other"):
        page.goto(host.address(path))
    page.goto(host.address())
    kept = page.evaluate(KEPT)

    assert not [path for path in kept if "pagefind" in path or path.endswith(".xml")]
    assert not [path for path in kept if "nothing" in path or "?" in path]
    assert all(path.startswith("/desk/") for path in kept)
    assert kept.count("/desk/search/") == 1


def test_old_caches_are_deleted_and_those_of_neighbours_stay(
    reader: BrowserContext, host: Host
) -> None:
    """When a worker takes over it forgets what earlier ones of this site kept."""
    page = reader.new_page()
    page.goto(host.address())
    names = ["briefings /desk/ pages 0", "briefings /other/ pages 0", "another"]
    page.evaluate("async names => { for (const name of names) await caches.open(name); }", names)
    page.locator("main h2 a").first.click()
    until(page, LIST_READY)
    left = page.evaluate("async () => await caches.keys()")

    assert set(names) - {*left} == {"briefings /desk/ pages 0"}


def test_what_is_kept_has_a_bound(reader: BrowserContext, host: Host) -> None:
    """Of pages read the sixty latest."""
    page = read_two_pages(reader, host)
    page.evaluate(
        """async () => {
          const name = (await caches.keys()).find((one) => one.includes(" pages "));
          const cache = await caches.open(name);
          for (let n = 0; n < 70; n += 1) await cache.put(`/desk/x${n}/`, new Response("x"));
        }"""
    )
    page.goto(host.address("about/"))
    until(
        page,
        """async () => {
          const name = (await caches.keys()).find((one) => one.includes(" pages "));
          return (await (await caches.open(name)).keys()).length === 60;
        }""",
    )
    kept = page.evaluate(KEPT)

    assert "/desk/about/" in kept
    assert "/desk/x0/" not in kept
    assert "/desk/x69/" in kept


def test_the_manifest_can_be_installed(reader: BrowserContext, host: Host) -> None:
    """Named by the front page; its addresses stay inside the site's path, its icons are there."""
    page = reader.new_page()
    page.goto(host.address())
    manifest = page.evaluate(
        """async () => {
          const link = document.querySelector("link[rel=manifest]").href;
          const told = await (await fetch(link)).json();
          const whole = (path) => new URL(path, link).pathname;
          const icons = [];
          for (const icon of told.icons) {
            const image = new Image();
            image.src = new URL(icon.src, link).href;
            await image.decode();
            icons.push([icon.purpose, image.naturalWidth, icon.sizes]);
          }
          return { start: whole(told.start_url), scope: whole(told.scope), name: told.name, icons };
        }"""
    )

    assert (manifest["start"], manifest["scope"]) == ("/desk/", "/desk/")
    assert manifest["name"] == "The Medara Briefing"
    for purpose in ("any", "maskable"):
        assert [purpose, 192, "192x192"] in manifest["icons"]
        assert [purpose, 512, "512x512"] in manifest["icons"]
