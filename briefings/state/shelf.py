"""The shelf of the last build, on disk: the same answers as the one in memory."""

import json
import pickle
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefings.link.shelf import Count, Mark, Member, rank_of
from briefings.model import Briefing, BriefingHead, Status
from briefings.state.database import State, unpack
from briefings.state.heads import StateHeads
from briefings.state.pairs import StatePairs

_BETWEEN = "\x1f"
_KEPT = 4000
"""Briefings held in memory: 15 kB each."""

_MEMBERS = """
SELECT b.day, b.instant, b.id, b.standing, m.notes FROM mark k JOIN member m ON m.mark = k.n
JOIN briefing b ON b.n = m.briefing WHERE k.kind = ? AND k.key = ?
ORDER BY b.day, b.instant, b.id
"""
_BESIDE = """
SELECT b.id, b.marks FROM mark k JOIN member m ON m.mark = k.n
JOIN briefing b ON b.n = m.briefing WHERE k.kind = ? AND k.key = ?
"""
_COUNTS = """
SELECT k.key, count(*), sum(m.standing), min(m.day), min(CASE m.standing WHEN 1 THEN m.day END)
FROM mark k JOIN member m ON m.mark = k.n WHERE k.kind = ? GROUP BY k.n ORDER BY k.key
"""


class StateShelf:
    """Answers from tables; briefings are read when they are asked for."""

    def __init__(self, state: State) -> None:
        self.contents: dict[str, bytes] = {}
        """Where, among what was parsed, the contents of a briefing are that is yet to come."""
        self._db = state.db
        self.pairs = StatePairs(state)
        self.heads = StateHeads(state)
        self._held: OrderedDict[str, Briefing] = OrderedDict()

    def briefing(self, id_: str) -> Briefing | None:
        """Give a briefing; None where there is none."""
        held = self._held.get(id_)
        if held is not None:
            self._held.move_to_end(id_)
            return held
        row = self._db.execute(
            "SELECT p.content FROM briefing b JOIN parsed p ON p.digest = b.digest WHERE b.id = ?",
            (id_,),
        ).fetchone()
        if row is None:
            return None
        briefing: Briefing = unpack(row[0])
        self._held[id_] = briefing
        if len(self._held) > _KEPT:
            self._held.popitem(last=False)
        return briefing

    def told(self, id_: str) -> BriefingHead | None:
        """Give what other pages say of a briefing; None where there is none."""
        return self.briefing(id_)

    def ids(self) -> Iterator[str]:
        """Give every id, newest first."""
        for (id_,) in self._db.execute("SELECT id FROM briefing ORDER BY day, instant, id"):
            yield id_

    def members(self, kind: str, key: str) -> Sequence[Member]:
        """Give the briefings under a mark, newest first."""
        return [
            Member((day, instant), id_, bool(standing), _read_notes(notes) if notes else ())
            for day, instant, id_, standing, notes in self._db.execute(_MEMBERS, (kind, key))
        ]

    def marks(self, id_: str) -> Sequence[Mark]:
        """Give the marks of a briefing, in the order it has them; none where it is not here."""
        row = self._db.execute("SELECT marks FROM briefing WHERE id = ?", (id_,)).fetchone()
        return _read_marks(row[0]) if row else ()

    def marks_beside(self, kind: str, key: str, others: Sequence[str]) -> Mapping[str, list[Mark]]:
        """Give, of every member under a mark, its marks of other kinds; by id of the member."""
        return {
            id_: [mark for mark in _read_marks(marks) if mark.kind in others]
            for id_, marks in self._db.execute(_BESIDE, (kind, key))
        }

    def keys(self, kind: str) -> Sequence[str]:
        """Give the keys of a kind that something stands under, sorted."""
        rows = self._db.execute("SELECT key FROM mark WHERE kind = ? ORDER BY key", (kind,))
        return [key for (key,) in rows]

    def holds(self, kind: str, key: str) -> bool:
        """Tell whether anything stands under a mark."""
        found = self._db.execute("SELECT 1 FROM mark WHERE kind = ? AND key = ?", (kind, key))
        return found.fetchone() is not None

    def counts(self, kind: str) -> Mapping[str, Count]:
        """Give how many stand under each key of a kind, by key in order."""
        return {
            key: Count(every, standing, latest, latest if newest is None else newest)
            for key, every, standing, latest, newest in self._db.execute(_COUNTS, (kind,))
        }

    def put(self, briefing: Briefing, marks: Sequence[Mark]) -> None:
        """Take a briefing in that is not here; `contents` must say where it is kept."""
        (day, instant), standing = rank_of(briefing), briefing.status is not Status.WITHDRAWN
        number = self._db.execute(
            "INSERT INTO briefing (id, digest, day, instant, standing, marks) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (
                briefing.id,
                self.contents[briefing.id],
                day,
                instant,
                standing,
                write_marks(marks),
            ),
        ).lastrowid
        named = [(mark.kind, mark.key) for mark in marks]
        self._db.executemany("INSERT OR IGNORE INTO mark (kind, key) VALUES (?, ?)", named)
        self._db.executemany(
            "INSERT INTO member SELECT n, ?, ?, ?, ? FROM mark WHERE kind = ? AND key = ?",
            [(number, write_notes(mark), day, standing, mark.kind, mark.key) for mark in marks],
        )
        self.heads.forget(named)
        self._held[briefing.id] = briefing

    def drop(self, id_: str) -> None:
        """Forget a briefing."""
        self._held.pop(id_, None)
        marks = self.marks(id_)
        self.heads.forget((mark.kind, mark.key) for mark in marks)
        (number,) = self._db.execute("SELECT n FROM briefing WHERE id = ?", (id_,)).fetchone()
        self._db.executemany(
            "DELETE FROM member WHERE briefing = ? AND mark = "
            "(SELECT n FROM mark WHERE kind = ? AND key = ?)",
            [(number, mark.kind, mark.key) for mark in marks],
        )
        self._db.executemany(
            "DELETE FROM mark WHERE kind = ? AND key = ? "
            "AND NOT EXISTS (SELECT 1 FROM member WHERE mark = n)",
            [(mark.kind, mark.key) for mark in marks],
        )
        self._db.execute("DELETE FROM briefing WHERE n = ?", (number,))


def write_marks(marks: Iterable[Mark]) -> bytes:
    """Pack marks, to be read again in their order."""
    return pickle.dumps([tuple(mark) for mark in marks], protocol=5)


def write_notes(mark: Mark) -> str | None:
    """Write the words in print of a mark; most have none."""
    if not mark.notes:
        return None
    if mark.notes[0] and not any(_BETWEEN in note for note in mark.notes):
        return _BETWEEN.join(mark.notes)
    return _BETWEEN + json.dumps(mark.notes)  # nothing joined begins like this


def _read_notes(written: str) -> tuple[str, ...]:
    if written.startswith(_BETWEEN):
        return tuple(json.loads(written[1:]))
    return tuple(written.split(_BETWEEN))


def _read_marks(packed: bytes) -> list[Mark]:
    return [Mark(*values) for values in unpack(packed)]
