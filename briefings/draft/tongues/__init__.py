"""Small words, one module a language: regular expressions that repeat nothing without end."""

from types import MappingProxyType
from typing import Final

from briefings.draft.tongues import ar, de, en, es, fr

TONGUES: Final = MappingProxyType(
    {"ar": ar.WORDS, "de": de.WORDS, "en": en.WORDS, "es": es.WORDS, "fr": fr.WORDS}
)
"""Language to its small words."""
