"""The pile: which article files there are, and which briefing holds which."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from briefings.errors import BadFileError, Finding, Place, Severity
from briefings.link.stories import Threads
from briefings.model import Article, Briefing, Note, Registers, Saved
from briefings.read import Reading, read_article, read_articles
from briefings.read.split import ENDINGS, holds_several, is_companion, limit_of, split_file
from briefings.settings import Settings
from briefings.store.disk import read_bytes
from briefings.store.provenance import load_provenance
from briefings.text.digests import digest_bytes
from briefings.text.sketches import likeness

_SAME_STORY = 0.6
"""A killed story comes back with the wire's mark and often a changed top."""


class Pile:
    """What has been used and spiked, by path, digest and sketch."""

    def __init__(self, registers: Registers) -> None:
        self._by_id: dict[str, Briefing] = {}
        self._by_path: dict[str, Briefing] = {}
        self._digests = {record.digest for record in registers.spiked}
        self._broken: dict[str, str] = {}
        self.threads = Threads()

    @classmethod
    def of(cls, briefings: Iterable[Briefing], registers: Registers) -> "Pile":
        """Take stock of the briefings there are."""
        pile = cls(registers)
        for briefing in briefings:
            pile.add(briefing)
        return pile

    def add(self, briefing: Briefing) -> None:
        """Note a briefing and the articles it stands on."""
        self._by_id[briefing.id] = briefing
        self.threads.add(briefing)
        for source in briefing.articles:
            self._by_path[source.path] = briefing
            self._digests.add(source.digest)

    def add_broken(self, path: str, text: str) -> None:
        """Note a briefing file that cannot be read: nobody may draft over it.

        Args:
            path: of the file, from the desk's folder.
            text: what could be read of it, to see which articles it names.
        """
        self._broken[path] = text

    def broken_holder(self, path: str) -> str | None:
        """Give the unreadable briefing file that names an article."""
        own = rf"{re.escape(path)}(?:#[\w-]{{1,99}})?"
        named = re.compile(rf"\bpath:\s*['\"]?{own}['\"]?\s*(?:[,}}]|$)", re.MULTILINE)
        return next((file for file, text in self._broken.items() if named.search(text)), None)

    def is_new(self, file: Path, settings: Settings) -> bool:
        """Tell whether no briefing stands on the file as it is and nobody spiked it."""
        path = file.relative_to(settings.articles()).as_posix()
        try:
            content = read_bytes(file, path, limit=limit_of(path))
            if digest_bytes(content) in self._digests:
                return False
            if not holds_several(path):
                return True
            parts = split_file(content, path=path, shown=path).parts
        except BadFileError:
            return True  # the reader says what is wrong with it
        return any(self.is_unused(part.digest()) for part in parts)

    def is_unused(self, digest: str) -> bool:
        """Tell whether no briefing stands on an article and nobody spiked it."""
        return digest not in self._digests

    def holder(self, path: str) -> Briefing | None:
        """Give the briefing that stands on an article."""
        return self._by_path.get(path)

    def standing_on(self, article: Article, note: Note) -> Briefing | None:
        """Give the briefing that stands on a story the wire takes back: its file or its text."""
        own = self._by_path.get(article.path)
        if own is not None:
            return own
        for path, sketch in self.sketches(but=()):
            if likeness(note.sketch, sketch) >= _SAME_STORY:
                return self._by_path[path]
        return None

    def briefing(self, key: str) -> Briefing:
        """Give a briefing by its id."""
        return self._by_id[key]

    def sketches(self, *, but: Container[str]) -> Iterator[tuple[str, str]]:
        """Give (article path, sketch) of what briefings hold, without some paths."""
        for briefing in self._by_id.values():
            for source in briefing.articles:
                if source.sketch and source.path not in but:
                    yield source.path, source.sketch

    def has_id(self, slug: str) -> bool:
        """Tell whether an id is taken, or a file of that name stands where nobody can read it."""
        return slug in self._by_id or any(Path(path).stem == slug for path in self._broken)


def find_article_files(settings: Settings, paths: Sequence[Path]) -> list[Path]:
    """List article files, in order of path.

    Args:
        settings: the desk.
        paths: files or folders; none means all of `content/articles/`.

    Raises:
        BadFileError: a path is not there, or not under the desk's `content/articles/`.
    """
    folder = settings.articles().resolve()
    found: set[Path] = set()
    for path in paths or [folder]:
        full = path.resolve()
        if not full.is_relative_to(folder):
            raise BadFileError(_outside(path))
        if full.is_file():
            found.add(full)
        elif full.is_dir():
            found.update(f for f in full.rglob("*") if f.is_file() and _is_article(f, folder))
        elif paths:
            raise BadFileError(_missing(path))
    return sorted(found)


def _is_article(file: Path, folder: Path) -> bool:
    parts = file.relative_to(folder).parts
    hidden = any(part.startswith((".", "_")) for part in parts)
    hidden = hidden or any(is_companion(part) for part in parts[:-1])
    return file.suffix.lower() in ENDINGS and not hidden and not file.is_symlink()


def _outside(path: Path) -> Finding:
    return Finding(
        code="BR002",
        severity=Severity.ERROR,
        place=Place(path.as_posix()),
        message="lies outside content/articles/",
        remedy="copy the file there first, so that the desk keeps what it drafted from",
    )


def _missing(path: Path) -> Finding:
    return Finding(
        code="BR002",
        severity=Severity.ERROR,
        place=Place(path.as_posix()),
        message="there is no such file or folder",
        remedy="check the spelling",
    )


def read_file(file: Path, settings: Settings, registers: Registers) -> Reading:
    """Read the articles of one file of the desk.

    Raises:
        BadFileError: it cannot be used.
    """
    return read_articles(**_source(file, settings), sources=registers.sources)


def read_one(path: str, settings: Settings, registers: Registers) -> Article | None:
    """Read one article by its path under `content/articles/`; None where its file is not there.

    Raises:
        BadFileError: it cannot be used.
    """
    name, _, key = path.partition("#")
    file = (settings.articles() / name).resolve()
    if not file.is_relative_to(settings.articles().resolve()) or not file.is_file():
        return None
    source = _source(file, settings)
    source["path"] = path if key else source["path"]
    return read_article(**source, sources=registers.sources)


def _source(file: Path, settings: Settings) -> dict[str, Any]:
    """Give the content of a file and its names, as the readers take them."""
    root, folder = settings.root.resolve(), settings.articles().resolve()
    full = file.resolve()
    shown = (full.relative_to(root) if full.is_relative_to(root) else file).as_posix()
    path = (full.relative_to(folder) if full.is_relative_to(folder) else Path(file.name)).as_posix()
    record = load_provenance(file, shown, settings.root) if full.is_relative_to(folder) else None
    return {
        "content": read_bytes(file, shown, limit=limit_of(path)),
        "path": path,
        "shown": shown,
        "saved": Saved(at=record.saved_at, url=record.url) if record else None,
    }
