"""Digests and seals: how the desk notices that a text changed."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable

from briefings.model import JSON

VERSION = "v1"


def fold(text: str) -> str:
    """Bring text to NFC with single spaces, so that a re-wrapped line is the same line."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def digest_bytes(content: bytes) -> str:
    """Give `v1:` and 32 hexadecimal digits of BLAKE2b."""
    return f"{VERSION}:{hashlib.blake2b(content, digest_size=16).hexdigest()}"


def digest_value(value: JSON) -> str:
    """Digest a plain value by its canonical JSON, so that layout never matters."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return digest_bytes(text.encode())


def seal(text: str) -> str:
    """Give `v1:LENGTH:DIGEST` of a cited text, folded; the length is in code points.

    The length lets `find_sealed` slide a window over an article that was split anew.
    """
    folded = fold(text)
    return f"{VERSION}:{len(folded)}:{_short(folded)}"


def find_sealed(mark: str, paragraphs: Iterable[str]) -> bool:
    """Tell whether the sealed words stand in any paragraph.

    Raises:
        ValueError: the seal is not one this version writes.
    """
    version, length_text, wanted = mark.split(":")
    if version != VERSION:
        raise ValueError(f"unknown seal {mark!r}")
    length = int(length_text)
    return any(_slides_onto(fold(text), length, wanted) for text in paragraphs)


def _slides_onto(text: str, length: int, wanted: str) -> bool:
    last = len(text) - length
    return any(
        _short(text[start : start + length]) == wanted
        for start in range(last + 1)
        if start == 0 or text[start - 1] == " " or not text[start - 1].isalnum()
    )


def _short(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
