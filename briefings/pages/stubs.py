"""Words for search: what stands on a page, as plain text."""

import re
from html import unescape

from briefings.model import SearchStub

_TAG = re.compile(r"<[^<>]*>")


def plain_words(html: str) -> str:
    """Give the words of HTML that `make_prose` made; any other HTML would need a parser."""
    return " ".join(unescape(_TAG.sub(" ", html)).split())


def short_stub(title: str, language: str, *texts: str | None) -> SearchStub:
    """Give the stub of a page that is found by its name: a story, a person."""
    said = [text for text in texts if text]
    meta = {"summary": said[0]} if said else {}
    return SearchStub(title=title, text="\n".join(said), language=language, meta=meta)
