"""Slugs: the readable part of an address."""

import re
import unicodedata

_LONGEST = 60
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue"}
# Where a letter with two dots is another letter, and has another way of being written without them.
_WRITTEN_OUT = frozenset({"de", "gsw", "lb", "nds"})
_PLAIN = {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ł": "l", "ı": "i", "þ": "th"}


def slug_for(text: str, language: str) -> str:
    """Give the slug of something new, as its language writes what ASCII lacks.

    German has `bruecke` for Brücke, where `slugify` alone gives `brucke`; ids and addresses there
    are stay as they are, so only what has none yet asks here.
    """
    if language.partition("-")[0].lower() not in _WRITTEN_OUT:
        return slugify(text)
    composed = unicodedata.normalize("NFC", text.casefold())
    return slugify("".join(_UMLAUTS.get(char, char) for char in composed))


def slugify(text: str, *, longest: int = _LONGEST) -> str:
    """Give lower-case ASCII words joined by hyphens, cut between words; empty if none remain.

    Apostrophes vanish (`Syria's` becomes `syrias`). Scripts without ASCII letters give an empty
    slug; the caller then falls back on a digest.
    """
    plain = "".join(_PLAIN.get(char, char) for char in text.casefold())
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['`]", "", plain))
    while len(words) > 1 and len("-".join(words)) > longest:
        words.pop()
    return "-".join(words)[:longest].strip("-")
