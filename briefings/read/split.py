"""A file → its parts: one for a plain file, one for each article of a file that holds several."""

from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from briefings.errors import Finding
from briefings.model import Saved
from briefings.read.decode import LIMIT, decode_file
from briefings.read.feeds.entries import Entry, split_entries
from briefings.read.feeds.json_feeds import read_json_feed
from briefings.read.feeds.xml_feeds import read_xml_feed
from briefings.read.findings import bad_file, find_fault
from briefings.read.mail.message import read_mail
from briefings.read.mail.mhtml import read_mhtml
from briefings.read.parts import Envelope, Part
from briefings.read.pdf.document import read_pdf

_KINDS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
_MAILS = frozenset({".eml"})
_ARCHIVES = frozenset({".mhtml", ".mht"})
_XML_FEEDS = frozenset({".rss", ".atom", ".rdf", ".xml"})
_JSON_FEEDS = frozenset({".json"})
_PDFS = frozenset({".pdf"})
ENDINGS = frozenset(_KINDS) | _MAILS | _ARCHIVES | _XML_FEEDS | _JSON_FEEDS | _PDFS
"""Of the files the readers know, lower case, with their dot."""
_PICTURED = _MAILS | _ARCHIVES | _PDFS
LARGEST_PICTURED = 16 * 1024 * 1024
"""Bytes of a file most of whose bytes are pictures; its text keeps to the limit of every text."""
_COMPANIONS = (
    *("_files", "-files", " files", ".files", "_fichiers", "-dateien", "_dateien", "_archivos"),
    *("_arquivos", "_file", "_pliki", "_soubory", "_dosyalar", "-filer", "_файлы"),
    *("_filer", "_tiedostot", "_ficheiros", "_fájlok", "_elemei", "_bestanden"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The articles of a file before they are read, and what was left aside."""

    parts: tuple[Part, ...]
    findings: tuple[Finding, ...] = ()


def limit_of(path: str) -> int:
    """Give the most bytes a file of this ending may have."""
    return LARGEST_PICTURED if PurePosixPath(path).suffix.lower() in _PICTURED else LIMIT


def companion_of(folder: str) -> str | None:
    """Give the page, without its ending, that a browser's folder of this name belongs to.

    Only with that page beside it the folder is the browser's: `court-files` may be anybody's.
    """
    ending = next((one for one in _COMPANIONS if folder.casefold().endswith(one)), None)
    return folder[: -len(ending)] if ending else None


def holds_several(path: str) -> bool:
    """Tell whether files of this ending may hold more than one article."""
    return PurePosixPath(path).suffix.lower() in _MAILS | _XML_FEEDS | _JSON_FEEDS


def split_file(content: bytes, *, path: str, shown: str, saved: Saved | None = None) -> Split:
    """Split a file into the parts that are articles, in their order in it.

    Raises:
        BadFileError: no reader knows the format, or the wrapper cannot be read.
    """
    ending = PurePosixPath(path).suffix.lower()
    if ending not in ENDINGS:
        raise bad_file("BR208", shown, what=ending or PurePosixPath(path).name)
    if not content.strip():
        raise bad_file("BR201", shown)
    if ending in _MAILS:
        parts, notes = read_mail(content, path=path, shown=shown, open_file=_open_attached)
        return Split(parts=tuple(_saved(part, saved) for part in parts), findings=tuple(notes))
    if ending in _XML_FEEDS | _JSON_FEEDS:
        return _feed(content, ending, path=path, shown=shown, saved=saved)
    if ending in _ARCHIVES:
        part = read_mhtml(content, path=path, shown=shown)
    elif ending in _PDFS:
        part = read_pdf(content, path=path, shown=shown)
    else:
        kind = _KINDS[ending]
        part = Part(content=content, path=path, shown=shown, kind=kind, format=kind)
    return Split(parts=(_saved(part, saved),))


def _open_attached(content: bytes, name: str) -> tuple[Part, ...]:
    """Split a file that came with a mail; a mail in it is the mail's own matter."""
    return split_file(content, path=name, shown=name).parts


def _saved(part: Part, saved: Saved | None) -> Part:
    """Add what the desk knows of the copy; a record made while saving beats the file's own."""
    if saved is None:
        return part
    envelope: Envelope = replace(
        part.envelope,
        saved_at=saved.at or part.envelope.saved_at,
        url=part.envelope.url or saved.url,
    )
    return replace(part, envelope=envelope)


def _feed(content: bytes, ending: str, *, path: str, shown: str, saved: Saved | None) -> Split:
    if len(content) > LIMIT:
        raise bad_file("BR204", shown, size=str(len(content)), limit=str(LIMIT))
    is_json = ending in _JSON_FEEDS
    decoded = decode_file(content, shown, is_html=not is_json)
    entries: list[Entry] = (
        read_json_feed(decoded.text.lstrip("\ufeff"), shown)
        if is_json
        else read_xml_feed(decoded.text, shown)
    )
    parts, teasers = split_entries(entries, path=path, shown=shown, saved=saved)
    if not parts:
        what = f"{teasers} entries, none with the text of an article"
        raise bad_file("BR233", shown, 1, what=what)
    what = "1 entry" if teasers == 1 else f"{teasers} entries"
    notes = (find_fault("BR232", shown, what=what),) if teasers else ()
    return Split(parts=tuple(parts), findings=(*decoded.findings, *notes))
