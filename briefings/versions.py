"""What the desk's files were at a git ref. Git is only read, and never through a shell."""

import hashlib
import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from briefings.errors import DeskError

_SECONDS = 120
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}


def changed_files(
    root: Path, ref: str, folders: Iterable[str], present: Mapping[str, str]
) -> dict[str, str]:
    """Give the files under some folders at a git ref that are not the same now, by path.

    Args:
        root: the desk's folder, anywhere in a repository.
        ref: a branch, tag or commit.
        folders: folders or files, from the desk's folder.
        present: the texts there are now, by path.

    Raises:
        DeskError: there is no git, no repository, or no such ref.
    """
    blobs = _blobs(root, ref, folders)
    differing = {
        path: blob
        for path, blob in blobs.items()
        if path not in present or _blob_id(present[path], len(blob)) != blob
    }
    return _contents(root, differing)


def tracked_files(root: Path, folder: str) -> tuple[str, ...]:
    """Give the files under a folder that git keeps, from there; none where it keeps nothing.

    Args:
        root: the desk's folder.
        folder: from the desk's folder.
    """
    try:
        listed = _run(root, "ls-files", "-z", "--", folder)
    except DeskError:  # without git nothing is in a repository
        return ()
    paths = listed.stdout.decode("utf-8", "surrogateescape").split("\0")
    return tuple(path.removeprefix(f"{folder}/") for path in paths if path)


def paths_at(root: Path, ref: str, folders: Iterable[str]) -> frozenset[str]:
    """Give the paths of the files under some folders at a git ref.

    Raises:
        DeskError: as `changed_files`.
    """
    return frozenset(_blobs(root, ref, folders))


def _blobs(root: Path, ref: str, folders: Iterable[str]) -> dict[str, str]:
    """Give the name git has for each file's content, by path from the desk's folder."""
    listed = _git(root, "ls-tree", "-r", "-z", _commit(root, ref), "--", *folders)
    blobs: dict[str, str] = {}
    for line in listed.decode("utf-8", "surrogateescape").split("\0"):
        about, tab, path = line.partition("\t")
        if tab and about.split(" ")[1] == "blob":
            blobs[path] = about.split(" ")[2]
    return blobs


def _commit(root: Path, ref: str) -> str:
    inside = _run(root, "rev-parse", "--is-inside-work-tree")
    if inside.returncode:
        said = inside.stderr.decode("utf-8", "replace")
        if "dubious ownership" in said:
            raise DeskError(f"git does not trust {root}, which belongs to somebody else")
        raise DeskError(f"{root} is in no git repository, so there is nothing to hold it against")
    found = _run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    commit = found.stdout.decode("ascii", "replace").strip()
    if found.returncode or not commit:
        raise DeskError(
            f'git knows no "{ref}" here: name a branch, tag or commit such as origin/main, '
            "or fetch it first"
        )
    return commit


def _contents(root: Path, blobs: Mapping[str, str]) -> dict[str, str]:
    """Read many files in one run of git."""
    if not blobs:
        return {}
    asked = "".join(f"{blob}\n" for blob in blobs.values())
    output = _git(root, "cat-file", "--batch", given=asked.encode())
    texts: dict[str, str] = {}
    position = 0
    for path in blobs:
        end = output.index(b"\n", position)
        size = int(output[position:end].split(b" ")[2])
        texts[path] = output[end + 1 : end + 1 + size].decode("utf-8", "replace")
        position = end + size + 2
    return texts


def _blob_id(text: str, digits: int) -> str:
    """Give the name git has for a content."""
    content = text.encode("utf-8", "surrogatepass")
    named = b"blob %d\0" % len(content) + content
    digest = hashlib.sha1 if digits == 40 else hashlib.sha256
    return digest(named, usedforsecurity=False).hexdigest()


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    done = _run(root, *arguments, given=given)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise DeskError(f"git {arguments[0]} failed: {said[-1] if said else done.returncode}")
    return done.stdout


def _run(root: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    # A repository's own configuration may name programs; none of them is run.
    command = ["git", "-C", str(root), "-c", "core.fsmonitor=false", *arguments]
    try:
        return subprocess.run(
            command,
            input=given,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env=os.environ | _QUIET,
        )
    except FileNotFoundError as error:
        raise DeskError("git is not installed, and comparing with a ref needs it") from error
    except subprocess.TimeoutExpired as error:
        raise DeskError(f"git {arguments[0]} took longer than {_SECONDS} seconds") from error
