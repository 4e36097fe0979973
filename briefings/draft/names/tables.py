"""The word tables behind the finding of names, read once from `data/`."""

import functools
import re
from importlib import resources

_SECTION = re.compile(r"\[(\w+)\]")


@functools.cache
def table(section: str) -> frozenset[str]:
    """Give one section of `data/names.txt`, in lower case.

    Raises:
        KeyError: there is no such section.
    """
    return _sections()[section]


@functools.cache
def short_forms() -> dict[str, str]:
    """Give what short forms stand for: `us` is `united states`."""
    pairs = (entry.partition(" = ") for entry in sorted(table("short")))
    return {short: full for short, _, full in pairs}


@functools.cache
def given_names() -> frozenset[str]:
    """Give common given names of many cultures, in lower case."""
    return frozenset(_words("given_names.txt"))


@functools.cache
def lower_words() -> frozenset[str]:
    """Give words that English news usually prints in lower case."""
    return frozenset(_words("lower_words.txt"))


@functools.cache
def openers(language: str) -> frozenset[str]:
    """Give words that stand in capitals only because they open a sentence."""
    own = {"fr", "es", "de"} & {language}
    return table("common").union(*(table(f"common_{code}") for code in sorted(own)))


@functools.cache
def offices_by_first() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Give the offices as word tuples by their first word, longest first."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for office in sorted(table("offices")):
        words = tuple(office.split())
        by_first.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in by_first.items()}


@functools.cache
def _sections() -> dict[str, frozenset[str]]:
    sections: dict[str, set[str]] = {}
    entries: set[str] = set()
    for line in _lines("names.txt"):
        heading = _SECTION.fullmatch(line)
        if heading:
            entries = sections.setdefault(heading[1], set())
        else:
            entries.update(entry.strip().lower() for entry in line.split(",") if entry.strip())
    return {name: frozenset(found) for name, found in sections.items()}


def _words(file: str) -> list[str]:
    return [word for line in _lines(file) for word in line.split()]


def _lines(file: str) -> list[str]:
    text = resources.files("briefings").joinpath("draft", "data", file).read_text("utf-8")
    return [line.strip() for line in text.splitlines() if line and not line.startswith("#")]
