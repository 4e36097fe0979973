"""Reads: what a value was made from, noted while it is made.

A cell is the smallest thing that can change under a page: a briefing, the list under a mark, the
neighbours of a briefing. Whoever makes a page opens a frame; whatever the page asks of the
archive, by however many steps, is noted there. What is worked out once and asked again notes the
same cells again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

ALL = "all"
"""The cell that changes whenever any briefing does."""


def briefing_cell(id_: str) -> str:
    """Name a briefing with all its words, here or absent."""
    return f"b:{id_}"


def members_cell(kind: str, key: str) -> str:
    """Name the list of briefings under a mark, in its order, and what else each is found by."""
    return f"m:{kind}:{key}"


def told_cell(id_: str) -> str:
    """Name what other pages say of a briefing, here or absent, and how long it takes to read."""
    return f"l:{id_}"


def counts_cell(kind: str) -> str:
    """Name how many stand under each key of a kind, and which is the newest."""
    return f"c:{kind}"


def keys_cell(kind: str) -> str:
    """Name the list of keys of a kind."""
    return f"k:{kind}"


def exists_cell(kind: str, key: str) -> str:
    """Name whether anything stands under a mark."""
    return f"x:{kind}:{key}"


def near_cell(id_: str) -> str:
    """Name the neighbours of a briefing."""
    return f"n:{id_}"


def head_cell(kind: str, key: str) -> str:
    """Name what other pages say of a thing: its title, and whether it has a page."""
    return f"h:{kind}:{key}"


def record_cell(kind: str, key: str) -> str:
    """Name what a register says of a name or a story, or that it says nothing."""
    return f"r:{kind}:{key}"


def edition_cell(id_: str) -> str:
    """Name the file an editor wrote for an edition, here or absent."""
    return f"e:{id_}"


def diary_cell(story: str = "") -> str:
    """Name the diary's entries of a story; all entries where none is given."""
    return f"d:{story}"


def today_cell(story: str) -> str:
    """Name how a story stands in the newest edition."""
    return f"t:{story}"


class Reads:
    """What is being made now, innermost last, each with the cells it has read so far."""

    def __init__(self) -> None:
        self._frames: list[set[str]] = []

    def note(self, cell: str) -> None:
        """Note that a cell was read."""
        if self._frames:
            self._frames[-1].add(cell)

    def note_all(self, cells: Iterable[str]) -> None:
        """Note that several were."""
        if self._frames:
            self._frames[-1].update(cells)

    @contextmanager
    def frame(self) -> Iterator[set[str]]:
        """Collect what is read inside, and tell nobody further out."""
        reads: set[str] = set()
        self._frames.append(reads)
        try:
            yield reads
        finally:
            self._frames.pop()


class _Asked(Mapping[Key, Value], Generic[Key, Value]):
    """Values that wait to be asked for."""

    def __eq__(self, other: object) -> bool:
        """Compare all values with those of any mapping."""
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None  # type: ignore[assignment]  # compared by value


class Cells(_Asked[Key, Value]):
    """Values worked out when they are asked for, once each."""

    def __init__(
        self,
        reads: Reads,
        make: Callable[[Key], Value | None],
        keys: Callable[[], Iterable[Key]],
    ) -> None:
        self._reads = reads
        self._make = make
        self._keys = keys
        self._made: dict[Key, tuple[Value | None, frozenset[str]]] = {}

    def __getitem__(self, key: Key) -> Value:
        """Give a value, noting what it was made from.

        Raises:
            KeyError: there is none.
        """
        value, reads = self._made.get(key) or self._work_out(key)
        self._reads.note_all(reads)
        if value is None:
            raise KeyError(key)
        return value

    def _work_out(self, key: Key) -> tuple[Value | None, frozenset[str]]:
        with self._reads.frame() as reads:
            value = self._make(key)
        made = self._made[key] = value, frozenset(reads)
        return made

    def __iter__(self) -> Iterator[Key]:
        """Give the keys that have a value."""
        return (key for key in self._keys() if self.get(key) is not None)

    def __len__(self) -> int:
        """Count them."""
        return sum(1 for _ in self)


class Together(_Asked[Key, Value]):
    """Values worked out all together: whoever reads one has read what all were made from.

    In `Cells` each key would keep a list of that of its own.
    """

    def __init__(self, make: Callable[[], Mapping[Key, Value]]) -> None:
        self._make = make

    def __getitem__(self, key: Key) -> Value:
        """Give a value.

        Raises:
            KeyError: there is none.
        """
        return self._make()[key]

    def __iter__(self) -> Iterator[Key]:
        """Give the keys."""
        return iter(self._make())

    def __len__(self) -> int:
        """Count them."""
        return len(self._make())


class Heads(Cells[Key, Value]):
    """Values that many pages print and that seldom change: each is a cell of its own.

    A page notes the head and not what it was made from, so it is made again only where the
    head's value differs.
    """

    def __init__(
        self,
        reads: Reads,
        make: Callable[[Key], Value | None],
        keys: Callable[[], Iterable[Key]],
        cell: Callable[[Key], str],
    ) -> None:
        super().__init__(reads, make, keys)
        self._cell = cell

    def __getitem__(self, key: Key) -> Value:
        """Give a value, noting itself.

        Raises:
            KeyError: there is none.
        """
        value, _ = self._made.get(key) or self._work_out(key)
        self._reads.note(self._cell(key))
        if value is None:
            raise KeyError(key)
        return value
