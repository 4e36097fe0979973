"""Names the briefings use and the register does not know: proposed, added, merged, ignored."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefings.errors import DeskError
from briefings.link.namebook import NameBook, fold_name
from briefings.model import Briefing, NameKind, NameRecord, Registers
from briefings.settings import Settings
from briefings.store.disk import read_text, save_text
from briefings.store.name_edits import add_alias, add_ignored, add_name
from briefings.text.sentences import split_sentences
from briefings.text.slugs import slugify

_LONGEST_CONTEXT = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class NewName:
    """A name the register does not know."""

    kind: NameKind
    name: str
    """As most briefings spell it."""
    briefings: int
    """How many name it."""
    path: str
    """Of the newest of them."""
    context: str
    """A sentence that holds the name; empty where no briefing shows one."""
    like: tuple[str, ...]
    """Ids in the register it may be another spelling of, the likeliest first."""


def find_new_names(briefings: Sequence[Briefing], registers: Registers) -> list[NewName]:
    """Give the names the register does not know, those in most briefings first."""
    book = NameBook(registers.names)
    ignored = set(map(fold_name, registers.ignored))
    spelled: dict[tuple[NameKind, str], Counter[str]] = {}
    named_in: dict[tuple[NameKind, str], list[Briefing]] = {}
    for briefing in briefings:
        for kind in NameKind:
            for use in briefing.names.of(kind):
                folded = fold_name(use.name)
                if use.id or folded in ignored or book.find(kind, use.name):
                    continue
                spelled.setdefault((kind, folded), Counter())[use.name] += 1
                named_in.setdefault((kind, folded), []).append(briefing)
    found = [
        _new_name(key[0], spelled[key].most_common(1)[0][0], held, registers.names)
        for key, held in named_in.items()
    ]
    return sorted(found, key=lambda one: (-one.briefings, one.kind.value, one.name))


def _new_name(
    kind: NameKind, name: str, held: Sequence[Briefing], records: Iterable[NameRecord]
) -> NewName:
    newest, *older = sorted(held, key=lambda b: (b.edition, b.id), reverse=True)
    return NewName(
        kind=kind,
        name=name,
        briefings=len({briefing.id for briefing in held}),
        path=newest.path,
        context=next(filter(None, (_context(name, b) for b in (newest, *older))), ""),
        like=tuple(record.id for record in _like(kind, name, records)),
    )


def _context(name: str, briefing: Briefing) -> str:
    points = (point.text for point in (*briefing.summary, *briefing.key_points))
    sentences = (*points, *split_sentences(briefing.body, briefing.language))
    found = next((text for text in sentences if name in text), "")
    return " ".join(found.split())[:_LONGEST_CONTEXT]


def _like(kind: NameKind, name: str, records: Iterable[NameRecord]) -> list[NameRecord]:
    """Give records that share the last word of a name or hold all its words, at most three."""
    words = set(fold_name(name).split())
    last = fold_name(name).split()[-1:]
    near: list[tuple[int, NameRecord]] = []
    for record in records:
        spellings = [set(fold_name(one).split()) for one in (record.name, *record.aliases)]
        shared = max(len(words & spelling) for spelling in spellings)
        ends = fold_name(record.name).split()[-1:] == last
        if record.kind is kind and (ends or any(words <= one or one <= words for one in spellings)):
            near.append((shared, record))
    return [record for _, record in sorted(near, key=lambda one: (-one[0], one[1].id))[:3]]


class NameRegister:
    """`content/registers/names.yml`, changed a line at a time."""

    def __init__(self, settings: Settings) -> None:
        self.file: Path = settings.registers() / "names.yml"
        self.path = self.file.relative_to(settings.root).as_posix()
        self._root = settings.root

    def _text(self) -> str:
        return read_text(self.file, self.path, root=self._root) if self.file.exists() else ""

    def add(self, kind: NameKind, name: str, taken: Iterable[str]) -> str:
        """Add a name under an id of its own; gives the id."""
        slug = slugify(name) or "name"
        ids = set(taken)
        key = next(one for one in _keys(slug) if one not in ids)
        save_text(self.file, add_name(self._text(), self.path, kind, key, name))
        return key

    def merge(self, kind: NameKind, name: str, into: str) -> None:
        """Add a name as another spelling of one that is there.

        Raises:
            DeskError: the register has no such id.
        """
        try:
            text = add_alias(self._text(), self.path, kind, into, name)
        except KeyError as error:
            message = f"{self.path} has no {kind.value} {into}: add it first, or name another id"
            raise DeskError(message) from error
        save_text(self.file, text)

    def ignore(self, name: str) -> None:
        """Note that a name is not to be proposed again."""
        save_text(self.file, add_ignored(self._text(), self.path, name))


def _keys(slug: str) -> Iterable[str]:
    yield slug
    yield from (f"{slug}-{number}" for number in range(2, 10_000))
