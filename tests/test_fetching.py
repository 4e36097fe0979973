"""Fetching one page: public hosts only, once, within limits."""

import gzip
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from briefings.errors import BadFileError
from briefings.fetching import Fetched, fetch, is_public

PAGE = b"<html><body><h1>Ferries halted</h1></body></html>"


class Handler(BaseHTTPRequestHandler):
    """A newsroom's server with its good and bad days."""

    def do_GET(self) -> None:
        """Answer by the path."""
        path = self.path
        if path.startswith("/to/"):
            self._send(302, b"", location=path.removeprefix("/to"))
        elif path == "/loop":
            self._send(302, b"", location="/loop")
        elif path == "/inside":
            self._send(302, b"", location="http://inside.example/")
        elif path == "/bomb":
            self._send(200, gzip.compress(b"a" * 5_000_000), encoding="gzip")
        elif path == "/picture":
            self._send(200, b"x", kind="image/png")
        elif path == "/gone":
            self._send(410, b"gone")
        else:
            self._send(200, PAGE)

    def _send(
        self,
        status: int,
        body: bytes,
        *,
        kind: str = "text/html; charset=utf-8",
        location: str | None = None,
        encoding: str | None = None,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """Run the server."""
    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def get(
    port: int,
    path: str,
    *,
    limit: int = 100_000,
    limit_of: Callable[[str], int] | None = None,
) -> Fetched:
    """Fetch as if courier.example stood on this machine; inside.example stays private."""
    hosts = {"courier.example": ["127.0.0.1"], "inside.example": ["10.0.0.7"]}
    return fetch(
        f"http://courier.example:{port}{path}",
        limit=limit,
        limit_of=limit_of,
        agent="test",
        resolve=lambda host, _: hosts[host],
        is_allowed=lambda number: number == "127.0.0.1" or is_public(number),
    )


def test_a_page_comes_with_its_address_and_time(port: int) -> None:
    """The address is the one after redirects."""
    found = get(port, "/to/ferries")

    assert (found.content, found.ending) == (PAGE, ".html")
    assert found.url == f"http://courier.example:{port}/ferries"
    assert found.at.tzinfo is not None


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/loop", "more than 5 redirects"),
        ("/inside", "inside.example is not on the public internet"),
        ("/bomb", "more than 100,000 bytes"),
        ("/picture", "it is image/png, not an article"),
        ("/gone", "the server answers 410"),
    ],
)
def test_what_is_no_article_is_refused(port: int, path: str, says: str) -> None:
    """With one message that says why and what to do."""
    with pytest.raises(BadFileError, match=f"BR240: not fetched: .*{says}.*save the page"):
        get(port, path)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://courier.example/a",
        "http:///a",
        "http://user:word@courier.example/",
        "http://courier.example:22/",
        "http://courier.example:99999/",
        "http://nobody.invalid/",
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://2130706433/",
    ],
)
def test_an_address_that_is_not_public_is_not_asked(url: str) -> None:
    """Nor one with a password, another scheme, or a port that is no web server's."""
    with pytest.raises(BadFileError, match="BR240"):
        fetch(url, limit=10, agent="test")


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:db8::1",
        "fec0::1",
        "3fff::1",
        "64:ff9b:1::a00:1",
        "192.0.0.8",
        "192.88.99.1",
        "no number",
    ],
)
def test_numbers_of_private_nets_are_not_public(number: str) -> None:
    """However they are wrapped."""
    assert not is_public(number)


@pytest.mark.parametrize("number", ["93.184.215.14", "2606:2800:21f::1", "::ffff:93.184.215.14"])
def test_numbers_of_the_internet_are_public(number: str) -> None:
    """Of both kinds."""
    assert is_public(number)


def test_a_format_may_have_a_lower_limit(port: int) -> None:
    """By the ending its content type gives it."""
    limits = {"page.html": 20}

    with pytest.raises(BadFileError, match="more than 20 bytes"):
        get(port, "/", limit_of=limits.__getitem__)
