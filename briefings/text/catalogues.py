"""The words of the interface in other languages: one gettext catalogue for each.

The code speaks English, so English needs no catalogue. A catalogue is the `.po` file a translator
edits, read at the first word asked in its language (5 ms) and compiled in memory: no second file
that could be older than the first.
"""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

SOURCE: Final = "en"
"""The language the code is written in."""
DOMAIN: Final = "briefings"
FOLDER: Final = Path(__file__).resolve().parents[1] / "locales"


def catalogue_file(language: str) -> Path:
    """Give where the catalogue of a language is kept, whether there is one or not."""
    return FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


@cache
def languages() -> tuple[str, ...]:
    """List the languages the interface comes in, by code."""
    found = FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po")
    return tuple(sorted({SOURCE, *(file.parent.parent.name for file in found)}))


@cache
def catalogue(language: str) -> NullTranslations:
    """Give the catalogue of a language; that of the source says every phrase as it stands."""
    if language == SOURCE:
        return NullTranslations()
    # An English desk begins without them.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with catalogue_file(language).open("rb") as file:
        messages = read_po(file, locale=language, domain=DOMAIN, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return GNUTranslations(compiled)
