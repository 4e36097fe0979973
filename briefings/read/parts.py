"""Part: one article's share of a file, and what its wrapper says of it.

A plain file is one part. A newsletter, a feed or a saved archive holds several, each with the
words its wrapper (mail head, feed entry, record of saving) states beside the text.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from briefings.model import Moment, Role
from briefings.text.digests import digest_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What stands around an article and is not its text. Absent stays None.

    The readers take it after what the text itself states for `title`, and before it for the rest.
    """

    saved_at: datetime | None = None
    """When the copy was made; what `2 hours ago` is counted from. Zone-aware."""
    url: str | None = None
    title: str | None = None
    dek: str | None = None
    date: Moment | None = None
    updated: Moment | None = None
    byline: tuple[str, ...] = ()
    source: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None


class Mark(NamedTuple):
    """What a splitter knows of one line of a part before anybody reads it."""

    line: int
    """Of the part's own text, from 1."""
    role: Role
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The bytes of one article in a format with a reader of its own."""

    content: bytes
    path: str
    """Under `content/articles/`; `news.eml#harbour-opens` where its file holds several."""
    shown: str
    """The path for messages."""
    kind: str
    """Which reader takes it: `text`, `markdown` or `html`."""
    format: str
    """As the article's own: `text`, `markdown`, `html`, `email`, `mhtml`, `pdf`, `feed`."""
    envelope: Envelope = field(default_factory=Envelope)
    seal: bytes | None = None
    """The bytes of the file that are this article, where `content` was made of them; its digest
    is of these, so that neither another article of the file nor a newer program changes it."""
    marks: tuple[Mark, ...] = ()
    """Lines of a text part whose role is known; blank lines stand round each."""

    def digest(self) -> str:
        """Give the digest of the bytes that are this article."""
        return digest_bytes(self.content if self.seal is None else self.seal)
