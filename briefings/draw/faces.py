"""The two faces: which can print a text, how a line of it is shaped, how wide that is."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from io import BytesIO
from typing import Final, NamedTuple

from arabic_reshaper import ArabicReshaper
from bidi import get_display
from PIL import ImageFont

SERIF, NASKH = "serif", "naskh"
_ARABIC_SIZE: Final = 1.12
"""Naskh looks smaller than the serif at one size."""
_SIGNS: Final = frozenset({"Mn", "Me", "Cf"})
"""Categories that take no room; without its letter such a sign is left out in silence."""
_GROUP: Final = re.compile(r"(-?\d+)(\D+)")
_reshaper: Final = ArabicReshaper({"delete_harakat": True, "support_zwj": False})


class Piece(NamedTuple):
    """A stretch of a line in one face, as it is drawn from left to right."""

    face: str
    text: str
    before: int
    """By how much it moves, in thousandths of the size: kerning."""


@cache
def _bytes(face: str) -> bytes:
    return resources.files("briefings.draw").joinpath("fonts", f"{face}.ttf").read_bytes()


@lru_cache(maxsize=64)
def font(face: str, size: int) -> ImageFont.FreeTypeFont:
    """Give a face at a size in pixels.

    Pillow's plain layout: the other one shapes by a library of the system, where there is one.
    """
    scaled = round(size * _ARABIC_SIZE) if face == NASKH else size
    data = BytesIO(_bytes(face))
    return ImageFont.truetype(data, scaled, layout_engine=ImageFont.Layout.BASIC)


@cache
def _ranges(face: str) -> tuple[Sequence[int], Sequence[int]]:
    file = resources.files("briefings.draw").joinpath("fonts", f"{face}.txt")
    pairs = [line.split() for line in file.read_text("ascii").splitlines()]
    return [int(first, 16) for first, _ in pairs], [int(last, 16) for _, last in pairs]


@lru_cache(maxsize=4096)
def _prints(face: str, letter: str) -> bool:
    firsts, lasts = _ranges(face)
    at = bisect_right(firsts, ord(letter)) - 1
    return at >= 0 and ord(letter) <= lasts[at]


def _is_arabic(letter: str) -> bool:
    return "\u0600" <= letter <= "\u06ff" or "\ufb50" <= letter <= "\ufefc"


def printable(text: str) -> str | None:
    """Give a text as the faces can print it; None where too much of it would be missing.

    Signs outside both faces, such as emoji, are left out; a headline in a script neither has
    would lose its words, and is not printed at all.
    """
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(c for c in composed if c == " " or _prints(SERIF, c) or _prints(NASKH, c))
    lost = sum(c.isalpha() for c in composed) - sum(c.isalpha() for c in kept)
    words = " ".join(kept.split())
    return words if words and not lost else None


@lru_cache(maxsize=2048)
def shape(text: str, direction: str) -> tuple[Piece, ...]:
    """Join Arabic letters, order a line for the eye, and cut it by face.

    Args:
        text: one line, in the order it is read.
        direction: `ltr` or `rtl`, of the paragraph.
    """
    if not text.isascii():
        if any(map(_is_arabic, text)):
            text = _reshaper.reshape(text)
        text = get_display(text, base_dir="R" if direction == "rtl" else "L")
    pieces: list[Piece] = []
    for letter in text:
        last = pieces[-1] if pieces else Piece(SERIF, "", 0)
        face = _face_of(letter, last.face)
        moved = _kerning().get(last.text[-1:] + letter, 0)
        if pieces and last.face == face and not moved:
            pieces[-1] = last._replace(text=last.text + letter)
        elif unicodedata.category(letter) not in _SIGNS:
            pieces.append(Piece(face, letter, moved))
    return tuple(pieces)


@cache
def _kerning() -> Mapping[str, int]:
    """Read which pairs of letters of the serif stand closer, or further apart."""
    pairs: dict[str, int] = {}
    file = resources.files("briefings.draw").joinpath("fonts", "kerning.txt")
    for line in file.read_text("utf-8").splitlines():
        one, *moved = line.split(" ")
        for by, others in (_GROUP.fullmatch(group).groups() for group in moved):  # type: ignore[union-attr]  # our own file
            pairs |= {one + other: int(by) for other in others}
    return pairs


@lru_cache(maxsize=4096)
def advance(piece: Piece, size: int) -> float:
    """Give how far a piece moves what follows it, in pixels."""
    return font(piece.face, size).getlength(piece.text) + piece.before * size / 1000


def _face_of(letter: str, before: str) -> str:
    """Give the face of a letter; a space stays in the face it follows."""
    if letter == " ":
        return before
    return NASKH if _is_arabic(letter) or not _prints(SERIF, letter) else SERIF


def width(text: str, size: int, direction: str) -> float:
    """Measure a line in pixels."""
    return sum(advance(piece, size) for piece in shape(text, direction))
