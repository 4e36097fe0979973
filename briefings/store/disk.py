"""Reading and replacing files: whole or not at all."""

import contextlib
import os
import re
import tempfile
from pathlib import Path
from typing import Final

from briefings.errors import BadFileError
from briefings.store.faults import Fault, bad_file

LARGEST: Final = 2 * 1024 * 1024
"""Bytes of an article or briefing file."""
_PART: Final = ".part"
_OWNER: Final = re.compile(rf"\.(\d+)-\w+\{_PART}$")
"""Which process writes a file that is not finished."""


def read_bytes(file: Path, path: str, *, limit: int = LARGEST, root: Path | None = None) -> bytes:
    """Read a regular file.

    Args:
        file: the file.
        path: for messages.
        limit: the most bytes it may have.
        root: the desk's folder; a link that leads out of it is refused.

    Raises:
        BadFileError: it is missing, no file, too large, or a link out of the desk.
    """
    try:
        if root is not None and not file.resolve().is_relative_to(root.resolve()):
            raise _unreadable(path, "a link that leads out of the desk", "copy the file itself")
        if not file.is_file():
            raise _unreadable(path, "there is no such file", "check its name")
        with file.open("rb") as stream:
            content = stream.read(limit + 1)
    except (OSError, ValueError, RuntimeError) as error:  # a link to itself is the last
        reason = getattr(error, "strerror", None) or str(error)
        raise _unreadable(path, f"cannot be read: {reason}", "check its permissions") from error
    if len(content) > limit:
        raise _unreadable(path, f"larger than {limit} bytes", "split or shorten it")
    return content


def read_text(file: Path, path: str, *, limit: int = LARGEST, root: Path | None = None) -> str:
    """Read a UTF-8 file as it is, a byte order mark included.

    Raises:
        BadFileError: as `read_bytes`, or not UTF-8: then with the line and column of the byte.
    """
    content = read_bytes(file, path, limit=limit, root=root)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        fault = Fault(
            code="BR108",
            line=line,
            column=column,
            message=f"not UTF-8: byte 0x{content[error.start]:02x} at offset {error.start}",
            remedy="save the file as UTF-8",
        )
        raise bad_file(path, fault) from error


def save_text(file: Path, text: str) -> bool:
    """Replace a file by renaming a finished one; tell whether anything changed.

    Line ends are written as they stand in `text`. Errors are those of `save_bytes`.
    """
    return save_bytes(file, text.encode("utf-8"))


def save_bytes(file: Path, content: bytes) -> bool:
    """Replace a file by renaming a finished one; tell whether anything changed.

    Raises:
        OSError: the disk is full, read only, broken …; the file is as it was, and named.
    """
    try:
        return _save(file, content)
    except OSError as error:
        # What fails is a file beside it, or one that has no name: a person knows this one.
        raise OSError(error.errno, error.strerror or str(error), str(file)) from error


def _save(file: Path, content: bytes) -> bool:
    with contextlib.suppress(FileNotFoundError):
        if file.read_bytes() == content:
            return False
    file.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{file.name[:40]}.{os.getpid()}-"
    handle, name = tempfile.mkstemp(prefix=prefix, suffix=_PART, dir=file.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(file))
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return True


def sweep_parts(folder: Path) -> None:
    """Delete what processes that were killed while they saved left beside the files."""
    for part in folder.rglob(f".*{_PART}"):
        found = _OWNER.search(part.name)
        if found and not _is_running(int(found[1])):
            with contextlib.suppress(OSError):
                part.unlink()


def _is_running(process: int) -> bool:
    if os.name != "posix":
        return True  # there the question itself would end it
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True  # somebody else's
    return True


def _mode(file: Path) -> int:
    """Give the permissions the file has or, new, those of files people share."""
    return file.stat().st_mode & 0o777 if file.exists() else 0o644


def _unreadable(path: str, message: str, remedy: str) -> BadFileError:
    return bad_file(path, Fault(code="BR108", line=1, column=1, message=message, remedy=remedy))
