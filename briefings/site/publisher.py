"""A built tree becomes the site whole or not at all.

The new tree is made beside the old one on the same disk, the two names are exchanged in one
system call, and the old tree is deleted afterwards. A process killed at any point leaves the old
site or the new one; what it left lying is swept by the next run.
"""

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from briefings.errors import BuildError, DeskError

_STAGE = "stage-"
_OLD = "old-"
_SPARE = "spare-"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@contextmanager
def only_build(state: Path) -> Iterator[None]:
    """Hold the desk's build lock; the system lets go of it when the process dies.

    Raises:
        DeskError: another build runs.
    """
    state.mkdir(parents=True, exist_ok=True)
    lock = FileLock(state / "build.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise DeskError(f"another build holds {lock.lock_file}: wait for it to end") from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def staged(
    site: Path, state: Path, *, spare: str | None = None, keep: str | None = None
) -> Iterator[Path]:
    """Give a folder to build in; publish it as `site` if all went well.

    Call under `only_build`. An exception leaves the present site untouched.

    Args:
        site: the site.
        state: a folder on the same disk.
        spare: name of the tree that was kept when the present one was published: the folder is
            that tree. None: it is empty.
        keep: name under which the present tree is kept, once another is published.
    """
    stage = _stage(state, spare)
    _sweep(site, state, stage)
    try:
        yield stage
        publish(stage, site, state)
        if keep is not None and stage.is_dir():
            stage.rename(spare_folder(state, keep))
    except OSError as error:
        raise BuildError(f"the site was not published: {error}; the old one stands") from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def spare_folder(state: Path, spare: str) -> Path:
    """Say where a tree of that name is kept."""
    return state / f"{_SPARE}{spare}"


def _stage(state: Path, spare: str | None) -> Path:
    stage = Path(tempfile.mkdtemp(prefix=_STAGE, dir=state))
    stage.chmod(0o755)
    if spare is not None:
        spare_folder(state, spare).rename(stage)
    return stage


def publish(stage: Path, site: Path, state: Path) -> None:
    """Put the finished tree in the place of the present one, and that in its own."""
    site.parent.mkdir(parents=True, exist_ok=True)
    if not site.exists():
        stage.rename(site)
        return
    if _exchange(stage, site):
        return
    old = Path(tempfile.mkdtemp(prefix=_OLD, dir=state))
    site.rename(old / site.name)
    stage.rename(site)
    (old / site.name).rename(stage)
    shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two names at once where the system can (Linux); False where it cannot."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    paths = (os.fsencode(one), os.fsencode(other))
    if rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _sweep(site: Path, state: Path, stage: Path) -> None:
    """Mend what a killed build left: bring the old site back if no site stands, drop the rest."""
    for old in sorted(state.glob(f"{_OLD}*")):
        kept = old / site.name
        if kept.is_dir() and not site.exists():
            kept.rename(site)
        shutil.rmtree(old, ignore_errors=True)
    left = {*state.glob(f"{_STAGE}*"), *state.glob(f"{_SPARE}*"), *state.glob("stubs-*")}
    for folder in sorted(left - {stage}):
        shutil.rmtree(folder, ignore_errors=True)
