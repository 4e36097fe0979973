"""What search is told of a page: a small HTML file for Pagefind, and a short reference to it.

Pagefind reads HTML, so a stub is a page with nothing but words; indexing stubs instead of pages
keeps the frame out of the index and the work small.
"""

from dataclasses import dataclass
from datetime import date
from html import escape

from briefings.model import JSON, SearchStub
from briefings.model.pickling import pickle_quickly
from briefings.text.digests import digest_value


@dataclass(frozen=True, slots=True, kw_only=True)
class StubRef:
    """All that planning needs of a stub, so that a build need not hold the words of the archive."""

    url: str
    """From the site's root."""
    day: date | None
    """Of the edition; None for a page found by its name."""
    size: int
    """Characters Pagefind reads."""
    words: str
    """Digest of what is indexed."""
    facets: str
    """Digest of what readers narrow by; it may change while the words stay."""


pickle_quickly([StubRef])


def ref_of(url: str, stub: SearchStub) -> StubRef:
    """Give the reference of a stub."""
    meta: JSON = dict(stub.meta)
    facets: JSON = {
        kind: [[value.id, value.title] for value in values]
        for kind, values in stub.facets.items()
        if values
    }
    return StubRef(
        url=url,
        day=stub.day,
        size=len(stub.title) + len(stub.text),
        words=digest_value([stub.title, stub.text, stub.language, meta]),
        facets=digest_value([stub.day.isoformat() if stub.day else None, facets]),
    )


def language_of(stub: SearchStub) -> str:
    """Give the language of the index: British and American English are one.

    A reader searches a language, not a spelling.
    """
    return stub.language.partition("-")[0]


def dump_stub(stub: SearchStub) -> str:
    """Give the stub as an HTML page; every value is text."""
    metas = "".join(
        f'<i data-pagefind-meta="{escape(key)}[data-v]" data-v="{escape(value)}"></i>'
        for key, value in sorted(stub.meta.items())
    )
    return (
        f'<!doctype html><html lang="{escape(language_of(stub))}"><body data-pagefind-body>'
        f'<h1 data-pagefind-meta="title">{escape(stub.title)}</h1>{metas}'
        f"<p>{escape(stub.text)}</p></body></html>"
    )
