"""Pages of the preview shown before the build they belong to is done: what an editor just saved."""

import threading
from collections.abc import Callable, Mapping

Show = Callable[[Mapping[str, bytes]], None]
"""Takes pages that are printed, by path from the site's root."""


class EarlyPages:
    """The pages a build has shown so far; they stand before the tree until it is published."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pages: dict[str, bytes] = {}

    def show(self, pages: Mapping[str, bytes]) -> None:
        """Show pages."""
        with self._lock:
            self._pages.update(pages)

    def forget(self) -> None:
        """Show the tree again: the build is over, or has failed."""
        with self._lock:
            self._pages.clear()

    def get(self, path: str) -> bytes | None:
        """Give a page by path from the site's root; None where the tree has it or nothing."""
        with self._lock:
            return self._pages.get(path)
