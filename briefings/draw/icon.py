"""The icon of the installed site: the lines of a page, as the favicon has them."""

from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

from briefings.draw.card import INK, PAPER
from briefings.model import Icon

_LINES: Final = ((7, 8, 25, 12), (7, 15, 25, 17), (7, 20, 25, 22), (7, 25, 18, 27))
"""(left, top, right, bottom) of 32, as in `favicon.svg`."""
_SAFE: Final = 0.72
"""Of a maskable icon the middle circle of 0.8 is safe; its lines keep a little inside."""


def draw_icon(wanted: Icon) -> bytes:
    """Draw a square icon as PNG."""
    size = wanted.size
    icon = Image.new("P", (size, size))
    icon.putpalette([int(colour[at : at + 2], 16) for colour in (INK, PAPER) for at in (1, 3, 5)])
    draw, scale = ImageDraw.Draw(icon), size / 32 * (_SAFE if wanted.maskable else 1)
    shift = (size - 32 * scale) / 2
    for box in _LINES:
        left, top, right, bottom = (round(shift + value * scale) for value in box)
        draw.rectangle((left, top, right - 1, bottom - 1), fill=1)
    file = BytesIO()
    icon.save(file, "PNG", bits=1, compress_level=9)
    return file.getvalue()
