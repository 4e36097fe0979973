"""Phrases of the interface as the code writes them: in English, marked for the catalogues.

`pybabel extract` finds the three markers by their names (`pyproject.toml`, `make words`).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """English words, with `{name}` where a value goes."""

    text: str
    many: str | None = None
    """The plural, where the phrase counts `{n}`."""
    context: str | None = None
    """Parts two phrases that English words alike."""


def phrase(text: str) -> Phrase:
    """Mark a phrase."""
    return Phrase(text)


def phrase_as(context: str, text: str) -> Phrase:
    """Mark a phrase that English words like another; the context tells a translator which it is."""
    return Phrase(text, context=context)


def counted(one: str, many: str) -> Phrase:
    """Mark a phrase that counts: with `{n}`, in the singular and the plural."""
    return Phrase(one, many)
