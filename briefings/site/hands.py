"""Many pages rendered by several processes at once, each through MkDocs into a tree of its own.

The processes are forked where that is safe (Linux), so that they begin with all that was linked;
elsewhere one process does it all.
"""

import gc
import multiprocessing
import os
import pickle
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeAlias

from briefings.errors import BriefingsError, BuildError
from briefings.model import PageModel
from briefings.restraints import die_with_parent
from briefings.settings import Settings
from briefings.site.making import Maker, is_page, write_file
from briefings.site.planning import Work
from briefings.site.rendering import Renderer
from briefings.site.tree import move_into
from briefings.state.database import StateError, reading
from briefings.state.files import Source
from briefings.state.pagebook import Made
from briefings.state.parsed import Row
from briefings.state.parsing import parse_file

MANY = 400
"""Pages from which a second process is worth its start."""
_BLOCK = 32
"""Pages dealt to a process at a time: those of one kind lie together and cost alike."""
_TREE, _ROWS = "tree", "rows"


Gather: TypeAlias = Callable[[Renderer, Sequence[Work], Path, Callable[[], Maker]], list[Made]]
"""What fills a stage with pages and gives what was made: `render_all`, or parts made elsewhere."""


def hands() -> int:
    """Say how many processes may render."""
    if not sys.platform.startswith("linux"):
        return 1
    return max(1, min(8, len(os.sched_getaffinity(0))))


def render_all(
    renderer: Renderer,
    work: Sequence[Work],
    stage: Path,
    start: Callable[[], Maker],
    *,
    static: bool = True,
) -> list[Made]:
    """Make and render pages into a stage.

    Args:
        renderer: knows MkDocs.
        work: the pages and files.
        stage: an empty folder.
        start: gives a maker; called in each process.
        static: whether the theme's files and the pictures are written too.

    Raises:
        BuildError: a template or MkDocs failed, or a process was killed.
    """
    count = hands() if len(work) >= MANY else 1
    if count == 1:
        return _render(renderer, work, stage, start(), static=static)
    blocks = [work[at : at + _BLOCK] for at in range(0, len(work), _BLOCK)]
    parts = [[one for block in blocks[n::count] for one in block] for n in range(count)]
    rows = _fork(renderer, parts, stage, start, static=static)
    for n in range(count):
        move_into(_desk_of(stage, n) / _TREE, stage)
        shutil.rmtree(_desk_of(stage, n))
    return rows


def _fork(
    renderer: Renderer,
    parts: Sequence[Sequence[Work]],
    stage: Path,
    start: Callable[[], Maker],
    *,
    static: bool,
) -> list[Made]:
    """Render the first part here and each other in a process forked for it.

    This one has all that was linked in its memory already; idle beside the others it would be a
    third copy of that.
    """
    fork = multiprocessing.get_context("fork")
    gc.collect()
    gc.freeze()  # or every child would copy what it only looks at
    children = [
        fork.Process(target=_child, args=(renderer, part, stage, n, start))
        for n, part in enumerate(parts)
        if n
    ]
    try:
        for child in children:
            child.start()
        rows = _render(renderer, parts[0], _tree_of(stage, 0), start(), static=static)
    except BaseException:
        for child in children:
            if child.pid is not None:
                child.terminate()
        raise
    finally:
        for child in children:
            if child.pid is not None:
                child.join()
        gc.unfreeze()
    for n, child in enumerate(children, start=1):
        rows += _report(stage, n, child.exitcode)
    return rows


def _child(
    renderer: Renderer, part: Sequence[Work], stage: Path, n: int, start: Callable[[], Maker]
) -> None:
    die_with_parent()
    try:
        with reading("the state"):
            result: list[Made] | BriefingsError = _render(
                renderer, part, _tree_of(stage, n), start(), static=False
            )
    except (BuildError, StateError) as error:
        result = error
    (_desk_of(stage, n) / _ROWS).write_bytes(pickle.dumps(result, 5))


def _tree_of(stage: Path, n: int) -> Path:
    tree = _desk_of(stage, n) / _TREE
    tree.mkdir(parents=True)
    return tree


def _report(stage: Path, n: int, code: int | None) -> list[Made]:
    file = _desk_of(stage, n) / _ROWS
    if not file.is_file():
        raise BuildError(f"a process that rendered pages ended with {code}; the old site stands")
    result: list[Made] | BriefingsError = pickle.loads(file.read_bytes())  # our child's
    if isinstance(result, BriefingsError):
        raise result
    return result


def _desk_of(stage: Path, n: int) -> Path:
    """Give the folder of one process; its name begins as the stage's, so both are swept."""
    return stage.with_name(f"{stage.name}-{n}")


def _render(
    renderer: Renderer, work: Sequence[Work], stage: Path, maker: Maker, *, static: bool
) -> list[Made]:
    rows: list[Made] = []
    renderer.render_lazily([one for one in work if is_page(one)], maker, stage, rows, static=static)
    for one in work:
        if not is_page(one):
            row, made = maker.make(one)
            rows.append(row)
            if not isinstance(made, PageModel):
                write_file(stage, renderer.finished(made))
    return rows


def parse_all(settings: Settings, sources: Sequence[Source]) -> Iterator[Row]:
    """Read briefing files, many in several processes."""
    if len(sources) < MANY or hands() == 1:
        yield from (parse_file(source, settings) for source in sources)
        return
    with ProcessPoolExecutor(hands(), multiprocessing.get_context("fork")) as pool:
        yield from pool.map(partial(parse_file, settings=settings), sources, chunksize=_BLOCK)
