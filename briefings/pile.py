"""The pile: which article files there are, and which briefing holds which."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path

from briefings.errors import BadFileError, Finding, Place, Severity
from briefings.link.stories import Threads
from briefings.model import Article, Briefing, Registers
from briefings.read import read_article
from briefings.read.split import ENDINGS
from briefings.settings import Settings
from briefings.store.disk import read_bytes
from briefings.text.digests import digest_bytes


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
        named = re.compile(rf"\bpath:\s*['\"]?{re.escape(path)}['\"]?\s*(?:[,}}]|$)", re.MULTILINE)
        return next((file for file, text in self._broken.items() if named.search(text)), None)

    def is_new(self, file: Path, settings: Settings) -> bool:
        """Tell whether no briefing stands on the file as it is and nobody spiked it."""
        path = file.relative_to(settings.articles()).as_posix()
        try:
            digest = digest_bytes(read_bytes(file, path))
        except BadFileError:
            return True  # the reader says what is wrong with it
        return digest not in self._digests

    def holder(self, path: str) -> Briefing | None:
        """Give the briefing that stands on an article."""
        return self._by_path.get(path)

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
    hidden = any(part.startswith((".", "_")) for part in file.relative_to(folder).parts)
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


def read_file(file: Path, settings: Settings, registers: Registers) -> Article:
    """Read one article file of the desk.

    Raises:
        BadFileError: it cannot be used.
    """
    shown = file.relative_to(settings.root) if file.is_relative_to(settings.root) else file
    folder = settings.articles()
    path = file.relative_to(folder) if file.is_relative_to(folder) else Path(file.name)
    return read_article(
        read_bytes(file, shown.as_posix()),
        path=path.as_posix(),
        shown=shown.as_posix(),
        sources=registers.sources,
    )
