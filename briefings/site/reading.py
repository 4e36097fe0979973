"""What a build reads: as little as changed since the last one."""

import os
import pickle
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from briefings.errors import Finding
from briefings.model import Edition, Registers
from briefings.pages import PlainPage
from briefings.settings import Settings
from briefings.site.assets import theme_folders
from briefings.site.inputs import plain_pages
from briefings.state.database import State, unpack
from briefings.state.files import FileBook, Source, digest_of, digest_sources, walk
from briefings.state.parsed import Parse, Shown, read_desk
from briefings.store.editions import load_editions
from briefings.store.registers import DIARY, LEDGER, load_registers

T = TypeVar("T")
Findings = tuple[Finding, ...]
_TOOLS = (
    *("mkdocs", "mkdocs-material", "jinja2", "markdown-it-py", "nh3", "pagefind", "babel"),
    *("pillow", "python-bidi", "arabic-reshaper"),
)
REGISTERS = "the registers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The desk as a build sees it: only what may be shown."""

    shown: Shown
    registers: Registers
    editions: tuple[Edition, ...]
    plain: tuple[PlainPage, ...]
    findings: tuple[Finding, ...]
    """What could not be read; the rest is here."""
    keys: Mapping[str, str]
    """Digests of what every page may depend on, by what it is called."""
    pictures: str
    """Digest of the pictures there are."""
    rest: str
    """Digest of what else was read: briefings, editions, the ledger, the diary."""


class Reader:
    """Reads the desk's files through the book of their digests."""

    def __init__(
        self, state: State, files: FileBook, settings: Settings, *, keep: bool = False
    ) -> None:
        """Read a desk; `keep`: what cannot be read stands as the last build had it."""
        self._state, self._files, self._settings = state, files, settings
        self._keep = keep

    def read(self, docs: Path, *, now: datetime, drafts: bool, parse: Parse) -> Desk:
        """Read what changed, and give all that is visible at a moment.

        Args:
            docs: the folder of plain pages.
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
        own = self._sources(settings.registers())
        registers, wrong = self._kept("registers", own, lambda: load_registers(settings))
        written = self._sources(settings.editions())
        editions, faults = self._kept("editions", written, lambda: load_editions(settings))
        pages = self._sources(docs)
        plain, misread = self._kept("plain", pages, lambda: plain_pages(docs, settings))
        keys = {
            "the theme": self._digest(*theme_folders(settings)),
            "mkdocs.yml": _hex([self._source(str(settings.root / "mkdocs.yml"), settings.root)]),
            "a plain page": _hex(pages),
            REGISTERS: _hex([one for one in own if not _is_apart(one)]),
            "showing drafts": str(drafts),
        }
        apart = [one for one in own if _is_apart(one)]
        everything = {**shown.contents, **{f"#{n}": d for n, d in enumerate(shown.digests)}}
        rest = [*written, *apart, *(Source(name, "", d) for name, d in everything.items())]
        return Desk(
            shown=shown,
            registers=registers,
            editions=editions,
            plain=plain,
            findings=(*shown.findings, *wrong, *faults, *misread),
            keys=keys,
            pictures=self._digest(settings.images()),
            rest=_hex(rest),
        )

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

    def _kept(
        self, name: str, sources: list[Source], load: Callable[[], tuple[T, Findings]]
    ) -> tuple[T, Findings]:
        """Give what files say and what is wrong in them, read again only where they differ."""
        digest, db = digest_sources(sources), self._state.db
        row = db.execute("SELECT digest, content FROM kept WHERE name = ?", (name,)).fetchone()
        if row and row[0] == digest:
            value: tuple[T, Findings] = unpack(row[1])
            return value
        loaded = load()
        if self._keep and row and loaded[1]:
            before: T = unpack(row[1])[0]
            return before, loaded[1]
        kept = (name, digest, pickle.dumps(loaded, 5))
        db.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", kept)
        return loaded


def program_version() -> str:
    """Digest the program, its words and what it builds with; the theme is a source of its own."""
    package = Path(__file__).resolve().parents[1]
    files = [Path(file) for end in (".py", ".po") for file in walk(str(package), end)]
    code = [digest_of(file.relative_to(package).as_posix(), file.read_bytes()) for file in files]
    tools = " ".join(f"{tool} {version(tool)}" for tool in _TOOLS)
    return digest_of(f"{tools} {sys.version}", b"".join(code)).hex()


def _is_apart(source: Source) -> bool:
    """Tell whether a register reaches some pages only: the ledger, the diary."""
    return Path(source.file).name in {LEDGER, DIARY}


def _hex(sources: list[Source]) -> str:
    return digest_sources(sources).hex()


def differing(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    """Name what differs."""
    return (name for name, key in now.items() if before.get(name) != key)
