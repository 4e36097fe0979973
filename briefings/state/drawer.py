"""A drawer on disk: profiles that linking in windows has let go of (`link/windows.py`)."""

import pickle
import sqlite3
from functools import lru_cache
from pathlib import Path

from briefings.link.profiles import Profile

_HELD = 4000
"""Profiles at hand: 7 kB each."""


class DiskDrawer:
    """Profiles by id in one SQLite file, which may be deleted when the linking is done."""

    def __init__(self, file: Path) -> None:
        self._db = sqlite3.connect(file, isolation_level=None)
        self._db.execute("PRAGMA journal_mode=OFF")
        self._db.execute("PRAGMA synchronous=OFF")
        self._db.execute("CREATE TABLE profile (id TEXT PRIMARY KEY, content BLOB) WITHOUT ROWID")
        self._db.execute("BEGIN")
        self._ids: set[int] = set()
        self._held = lru_cache(maxsize=_HELD)(self._read)

    def put(self, profile: Profile) -> None:
        """Put one in."""
        self._ids.add(hash(profile.id))
        self._db.execute(
            "INSERT INTO profile VALUES (?, ?)", (profile.id, pickle.dumps(profile, 5))
        )

    def get(self, id_: str) -> Profile | None:
        """Give one that was put in; None of any other."""
        return self._held(id_) if hash(id_) in self._ids else None

    def close(self) -> None:
        """Let the file go."""
        self._db.close()

    def _read(self, id_: str) -> Profile | None:
        row = self._db.execute("SELECT content FROM profile WHERE id = ?", (id_,)).fetchone()
        if row is None:
            return None
        profile: Profile = pickle.loads(row[0])  # our own file
        return profile
