"""Parts of an address: names that every disk and every browser takes for the same."""

import re
import unicodedata
from typing import Final

_ODD: Final = re.compile(r"[\s<>:\"/\\|?*#%\[\]]")
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")
_LONGEST: Final = 120
"""Characters; file systems take 255 bytes."""
_FILES: Final = frozenset({"assets", "images", "pagefind", "api"})
"""Folders of the site that hold no pages."""
_LONGEST_ADDRESS: Final = 400


def fit_segment(name: str) -> str:
    """Give the nearest name that can be one part of an address; empty where nothing is left.

    Small letters in one normal form (NFKC), because some disks do not tell others apart; without
    signs that have a meaning in an address or on some system, and without a final dot.

    >>> fit_segment("Quay: closed?.")
    'quay-closed'
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    plain = "".join(char if char.isprintable() else "-" for char in folded)
    if plain == name and not _ODD.search(name):
        tidy = name[:_LONGEST].strip(".")
    else:
        tidy = re.sub(r"-{2,}", "-", _ODD.sub("-", plain))[:_LONGEST].strip("-.")
    return f"{tidy}-1" if _DEVICES.match(tidy) else tidy


def is_segment(name: str) -> bool:
    """Tell whether a name can be one part of an address as it is."""
    return bool(name) and name == fit_segment(name)


def is_address(address: str) -> bool:
    """Tell whether a page may have an address: never a file's, or one out of the site."""
    first, *others = address.removeprefix("/").removesuffix("/").split("/")
    is_whole = address == "/".join(("", first, *others, "")) and len(address) <= _LONGEST_ADDRESS
    is_page = "." not in first and first not in _FILES
    # Weeks are written `2026-W11`, and what was published in capitals once stays protected.
    return is_whole and is_page and all(is_segment(part.casefold()) for part in (first, *others))
