"""The tables of the state; raise `FORMAT` with any change."""

from typing import Final

FORMAT: Final = 2

TABLES: Final = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- A file as it was last read; `seen` is when, in nanoseconds.
CREATE TABLE file (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime INTEGER NOT NULL, ctime INTEGER NOT NULL,
    inode INTEGER NOT NULL, seen INTEGER NOT NULL, digest BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- A briefing as it was parsed; `digest` is of path and contents. `terms` pickles those on which
-- it is shown; NULL: always.
CREATE TABLE parsed (
    digest BLOB PRIMARY KEY, id TEXT NOT NULL, terms BLOB, content BLOB NOT NULL
) STRICT;
-- What else was read: the registers, the editions; a pickle, by the digest of their files.
CREATE TABLE kept (name TEXT PRIMARY KEY, digest BLOB NOT NULL, content BLOB NOT NULL) STRICT;

-- The shelf (`link/shelf.py`): briefings in their order, and what each is found by.
CREATE TABLE briefing (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, digest BLOB NOT NULL, day INTEGER NOT NULL,
    instant REAL NOT NULL, standing INTEGER NOT NULL, marks BLOB NOT NULL
) STRICT;
CREATE TABLE mark (
    n INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, UNIQUE (kind, key)
) STRICT;
-- `day` and `standing` are the briefing's, so that counting reads this table alone.
CREATE TABLE member (
    mark INTEGER NOT NULL, briefing INTEGER NOT NULL, notes TEXT, day INTEGER NOT NULL,
    standing INTEGER NOT NULL, PRIMARY KEY (mark, briefing)
) STRICT, WITHOUT ROWID;
-- What other pages say of a name or a story (`link/heads.py`), until a briefing under it changes.
CREATE TABLE head (
    kind TEXT NOT NULL, key TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

-- Who is near whom (`link/neighbours.py`).
CREATE TABLE profile (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, content BLOB NOT NULL) STRICT;
CREATE TABLE posting (
    age INTEGER NOT NULL, key TEXT NOT NULL, profile INTEGER NOT NULL, weight REAL NOT NULL,
    PRIMARY KEY (age, key, profile)
) STRICT, WITHOUT ROWID;
CREATE TABLE near (
    one INTEGER NOT NULL, other INTEGER NOT NULL, score REAL NOT NULL, PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

-- What was planned and made. `reads` packs the digests of cells; `stub` is for search.
CREATE TABLE owner (
    n INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, reads BLOB NOT NULL,
    UNIQUE (kind, key)
) STRICT;
CREATE TABLE plan (
    url TEXT NOT NULL, precedence INTEGER NOT NULL, owner INTEGER NOT NULL, shape BLOB NOT NULL,
    plan BLOB NOT NULL, PRIMARY KEY (url, precedence, owner)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_of ON plan (owner);
CREATE TABLE made (
    url TEXT PRIMARY KEY, shape BLOB NOT NULL, reads BLOB NOT NULL, key BLOB NOT NULL,
    listed INTEGER NOT NULL, changed TEXT, ref BLOB, stub BLOB, why TEXT NOT NULL
) STRICT;
"""
