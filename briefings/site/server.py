"""`briefings serve`: the preview on this machine, rebuilt when a file changes."""

import contextlib
import os
import threading
import webbrowser
from collections.abc import Callable
from datetime import datetime
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from briefings.configuration import load_settings
from briefings.errors import BriefingsError, DeskError
from briefings.settings import Settings
from briefings.site.assets import theme_folder
from briefings.site.build import Built, build_site, site_folder

HOST = "127.0.0.1"
_QUIET = 0.3
"""Seconds without a further change before a build starts: editors save in several steps."""


def serve_desk(
    settings: Settings,
    *,
    port: int,
    open_browser: bool,
    now: Callable[[], datetime],
    report: Callable[[Built], None],
    say: Callable[[str], None],
) -> None:
    """Build the preview, serve it on the loopback address, and keep it fresh until Ctrl-C.

    Raises:
        BuildError: the first build failed.
        DeskError: the port is taken.
    """
    report(build_site(settings, now=now(), preview=True))
    changed = threading.Event()
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(_server(settings, port))
        observer = _watch(settings, changed)
        stack.callback(observer.stop)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://{HOST}:{server.server_port}{urlsplit(settings.site_url).path}"
        say(f"the preview is at {address} (Ctrl-C ends it)")
        if open_browser:
            webbrowser.open(address)
        with contextlib.suppress(KeyboardInterrupt):
            while True:
                changed.wait()
                _settle(changed)
                _rebuild(settings, now=now, report=report, say=say)
        server.shutdown()


def _server(settings: Settings, port: int) -> ThreadingHTTPServer:
    handler = partial(
        PreviewHandler,
        site=site_folder(settings, preview=True),
        base=urlsplit(settings.site_url).path,
    )
    try:
        return ThreadingHTTPServer((HOST, port), handler)
    except OSError as error:
        raise DeskError(f"port {port} cannot be used: {error}; try --port 0") from error


def _settle(changed: threading.Event) -> None:
    changed.clear()
    while changed.wait(_QUIET):
        changed.clear()


def _rebuild(
    settings: Settings,
    *,
    now: Callable[[], datetime],
    report: Callable[[Built], None],
    say: Callable[[str], None],
) -> None:
    """Build again; a failure is said and the last good preview stays."""
    try:
        fresh = load_settings(settings.root)
        report(build_site(fresh, now=now(), preview=True))
    except BriefingsError as error:
        say(f"{error}")


class _Changes(FileSystemEventHandler):
    def __init__(self, changed: threading.Event, ignored: tuple[str, ...]) -> None:
        self._changed = changed
        self._ignored = ignored

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change of content; opening and closing a file changes nothing."""
        path = os.fsdecode(event.src_path)
        if event.event_type in {"opened", "closed", "closed_no_write"}:
            return
        if not path.startswith(self._ignored):
            self._changed.set()


def _watch(settings: Settings, changed: threading.Event) -> BaseObserver:
    root = settings.root
    ignored = tuple(str(root / name) for name in (".briefings", "site", ".git", ".venv"))
    observer = Observer()
    events = _Changes(changed, ignored)
    for folder in (root / "content", root / "theme", theme_folder()):
        if folder.is_dir():
            observer.schedule(events, str(folder), recursive=True)
    observer.schedule(events, str(root), recursive=False)
    observer.start()
    return observer


class PreviewHandler(SimpleHTTPRequestHandler):
    """Serves the preview under the site's own path; says nothing on the terminal."""

    def __init__(self, *arguments: object, site: Path, base: str, **options: object) -> None:
        self._base = base
        self._site = site
        super().__init__(*arguments, directory=str(site), **options)  # type: ignore[arg-type]  # passed through

    def do_GET(self) -> None:
        """Answer requests to this machine by name or number only, against DNS rebinding."""
        host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        if host not in {HOST, "localhost"}:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "this preview is for this machine")
            return
        super().do_GET()

    def translate_path(self, path: str) -> str:
        """Take the site's path off, as the host of the published site will."""
        inside = path.removeprefix(self._base.rstrip("/")) if self._base != "/" else path
        return super().translate_path(inside or "/")

    def end_headers(self) -> None:
        """Let no preview page be kept by the browser."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with the site's own 404 page."""
        page = self._site / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  # the base class names it
        """Keep requests off the terminal: findings are what an editor reads there."""
