"""Texts without their typography: what two compositors may set differently and mean the same."""

import re
import unicodedata
from typing import Final

_ALIKE: Final = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′´`‹›", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
        "…": "...",
    }
)
# A hyphen between words may be a space; before a number it may be a minus, between two a range.
_HYPHEN: Final = re.compile(r"(?<![\d\s])-(?!\d)|(?<=\w)-(?=[^\W\d])|\s-\s|\s-$|^-\s")


def without_typography(text: str) -> str:
    """Give a text with one kind of space, quotation mark, apostrophe and hyphen."""
    plain = unicodedata.normalize("NFC", text).translate(_ALIKE).replace("''", '"')
    return " ".join(_HYPHEN.sub(" ", plain.replace('"', "'")).split())


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts differ in typography and capitals at most."""
    return without_typography(one).casefold() == without_typography(other).casefold()
