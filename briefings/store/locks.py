"""One command at a time where two would step on each other's files."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from briefings.errors import DeskError

_PATIENCE: Final = 3.0
"""Seconds: most runs are over by then; a long one is better told of than waited for."""
_PAUSE: Final = 0.05


@contextmanager
def locked(root: Path, *, waits: bool = False) -> Iterator[None]:
    """Hold the desk's lock.

    The system frees it when a run ends, however it ends. Windows has no such lock: there, runs
    go on unguarded.

    Args:
        root: of the desk.
        waits: until the lock is free, however long another run takes.

    Raises:
        DeskError: another run holds it and does not end within a few seconds.
    """
    file = root / ".briefings" / "lock"
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("ab") as held:
        end = float("inf") if waits else time.monotonic() + _PATIENCE
        while not _is_taken(held):
            if time.monotonic() >= end:
                raise DeskError(
                    "another run is at work on this desk: wait for it to end and try again"
                )
            time.sleep(_PAUSE)
        yield


def _is_taken(file: IO[bytes]) -> bool:
    """Take the lock where nobody holds it."""
    if os.name == "posix":
        import fcntl  # noqa: PLC0415  # there is none on Windows

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
