"""The weight of a built tree: names, sizes and times of its files, added up.

A file touched, added or lost since shows in it. A sum can be carried on: what a build changed is
taken off as it was and added as it is, so the tree is looked through once a build, not twice; and
that once in a process beside, while the build reads what changed.
"""

import hashlib
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

_BYTES = 16
_MOST = 1 << 8 * _BYTES

Listed = tuple[str, int, int]
"""Path from the tree's root, size, time of the last change in nanoseconds."""


def weigh(site: Path) -> str:
    """Weigh a tree; empty where there is none."""
    return _written(_sum(list_files(site))) if site.is_dir() else ""


def weigh_built(site: Path, before: str, old: Path | None, changed: Iterable[str]) -> str:
    """Weigh a site by what a build changed, where the tree before it (`old`) was kept."""
    if old is None or not old.is_dir():
        return weigh(site)
    return weigh_again(before, old, site, changed)


def weigh_again(weight: str, before: Path, after: Path, paths: Iterable[str]) -> str:
    """Weigh a tree by that of another and the paths at which the two may differ.

    Args:
        weight: of the other.
        before: the other.
        after: the tree.
        paths: of files, and of folders, which end in a slash.
    """
    known = set(paths)
    folders = tuple(sorted(path for path in known if path.endswith("/")))
    alone = {path for path in known if path in folders or not path.startswith(folders)}
    change = _sum(_files_at(after, alone)) - _sum(_files_at(before, alone))
    return _written((int(weight, 16) + change) % _MOST)


@contextmanager
def weighing(site: Path) -> Iterator[Callable[[], str]]:
    """Begin to weigh a tree; gives what waits for the weight and tells it, as often as asked.

    On Linux another process weighs, where this one has a single thread and so can be forked.
    """
    if not sys.platform.startswith("linux") or threading.active_count() > 1 or not site.is_dir():
        yield cache(partial(weigh, site))
        return
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _weigh_and_end(site, writing)
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as pipe:
        try:
            yield cache(lambda: pipe.read() or weigh(site))
        finally:
            os.waitpid(child, 0)


def _weigh_and_end(site: Path, writing: int) -> None:
    """Tell the weight through a pipe and end this process; whatever fails, nothing is told."""
    try:
        os.write(writing, weigh(site).encode("ascii"))
    finally:
        os._exit(0)


def list_files(folder: Path) -> Iterator[Listed]:
    """List the files of a tree, in any order."""
    yield from _listing(str(folder), "")


def _listing(folder: str, prefix: str) -> Iterator[Listed]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _listing(entry.path, f"{prefix}{entry.name}/")
            else:
                status = entry.stat(follow_symlinks=False)
                yield prefix + entry.name, status.st_size, status.st_mtime_ns


def _files_at(tree: Path, paths: Iterable[str]) -> Iterator[Listed]:
    for path in paths:
        place = f"{tree}/{path}"
        if path.endswith("/"):
            if os.path.isdir(place):  # noqa: PTH112  # beside the `stat` of thousands of files
                yield from _listing(place, path)
            continue
        try:
            status = os.lstat(place)
        except OSError:
            continue
        yield path, status.st_size, status.st_mtime_ns


def _sum(files: Iterable[Listed]) -> int:
    total = 0
    for path, size, time in files:
        line = f"{path}\0{size}\0{time}".encode(errors="surrogateescape")
        total += int.from_bytes(hashlib.blake2b(line, digest_size=_BYTES).digest(), "big")
    return total % _MOST


def _written(total: int) -> str:
    return f"{total:0{2 * _BYTES}x}"
