"""The tree of a site: cloned by links, changed file by file, weighed by names, sizes and times."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from briefings.text.digests import digest_value


def clone(site: Path, into: Path) -> None:
    """Make `into` a tree of the same files; nobody may write into them, only replace them."""
    for entry in os.scandir(site):
        target = into / entry.name
        if entry.is_dir(follow_symlinks=False):
            target.mkdir()
            clone(Path(entry.path), target)
        else:
            try:
                os.link(entry.path, target, follow_symlinks=False)
            except OSError:
                shutil.copy2(entry.path, target, follow_symlinks=False)


def move_into(fresh: Path, tree: Path) -> None:
    """Move every file of one tree into another, over what stands there."""
    for entry in os.scandir(fresh):
        target = tree / entry.name
        if not entry.is_dir(follow_symlinks=False) or not target.exists():
            os.replace(entry.path, target)  # noqa: PTH105  # an entry has no Path, and there are many
        else:
            move_into(Path(entry.path), target)


def delete(tree: Path, paths: Iterable[str]) -> None:
    """Delete files, and the folders that leaves empty."""
    for path in paths:
        file = tree / path
        file.unlink(missing_ok=True)
        for folder in file.parents:
            if folder == tree:
                break
            with suppress(OSError):
                folder.rmdir()


def tree_of(site: Path) -> str:
    """Digest names, sizes and times of a built tree: notices a file touched or lost since."""
    return digest_value([[path, size, time] for path, size, time in sorted(_listing(site, ""))])


def _listing(folder: Path, prefix: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from _listing(Path(entry.path), name + "/")
            else:
                status = entry.stat(follow_symlinks=False)
                yield name, status.st_size, status.st_mtime_ns
