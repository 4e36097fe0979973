"""Grouping by pairs: what is joined to a third is joined to each other (union-find)."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Groups(Generic[Key]):
    """Sets that grow together; the order in which pairs are joined never shows."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self._parents = {key: key for key in keys}

    def join(self, a: Key, b: Key) -> None:
        """Put two keys, and all that is with them, in one group."""
        self._parents[self.root(a)] = self.root(b)

    def root(self, key: Key) -> Key:
        """Give the key that stands for the group just now."""
        while self._parents[key] != key:
            self._parents[key] = self._parents[self._parents[key]]
            key = self._parents[key]
        return key

    def lists(self) -> list[list[Key]]:
        """Give the groups; members and groups stand in the order the keys were given."""
        found: dict[Key, list[Key]] = {}
        for key in self._parents:
            found.setdefault(self.root(key), []).append(key)
        return list(found.values())
