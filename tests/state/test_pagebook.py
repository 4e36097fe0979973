"""The book of pages: what was made, asked by several threads."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from briefings.state.database import open_state
from briefings.state.pagebook import Made, PageBook


def test_a_thread_gets_the_stub_it_asked_for(tmp_path: Path) -> None:
    """Search is indexed by several threads at once; none is given another's page.

    Seen to fail on Python 3.12 and 3.13 without the lock: wrong stubs, and `InterfaceError`.
    """
    urls = [str(number) for number in range(200)]
    with open_state(tmp_path / "state.sqlite", "1") as state:
        book = PageBook(state)
        book.put_made(
            Made(url, b"", b"", b"", 0, None, b"ref", url.encode() * 50, "") for url in urls
        )

        def wrong(_: int) -> list[str]:
            return [url for url in urls if book.stub(url) != url.encode() * 50]

        with ThreadPoolExecutor(4) as pool:
            assert [*pool.map(wrong, range(24))] == [[]] * 24
