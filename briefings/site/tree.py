"""The tree of a site: cloned by links, changed file by file."""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from briefings.site.weighing import list_files


def clone(site: Path, into: Path) -> None:
    """Make `into` a tree of the same files; nobody may write into them, only replace them."""
    _clone(str(site), str(into))


def _clone(site: str, into: str) -> None:
    with os.scandir(site) as entries:
        for entry in entries:
            target = f"{into}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                os.mkdir(target)  # noqa: PTH102  # tens of thousands of entries, without a Path each
                _clone(entry.path, target)
            else:
                _link(entry.path, target)


def catch_up(tree: Path, site: Path, changed: Iterable[str]) -> None:
    """Make a tree what the site is: an empty one, or one that is a build behind (`changed`)."""
    if has_files(tree):
        mirror(site, tree, changed)
    else:
        clone(site, tree)


def mirror(site: Path, tree: Path, paths: Iterable[str]) -> None:
    """Make a tree that is one build behind the same as the site, by what that build changed.

    Args:
        site: the site.
        tree: of the build before.
        paths: of files, and of folders, which end in a slash.
    """
    for path in paths:
        there, here = site / path, tree / path
        if path.endswith("/"):
            shutil.rmtree(here, ignore_errors=True)
            if there.is_dir():
                here.mkdir(parents=True)
                clone(there, here)
        else:
            delete(tree, [path])
            if there.is_file():
                here.parent.mkdir(parents=True, exist_ok=True)
                _link(str(there), str(here))


def _link(file: str, target: str) -> None:
    try:
        os.link(file, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(file, target, follow_symlinks=False)


def move_into(fresh: Path, tree: Path) -> None:
    """Move every file of one tree into another, over what stands there."""
    for entry in os.scandir(fresh):
        target = tree / entry.name
        if not entry.is_dir(follow_symlinks=False) or not target.exists():
            os.replace(entry.path, target)  # noqa: PTH105  # an entry has no Path; there are many
        else:
            move_into(Path(entry.path), target)


def pour(tree: Path, into: Path) -> None:
    """Add the files of one tree to another, by links; what stands there already stays."""
    for entry in os.scandir(tree):
        target = into / entry.name
        if entry.is_dir(follow_symlinks=False):
            target.mkdir(exist_ok=True)
            pour(Path(entry.path), target)
        elif not target.exists():
            _link(entry.path, str(target))


def has_files(folder: Path) -> bool:
    """Tell whether anything is in a folder."""
    with os.scandir(folder) as entries:
        return next(entries, None) is not None


def differing_parts(one: Path, other: Path, prefix: str) -> list[str]:
    """List what is not the same file in two folders, one of which began as a clone of the other.

    A folder is listed whole, with a slash, where any file right inside it differs.
    """
    ours, theirs = _inodes(one), _inodes(other)
    differing = {name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)}
    files = sorted(name for name in differing if not name.endswith("/"))
    folders = sorted(
        name
        for name in (ours.keys() | theirs.keys()) - set(files)
        if name.endswith("/")
        and (name in differing or _inodes(one / name) != _inodes(other / name))
    )
    return [f"{prefix}{name}" for name in (*files, *folders)]


def _inodes(folder: Path) -> dict[str, int]:
    if not folder.is_dir():
        return {}
    with os.scandir(folder) as entries:
        return {
            f"{entry.name}/" if entry.is_dir() else entry.name: 0
            if entry.is_dir()
            else entry.inode()
            for entry in entries
        }


def paths_in(folder: Path) -> list[str]:
    """List the files of a tree."""
    return [path for path, _, _ in list_files(folder)]


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
