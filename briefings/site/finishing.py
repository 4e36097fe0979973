"""Files that are more work to make than to compare: pictures are drawn, letters are printed.

Pictures are kept in `.briefings/pictures/` under the digest of what they show and of what draws
them, so that a build from nothing draws only what no build has drawn.
"""

import hashlib
import os
from dataclasses import astuple
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Final

from briefings.model import File, Icon, Letter, OutputFile, SocialImage
from briefings.settings import Settings
from briefings.site.printing import LetterPrinter

_TOOLS: Final = ("pillow", "python-bidi", "arabic-reshaper")


class Finisher:
    """Makes files of the site from all that there is to say about them."""

    def __init__(self, settings: Settings, letters: LetterPrinter) -> None:
        self._folder = settings.drawn()
        self._letters = letters

    def finish(self, file: File) -> OutputFile:
        """Give a file with its bytes."""
        if isinstance(file, OutputFile):
            return file
        if isinstance(file, Letter):
            return OutputFile(path=file.path, content=self._letters.eml(file))
        return OutputFile(path=file.path, content=self._drawn(file))

    def _drawn(self, picture: SocialImage | Icon) -> bytes:
        kept = self._folder / f"{_digest(picture)}.png"
        try:
            return kept.read_bytes()
        except FileNotFoundError:
            content = _draw(picture)
        self._folder.mkdir(parents=True, exist_ok=True)
        part = kept.with_suffix(f".{os.getpid()}")  # another process may draw the same
        part.write_bytes(content)
        part.replace(kept)
        return content


def _draw(picture: SocialImage | Icon) -> bytes:
    # Most builds draw nothing, and what draws takes a while to import.
    from briefings.draw import draw_card, draw_icon  # noqa: PLC0415

    return draw_icon(picture) if isinstance(picture, Icon) else draw_card(picture)


def _digest(picture: SocialImage | Icon) -> str:
    _, *shown = astuple(picture)  # where it stands is not what it shows
    words = repr((type(picture).__name__, shown, _drawing()))
    return hashlib.blake2b(words.encode(errors="backslashreplace"), digest_size=16).hexdigest()


@cache
def _drawing() -> str:
    """Digest what draws: our code, the faces, the packages."""
    digest = hashlib.blake2b(digest_size=16)
    folder = Path(str(files("briefings.draw")))
    for file in sorted([*folder.glob("*.py"), *folder.glob("fonts/*.t*")]):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return " ".join([digest.hexdigest(), *(f"{tool} {version(tool)}" for tool in _TOOLS)])
