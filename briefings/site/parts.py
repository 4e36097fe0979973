"""A site built in parts, on as many machines as there are: deal → build a part → join.

Every machine reads and links the whole desk, because any page may lead to any other, and makes a
share of the pages and of the search index. A part is a folder that can be carried: its tree, what
was made, the shards it indexed, and a manifest with the digest of each file, written last.
`joining.py` puts the parts together.
"""

import json
import pickle
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from briefings.pages import site_view
from briefings.settings import Settings
from briefings.site.assets import referenced_images
from briefings.site.build import Say
from briefings.site.hands import parse_all, render_all
from briefings.site.making import load_ref, load_stub
from briefings.site.planning import Work
from briefings.site.publisher import only_build
from briefings.site.reading import Desk, Reader, program_version
from briefings.site.remaking import prepare
from briefings.site.rendering import Renderer
from briefings.site.search import index_shards
from briefings.site.share import Share
from briefings.site.tree import paths_in
from briefings.state import StateError, open_state
from briefings.state.database import forget_state
from briefings.state.files import FileBook
from briefings.state.pagebook import Made
from briefings.text.digests import digest_bytes

PARTS = "parts"
"""The folder of the state folder parts are built in."""
MANIFEST, TREE, ROWS = "part.json", "tree", "made"
_STATE = "part.sqlite"
_BLOCK = 32
"""Files dealt at a time where neighbours need not stay together."""
FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a part says of itself."""

    format: int
    part: int
    of: int
    program: str
    """Version of the program that built it."""
    desk: str
    """Digest of all that was read."""
    files: dict[str, str]
    """Digests by path."""


def deal(work: Sequence[Work], share: Share) -> list[Work]:
    """Give a part its share of the work.

    What search finds is cut in stretches of the calendar, so that most periods of the index lie
    within one part; the rest is dealt in turn. Whatever the number of parts, each piece of work
    is in exactly one.
    """
    found = [one for one in work if one.planned.plan.found]
    rest = [one for one in work if not one.planned.plan.found]
    found.sort(key=lambda one: one.planned.url)
    start, end = (len(found) * n // share.of for n in (share.number - 1, share.number))
    blocks = [rest[at : at + _BLOCK] for at in range(0, len(rest), _BLOCK)]
    return [
        *found[start:end],
        *(one for block in blocks[share.number - 1 :: share.of] for one in block),
    ]


def build_part(settings: Settings, share: Share, *, now: datetime, say: Say) -> tuple[Path, int]:
    """Build a part into `.briefings/parts/K-of-N`; gives the folder, and how many pages it has.

    Args:
        settings: the desk.
        share: which.
        now: decides embargo and expiry; the same for every part.
        say: is told what goes on.

    Raises:
        BuildError: MkDocs, a template or Pagefind failed.
        DeskError: another build runs.
    """
    state = settings.state()
    with only_build(state):
        folder = state / PARTS / f"{share.number}-of-{share.of}"
        shutil.rmtree(folder, ignore_errors=True)
        tree = folder / TREE
        tree.mkdir(parents=True)
        try:
            desk, rows = _fill(settings, share, tree, now, say)
        except StateError as error:
            say(f"{error}: everything is read anew")
            forget_state(state / _STATE)
            desk, rows = _fill(settings, share, tree, now, say)
        (folder / ROWS).write_bytes(pickle.dumps(rows, 5))
        stubs = {row.url: row.stub for row in rows if row.stub}
        refs = [load_ref(row.ref) for row in rows if row.ref]
        index_shards(refs, lambda url: load_stub(stubs[url]), folder)
        _write_manifest(folder, share, desk)
    return folder, sum(row.url.endswith(("/", ".html")) for row in rows)


def _fill(
    settings: Settings, share: Share, tree: Path, now: datetime, say: Say
) -> tuple[Desk, list[Made]]:
    with open_state(settings.state() / _STATE, program_version(), say) as state:
        files, renderer = FileBook(state), Renderer(settings, drafts=False)
        parse = partial(parse_all, settings)
        reader = Reader(state, files, settings)
        desk = reader.read(reader.look(now=now, drafts=settings.publish_drafts, parse=parse))
        prepared = prepare(state, settings, desk, None, str, preview=False)
        run = prepared.maker.run
        work = deal(prepared.todo.work, share)
        say(f"building {len(work):,} of {len(prepared.todo.work):,} files")
        images = referenced_images(run.archive, settings)
        renderer.prepare(site_view(settings, run.plain, drafts=run.drafts), images)
        rows = render_all(renderer, work, tree, prepared.start, static=share.number == 1)
        files.save()
        state.commit()
    return desk, rows


def _write_manifest(folder: Path, share: Share, desk: Desk) -> None:
    manifest = Manifest(
        format=FORMAT,
        part=share.number,
        of=share.of,
        program=program_version(),
        desk=digest_desk(desk),
        files=dict(digest_files(folder)),
    )
    (folder / MANIFEST).write_text(json.dumps(asdict(manifest)), encoding="utf-8")


def digest_desk(desk: Desk) -> str:
    """Digest all that was read: parts of one site have it alike."""
    keys = [f"{name} {key}" for name, key in sorted(desk.keys.items())]
    return digest_bytes("\n".join([*keys, desk.pictures, desk.rest]).encode())


def digest_files(folder: Path) -> Iterator[tuple[str, str]]:
    """Give the files of a part, its manifest apart: path and digest."""
    for path in paths_in(folder):
        if path != MANIFEST:
            yield path, digest_bytes((folder / path).read_bytes())
