"""What a build reads: as little as changed since the last one."""

import os
import pickle
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from briefings.configuration import FILE_NAME
from briefings.errors import Finding
from briefings.model import Edition, PlainPage, Registers
from briefings.settings import Settings
from briefings.site.theme import theme_folders
from briefings.state.database import State, unpack
from briefings.state.files import FileBook, Source, digest_of, digest_sources, walk
from briefings.state.parsed import Parse, Shown, read_desk

_TOOLS = (
    *("mkdocs", "mkdocs-material", "jinja2", "markdown-it-py", "nh3", "pagefind", "babel"),
    *("pillow", "python-bidi", "arabic-reshaper"),
)
REGISTERS = "the registers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What there is to read, by its digests: enough to tell that nothing changed."""

    shown: Shown
    keys: Mapping[str, str]
    """Digests of what every page may depend on, by what it is called."""
    pictures: str
    """Digest of the pictures there are."""
    rest: str
    """Digest of what else was read: briefings, editions, registers."""
    docs: Path
    """The folder of plain pages."""
    sources: Mapping[str, Sequence[Source]]
    """The files of what is read beside the briefings, by its name (`site/loading.py`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk(Look):
    """The desk as a build sees it: only what may be shown."""

    registers: Registers
    editions: tuple[Edition, ...]
    plain: tuple[PlainPage, ...]
    findings: tuple[Finding, ...]
    """What could not be read; the rest is here."""


class Reader:
    """Reads the desk's files through the book of their digests."""

    def __init__(
        self, state: State, files: FileBook, settings: Settings, *, keep: bool = False
    ) -> None:
        """Read a desk; `keep`: what cannot be read stands as the last build had it."""
        self._state, self._files, self._settings = state, files, settings
        self._keep = keep

    def look(self, *, now: datetime, drafts: bool, parse: Parse) -> Look:
        """Read the briefings that changed, and digest all else there is.

        Args:
            now: a moment.
            drafts: whether drafts are shown.
            parse: reads briefing files.
        """
        settings = self._settings
        shown = read_desk(
            *(self._state, self._files, settings),
            now=now,
            drafts=drafts,
            parse=parse,
            keep=self._keep,
        )
        mkdocs = self._source(str(settings.root / FILE_NAME), settings.root)
        docs = self._docs(mkdocs)
        own, pages = self._sources(settings.registers()), self._sources(docs)
        written = self._sources(settings.editions())
        keys = {
            "the theme": self._digest(*theme_folders(settings)),
            FILE_NAME: _hex([mkdocs, _resolved(settings)]),
            "a plain page": _hex(pages),
            "showing drafts": str(drafts),
        }
        everything = {**shown.contents, **{f"#{n}": d for n, d in enumerate(shown.digests)}}
        rest = [*written, *own, *(Source(name, "", d) for name, d in everything.items())]
        return Look(
            shown=shown,
            keys=keys,
            pictures=self._digest(settings.images()),
            rest=_hex(rest),
            docs=docs,
            sources={"registers": own, "editions": written, "plain": pages},
        )

    def read(self, look: Look) -> Desk:
        """Read what was looked at, as far as it differs from what was read before."""
        values: dict[str, Any] = {}
        findings = [*look.shown.findings]
        for name, sources in look.sources.items():
            values[name], wrong = self._kept(name, sources, look.docs)
            findings += wrong
        seen = {part.name: getattr(look, part.name) for part in fields(look)}
        seen["keys"] = {**look.keys, REGISTERS: _key_of(values["registers"])}
        return Desk(**seen, **values, findings=tuple(findings))

    def _docs(self, mkdocs: Source) -> Path:
        """Ask MkDocs for its folder of pages, where its file differs or points elsewhere."""
        settings = self._settings
        text = Path(mkdocs.file).read_bytes()
        if b"!ENV" in text or b"INHERIT" in text:
            return Path(_load("docs", settings, Path())[0])
        here = Source("", "", str(settings.root).encode())
        return Path(self._kept("docs", [mkdocs, here], Path())[0])

    def _digest(self, *folders: Path) -> str:
        return _hex([source for folder in folders for source in self._sources(folder)])

    def _sources(self, folder: Path) -> list[Source]:
        return [self._source(file, folder) for file in walk(str(folder))]

    def _source(self, file: str, folder: Path) -> Source:
        """Name a file from the desk's folder; beyond it from its own, wherever that lies."""
        root = f"{self._settings.root}{os.sep}"
        if file.startswith(root):
            name = file.removeprefix(root)
        else:
            name = f"{folder.name}:{file.removeprefix(str(folder))}"
        return self._files.source(name.replace(os.sep, "/"), file)

    def _kept(self, name: str, sources: Sequence[Source], docs: Path) -> Any:
        """Give what files say and what is wrong in them, read again only where they differ."""
        digest, db = digest_sources(sources), self._state.db
        row = db.execute("SELECT digest, content FROM kept WHERE name = ?", (name,)).fetchone()
        if row and row[0] == digest:
            return unpack(row[1])
        loaded = _load(name, self._settings, docs)
        if self._keep and row and loaded[1]:
            return unpack(row[1])[0], loaded[1]
        kept = (name, digest, pickle.dumps(loaded, 5))
        db.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", kept)
        return loaded


def _load(name: str, settings: Settings, docs: Path) -> Any:
    from briefings.site.loading import LOADERS  # noqa: PLC0415  # MkDocs and every schema

    return LOADERS[name](settings, docs)


def _resolved(settings: Settings) -> Source:
    """Give the options as they are meant, wherever the desk lies: some come from outside."""
    return Source("", "", digest_of("", repr(replace(settings, root=Path(), theme=None)).encode()))


@cache
def _key_of(registers: Registers) -> str:
    """Digest what every page may depend on; entries of names and stories are cells of their own."""
    merged = [(one.id, one.merged) for one in registers.stories if one.merged]
    asked = repr((registers.sources, registers.topics, merged))
    return digest_of("", asked.encode(errors="backslashreplace")).hex()


def program_version() -> str:
    """Digest the program, its words and what it builds with, as this process found them first.

    The theme is a source of its own.
    """
    package = Path(__file__).resolve().parents[1]
    files = [Path(file) for end in (".py", ".po") for file in walk(str(package), end)]
    code = [digest_of(file.relative_to(package).as_posix(), file.read_bytes()) for file in files]
    tools = " ".join(f"{tool} {version(tool)}" for tool in _TOOLS)
    return digest_of(f"{tools} {sys.version}", b"".join(code)).hex()


def _hex(sources: list[Source]) -> str:
    return digest_sources(sources).hex()


def differing(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    """Name what differs."""
    return (name for name, key in now.items() if before.get(name) != key)
