"""Waiting for files to change: editors save in several steps, so quiet comes before news."""

import os
import threading
from collections.abc import Iterable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

_QUIET = 0.15
"""Seconds without a further change before it counts."""
_OURS = (".briefings", "site", ".git", ".venv")
"""Folders in which a change is a program's own."""


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


def watch(root: Path, folders: Iterable[Path], changed: threading.Event) -> BaseObserver:
    """Set an event whenever something changes in a desk's folder or below some folders.

    Gives what is to be stopped at the end.
    """
    observer = Observer()
    events = _Changes(changed, tuple(str(root / name) for name in _OURS))
    for folder in folders:
        if folder.is_dir():
            observer.schedule(events, str(folder), recursive=True)
    observer.schedule(events, str(root), recursive=False)
    observer.start()
    return observer


def settle(changed: threading.Event) -> None:
    """Wait until nothing more changes."""
    changed.clear()
    while changed.wait(_QUIET):
        changed.clear()
