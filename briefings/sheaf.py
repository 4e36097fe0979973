"""The sheaf: the articles of a run.

In memory is what grouping asks of all of them; the rest waits in the notebook, so that a hundred
thousand articles take little more room than a thousand.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefings.filed import Taken
from briefings.link.tellings import Telling, day_of, telling_of
from briefings.model import Article, Note
from briefings.notebook import Notebook

ReadOne = tuple[Article, Note]
"""An article and its note."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What is at hand of an article."""

    order: tuple[bool, str, str]
    """Of articles in a briefing: by date, those without one last; then by digest."""
    day: int | None
    sketch: str
    key: bytes
    """Of its page in the notebook."""
    number: int
    """Among the articles of its file."""


class Sheaf:
    """Articles by path, in the order they came."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._slips: dict[str, Slip] = {}

    def add(self, article: Article, note: Note, key: bytes, number: int) -> None:
        """Take in an article whose page in the notebook says this of it."""
        date = article.date.isoformat() if article.date else ""
        self._slips[article.path] = Slip(
            order=(article.date is None, date, article.digest),
            day=day_of(article.date),
            sketch=note.sketch,
            key=key,
            number=number,
        )

    def add_worded(self, article: Article, note: Note) -> None:
        """Take in an article whose note a language model worded; it gets a page of its own."""
        key = self._notebook.key("worded", article.path, article.digest)
        self._notebook.put(key, Taken(articles=((article, note),)))
        self.add(article, note, key, 0)

    def __contains__(self, path: object) -> bool:
        return path in self._slips

    def __iter__(self) -> Iterator[str]:
        return iter(self._slips)

    def __len__(self) -> int:
        return len(self._slips)

    def __getitem__(self, path: str) -> Slip:
        return self._slips[path]

    def read(self, path: str) -> ReadOne:
        """Give an article with its note."""
        slip = self._slips[path]
        taken: Taken = self._notebook.get(slip.key)
        return taken.articles[slip.number]

    def telling(self, path: str) -> Telling:
        """Give what is compared of an article."""
        return telling_of(*self.read(path))

    def sorted(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Give paths in the order of articles in a briefing."""
        return tuple(sorted(paths, key=lambda path: self._slips[path].order))
