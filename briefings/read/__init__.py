"""File → Article: text, HTML, Markdown; every line accounted for.

`briefings.read.findings` holds the table of everything a reader may say about a file.
"""

from pathlib import PurePosixPath

from briefings.model import Article, SourceRecord
from briefings.read.findings import bad_file
from briefings.read.html import read_html
from briefings.read.markdown import read_markdown
from briefings.read.text import read_text

_READERS = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
}


def read_article(
    content: bytes, *, path: str, shown: str | None = None, sources: tuple[SourceRecord, ...] = ()
) -> Article:
    """Read one file; the ending of its path decides the format.

    `shown` is the path for messages; `sources` are the outlets the desk knows: they turn a stated
    name into an id, decide how numeric dates are read, and feed proposals.

    Raises:
        BadFileError: the file cannot be read, or has no headline or no story.
    """
    name = shown or path
    reader = _READERS.get(PurePosixPath(path).suffix.lower())
    if reader is None:
        raise bad_file("BR208", name, what=PurePosixPath(path).suffix or PurePosixPath(path).name)
    return reader(content, path, name, sources)
