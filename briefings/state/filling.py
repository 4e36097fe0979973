"""A shelf in memory written to disk at once: what a first build worked out."""

from typing import NamedTuple

from briefings.link.shelf import MemoryShelf, rank_of
from briefings.model import Status
from briefings.state.database import State
from briefings.state.pairs import write_profile
from briefings.state.shelf import write_marks, write_notes

SHELF_TABLES = ("briefing", "mark", "member", "profile", "posting", "near", "head")


def fill_shelf(state: State, shelf: MemoryShelf, contents: dict[str, bytes]) -> None:
    """Make the shelf on disk the one in memory, whatever it was.

    Args:
        state: open.
        shelf: everything visible.
        contents: by id, the digest under which the briefing is kept among what was parsed.
    """
    state.clear(*SHELF_TABLES)
    numbers = {id_: number for number, id_ in enumerate(shelf.ids(), start=1)}
    marks = {id_: shelf.marks(id_) for id_ in numbers}
    rows = {id_: _row(shelf, id_, number, contents[id_]) for id_, number in numbers.items()}
    ordered = sorted({(mark.kind, mark.key) for own in marks.values() for mark in own})
    places = {mark: number for number, mark in enumerate(ordered, start=1)}
    write = state.db.executemany
    write("INSERT INTO mark VALUES (?, ?, ?)", ((n, *mark) for mark, n in places.items()))
    write("INSERT INTO briefing VALUES (?, ?, ?, ?, ?, ?, ?)", rows.values())
    write(
        "INSERT INTO member VALUES (?, ?, ?, ?, ?)",
        sorted(
            (places[mark.kind, mark.key], row.n, write_notes(mark), row.day, row.standing)
            for row in rows.values()
            for mark in marks[row.id]
        ),
    )
    _fill_pairs(state, shelf, numbers)


class _Row(NamedTuple):
    n: int
    id: str
    digest: bytes
    day: int
    instant: float
    standing: bool
    marks: bytes


def _row(shelf: MemoryShelf, id_: str, number: int, digest: bytes) -> _Row:
    briefing = shelf.briefing(id_)
    if briefing is None:
        raise LookupError(id_)
    day, instant = rank_of(briefing)
    standing = briefing.status is not Status.WITHDRAWN
    return _Row(number, id_, digest, day, instant, standing, write_marks(shelf.marks(id_)))


def _fill_pairs(state: State, shelf: MemoryShelf, numbers: dict[str, int]) -> None:
    pairs, write = shelf.pairs, state.db.executemany
    write(
        "INSERT INTO profile VALUES (?, ?, ?)",
        ((numbers[one.id], one.id, write_profile(one)) for one in pairs.profiles()),
    )
    write(
        "INSERT INTO posting VALUES (?, ?, ?, ?)",
        sorted((*mark, numbers[id_], weight) for mark, id_, weight in pairs.postings()),
    )
    write(
        "INSERT INTO near VALUES (?, ?, ?)",
        sorted(
            (numbers[id_], numbers[other], score)
            for id_ in numbers
            for other, score in pairs.near(id_).items()
        ),
    )
