"""The pile: which article files there are, and which briefing holds which."""

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from briefings.errors import BadFileError
from briefings.link.copies import is_copy
from briefings.link.stories import Threads
from briefings.link.tellings import Telling, day_of, tellings_in
from briefings.model import (
    Article,
    Briefing,
    Names,
    Note,
    Registers,
    SpikedRecord,
    Status,
)
from briefings.read.split import holds_several, limit_of
from briefings.settings import Settings
from briefings.store.disk import read_bytes
from briefings.text.digests import digest_bytes
from briefings.text.sketches import is_sketch, likeness

_SAME_STORY = 0.6
"""A killed story comes back with the wire's mark and often a changed top."""

Seen = Mapping[str, Sequence[str]]
"""The digests of the articles in a file, by the digest of the whole file."""


class Pile:
    """What has been used and spiked, by path, digest and sketch.

    Of each briefing it holds what tells it from others; the rest is read again where it is asked
    for, so that a desk of a hundred thousand is not in memory whole.
    """

    def __init__(self, registers: Registers, load: Callable[[str], Briefing]) -> None:
        self._load = load
        self._by_id: dict[str, Briefing] = {}
        self._by_path: dict[str, Briefing] = {}
        self._by_day: defaultdict[int, set[str]] = defaultdict(set)
        self._spiked = {record.digest: record for record in registers.spiked}
        self._sketches = [
            (record.sketch, record)
            for record in registers.spiked
            if record.sketch and is_sketch(record.sketch)
        ]
        self._digests = set(self._spiked)
        self._broken: dict[str, str] = {}
        self.threads = Threads()

    def add(self, briefing: Briefing) -> None:
        """Note a briefing and the articles it stands on."""
        self.threads.add(briefing)
        held = self._by_id[briefing.id] = _outline(briefing)
        for source in held.articles:
            self._by_path[source.path] = held
            self._digests.add(source.digest)
            if (day := day_of(source.date)) is not None:
                self._by_day[day].add(held.id)

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
        """Give a briefing by its id, all of it.

        Raises:
            BadFileError: its file can no longer be read.
        """
        return self._load(self._by_id[key].path)

    def sketches(self, *, but: Container[str]) -> Iterator[tuple[str, str]]:
        """Give (article path, sketch) of what briefings hold, without some paths."""
        for briefing in self._by_id.values():
            for source in briefing.articles:
                if source.sketch and source.path not in but:
                    yield source.path, source.sketch

    def near(self, days: Iterable[int]) -> dict[str, int | None]:
        """Give held articles, each with its day, of these days and those within two of them.

        What stands in a withdrawn briefing is compared with nothing.
        """
        near = {day + gap for day in days for gap in (-2, -1, 0, 1, 2)}
        found = {id_ for day in near for id_ in self._by_day.get(day, ())}
        return {
            source.path: day_of(source.date)
            for id_ in found
            if (held := self._by_id[id_]).status is not Status.WITHDRAWN
            for source in held.articles
        }

    def telling(self, path: str) -> Telling:
        """Give what is compared of an article that a briefing holds."""
        briefing = self.briefing(self._by_path[path].id)
        return next(one for one in tellings_in(briefing) if one.key == path)

    def ids(self) -> Iterator[str]:
        """Give the ids of all briefings."""
        return iter(self._by_id)

    def has_id(self, slug: str) -> bool:
        """Tell whether an id is taken, or a file of that name stands where nobody can read it."""
        return slug in self._by_id or any(Path(path).stem == slug for path in self._broken)


def _outline(briefing: Briefing) -> Briefing:
    """Leave out what only its own page needs."""
    articles = tuple(
        replace(source, terms=(), figures=(), images=(), agencies=(), byline=())
        for source in briefing.articles
    )
    return replace(
        briefing, articles=articles, body="", summary=(), key_points=(), quotes=(), names=Names()
    )
