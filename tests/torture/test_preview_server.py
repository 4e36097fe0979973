"""Requests no browser sends: the preview server answers each, and only from the preview."""

import http.client
import socket
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from briefings.site.early import EarlyPages
from briefings.site.handler import HOST, Faults, PreviewHandler
from briefings.site.server import PreviewServer
from tests.torture.tallying import Tally

SECRET = b"a secret beside the preview"
CLIMBS = (
    "/../secret.txt", "/news/../../secret.txt", "/news/..%2fsecret.txt", "/news/%2e%2e/secret.txt",
    "/news/%2e%2e%2fsecret.txt", "/news/..%5csecret.txt", "/news/..\\secret.txt", "//secret.txt",
    "/news//../secret.txt", "/news/....//secret.txt", "/news/%252e%252e/secret.txt", "/news/.%00./a",
    "/news/%c0%ae%c0%ae/secret.txt", "/news/story/../../../secret.txt", "/news/link.txt/../secret.txt",
    "http://127.0.0.1/news/../secret.txt", "file:///etc/passwd", "/etc/passwd", "/news/%2fetc/passwd",
    "/news/assets/preview.json?page=../../secret.txt", "/news/assets/preview.json?page=%2fetc%2fpasswd",
    "/news/assets/preview.json?page=%00", "/news/%00", "/news/secret.txt%00.html", "/news/[", "//[", "/%",
)  # fmt: skip
HOSTS = (
    "evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "evil.example:8000", "[::1",
    "[", "127.0.0.1@evil.example", "evil.example#127.0.0.1", "localhost\t", "127.0.0.2", "0.0.0.0",
    "", ":80", "[::ffff:127.0.0.1]", "localhost:8000:1", "127.0.0.1, evil.example", "127.1",
)  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Write a preview, and a secret beside it."""
    folder = tmp_path / "preview"
    (folder / "story").mkdir(parents=True)
    (folder / "bare").mkdir()
    (folder / "bare" / "inside.html").write_text("inside")
    (folder / "index.html").write_text("the front page")
    (tmp_path / "secret.txt").write_bytes(SECRET)
    return folder


@pytest.fixture
def port(site: Path) -> Iterator[int]:
    """Serve it under `/news/`."""
    handler = partial(PreviewHandler, site=site, base="/news/", faults=Faults(), early=EarlyPages())
    with PreviewServer((HOST, 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server.server_port
        server.shutdown()


def send(port: int, request: bytes, *, patience: float = 5) -> bytes:
    """Send bytes and give all that comes back."""
    with socket.create_connection((HOST, port), timeout=patience) as line:
        line.sendall(request)
        line.shutdown(socket.SHUT_WR)
        answer = b""
        while part := line.recv(65536):
            answer += part
    return answer


def asked(path: str, host: str = "localhost", method: str = "GET") -> bytes:
    """Write a request."""
    return f"{method} {path} HTTP/1.0\r\nHost: {host}\r\n\r\n".encode("latin-1")


def test_no_path_leads_out_of_the_preview(port: int, tally: Tally) -> None:
    """Nor does one bring a request to its end without an answer."""
    for path in CLIMBS:
        for method in ("GET", "HEAD"):
            answer = send(port, asked(path, method=method))
            tally.add(
                f"{method} {path}",
                SECRET in answer and "it gives the secret",
                b"root:" in answer and "it gives the system's users",
                not answer and "no answer",
            )

    tally.check(least=50)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_no_other_name_is_answered(port: int, tally: Tally, method: str) -> None:
    """Seen to fail with `do_HEAD` left to the base class."""
    for host in HOSTS:
        answer = send(port, asked("/news/", host, method))
        tally.add(host, not answer.startswith(b"HTTP/1.0 421") and answer[:60])
    twice = b"GET /news/ HTTP/1.0\r\nHost: localhost\r\nHost: evil.example\r\n\r\n"
    tally.add("two names", not send(port, twice).startswith(b"HTTP/1.0 421"))
    tally.add("no name", not send(port, b"GET /news/ HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.0 421"))

    tally.check(least=15)


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "X" * 99]
)
def test_nothing_but_reading_is_answered(port: int, method: str) -> None:
    """There is nothing to write."""
    assert send(port, asked("/news/", method=method)).startswith(b"HTTP/1.0 501")


@pytest.mark.parametrize(
    "request_",
    [
        b"GET /" + b"a" * 200_000 + b" HTTP/1.0\r\n\r\n",
        b"GET / HTTP/1.0\r\n" + b"A: b\r\n" * 5_000 + b"\r\n",
        b"GET / HTTP/1.0\r\nA: " + b"b" * 200_000 + b"\r\n\r\n",
        b"\x00\xff\xfe\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    ],
    ids=["a long path", "many headers", "a long header", "bytes", "half", "a version", "TLS"],
)
def test_what_is_no_request_is_refused(port: int, request_: bytes) -> None:
    """And the next one is answered."""
    try:
        answer = send(port, request_)
    except OSError:  # it hung up before all was said
        answer = b""

    assert b"front page" not in answer
    assert b"front page" in send(port, asked("/news/"))


def test_a_folder_without_a_page_is_not_listed(port: int) -> None:
    """As on the published site."""
    assert b"inside" not in send(port, asked("/news/bare/"))


def test_who_does_not_end_a_request_is_hung_up_on(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fifty that say nothing keep nobody from reading. Seen to fail without `timeout`."""
    assert 0 < (PreviewHandler.timeout or 0) < 60
    monkeypatch.setattr(PreviewHandler, "timeout", 0.5)
    lines = [socket.create_connection((HOST, port), timeout=10) for _ in range(50)]
    for line in lines:
        line.sendall(b"GET /news/ HTTP/1.0\r\nHost: local")

    assert b"front page" in send(port, asked("/news/"))
    assert [line.recv(100) for line in lines] == [b""] * 50
    for line in lines:
        line.close()


def test_only_this_machine_is_listened_to(port: int) -> None:
    """The port is bound to the loopback address alone."""
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    for address in others - {HOST}:
        with socket.socket() as line:
            line.settimeout(0.5)
            assert line.connect_ex((str(address), port)) != 0
    connection = http.client.HTTPConnection(HOST, port)
    connection.request("GET", "/news/")
    assert connection.getresponse().status == 200


def test_a_broken_line_says_nothing_on_the_terminal(
    port: int, capfd: pytest.CaptureFixture[str]
) -> None:
    """A reader who goes away is no fault of the desk's; its traceback would hide the findings."""
    for _ in range(20):
        with socket.create_connection((HOST, port)) as line:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            line.sendall(asked("/news/"))
    time.sleep(0.2)

    assert capfd.readouterr().err == ""
