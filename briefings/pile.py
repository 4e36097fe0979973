"""The pile: which article files there are, and which briefing holds which."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefings.errors import BadFileError, Finding, Place, Severity
from briefings.link.copies import is_copy
from briefings.link.stories import Threads
from briefings.link.tellings import Telling, day_of, tellings_in
from briefings.model import Article, Briefing, Note, Registers, Saved, SpikedRecord, Status
from briefings.read import Reading, read_article, read_articles
from briefings.read.split import holds_several, limit_of
from briefings.settings import Settings
from briefings.store.disk import read_bytes
from briefings.store.provenance import SUFFIX, load_provenance
from briefings.text.digests import digest_bytes
from briefings.text.sketches import is_sketch, likeness

_SAME_STORY = 0.6
"""A killed story comes back with the wire's mark and often a changed top."""

Seen = Mapping[str, Sequence[str]]
"""The digests of the articles in a file, by the digest of the whole file."""


class Pile:
    """What has been used and spiked, by path, digest and sketch."""

    def __init__(self, registers: Registers) -> None:
        self._by_id: dict[str, Briefing] = {}
        self._by_path: dict[str, Briefing] = {}
        self._spiked = {record.digest: record for record in registers.spiked}
        self._sketches = [
            (record.sketch, record)
            for record in registers.spiked
            if record.sketch and is_sketch(record.sketch)
        ]
        self._digests = set(self._spiked)
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

    def is_new(self, file: Path, settings: Settings, seen: Seen) -> bool:
        """Tell whether a file may hold an article no briefing stands on and nobody spiked.

        Only its bytes are looked at. One that may hold several is new unless an earlier run saw
        what is in it; who reads it chooses among its articles.

        Args:
            file: of the desk.
            settings: of the desk.
            seen: what earlier runs found in files of several articles.
        """
        path = file.relative_to(settings.articles()).as_posix()
        try:
            digest = digest_bytes(read_bytes(file, path, limit=limit_of(path)))
        except BadFileError:
            return True  # the reader says what is wrong with it
        if digest in self._digests:
            return False
        return not holds_several(path) or not self.is_used_up(seen.get(digest, ()))

    def is_used_up(self, digests: Sequence[str]) -> bool:
        """Tell whether there are articles and none of them is unused."""
        return bool(digests) and not any(map(self.is_unused, digests))

    def is_unused(self, digest: str) -> bool:
        """Tell whether no briefing stands on an article and nobody spiked it."""
        return digest not in self._digests

    def spiked(self, digest: str, sketch: str = "") -> SpikedRecord | None:
        """Give the record of a spiked article: this one, or one it is a copy of."""
        own = self._spiked.get(digest)
        if own is not None or not sketch:
            return own
        return next((one for own, one in self._sketches if is_copy(own, sketch)), None)

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

    def tellings(self, days: Iterable[int]) -> list[Telling]:
        """Give what is compared of held articles of these days and those within two of them.

        What stands in a withdrawn briefing is compared with nothing.
        """
        near = {day + gap for day in days for gap in (-2, -1, 0, 1, 2)}
        return [
            telling
            for briefing in self._by_id.values()
            if briefing.status is not Status.WITHDRAWN
            and any(day_of(source.date) in near for source in briefing.articles)
            for telling in tellings_in(briefing)
        ]

    def has_id(self, slug: str) -> bool:
        """Tell whether an id is taken, or a file of that name stands where nobody can read it."""
        return slug in self._by_id or any(Path(path).stem == slug for path in self._broken)


def read_file(file: Path, settings: Settings, registers: Registers) -> Reading:
    """Read the articles of one file of the desk.

    Raises:
        BadFileError: it cannot be used.
    """
    source = _source(file, settings)
    reading = read_articles(**source, sources=registers.sources)
    changed = find_changed(file, source["content"], settings)
    return replace(reading, findings=(*reading.findings, *changed))


def find_changed(file: Path, content: bytes, settings: Settings) -> tuple[Finding, ...]:
    """Say of a stored file that it is no longer what was added, by the record beside it."""
    if not file.is_relative_to(settings.articles()):
        return ()
    shown = file.relative_to(settings.root).as_posix()
    record = load_provenance(file, shown, settings.root)
    if record is None or record.digest == digest_bytes(content):
        return ()
    return (
        Finding(
            code="BR228",
            severity=Severity.WARNING,
            place=Place(shown),
            message="this is not the file that was added: its digest differs from its record's",
            remedy=f"put the original back, or delete {file.name}{SUFFIX} if the change is meant",
        ),
    )


def read_one(
    path: str, settings: Settings, registers: Registers
) -> tuple[Article | None, tuple[Finding, ...]]:
    """Read one article by its path under `content/articles/`; None where its file is not there.

    Beside it stands what its record has to say of the file.

    Raises:
        BadFileError: it cannot be used.
    """
    name, _, key = path.partition("#")
    file = (settings.articles() / name).resolve()
    if not file.is_relative_to(settings.articles().resolve()) or not file.is_file():
        return None, ()
    source = _source(file, settings)
    source["path"] = path if key else source["path"]
    article = read_article(**source, sources=registers.sources)
    return article, find_changed(settings.articles() / name, source["content"], settings)


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
