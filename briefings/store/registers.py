"""The registers: what the desk knows and edits, one YAML file each, and the ledger of addresses."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from briefings.errors import BadFileError, Finding
from briefings.model import NameKind, NameRecord, Registers
from briefings.settings import Settings
from briefings.store.conflicts import conflict_faults, find_conflicts, take_ours
from briefings.store.disk import read_text
from briefings.store.faults import Fault, MisfitError, did_you_mean, find_in
from briefings.store.front import NOTHING, as_mapping
from briefings.store.kinds import ListOf, misfit
from briefings.store.name_edits import IGNORED
from briefings.store.piecemeal import read_what_parses
from briefings.store.records import Record
from briefings.store.register_files import DIARY, LEDGER
from briefings.store.schema_diary import DIARY_ENTRY
from briefings.store.schema_registers import NAME_RECORDS, SOURCE, SPIKED, STORY, TOPIC_RECORD, WORD
from briefings.store.values import ID, TEXT, TOPIC
from briefings.store.yaml import REGISTER_BYTES, Entry, Listing, Mapping, Node, Scalar, read_yaml
from briefings.text.segments import is_address

T = TypeVar("T")


def load_registers(settings: Settings) -> tuple[Registers, tuple[Finding, ...]]:
    """Read every register there is; an entry with a fault is left out, the rest stands."""
    shelf = _Shelf(settings)
    registers = Registers(
        sources=shelf.records("sources.yml", SOURCE, ID.read),
        names=shelf.names("names.yml"),
        ignored=shelf.ignored,
        stories=shelf.records("stories.yml", STORY, ID.read),
        topics=shelf.records("topics.yml", TOPIC_RECORD, TOPIC.read),
        diary=shelf.records(DIARY, DIARY_ENTRY, ID.read),
        spiked=shelf.listed("articles.yml", "spiked", SPIKED),
        words=shelf.listed("words.yml", "words", WORD),
        addresses=tuple(ledger := shelf.ledger(LEDGER)),
        address_lines=tuple(ledger.values()),
    )
    return registers, tuple(shelf.findings)


def ledger_text(addresses: Iterable[tuple[str, str]]) -> str:
    """Write the ledger: a line for each address and `kind:id`, sorted, each once."""
    return "".join(f"{address}\t{target}\n" for address, target in sorted(set(addresses)))


def parse_ledger(text: str) -> tuple[tuple[tuple[str, str], ...], tuple[Fault, ...]]:
    """Read the ledger; git's union merge may have left lines twice and out of order."""
    ledger, faults = read_ledger(text)
    return tuple(ledger), faults


def read_ledger(text: str) -> tuple[dict[tuple[str, str], int], tuple[Fault, ...]]:
    """Read the ledger, sorted, with the line on which each entry first stands."""
    addresses: dict[tuple[str, str], int] = {}
    faults = conflict_faults(text, keep_both=True)
    marks = {line for one in find_conflicts(text) for line in one.marks}
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if number in marks:
            continue
        address, tab, target = line.partition("\t")
        kind, colon, name = target.strip().partition(":")
        if is_address(address) and tab and kind and colon and name:
            addresses.setdefault((address, f"{kind}:{name}"), number)
        elif line.strip():
            faults.append(_not_an_address(number))
    return dict(sorted(addresses.items())), tuple(faults)


class _Shelf:
    """The folder of registers, and what was found wrong in it."""

    def __init__(self, settings: Settings) -> None:
        self.findings: list[Finding] = []
        self.ignored: tuple[str, ...] = ()
        self._folder, self._root = settings.registers(), settings.root

    def records(
        self, name: str, record: Record[T], read_id: Callable[[Node], str]
    ) -> tuple[T, ...]:
        """Read a register of ids and their fields."""
        root, path = self._mapping(name)
        return tuple(self._entries(root, path, record, read_id))

    def names(self, name: str) -> tuple[NameRecord, ...]:
        """Read people, organisations, places and laws."""
        root, path = self._mapping(name)
        kinds = {kind.plural(): kind for kind in NameKind}
        records: list[NameRecord] = []
        for entry in root.entries:
            kind = kinds.get(entry.key)
            if entry.key == IGNORED:
                self._read_ignored(entry, path)
            elif kind is None:
                self._note(path, [_unknown(entry, [*kinds, IGNORED])])
            elif isinstance(entry.node, Mapping):
                records += self._entries(entry.node, path, NAME_RECORDS[kind], ID.read)
            elif not isinstance(entry.node, Scalar) or entry.node.text is not None:
                self._note(path, [_no_entries(entry)])
        return tuple(records)

    def _read_ignored(self, entry: Entry, path: str) -> None:
        try:
            self.ignored = tuple(ListOf(TEXT).read(entry.node))
        except MisfitError as error:
            self._note(path, error.faults)

    def listed(self, name: str, key: str, record: Record[T]) -> tuple[T, ...]:
        """Read a register of one list; an entry with a fault is left out."""
        root, path = self._mapping(name)
        entry = root.entry(key)
        self._note(path, [_unknown(e, [key]) for e in root.entries if e.key != key])
        node = entry.node if entry else None
        if node is None or (isinstance(node, Scalar) and node.text is None):
            return ()
        if not isinstance(node, Listing):
            self._note(path, misfit(node.start, f"{key}: expected a list").faults)
            return ()
        return tuple(self._items(node, path, record))

    def _items(self, node: Listing, path: str, record: Record[T]) -> Iterator[T]:
        for item in node.items:
            try:
                yield record.read(item)
            except MisfitError as error:
                self._note(path, error.faults)

    def ledger(self, name: str) -> dict[tuple[str, str], int]:
        """Read the ledger, with the line of each entry."""
        text, path = self._text(name)
        ledger, faults = read_ledger(text or "")
        self._note(path, faults)
        return ledger

    def _entries(
        self, root: Mapping, path: str, record: Record[T], read_id: Callable[[Node], str]
    ) -> Iterator[T]:
        for entry in root.entries:
            try:
                yield record.read_with(entry.node, id=read_id(_key_node(entry)))
            except MisfitError as error:
                self._note(path, error.faults)

    def _mapping(self, name: str) -> tuple[Mapping, str]:
        text, path = self._text(name)
        empty = NOTHING
        if text is None:
            return empty, path
        if conflicts := conflict_faults(text):
            # One message, and not one for each entry that would be missing.
            self._note(path, conflicts)
            text = take_ours(text)
        try:
            node = self._parsed(text.removeprefix("\ufeff"), path)
            return (empty if node is None else as_mapping(node, path)), path
        except BadFileError as error:
            self.findings.extend(error.findings)
            return empty, path

    def _parsed(self, text: str, path: str) -> Node | None:
        try:
            return read_yaml(text, path, limit=REGISTER_BYTES)
        except BadFileError:
            if len(text) > REGISTER_BYTES:
                raise
        node, faults = read_what_parses(text, path)
        self.findings.extend(faults)
        return node

    def _text(self, name: str) -> tuple[str | None, str]:
        file = self._folder / name
        path = _shown(file, self._root)
        if not file.exists():
            return None, path
        try:
            return read_text(file, path, limit=REGISTER_BYTES, root=self._root), path
        except BadFileError as error:
            self.findings.extend(error.findings)
            return None, path

    def _note(self, path: str, faults: Iterable[Fault]) -> None:
        self.findings.extend(find_in(path, faults))


def _key_node(entry: Entry) -> Node:
    return Scalar(entry.key, entry.at, entry.key_end)


def _shown(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix()


def _unknown(entry: Entry, known: Iterable[str]) -> Fault:
    words = list(known)
    return Fault(
        code="BR105",
        line=entry.at.line,
        column=entry.at.column,
        message=f'unknown key "{entry.key}"',
        remedy=did_you_mean(entry.key, words) or f"the file has {', '.join(words)}",
    )


def _no_entries(entry: Entry) -> Fault:
    at = entry.node.start
    return Fault(
        code="BR107",
        line=at.line,
        column=at.column,
        message=f"{entry.key}: expected ids, each with its keys",
        remedy="write ada-brook: {name: Ada Brook}",
    )


def _not_an_address(number: int) -> Fault:
    return Fault(
        code="BR110",
        line=number,
        column=1,
        message="not an address and an id with a tab between",
        remedy="write /2026/03/ferries/<tab>briefing:ferries, or delete the line",
    )
