"""Contents decide whether a file changed; times only spare reading it."""

import os
import time
from pathlib import Path

import pytest

from briefings.errors import BuildError
from briefings.state import open_state
from briefings.state.files import FileBook, digest_of, walk

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


def test_a_name_that_is_not_utf_8_is_a_name(tmp_path: Path) -> None:
    """Of two such names each has a digest of its own."""
    digests = set()
    for name in (b"\xff.md", b"\xfe.md", b"\\udcff.md"):
        file = os.path.join(os.fsencode(tmp_path), name)  # noqa: PTH118
        try:
            with open(file, "wb") as stream:  # noqa: PTH123
                stream.write(b"one")
        except OSError:
            pytest.skip("the disk has no such names")
    for _ in range(2):
        with open_state(tmp_path / "s", "1") as state:
            book = FileBook(state, lambda: time.time_ns() + LATER)
            for file_ in walk(str(tmp_path), ".md"):
                digests.add(book.source(os.path.basename(file_), file_).digest)  # noqa: PTH119
            book.save()
            state.commit()

    assert len(digests) == 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    """Or a build would wait for whoever writes it."""
    os.mkfifo(tmp_path / "a.md")

    assert digest(tmp_path)[0] == digest(tmp_path)[0]


def names(folder: Path, *, linked: bool = True) -> list[str]:
    """List what a walk finds."""
    found = walk(str(folder), ".md", linked=linked)
    return [Path(file).relative_to(folder).as_posix() for file in found]


def write(folder: Path, *paths: str) -> None:
    """Write files."""
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(b"")


def test_a_walk_gives_files_in_order_of_path(tmp_path: Path) -> None:
    """Part by part, as paths sort; what is hidden is a tool's."""
    write(
        tmp_path, "a/x.md", "a-b/c.md", "a b.md", "a.md", "B.md", "z/e/1.md", ".git/x.md", "a.txt"
    )

    found = names(tmp_path)

    assert found == ["B.md", "a/x.md", "a b.md", "a-b/c.md", "a.md", "z/e/1.md"]
    assert found == [path.as_posix() for path in sorted(map(Path, found))]
    assert names(tmp_path / "none") == names(tmp_path / "a.md") == []


def test_links_that_lead_back_up_are_not_followed(tmp_path: Path) -> None:
    """However they lead there, and however many there are; a link to itself is no folder."""
    desk, beside = tmp_path / "desk", tmp_path / "beside"
    write(desk, "a/x.md")
    write(beside, "y.md")
    (desk / "up").symlink_to(desk)
    (desk / "a" / "top").symlink_to(desk)
    (desk / "itself").symlink_to("itself")
    (desk / "beside").symlink_to(beside)
    (beside / "back").symlink_to(desk)

    assert names(desk) == ["a/x.md", "beside/y.md"]
    assert names(desk, linked=False) == ["a/x.md"]


def test_a_folder_that_cannot_be_read_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody deleted what it holds."""

    def deny(folder: str) -> None:
        raise PermissionError(13, "Permission denied", folder)

    monkeypatch.setattr("briefings.state.files.os.scandir", deny)

    with pytest.raises(BuildError, match="cannot be read: Permission denied"):
        names(tmp_path)
