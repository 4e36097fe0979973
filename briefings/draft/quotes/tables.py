"""The word tables behind the finding of speakers, read once from `data/cues.txt`."""

import functools
import re
from dataclasses import dataclass
from importlib import resources

_SECTION = re.compile(r"\[(\w+)\]")


@dataclass(frozen=True, slots=True)
class Tongue:
    """The words one language puts around quotations, in lower case."""

    language: str
    cues: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    """Such as `according to`, as words."""
    skip: frozenset[str]
    """May stand between a subject and its verb."""
    stop: frozenset[str]
    """A subject does not reach over these."""
    after_stop: frozenset[str]
    """A subject behind its verb ends before these."""
    pronouns: frozenset[str]
    things: frozenset[str]
    """What speaks for somebody: a statement, a letter."""


@functools.cache
def tongue(language: str) -> Tongue:
    """Give the words of a language; English ones where it has no table."""
    code = language if f"{language}_cue" in _sections() else "en"
    according = sorted(_section(code, "according"))
    return Tongue(
        code,
        _section(code, "cue"),
        tuple(tuple(entry.split()) for entry in according),
        _section(code, "skip"),
        _section(code, "stop"),
        _section(code, "after_stop"),
        _section(code, "pronouns"),
        _section(code, "things"),
    )


def listed(section: str) -> frozenset[str]:
    """Give a section that is not of one language alone.

    Raises:
        KeyError: there is no such section.
    """
    return _sections()[section]


def strong_cues() -> frozenset[str]:
    """Give verbs that are hardly ever anything but verbs of saying."""
    return _sections()["en_strong"]


def work_words() -> frozenset[str]:
    """Give words that announce the title of a work or a coinage, not a quotation."""
    return _sections()["works"]


def _section(code: str, kind: str) -> frozenset[str]:
    return _sections().get(f"{code}_{kind}", frozenset())


@functools.cache
def _sections() -> dict[str, frozenset[str]]:
    text = resources.files("briefings").joinpath("draft", "data", "cues.txt").read_text("utf-8")
    sections: dict[str, set[str]] = {}
    entries: set[str] = set()
    for line in text.splitlines():
        heading = _SECTION.fullmatch(line.strip())
        if heading:
            entries = sections.setdefault(heading[1], set())
        elif not line.startswith("#"):
            entries.update(entry.strip().lower() for entry in line.split(",") if entry.strip())
    return {name: frozenset(found) for name, found in sections.items()}
