"""The book of pages: what was made, asked by several threads."""

import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, cast

from briefings.state.database import State, open_state
from briefings.state.pagebook import Made, PageBook


class Watched:
    """A connection that notes how many threads are in it at once."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db, self.inside, self.most = db, 0, 0

    def execute(self, *given: Any) -> sqlite3.Cursor:
        """Run a statement, slowly."""
        self.inside += 1
        self.most = max(self.most, self.inside)
        time.sleep(0.001)
        cursor = self._db.execute(*given)
        self.inside -= 1
        return cursor


def test_a_thread_gets_the_stub_it_asked_for(tmp_path: Path) -> None:
    """Search is indexed by several threads at once; none is given another's page.

    Without the lock Python 3.12 and 3.13 now and then gave wrong stubs or `InterfaceError`. Seen
    to fail, on each, with the lock taken out.
    """
    urls = [str(number) for number in range(50)]
    with open_state(tmp_path / "state.sqlite", "1") as state:
        PageBook(state).put_made(
            Made(url, b"", b"", b"", 0, None, b"ref", url.encode() * 50, "") for url in urls
        )
        watched = Watched(state.db)
        book = PageBook(State(cast("sqlite3.Connection", watched)))

        def wrong(_: int) -> list[str]:
            return [url for url in urls if book.stub(url) != url.encode() * 50]

        with ThreadPoolExecutor(4) as pool:
            assert [*pool.map(wrong, range(8))] == [[]] * 8
    assert watched.most == 1
