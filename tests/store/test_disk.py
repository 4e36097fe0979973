"""Files are read under limits and replaced whole."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefings.errors import BadFileError
from briefings.store.disk import read_bytes, read_text, save_text, sweep_parts


def fault_of(file: Path, **limits: object) -> str:
    """Give what reading a file finds."""
    with pytest.raises(BadFileError) as caught:
        read_text(file, "x.md", **limits)  # type: ignore[arg-type]  # limits of several types
    return str(caught.value)


def test_text_is_read_as_it_stands(tmp_path: Path) -> None:
    """Line ends and byte order marks are left alone: the file is written back with them."""
    file = tmp_path / "a.md"
    file.write_bytes(b"\xef\xbb\xbfa\r\nb\n")

    assert read_text(file, "a.md") == "\ufeffa\r\nb\n"


def test_a_byte_that_is_not_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    """The message gives the byte, its offset, line and column."""
    file = tmp_path / "a.md"
    file.write_bytes("é one\ntw\u00f6 ".encode() + b"\xff!")

    assert fault_of(file) == (
        "x.md:2:5: error BR108: not UTF-8: byte 0xff at offset 12; save the file as UTF-8"
    )


def test_a_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    """Exactly the limit is allowed, one more is not."""
    file = tmp_path / "a.md"
    file.write_bytes(b"12345")

    assert read_bytes(file, "x.md", limit=5) == b"12345"
    assert "larger than 4 bytes" in fault_of(file, limit=4)


@pytest.mark.parametrize("kind", ["missing", "folder"])
def test_what_is_no_file_is_refused(tmp_path: Path, kind: str) -> None:
    """A folder or nothing gives a message, not an exception of the system."""
    file = tmp_path / "a.md"
    if kind == "folder":
        file.mkdir()

    assert "there is no such file" in fault_of(file)


def test_a_name_no_system_knows_is_refused(tmp_path: Path) -> None:
    """A path the system itself refuses gives a message."""
    assert "BR108" in fault_of(tmp_path / ("x" * 300))


def test_a_link_out_of_the_desk_is_refused(tmp_path: Path) -> None:
    """A link inside the desk is read; one that leaves it is not."""
    (tmp_path / "secret").write_text("s", encoding="utf-8")
    root = tmp_path / "desk"
    root.mkdir()
    (root / "real.md").write_text("r", encoding="utf-8")
    (root / "in.md").symlink_to(root / "real.md")
    (root / "out.md").symlink_to(tmp_path / "secret")

    assert read_text(root / "in.md", "x.md", root=root) == "r"
    assert "a link that leads out of the desk" in fault_of(root / "out.md", root=root)


def test_saving_says_whether_anything_changed(tmp_path: Path) -> None:
    """Folders are made, equal text is left alone, line ends are kept."""
    file = tmp_path / "new" / "a.md"

    assert save_text(file, "a\r\n") is True
    before = file.stat().st_mtime_ns, file.stat().st_ino
    assert save_text(file, "a\r\n") is False
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == before
    assert save_text(file, "b\n") is True
    assert file.read_bytes() == b"b\n"
    assert [path.name for path in file.parent.iterdir()] == ["a.md"]


def test_saving_keeps_permissions(tmp_path: Path) -> None:
    """A new file is readable by others, an old one keeps what it had."""
    file = tmp_path / "a.md"
    save_text(file, "a")
    assert file.stat().st_mode & 0o777 == 0o644
    file.chmod(0o600)
    save_text(file, "b")

    assert file.stat().st_mode & 0o777 == 0o600


def test_a_save_that_fails_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the rename fails the old text stands and nothing is left beside it."""
    file = tmp_path / "a.md"
    file.write_text("old", encoding="utf-8")

    def refuse(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="disk full"):
        save_text(file, "new")

    assert file.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_what_a_killed_process_left_is_swept_and_what_a_living_one_writes_is_not(
    tmp_path: Path,
) -> None:
    """A kill in the middle of a save leaves a part beside the file; the next draft takes it."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (tmp_path / "2026").mkdir()
    dead = tmp_path / "2026" / f".ferries.md.{gone.pid}-abcd_123.part"
    alive = tmp_path / f".ferries.md.{os.getpid()}-abcd_123.part"
    others = [tmp_path / "ferries.md", tmp_path / ".part", tmp_path / ".notes.part"]
    for file in (dead, alive, *others):
        file.write_text("half")

    sweep_parts(tmp_path)

    assert not dead.exists()
    assert alive.exists()
    assert all(file.exists() for file in others)
