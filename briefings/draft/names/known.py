"""Registered names in a text, by name or alias, longest first."""

import functools
import re
from collections.abc import Iterator

from briefings.model import NameRecord
from briefings.text.digests import fold

_WORD = re.compile(r"[^\W_]+")
_SPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
# Particles Arabic writes in one with the word behind: and, with, to, as, so.
_ARABIC_PREFIXES = ("و", "ب", "ل", "ك", "ف", "ال", "وال", "بال", "لل", "لل", "فال")

_Entry = tuple[tuple[str, ...], NameRecord]


def find_registered(
    text: str, records: tuple[NameRecord, ...]
) -> Iterator[tuple[int, int, NameRecord]]:
    """Give (start, end, record) of every registered name; they do not overlap."""
    index = _by_first_word(records)
    if not index:
        return
    words = [(found.start(), found.end(), found[0].casefold()) for found in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        length, record, skip = _match(index, words, at)
        if record is not None:
            yield words[at][0] + skip, words[at + length - 1][1], record
        at += max(1, length)
    yield from _find_unspaced(text, records)


def find_record(text: str, records: tuple[NameRecord, ...]) -> NameRecord | None:
    """Give the record whose name or alias is exactly this text, case and spaces aside."""
    words = _words(text)
    for entry, record in _by_first_word(records).get(words[0] if words else "", ()):
        if entry == words:
            return record
    return None


def _match(
    index: dict[str, tuple[_Entry, ...]], words: list[tuple[int, int, str]], at: int
) -> tuple[int, NameRecord | None, int]:
    for prefix in ("", *_ARABIC_PREFIXES):
        word = words[at][2]
        if not word.startswith(prefix):
            continue
        first = word[len(prefix) :]
        for entry, record in index.get(first, ()):
            if entry[1:] == tuple(each[2] for each in words[at + 1 : at + len(entry)]):
                return len(entry), record, len(prefix)
    return 0, None, 0


def _find_unspaced(
    text: str, records: tuple[NameRecord, ...]
) -> Iterator[tuple[int, int, NameRecord]]:
    """Look for names in scripts that print no spaces, where no word begins or ends."""
    if not _SPACED.search(text):
        return
    taken = 0
    for name, record in _unspaced(records):
        start = text.find(name, taken)
        while start >= 0:
            if not _WORD.fullmatch(text[start : start + len(name)]) or _SPACED.search(name):
                yield start, start + len(name), record
            start = text.find(name, start + len(name))


@functools.lru_cache(maxsize=8)
def _unspaced(records: tuple[NameRecord, ...]) -> tuple[tuple[str, NameRecord], ...]:
    found = [(n, record) for record in records for n in _spellings(record) if _SPACED.search(n)]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair[0])))


@functools.lru_cache(maxsize=8)
def _by_first_word(records: tuple[NameRecord, ...]) -> dict[str, tuple[_Entry, ...]]:
    index: dict[str, list[_Entry]] = {}
    for record in records:
        for name in _spellings(record):
            words = _words(name)
            if words:
                index.setdefault(words[0], []).append((words, record))
    return {
        first: tuple(sorted(entries, key=lambda entry: -len(entry[0])))
        for first, entries in index.items()
    }


def _words(text: str) -> tuple[str, ...]:
    return tuple(found[0].casefold() for found in _WORD.finditer(fold(text)))


def _spellings(record: NameRecord) -> tuple[str, ...]:
    return (record.name, *record.aliases)
