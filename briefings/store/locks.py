"""One command at a time where two would step on each other's files."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Hold the desk's lock; another run waits until it is free.

    The system frees it when a run ends, however it ends. Windows has no such lock: there, runs
    go on unguarded.
    """
    file = root / ".briefings" / "lock"
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("ab") as held:
        if os.name == "posix":
            import fcntl  # noqa: PLC0415  # there is none on Windows

            fcntl.flock(held, fcntl.LOCK_EX)
        yield
