"""The desk's own words on a page, in the languages it prints; others read English."""

from collections.abc import Iterable
from functools import lru_cache

from babel.numbers import format_decimal

from briefings.link.reasons import english_names
from briefings.model import Reason
from briefings.pages.locales import isolate, locale_of
from briefings.pages.phrasebook import PHRASES
from briefings.text.catalogues import SOURCE, catalogue, languages
from briefings.text.phrases import Phrase


@lru_cache(maxsize=1024)
def chrome_language(language: str) -> str:
    """Give the language the desk's own words take on a page of this language."""
    return _primary(language) if has_words(language) else SOURCE


def has_words(language: str) -> bool:
    """Tell whether the desk's own words come in a language."""
    return _primary(language) in languages()


def _primary(language: str) -> str:
    return language.split("-", 1)[0].casefold()


def say(language: str, key: str, **values: str) -> str:
    """Give a phrase with its values filled in, each in its own direction.

    Raises:
        KeyError: no such phrase; a mistake of the program.
    """
    words = _said(language, key)
    return words.format_map({name: isolate(value, language) for name, value in values.items()})


def say_raw(language: str, key: str) -> str:
    """Give a phrase with its `{name}`s, for a program to fill in."""
    return _said(language, key)


@lru_cache(maxsize=4096)
def _said(language: str, key: str) -> str:
    return _translated(language, PHRASES[key])


def say_list(language: str, parts: Iterable[str]) -> str:
    """Give parts that may hold commas one after another: `Ferries stop; Inquiry opened`."""
    return say(language, "semicolon").join(isolate(part, language) for part in parts)


def say_reason(reason: Reason, language: str) -> str:
    """Say why another briefing is related."""
    names = english_names(reason) if chrome_language(language) == SOURCE else reason.of
    named = dict(zip(("first", "second"), names, strict=False))
    return say(language, f"reason_{reason.kind}", **named)


def has_phrase(key: str) -> bool:
    """Tell whether there is a phrase of this key."""
    return key in PHRASES


@lru_cache(maxsize=4096)
def count(language: str, key: str, number: int) -> str:
    """Give a number with its noun, in the plural form the language wants (CLDR)."""
    form = _translated(language, PHRASES[key], number)
    return form.format(n=say_number(language, number))


def say_number(language: str, number: int) -> str:
    """Write a number as the language groups its digits: `1,200`."""
    said: str = format_decimal(number, locale=locale_of(language))
    return said


def kind_label(language: str, kind: str) -> str:
    """Name a kind of correction; one the desk does not know is printed as written."""
    known = {"correction", "clarification", "update", "source-correction", "retraction"}
    return say(language, kind.replace("-", "_")) if kind in known else kind


def _translated(language: str, phrase: Phrase, number: int = 1) -> str:
    words = catalogue(chrome_language(language))
    if phrase.many is not None:
        return words.ngettext(phrase.text, phrase.many, number)
    if phrase.context is not None:
        return words.pgettext(phrase.context, phrase.text)
    return words.gettext(phrase.text)
