"""Catalogues and code agree: every phrase in every language, with its values and its forms."""

import re
import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from briefings.pages.phrases import count, say
from briefings.text.catalogues import SOURCE, catalogue, catalogue_file, languages
from tests.theme.rendering import templates

ROOT = Path(__file__).resolve().parents[2]
VALUE = re.compile(r"\{\w+\}|%\(\w+\)s")
OTHERS = [language for language in languages() if language != SOURCE]
CALL = re.compile(r"\b(?:_|_desk|ngettext|pgettext|_desk_as)\(([^'])")
NARROW = "\u202f"


@lru_cache(maxsize=1)
def phrases() -> Catalog:
    """Give what the code says, as `make words` finds it."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    line = next(one for one in makefile.splitlines() if "pybabel -q extract" in one)
    words = line.split("-q extract", 1)[1].split()
    with TemporaryDirectory() as folder:
        template = Path(folder) / "words.pot"
        words[words.index("-o") + 1] = str(template)
        command = [sys.executable, "-m", "babel.messages.frontend", "extract", *words]
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        with template.open("rb") as file:
            return read_po(file)


@lru_cache(maxsize=8)
def translated(language: str) -> Catalog:
    """Give a catalogue as its file has it."""
    with catalogue_file(language).open("rb") as file:
        return read_po(file, locale=language)


def forms(message: Message) -> list[str]:
    """Give every wording of a message."""
    return list(message.string) if isinstance(message.string, tuple) else [message.string]


def said(catalog: Catalog) -> Iterator[Message]:
    """Give the messages, without the header."""
    return (message for message in catalog if message.id)


def key(message: Message) -> tuple[str | None, object]:
    """Give what tells a message from the others."""
    return message.context, message.id


def test_the_interface_comes_in_five_languages() -> None:
    """English needs no catalogue: the code speaks it."""
    assert languages() == ("ar", "de", "en", "es", "fr")


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_has_what_the_code_says_and_nothing_else(language: str) -> None:
    """`make words` was run: no phrase is missing, none is left over, none is only guessed."""
    catalog = translated(language)

    assert {key(m) for m in said(catalog)} == {key(m) for m in said(phrases())}
    assert not catalog.obsolete
    assert not [m.id for m in catalog if m.id and m.fuzzy]


@pytest.mark.parametrize("language", OTHERS)
def test_every_phrase_is_translated_with_its_values(language: str) -> None:
    """Each form is there and takes the values of the English; a form may say the number itself."""
    catalog = translated(language)

    for message in said(catalog):
        wordings = forms(message)
        english = message.id if isinstance(message.id, str) else message.id[1]
        wanted = set(VALUE.findall(english))
        assert all(wordings), message.id
        assert isinstance(message.id, str) or len(wordings) == catalog.num_plurals, message.id
        for wording in wordings:
            spoken = {"{n}", "%(num)s"} if isinstance(message.id, tuple) else set()
            assert wanted - spoken <= set(VALUE.findall(wording)) <= wanted, message.id


COUNTED_ALIKE = {"{n} minute", "{n} date"}


@pytest.mark.parametrize("language", OTHERS)
def test_no_phrase_is_left_in_english(language: str) -> None:
    """What reads alike in both languages is named here."""
    alike = {
        "de": {"Name", "Person", "Organisation"},
        "fr": {"Sources", "Organisations", "Organisation", "Date", "Correction", *COUNTED_ALIKE},
    }
    for message in said(translated(language)):
        english = message.id if isinstance(message.id, str) else message.id[0]
        letters = re.sub(r"%\(\w+\)s|\{\w+\}|\W|min\b", "", english)
        if letters and english not in alike.get(language, set()):
            assert english not in forms(message)


def test_french_sets_its_marks_apart() -> None:
    """A narrow space that never breaks stands before ; : ! ? and inside « »."""
    for message in said(translated("fr")):
        for wording in forms(message):
            assert not re.search(rf"(?<!{NARROW})[;:!?»]|«(?!{NARROW})", wording), wording


@pytest.mark.parametrize(
    ("language", "foreign"), [("ar", ',;?“”"'), ("de", '“$|”"«'), ("es", '“”"'), ("fr", "“”\"'")]
)
def test_marks_are_those_of_the_language(language: str, foreign: str) -> None:
    """No Latin comma in Arabic, no English quotation mark anywhere."""
    for message in said(translated(language)):
        for wording in forms(message):
            text = re.sub(r"„[^“]*“", "", wording) if language == "de" else wording
            assert not set(text) & set(foreign), wording


@pytest.mark.parametrize("number", [0, 1, 2, 3, 11, 100, 1_000_000])
@pytest.mark.parametrize("language", languages())
def test_every_number_has_its_form(language: str, number: int) -> None:
    """The number stands in the phrase, or the phrase says it in words."""
    for one in ("briefings", "minutes", "outlets", "origin_count"):
        text = count(language, one, number)
        assert "{" not in text
        assert re.search(r"\d", text) or (language == "ar" and number < 3)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "لا موجزات"),
        (1, "موجز واحد"),
        (2, "موجزان"),
        (3, "3 موجزات"),
        (11, "11 موجزًا"),
        (100, "100 موجز"),
        (1200, "1,200 موجز"),
    ],
)
def test_arabic_counts_in_six_forms(number: int, text: str) -> None:
    """CLDR's zero, one, two, few, many and other."""
    assert count("ar", "briefings", number) == text


def test_one_english_word_of_two_meanings_has_two_translations() -> None:
    """The context tells them apart."""
    assert say("de", "search") == "Suche"
    assert catalogue("de").pgettext("button", "Search") == "Suchen"


@pytest.mark.parametrize("file", templates(), ids=lambda file: file.name)
def test_words_of_templates_are_literal(file: Path) -> None:
    """A phrase that is put together at run time is in no catalogue."""
    assert CALL.findall(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_unit_has_no_full_stop_of_its_own(language: str) -> None:
    """The sentence around it ends with one: two would stand there."""
    for message in said(translated(language)):
        english = message.id if isinstance(message.id, str) else message.id[0]
        if english.endswith("min"):
            assert not [wording for wording in forms(message) if wording.endswith(".")]
