"""Heads of the last build, on disk: what other pages say of a name or a story."""

import pickle
from collections.abc import Iterable, Mapping

from briefings.link.shelf import AnyHead
from briefings.state.database import State, unpack


class StateHeads:
    """Answers from a table that is read whole when it is first asked for."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._held: dict[tuple[str, str], AnyHead] | None = None
        self._new: dict[tuple[str, str], AnyHead] = {}

    def get(self, mark: tuple[str, str]) -> AnyHead | None:
        """Give a head that was kept."""
        return self._all().get(mark)

    def put(self, mark: tuple[str, str], head: AnyHead) -> None:
        """Keep a head; `save` writes it."""
        self._all()[mark] = self._new[mark] = head

    def forget(self, marks: Iterable[tuple[str, str]]) -> None:
        """Forget the heads of what changed, on disk too."""
        for mark in marks:
            self._new.pop(mark, None)
            if self._all().pop(mark, None) is not None:
                self._state.db.execute("DELETE FROM head WHERE kind = ? AND key = ?", mark)

    def save(self) -> None:
        """Write what was worked out since."""
        write_heads(self._state, self._new)
        self._new.clear()

    def _all(self) -> dict[tuple[str, str], AnyHead]:
        if self._held is None:
            rows = self._state.db.execute("SELECT kind, key, content FROM head")
            self._held = {(kind, key): unpack(content) for kind, key, content in rows}
        return self._held


def write_heads(state: State, heads: Mapping[tuple[str, str], AnyHead]) -> None:
    """Write heads into the state."""
    state.db.executemany(
        "INSERT OR REPLACE INTO head VALUES (?, ?, ?)",
        sorted((*mark, pickle.dumps(head, 5)) for mark, head in heads.items()),
    )
