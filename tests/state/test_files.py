"""Contents decide whether a file changed; times only spare reading it."""

import os
import time
from pathlib import Path

from briefings.state import open_state
from briefings.state.files import FileBook, digest_of

LATER = 10_000_000_000


def digest(folder: Path, *, clock: int = LATER) -> tuple[bytes, bool]:
    """Ask for the digest of a file; tell whether it was read."""
    file = folder / "a.md"
    with open_state(folder / "s", "1") as state:
        book = FileBook(state, lambda: time.time_ns() + clock)
        found = book.source("a.md", str(file)).digest
        read = bool(book._noted)
        book.save()
        state.commit()
    return found, read


def test_a_file_nobody_touched_is_not_read_again(tmp_path: Path) -> None:
    """Size, times and inode are as noted."""
    (tmp_path / "a.md").write_bytes(b"one")

    assert digest(tmp_path) == (digest_of("a.md", b"one"), True)
    assert digest(tmp_path) == (digest_of("a.md", b"one"), False)


def test_a_file_written_just_before_it_was_noted_is_read_again(tmp_path: Path) -> None:
    """A second write in the same moment may leave the same times."""
    (tmp_path / "a.md").write_bytes(b"one")

    digest(tmp_path, clock=0)
    assert digest(tmp_path, clock=0) == (digest_of("a.md", b"one"), True)


def test_the_same_size_and_the_same_time_hide_nothing(tmp_path: Path) -> None:
    """Whoever sets the time back cannot set back when that was done."""
    file = tmp_path / "a.md"
    file.write_bytes(b"one")
    digest(tmp_path)
    status = file.stat()
    file.write_bytes(b"two")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))

    assert digest(tmp_path) == (digest_of("a.md", b"two"), True)


def test_a_touched_file_has_the_same_digest(tmp_path: Path) -> None:
    """As after a checkout: every time is new and nothing changed."""
    file = tmp_path / "a.md"
    file.write_bytes(b"one")
    before, _ = digest(tmp_path)
    os.utime(file)

    assert digest(tmp_path) == (before, True)
