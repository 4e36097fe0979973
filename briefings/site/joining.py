"""Parts of a site put together: verified, joined, and published as one build would.

The desk is read and linked here too; the pages are taken from the parts instead of being made,
and what stands on all pages is written. What comes out is what one build gives, byte for byte,
with a state that the next build builds upon.
"""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from briefings.errors import BuildError
from briefings.settings import Settings
from briefings.site.build import Built, Gathering, Say, build_site
from briefings.site.making import Maker
from briefings.site.parts import (
    FORMAT,
    MANIFEST,
    PARTS,
    ROWS,
    TREE,
    Manifest,
    digest_desk,
    digest_files,
)
from briefings.site.planning import Work
from briefings.site.reading import Desk, program_version
from briefings.site.rendering import Renderer
from briefings.site.tree import pour
from briefings.state.database import unpack
from briefings.state.pagebook import Made

_SEARCH = "search"
"""The cache of shards, in a part and in the state folder."""


def find_parts(settings: Settings) -> list[Path]:
    """List the parts that lie in `.briefings/parts/`."""
    return sorted((settings.state() / PARTS).glob("*-of-*"))


def join_parts(settings: Settings, folders: Sequence[Path], *, now: datetime, say: Say) -> Built:
    """Join parts built of this desk, verify them, and publish.

    Args:
        settings: the desk.
        folders: of all parts, in any order.
        now: as when the parts were built, or later where nothing turned since.
        say: is told what goes on.

    Raises:
        BuildError: a part is missing, twice there, damaged, or of another desk or program; the
            site published before stands.
        DeskError: another build runs.
    """
    parts = sorted(
        ((_read_manifest(folder), folder) for folder in folders), key=lambda p: p[0].part
    )
    _check_whole([manifest for manifest, _ in parts])
    for manifest, folder in parts:
        say(f"verifying part {manifest.part} of {manifest.of}")
        _check_files(manifest, folder)
    shards = settings.state() / _SEARCH
    for _, folder in parts:
        if (folder / _SEARCH).is_dir():
            shards.mkdir(parents=True, exist_ok=True)
            pour(folder / _SEARCH, shards)
    gathering = Gathering(partial(_check_desk, parts), partial(_gather, parts))
    return build_site(settings, now=now, say=say, gathering=gathering)


_Parts = Sequence[tuple[Manifest, Path]]


def _read_manifest(folder: Path) -> Manifest:
    try:
        values = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if values["format"] != FORMAT:
            raise BuildError(f"{folder} was built by a newer program: use one version for all")
        return Manifest(**values)
    except FileNotFoundError as error:
        raise BuildError(f"{folder} is no part, or an unfinished one: build it again") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BuildError(f"{folder / MANIFEST} cannot be read ({error})") from error


def _check_whole(manifests: Sequence[Manifest]) -> None:
    """Make sure that every part is there once, and of one program."""
    if not manifests:
        raise BuildError("there are no parts: run `briefings build --part 1/N` and so on first")
    of = manifests[0].of
    numbers = [manifest.part for manifest in manifests]
    missing = [str(n) for n in range(1, of + 1) if n not in numbers]
    if any(manifest.of != of for manifest in manifests):
        raise BuildError("the parts are of different numbers of parts: build all with one number")
    if missing:
        raise BuildError(f"of {of} parts there is no {', '.join(missing)}")
    if len(numbers) > of:
        raise BuildError("a part is there twice: name each folder once")
    for manifest in manifests:
        if manifest.program != program_version():
            said = f"part {manifest.part} was built by another version of the program or of Python"
            raise BuildError(f"{said}: use one for all")


def _check_files(manifest: Manifest, folder: Path) -> None:
    there = dict(digest_files(folder))
    for path in sorted({*there, *manifest.files}):
        if there.get(path) != manifest.files.get(path):
            said = f"{folder / path} is not as part {manifest.part} left it"
            raise BuildError(f"{said}: build that part again")


def _check_desk(parts: _Parts, desk: Desk) -> None:
    for manifest, _ in parts:
        if manifest.desk != digest_desk(desk):
            said = f"part {manifest.part} was built of another desk, or for another hour"
            raise BuildError(f"{said}: build all parts of one commit, with one --now")


def _gather(
    parts: _Parts,
    renderer: Renderer,
    work: Sequence[Work],
    stage: Path,
    start: Callable[[], Maker],
) -> list[Made]:
    """Fill a stage from parts; nothing is made."""
    del renderer, start
    rows: dict[str, Made] = {}
    for _, folder in parts:
        made: list[Made] = unpack((folder / ROWS).read_bytes())
        rows.update((row.url, row) for row in made)
        pour(folder / TREE, stage)
    for one in work:
        row = rows.get(one.planned.url)
        if row is None or row.shape != one.planned.shape:
            raise BuildError(f"no part has {one.planned.url} as it is planned: build all again")
    return list(rows.values())
