"""From the desk as it was to the desk as it is: the shelf, and which cells that touched."""

import pickle
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from briefings.link.bringing import bring
from briefings.link.current import newest_day, turned_cells
from briefings.link.diary import changed_cells
from briefings.link.linker import Linker
from briefings.link.reads import Reads, edition_cell
from briefings.link.recorded import Records, Respelled, changed_marks, record_cells
from briefings.link.registry import Registry
from briefings.link.shelf import MemoryShelf, Shelf
from briefings.model import Edition
from briefings.pages import Run, start_run
from briefings.settings import Settings
from briefings.site.collecting import uncollected
from briefings.site.making import Maker
from briefings.site.reading import Desk
from briefings.state import State
from briefings.state.cells import Touched
from briefings.state.database import reopened, unpack
from briefings.state.filling import fill_shelf
from briefings.state.heads import write_heads
from briefings.state.parsed import load_parsed
from briefings.state.shelf import StateShelf

_FEW = 200
_SHARE = 0.1
"""Beyond so many, and so large a share of the desk, linking all of it in memory is quicker."""


@dataclass(frozen=True, slots=True)
class Brought:
    """The shelf, brought up to date."""

    shelf: Shelf
    touched: Touched | None
    """None where everything was linked anew."""
    came: tuple[str, ...] = ()
    """Ids of the briefings that are new or changed, where not everything was."""


def bring_up(state: State, desk: Desk, *, anew: bool) -> Brought:
    """Bring the shelf up to date, linking everything anew where that was asked or is quicker."""
    contents = desk.shown.contents
    held = dict(state.db.execute("SELECT id, digest FROM briefing"))
    came = [id_ for id_, digest in contents.items() if held.get(id_) != digest]
    went = [id_ for id_ in held if id_ not in contents]
    registry, records = Registry.of(desk.registers), Records.of(desk.registers)
    before: Records | None = _exchange(state, "shelved records", records)
    marks = changed_marks(before, records) if before and not anew else set()
    if before and marks:
        came += _respelled(state, contents.keys() - came, contents, Respelled(before, records))
    if anew or before is None or len(came) + len(went) > max(_FEW, _SHARE * len(contents)):
        memory = MemoryShelf()
        with uncollected():
            bring(memory, registry, (load_parsed(state, digest) for digest in contents.values()))
        fill_shelf(state, memory, contents)
        _note_editions(state, desk.editions)
        _note_diary(state, registry)
        return Brought(memory, None)
    shelf = StateShelf(state)
    shelf.contents = contents
    shelf.heads.forget(marks)
    newest = newest_day(shelf)
    arrived = (load_parsed(state, contents[id_]) for id_ in came)
    cells = bring(shelf, registry, arrived, went, respelled=bool(marks))
    cells |= turned_cells(shelf, registry, newest, newest_day(shelf))
    cells |= record_cells(marks)
    cells |= _note_editions(state, desk.editions) | _note_diary(state, registry)
    return Brought(shelf, Touched(cells), tuple(came))


def _respelled(
    state: State, ids: Iterable[str], contents: Mapping[str, bytes], respelled: Respelled
) -> list[str]:
    """Give the ids of the briefings that name others now, though they are as they were."""
    if respelled.reaches_none():
        return []
    return [id_ for id_ in sorted(ids) if respelled.reaches(load_parsed(state, contents[id_]))]


def _note_editions(state: State, editions: Iterable[Edition]) -> set[str]:
    """Note what the edition files say; give the cells of those that differ."""
    now = {one.id(): one for one in editions}
    before = _exchange(state, "shelved editions", now) or {}
    return {edition_cell(id_) for id_ in {*before, *now} if before.get(id_) != now.get(id_)}


def _note_diary(state: State, registry: Registry) -> set[str]:
    """Note what the diary says; give the cells of what differs."""
    now = registry.registers.diary
    return changed_cells(registry, _exchange(state, "shelved diary", now) or (), now)


def _exchange(state: State, name: str, now: Any) -> Any:
    """Keep a value under a name, and give the one kept before; None where there was none."""
    row = state.db.execute("SELECT content FROM kept WHERE name = ?", (name,)).fetchone()
    kept = (name, b"", pickle.dumps(now, 5))
    state.db.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", kept)
    return unpack(row[0]) if row else None


def save_heads(state: State, shelf: Shelf) -> None:
    """Keep what was worked out of names and stories; later builds ask again for all of it."""
    if isinstance(shelf, StateShelf):
        shelf.heads.save()
    elif isinstance(shelf, MemoryShelf):
        write_heads(state, shelf.heads.kept)


def start_making(shelf: Shelf, desk: Desk, settings: Settings, *, drafts: bool) -> Maker:
    """Give what makes pages of a shelf."""
    reads = Reads()
    linker = Linker(shelf, Registry.of(desk.registers), desk.editions, reads)
    run: Run = start_run(linker.archive(), settings, desk.plain, drafts=drafts)
    return Maker(run, reads)


def start_apart(
    maker: Maker, making: Callable[[Shelf], Maker], shelf: Shelf, state: State
) -> Maker:
    """Start making pages in another process, with a connection of its own where one is needed."""
    return maker if isinstance(shelf, MemoryShelf) else making(StateShelf(reopened(state)))
