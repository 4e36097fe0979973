"""Briefings as they were parsed, kept by the digest of their files."""

import os
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple

from briefings.errors import BuildError, Finding
from briefings.link.visible import Terms
from briefings.model import Briefing
from briefings.settings import Settings
from briefings.state.database import State, StateError, unpack
from briefings.state.files import FileBook, Source, walk

ALWAYS = Terms(draft=False, publish_at=None, expires_at=None)
BAD = ""
UNSURE = b""
_TRIES = 5
"""How often a file that is being written is read again."""


class Row(NamedTuple):
    """One file's outcome: a briefing, or what is wrong with it."""

    digest: bytes
    id: str
    """Empty where the file is bad."""
    terms: bytes | None
    content: bytes
    """A pickle of the briefing, or of the findings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The briefings of a desk that are visible."""

    contents: dict[str, bytes]
    """By id, where each is kept; of two with one id, the one whose path comes first."""
    drafts: tuple[str, ...]
    """Ids of the drafts among them."""
    digests: tuple[bytes, ...]
    """Of every file, shown or not."""
    hidden: tuple[bytes, ...]
    """Where those are kept that are not shown by the clock: held, or their time is over."""
    findings: tuple[Finding, ...]
    until: datetime | None
    """When the clock next changes what is visible."""


Parse = Callable[[Sequence[Source]], Iterable[Row]]
"""Reads files, in any order, in this process or in several."""


def read_desk(
    state: State,
    files: FileBook,
    settings: Settings,
    *,
    now: datetime,
    drafts: bool,
    parse: Parse,
    keep: bool = False,
) -> Shown:
    """Bring what was parsed up to date, and say what of it is visible.

    `keep`: a file that cannot be read stands as the last build had it, where that had it.

    Raises:
        BuildError: a file is written without end, or a folder cannot be read.
    """
    begin = len(str(settings.root)) + 1
    sources = [
        files.source(file[begin:].replace(os.sep, "/"), file)
        for file in walk(str(settings.briefings()), ".md", linked=False)
    ]
    known = {
        digest: (id_, terms)
        for digest, id_, terms in state.db.execute("SELECT digest, id, terms FROM parsed")
    }
    for _ in range(_TRIES):
        missing = [source for source in sources if source.digest not in known]
        if not missing:
            break
        rows = [row for row in parse(missing) if row.digest != UNSURE]
        state.db.executemany("INSERT OR REPLACE INTO parsed VALUES (?, ?, ?, ?)", rows)
        known |= {row.digest: (row.id, row.terms) for row in rows}
        # What was written between the two readings is looked at once more.
        sources = [
            one if one.digest in known else files.source(one.path, one.file) for one in sources
        ]
    for source in sources:
        if source.digest not in known:
            raise BuildError(f"{source.path} is being written: build again when that is done")
    shown = _shown(state, [(s.digest, *known[s.digest]) for s in sources], now, drafts=drafts)
    broken = {source.path for source in sources if known[source.digest][0] == BAD}
    if keep and broken:
        kept = dict(_built(state, broken, now, drafts=drafts))
        return replace(shown, contents=kept | shown.contents)
    return shown


def _built(
    state: State, paths: Container[str], now: datetime, *, drafts: bool
) -> Iterator[tuple[str, bytes]]:
    """Give what the last build showed of some files: id, and where it is kept."""
    for id_, digest in state.db.execute("SELECT id, digest FROM briefing").fetchall():
        briefing = load_parsed(state, digest)
        if briefing.path in paths and Terms.of(briefing).hold(now, drafts=drafts):
            yield id_, digest


def _shown(
    state: State, rows: Iterable[tuple[bytes, str, bytes | None]], now: datetime, *, drafts: bool
) -> Shown:
    contents: dict[str, bytes] = {}
    findings: list[Finding] = []
    turns: list[datetime] = []
    unpublished: list[str] = []
    hidden: list[bytes] = []
    digests: list[bytes] = []
    for digest, id_, packed in rows:
        if id_ == BAD:
            findings.extend(_load(state, digest))
            digests.append(digest)
            continue
        terms = unpack(packed) if packed else ALWAYS
        if terms.hold(now, drafts=drafts):
            contents.setdefault(id_, digest)
            unpublished += [id_] if terms.draft else []
        elif drafts or not terms.draft:
            hidden.append(digest)
        digests.append(digest)
        turns += [at for at in [terms.turns(now)] if at]
    return Shown(
        contents=contents,
        drafts=tuple(unpublished),
        digests=tuple(digests),
        hidden=tuple(hidden),
        findings=tuple(findings),
        until=min(turns, default=None),
    )


def load_parsed(state: State, digest: bytes) -> Briefing:
    """Give a briefing that was parsed."""
    briefing: Briefing = _load(state, digest)
    return briefing


def forget_unused(state: State, sources: Iterable[bytes]) -> None:
    """Forget what no file says any more."""
    unused = _digests(state, "parsed") - {*sources}
    if unused:
        unused -= _digests(state, "briefing")
    state.db.executemany("DELETE FROM parsed WHERE digest = ?", [(one,) for one in unused])


def _digests(state: State, table: str) -> set[bytes]:
    rows = state.db.execute(f"SELECT digest FROM {table}")  # names of our own tables
    return {digest for (digest,) in rows}


def _load(state: State, digest: bytes) -> Any:
    row = state.db.execute("SELECT content FROM parsed WHERE digest = ?", (digest,)).fetchone()
    if row is None:
        raise StateError("the state lacks a briefing that was parsed")
    return unpack(row[0])
