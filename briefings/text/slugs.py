"""Slugs: the readable part of an address."""

import re
import unicodedata

_LONGEST = 60
_PLAIN = {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ł": "l", "ı": "i", "þ": "th"}


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
