"""The desk's own words on a page, in the languages it prints; others read English."""

from functools import lru_cache
from types import MappingProxyType
from typing import Final

from briefings.pages.locales import plural_form
from briefings.pages.phrasebook import PHRASES
from briefings.pages.phrasebook_figures import FIGURE_PHRASES
from briefings.pages.phrasebook_mail import MAIL


@lru_cache(maxsize=1024)
def chrome_language(language: str) -> str:
    """Give the language the desk's own words take on a page of this language."""
    primary = language.split("-", 1)[0].casefold()
    return primary if primary in PHRASES else "en"


def say(language: str, key: str, **values: str) -> str:
    """Give a phrase with its values filled in.

    Raises:
        KeyError: no such phrase; a mistake of the program.
    """
    return _find(chrome_language(language), key).format_map(MappingProxyType(values))


def has_phrase(key: str) -> bool:
    """Tell whether there is a phrase of this key."""
    return any(key in book["en"] for book in (PHRASES, FIGURE_PHRASES, MAIL))


def count(language: str, key: str, number: int) -> str:
    """Give a number with its noun, in the plural form the language wants (CLDR)."""
    chosen = chrome_language(language)
    forms = dict(part.split("=", 1) for part in _find(chosen, key).split("|"))
    form = plural_form(number, chosen)
    return forms.get(form, forms["other"]).format(n=f"{number}")


def kind_label(language: str, kind: str) -> str:
    """Name a kind of correction; one the desk does not know is printed as written."""
    known = {"correction", "clarification", "update", "retraction"}
    return say(language, kind) if kind in known else kind


def _find(language: str, key: str) -> str:
    found = PHRASES[language].get(key) or FIGURE_PHRASES[language].get(key)
    return found or MAIL.get(language, MAIL["en"])[key]


LANGUAGES: Final = tuple(sorted(PHRASES))
"""The languages the desk's own words are kept in."""
