"""`briefings serve`: the preview on this machine, rebuilt when a file changes."""

import contextlib
import sys
import threading
import webbrowser
from collections.abc import Callable
from datetime import datetime
from functools import partial
from http.server import ThreadingHTTPServer
from urllib.parse import urlsplit

from watchdog.observers.api import BaseObserver

from briefings.configuration import load_settings
from briefings.errors import BriefingsError, DeskError, Severity
from briefings.settings import Settings
from briefings.site.build import Built, build_site, site_folder
from briefings.site.early import EarlyPages
from briefings.site.handler import HOST, Faults, PreviewHandler
from briefings.site.theme import theme_folders
from briefings.watching import settle, watch


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
    faults, early = Faults(), EarlyPages()
    built = build_site(settings, now=now(), preview=True)
    report(_told(built, faults))
    changed = threading.Event()
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(_server(settings, port, faults, early))
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
                settle(changed)
                built = _rebuild(settings, built, faults, early, now=now, report=report, say=say)
        server.shutdown()


class PreviewServer(ThreadingHTTPServer):
    """A thread for each reader; one who goes away is not told of."""

    daemon_threads = True
    request_queue_size = 128
    """Five would have a page's own files wait for a second each."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep a broken line off the terminal; what else goes wrong is a bug, and is shown."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # passed on


def _server(settings: Settings, port: int, faults: Faults, early: EarlyPages) -> PreviewServer:
    handler = partial(
        PreviewHandler,
        site=site_folder(settings, preview=True),
        base=urlsplit(settings.site_url).path,
        faults=faults,
        early=early,
    )
    try:
        return PreviewServer((HOST, port), handler)
    except OSError as error:
        raise DeskError(f"port {port} cannot be used: {error}; try --port 0") from error


def _told(built: Built, faults: Faults) -> Built:
    """Tell the pages what was left out."""
    errors = (found for found in built.findings if found.severity is Severity.ERROR)
    faults.built(map(str, errors))
    return built


def _rebuild(
    settings: Settings,
    last: Built,
    faults: Faults,
    early: EarlyPages,
    *,
    now: Callable[[], datetime],
    report: Callable[[Built], None],
    say: Callable[[str], None],
) -> Built:
    """Build again, what was saved first of all; a failure is said and the last preview stays."""
    try:
        fresh = load_settings(settings.root)
        built = build_site(fresh, now=now(), preview=True, known=last.tree, show=early.show)
        report(_told(built, faults))
    except BriefingsError as error:
        faults.failed(str(error))
        say(f"{error}")
        return last
    finally:
        early.forget()
    return built


def _watch(settings: Settings, changed: threading.Event) -> BaseObserver:
    root = settings.root
    return watch(root, (root / "content", *theme_folders(settings)), changed)
