"""File → Article: text, HTML, Markdown; every line accounted for.

`briefings.read.findings` holds the table of everything a reader may say about a file.
"""

from dataclasses import dataclass

from briefings.errors import BadFileError, Finding, Severity
from briefings.model import Article, Saved, SourceRecord
from briefings.read.findings import bad_file
from briefings.read.html.page import read_html
from briefings.read.markdown import read_markdown
from briefings.read.parts import Part
from briefings.read.split import split_file
from briefings.read.text import read_text

READERS = {"text": read_text, "markdown": read_markdown, "html": read_html}
"""The reader of each kind of part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one file gave: its articles, and why some of it gave none."""

    articles: tuple[Article, ...]
    findings: tuple[Finding, ...] = ()
    """Of parts that could not be read; an article's own findings are its own."""


def read_articles(
    content: bytes,
    *,
    path: str,
    shown: str | None = None,
    sources: tuple[SourceRecord, ...] = (),
    saved: Saved | None = None,
) -> Reading:
    """Read every article of a file; the ending of its path decides the format.

    Args:
        content: the file.
        path: under `content/articles/`. Where a file holds several articles each one's own path
            has a key behind it: `news.eml#harbour-opens`.
        shown: the path for messages.
        sources: the outlets the desk knows: they turn a stated name into an id, decide how
            numeric dates are read, and feed proposals.
        saved: where and when the copy was made, where the desk knows.

    Raises:
        BadFileError: nothing in the file can be read, or its one article has no headline or no
            story.
    """
    name = shown or path
    split = split_file(content, path=path, shown=name, saved=saved)
    articles: list[Article] = []
    findings: list[Finding] = list(split.findings)
    for part in split.parts:
        try:
            articles.append(_read_part(part, sources))
        except BadFileError as error:
            findings += error.findings
    if not articles:
        raise BadFileError(*(finding for finding in findings if finding.severity is Severity.ERROR))
    return Reading(articles=tuple(articles), findings=tuple(findings))


def read_article(
    content: bytes,
    *,
    path: str,
    shown: str | None = None,
    sources: tuple[SourceRecord, ...] = (),
    saved: Saved | None = None,
) -> Article:
    """Read one article: of a file that holds one, or the one `path` names behind its `#`.

    Raises:
        BadFileError: as `read_articles`, or the file holds several and none is named, or not
            the one that is.
    """
    file, _, key = path.partition("#")
    parts = split_file(content, path=file, shown=shown or file, saved=saved).parts
    part = next((part for part in parts if part.path == path), None)
    if part is None:
        raise bad_file("BR209", shown or file, what=key, count=str(len(parts)))
    return _read_part(part, sources)


def _read_part(part: Part, sources: tuple[SourceRecord, ...]) -> Article:
    reader = READERS[part.kind]
    return reader(part, sources)
