"""A file → its parts: one for a plain file, one for each article of a file that holds several."""

from pathlib import PurePosixPath

from briefings.model import Saved
from briefings.read.findings import bad_file
from briefings.read.parts import Envelope, Part

_KINDS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
ENDINGS = frozenset(_KINDS)
"""Of the files the readers know, lower case, with their dot."""


def split_file(
    content: bytes, *, path: str, shown: str, saved: Saved | None = None
) -> tuple[Part, ...]:
    """Split a file into the parts that are articles, in their order in it.

    Raises:
        BadFileError: no reader knows the format, or the wrapper cannot be read.
    """
    ending = PurePosixPath(path).suffix.lower()
    kind = _KINDS.get(ending)
    if kind is None:
        raise bad_file("BR208", shown, what=ending or PurePosixPath(path).name)
    envelope = Envelope(saved_at=saved.at, url=saved.url) if saved else Envelope()
    return (
        Part(content=content, path=path, shown=shown, kind=kind, format=kind, envelope=envelope),
    )
