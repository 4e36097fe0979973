"""The preview server answers this machine only, and only from the preview."""

import http.client
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from briefings.site.early import EarlyPages
from briefings.site.handler import HOST, Faults, PreviewHandler

EARLY = EarlyPages()
PAGE = "<!doctype html><title>A page</title>"


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """Serve a small preview under `/news/` on a free port."""
    site = tmp_path / "preview"
    (site / "story").mkdir(parents=True)
    (site / "index.html").write_text(PAGE)
    (site / "story" / "index.html").write_text(PAGE.replace("page", "story"))
    (site / "404.html").write_text(PAGE.replace("page", "miss"))
    (tmp_path / "secret.txt").write_text("secret")
    handler = partial(PreviewHandler, site=site, base="/news/", faults=Faults(), early=EARLY)
    EARLY.forget()
    with ThreadingHTTPServer((HOST, 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def ask(port: int, path: str, *, host: str | None = None, method: str = "GET") -> tuple[int, str]:
    """Send one request and give (status, body)."""
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"localhost:{port}")
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, body


def test_pages_stand_under_the_sites_own_path(port: int) -> None:
    """The preview is where the published site will be."""
    assert ask(port, "/news/") == (200, PAGE)
    assert ask(port, "/news/story/")[1].count("A story") == 1


def test_a_missing_page_shows_the_sites_404(port: int) -> None:
    """A wrong address answers with the site's own page and the right status."""
    status, body = ask(port, "/news/nothing/")

    assert status == 404
    assert "A miss" in body


def test_a_head_request_has_no_body(port: int) -> None:
    """A missing page asked for by HEAD is its headers alone."""
    assert ask(port, "/news/nothing/", method="HEAD") == (404, "")


@pytest.mark.parametrize(
    "path", ["/news/../secret.txt", "/news/%2e%2e/secret.txt", "/../secret.txt"]
)
def test_nothing_outside_the_preview_is_served(port: int, path: str) -> None:
    """Climbing out of the folder finds nothing."""
    status, body = ask(port, path)

    assert status == 404
    assert "secret" not in body


def test_another_host_name_is_refused(port: int) -> None:
    """A page elsewhere cannot read the drafts by pointing its name here."""
    status, body = ask(port, "/news/", host="evil.example")

    assert status == 421
    assert PAGE not in body


def mark(port: int, page: str) -> str:
    """Ask what state an open page is in."""
    return ask(port, f"/news/assets/preview.json?page={page}")[1]


def test_an_early_page_stands_before_the_tree(port: int) -> None:
    """What was saved is shown before the build is done, and only the open page of it reloads."""
    story, front = mark(port, "/news/story/"), mark(port, "/news/")

    EARLY.show({"story/index.html": b"saved"})

    assert ask(port, "/news/story/") == (200, "saved")
    assert ask(port, "/news/") == (200, PAGE)
    assert mark(port, "/news/story/") != story
    assert mark(port, "/news/") == front
    EARLY.forget()
    assert mark(port, "/news/story/") == story


def test_a_page_that_the_build_then_writes_does_not_reload_twice(port: int, tmp_path: Path) -> None:
    """The tree has what was shown early: an open page has seen it."""
    EARLY.show({"story/index.html": b"saved"})
    early = mark(port, "/news/story/")

    (tmp_path / "preview/story/index.html").write_bytes(b"saved")
    EARLY.forget()

    assert mark(port, "/news/story/") == early


def test_a_mark_tells_nothing_of_other_files(port: int) -> None:
    """A path out of the preview is a page that is not there."""
    assert mark(port, "/news/../../secret.txt") == mark(port, "/news/no/")
    assert mark(port, "/news/%2e%2e/secret.txt") == mark(port, "/news/no/")
