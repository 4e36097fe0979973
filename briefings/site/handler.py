"""The preview's web server: files of the preview under the site's own path, faults as a page."""

import json
import os
import re
import threading
from collections.abc import Iterable
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, unquote

from briefings.site.early import EarlyPages
from briefings.text.digests import digest_bytes, digest_value

HOST = "127.0.0.1"
_MARK = "assets/preview.json"
_HOST = re.compile(r"(?:127\.0\.0\.1|localhost)(?::\d{1,5})?", re.IGNORECASE)


class Faults:
    """What the last build could not do, told to whoever looks."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._failed: str | None = None
        self._left_out: tuple[str, ...] = ()

    def built(self, left_out: Iterable[str]) -> None:
        """Note a build that went well but for these files, as `path:line:column: what is wrong`."""
        with self._lock:
            self._failed, self._left_out = None, tuple(left_out)

    def failed(self, message: str) -> None:
        """Note a build that failed: what is shown is older than the desk."""
        with self._lock:
            self._failed = message

    def failure(self) -> str | None:
        """Give what the build failed of."""
        with self._lock:
            return self._failed

    def left_out(self) -> tuple[str, ...]:
        """Give what was left out, and why."""
        with self._lock:
            return self._left_out

    def stamp(self) -> str:
        """Give a mark of all this, so that an open page knows when it changes."""
        with self._lock:
            return digest_value([self._failed, list(self._left_out)])


class PreviewHandler(SimpleHTTPRequestHandler):
    """Serves the preview under the site's own path; says nothing on the terminal."""

    timeout = 15
    """Seconds a connection may be silent: who does not end a request is hung up on."""

    def __init__(
        self,
        *arguments: object,
        site: Path,
        base: str,
        faults: Faults,
        early: EarlyPages,
        **options: object,
    ) -> None:
        self._base, self._site, self._faults, self._early = base, site, faults, early
        super().__init__(*arguments, directory=str(site), **options)  # type: ignore[arg-type]  # passed through

    def do_GET(self) -> None:
        """Answer requests to this machine by name or number only, against DNS rebinding."""
        if not self._is_for_us():
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "this preview is for this machine")
            return
        path = self.path.partition("?")[0].partition("#")[0]
        if "\0" in unquote(path):  # no file has such a name, and Python will not look for one
            self.send_error(HTTPStatus.NOT_FOUND, "there is no such page")
            return
        early = self._early.get(self._inside(path))
        failure = self._faults.failure()
        if path.endswith(_MARK):
            self._send(HTTPStatus.OK, self._mark(), "application/json")
        elif early is not None:
            self._send(HTTPStatus.OK, early, "text/html; charset=utf-8")
        elif failure is not None and path.endswith(("/", ".html")):
            told = "The last build failed. The preview is as it was before."
            self._send_faults(HTTPStatus.INTERNAL_SERVER_ERROR, told, [failure])
        elif self.command == "HEAD":
            super().do_HEAD()
        else:
            super().do_GET()

    do_HEAD = do_GET  # noqa: N815  # the base class names it

    def _is_for_us(self) -> bool:
        hosts = self.headers.get_all("Host", [])
        return len(hosts) == 1 and _HOST.fullmatch(hosts[0]) is not None

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """List nothing: a folder without a page is no page, here as on the published site."""
        del path
        self.send_error(HTTPStatus.NOT_FOUND, "there is no such page")

    def _inside(self, path: str) -> str:
        """Give the path of a page's file from the site's root."""
        inside = unquote(path).removeprefix(self._base.rstrip("/")).lstrip("/")
        return f"{inside}index.html" if inside.endswith("/") or not inside else inside

    def _mark(self) -> bytes:
        """Say which state an open page is in, and what is wrong: it reloads when that changes."""
        asked = parse_qs(self.path.partition("?")[2]).get("page", [])
        path = self._inside(asked[0]) if asked else _MARK
        shown = self._early.get(path)
        try:
            shown = shown or Path(super().translate_path(f"/{path}")).read_bytes()
        except (OSError, ValueError):
            shown = b""
        return json.dumps({"build": digest_bytes(shown) + self._faults.stamp()}).encode()

    def _send_faults(self, code: HTTPStatus, told: str, lines: Iterable[str]) -> None:
        """Show what is wrong and where; the page reloads by itself once it is mended."""
        base = escape(self._base.rstrip("/"))
        items = "".join(f"<li><code>{escape(line)}</code></li>" for line in lines)
        page = (
            '<!doctype html><html lang="en"><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<title>Something is wrong</title><link rel="stylesheet" '
            f'href="{base}/assets/briefings.css"><script type="module" '
            f'src="{base}/assets/preview.js"></script><main class="page"><h1>Something is wrong'
            f"</h1><p>{escape(told)}</p><ul>{items}</ul>"
            f'<p><a href="{base}/">The front page</a></p></main></html>'
        )
        self._send(code, page.encode(), "text/html; charset=utf-8")

    def _send(self, code: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def translate_path(self, path: str) -> str:
        """Take the site's path off, as the host of the published site will."""
        inside = path.removeprefix(self._base.rstrip("/")) if self._base != "/" else path
        return super().translate_path(inside or "/")

    def end_headers(self) -> None:
        """Let no preview page be kept by the browser."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with what was left out of the build, else with the site's own."""
        page = self._site / "404.html"
        if code == HTTPStatus.NOT_FOUND and self._faults.left_out():
            told = "There is no such page. These files could not be read and were left out."
            self._send_faults(HTTPStatus.NOT_FOUND, told, self._faults.left_out())
        elif code == HTTPStatus.NOT_FOUND and page.is_file():
            self._send(HTTPStatus.NOT_FOUND, page.read_bytes(), "text/html; charset=utf-8")
        else:
            super().send_error(code, message, explain)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  # the base class names it
        """Keep requests off the terminal: findings are what an editor reads there."""
