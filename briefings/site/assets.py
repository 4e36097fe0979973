"""The theme's files, the desk's colours, and the pictures briefings show."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from briefings.model import Archive
from briefings.pages.phrasebook_search import SEARCH
from briefings.pages.phrases import say_raw
from briefings.settings import Settings
from briefings.text.digests import digest_bytes

_THEIRS = frozenset({"material", "mkdocs"})
"""Packages whose `templates` folder MkDocs looks into."""
_PREVIEW_ONLY = frozenset({"assets/preview.js"})


def is_ours(file: File, *, preview: bool) -> bool:
    """Tell whether a static file belongs on the site: ours or the desk's, never Material's.

    Material's scripts, search workers and styles are 3 MB that no page of ours loads.
    """
    if file.src_uri in _PREVIEW_ONLY and not preview:
        return False
    return file.src_dir is None or not _THEIRS & set(Path(file.src_dir).parts[-2:])


def is_inside(file: File, docs: Path) -> bool:
    """Tell whether what lies beside the plain pages is a file of theirs, and no way out of there.

    MkDocs follows links: one to `../articles` would publish them all.
    """
    source = Path(file.abs_src_path or "")
    if not source.is_relative_to(docs):
        return True  # the theme's
    real = source.resolve()
    return real.is_relative_to(docs.resolve()) and real.is_file()


STYLE: Final = "assets/briefings.css"
"""The one stylesheet of every page: a second would be a second request."""
_DESK_STYLE: Final = "assets/desk.css"
"""A desk's own rules beside ours, in its theme folder."""
WORDS: Final = "assets/words.js"
"""What the search client says, in the desk's language."""


def search_words(language: str) -> str:
    """Give the words of the search client as a module it loads with itself."""
    words = {key.removeprefix("search_"): say_raw(language, key) for key in SEARCH}
    return f"export default {json.dumps(words, ensure_ascii=False, indent=1)};\n"


def desk_stylesheet(settings: Settings) -> str:
    """Give the desk's colours as a stylesheet; inline styles would need a hole in the policy."""
    return f":root{{--accent-day:{settings.accent};--accent-night:{settings.accent_dark}}}\n"


def join_styles(files: Files, settings: Settings, config: MkDocsConfig) -> None:
    """Put the desk's colours, and its own rules where it has any, behind the theme's stylesheet.

    Args:
        files: what MkDocs found; a desk's own `assets/briefings.css` stands there instead of ours.
        settings: the desk.
        config: what MkDocs was told.
    """
    parts = {uri: files.get_file_from_path(uri) for uri in (STYLE, _DESK_STYLE)}
    texts = {uri: file.content_string for uri, file in parts.items() if file}
    for file in filter(None, parts.values()):
        files.remove(file)
    joined = (texts.get(STYLE, ""), desk_stylesheet(settings), texts.get(_DESK_STYLE, ""))
    files.append(File.generated(config, STYLE, content="".join(joined)))


def preview_mark(keys: Iterable[bytes]) -> bytes:
    """Give a small file that differs when any page does: the open preview reloads on it."""
    return json.dumps({"build": digest_bytes(b"".join(keys))}).encode()


def referenced_images(archive: Archive, settings: Settings) -> Iterator[tuple[str, Path]]:
    """Give (address without a leading slash, file) of each picture a briefing shows.

    Only regular files inside `content/images/` count: a link out of it is never published, nor
    what begins as no picture does, whatever its name: a browser may take a page for what it is.
    """
    folder = settings.images().resolve()
    for name in archive.ask.images():
        file = (folder / name).resolve()
        if file.is_file() and file.is_relative_to(folder) and _is_picture(file):
            yield f"images/{file.relative_to(folder).as_posix()}", file


_BEGINNINGS: Final = re.compile(
    rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|RIFF.{4}WEBP|.{4}ftyp(?:avif|avis|mif1|heic)",
    re.DOTALL,
)
"""Of PNG, JPEG, GIF, WebP and AVIF."""


def _is_picture(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            return _BEGINNINGS.match(stream.read(16)) is not None
    except OSError:
        return False
