"""A social image: masthead, a rule, what it is, the headline, where it is read."""

from functools import lru_cache
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

from briefings.draw.faces import advance, font, printable, shape, width
from briefings.draw.setting import set_headline, set_line
from briefings.model import SocialImage

WIDTH, HEIGHT = 1200, 630
"""What Open Graph readers show whole (1.91 : 1)."""
PAPER, INK = "#fdfcf9", "#1a1a1a"
_EDGE: Final = 72
_ROOM: Final = WIDTH - 2 * _EDGE
_TOP: Final = 52
_MASTHEAD, _LABEL, _FOOT = 40, 30, 28
_RULE: Final = (_TOP + 60, _TOP + 66)
_LEADING: Final = 1.18
_SHADES: Final = 3
"""Paper, half, ink: with the accent four colours, two bits a pixel. More shades double the file."""
_RUNS: Final = 3
"""How zlib looks for repeats: runs alone, for a third less time than its own level 4, and less."""
_DEPTH: Final = 1.5
"""What a line takes, letters below its baseline counted, in its size."""


def draw_card(picture: SocialImage) -> bytes:
    """Draw a social image as PNG, 1200 by 630, without a headline that the faces cannot print."""
    page = Image.new("L", (WIDTH, HEIGHT))
    for text, top, size in (
        (picture.masthead, _TOP, _MASTHEAD),
        (picture.label, _RULE[1] + 30, _LABEL),
        (picture.foot, HEIGHT - _TOP - _FOOT, _FOOT),
    ):
        page.paste(_line(text, size, picture.site_dir), (0, top))
    words = printable(picture.headline)
    if words:
        _headline(ImageDraw.Draw(page), words, _RULE[1] + 92, picture.headline_dir)
    return _png(page, picture.accent)


@lru_cache(maxsize=16)
def _line(text: str, size: int, direction: str) -> Image.Image:
    """Draw one line as wide as the page; a site's masthead and foot are the same on all."""
    strip = Image.new("L", (WIDTH, round(size * _DEPTH)))
    words = printable(text)
    if words:
        line = set_line(words, size, _ROOM, direction)
        _put(ImageDraw.Draw(strip), line, 0, size, direction)
    return strip


def _headline(draw: ImageDraw.ImageDraw, words: str, top: int, direction: str) -> None:
    lines, size = set_headline(words, _ROOM, direction)
    for number, line in enumerate(lines):
        _put(draw, line, top + round(number * size * _LEADING), size, direction)


def _put(draw: ImageDraw.ImageDraw, line: str, top: int, size: int, direction: str) -> None:
    """Draw one line from the edge it begins at, piece by piece on one baseline."""
    at: float = _EDGE if direction == "ltr" else WIDTH - _EDGE - width(line, size, direction)
    baseline = top + size
    for piece in shape(line, direction):
        face = font(piece.face, size)
        start = at + piece.before * size / 1000
        draw.text((start, baseline), piece.text, font=face, fill=255, anchor="ls")
        at += advance(piece, size)


def _png(page: Image.Image, accent: str) -> bytes:
    """Pack the page into four colours; the rule is the one thing in the fourth."""
    top = _SHADES - 1
    shades = page.point([round(value * top / 255) for value in range(256)])
    shades.paste(_SHADES, (_EDGE, _RULE[0], WIDTH - _EDGE, _RULE[1]))
    shown = Image.frombytes("P", shades.size, shades.tobytes())
    half = [(one + other) // 2 for one, other in zip(_rgb(PAPER), _rgb(INK), strict=True)]
    shown.putpalette([*_rgb(PAPER), *half, *_rgb(INK), *_rgb(accent)])
    file = BytesIO()
    shown.save(file, "PNG", bits=2, compress_type=_RUNS)
    return file.getvalue()


def _rgb(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
