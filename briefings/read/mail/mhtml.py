"""A saved archive of one page (.mhtml) → the page; its pictures and frames are left aside."""

from collections.abc import Iterator
from email.message import Message

from briefings.read.findings import bad_file
from briefings.read.mail.head import header_of, parse_mail, read_head_of, text_of
from briefings.read.parts import Envelope, Part

_MOST_PARTS = 2000


def read_mhtml(content: bytes, *, path: str, shown: str) -> Part:
    """Give the page of an archive as Chrome, Edge or Word write it.

    Raises:
        BadFileError: there is no page in it.
    """
    message = parse_mail(content, shown)
    pages = [part for part in _leaves(message) if part.get_content_type() in _PAGES]
    start = (message.get_param("start") or "") if message.is_multipart() else ""
    root = next((page for page in pages if start and page.get("Content-ID") == start), None)
    page = root or next(iter(pages), None)
    if page is None:
        raise bad_file("BR233", shown, 1, what="the archive holds no page")
    head = read_head_of(message)
    places = (
        header_of(message, "Snapshot-Content-Location"),
        header_of(page, "Content-Location"),
        header_of(message, "Content-Location"),
    )
    url = next((place for place in places if place.startswith(("http://", "https://"))), None)
    return Part(
        content=text_of(page).encode("utf-8", "replace"),
        path=path,
        shown=shown,
        kind="html",
        format="mhtml",
        seal=content,
        envelope=Envelope(saved_at=head.received, url=url, title=head.subject),
    )


_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def _leaves(message: Message) -> Iterator[Message]:
    return (part for _, part in zip(range(_MOST_PARTS), message.walk(), strict=False))
