"""An article as the desk got it: what one file says, every line accounted for."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import NamedTuple

from briefings.errors import Finding
from briefings.model.base import Moment, Proposal


class Role(Enum):
    """What a stretch of an article file is; every character of the file has exactly one."""

    HEADLINE = "headline"
    REPEATED_HEADLINE = "repeated headline"
    KICKER = "kicker"
    DEK = "dek"
    BYLINE = "byline"
    DATELINE = "dateline"
    DATE = "date"
    UPDATED = "updated"
    READING_TIME = "reading time"
    OUTLET = "outlet"
    SECTION = "section"
    TAGS = "tags"
    CAPTION = "caption"
    CREDIT = "credit"
    BODY = "body"
    SUBHEAD = "subhead"
    AGENCY_CREDIT = "agency credit"
    AUTHOR_NOTE = "author note"
    CORRECTION_NOTE = "correction note"
    LICENCE = "licence"
    WIRE_MARK = "wire mark"
    URL = "url"
    WIDGET = "widget"
    FURNITURE = "furniture"
    RELATED = "related"
    COMMENT = "comment"
    METADATA = "metadata"
    MARKUP = "markup"
    BLANK = "blank"

    def is_text(self) -> bool:
        """Tell whether the words belong to the story itself."""
        return self in {Role.BODY, Role.SUBHEAD}


class RoleSpan(NamedTuple):
    """One stretch of the decoded file and what it is.

    Spans are in order, do not overlap, and joined they are the decoded text.
    """

    line: int
    """The line it starts on, from 1."""
    start: int
    """Code point offset into the decoded text."""
    end: int
    """Exclusive."""
    role: Role
    reason: str
    """Why, in a few words an editor understands."""
    text: str
    """The characters themselves, line ends included."""


class AgencyRole(Enum):
    """What a news agency gave; only copy counts as an origin."""

    COPY = "copy"
    CONTRIBUTOR = "contributor"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A news agency the article credits, and for what."""

    name: str
    role: AgencyRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture's words: what it shows, and whose it is."""

    caption: str | None
    credit: str | None


class BylineKind(Enum):
    """Who stands in a byline."""

    PERSON = "person"
    DESK = "desk"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """One name of a byline, as printed."""

    name: str
    kind: BylineKind = BylineKind.PERSON
    role: str | None = None
    """What stands beside it: `in Cairo`, `political editor`."""


class WireKind(Enum):
    """What a wire says to its customers beside the story."""

    EMBARGO = "embargo"
    KILL = "kill"
    WITHHOLD = "withhold"
    CORRECTS = "corrects"
    WRITETHRU = "writethru"
    TAKE = "take"
    ADVISORY = "advisory"


@dataclass(frozen=True, slots=True, kw_only=True)
class WireMark:
    """One mark of the wire, in its own words."""

    kind: WireKind
    text: str
    until: Moment | None = None
    """The end of an embargo, where it is said with its day and zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """Where and when the copy of an article was made."""

    at: datetime | None = None
    """Zone-aware."""
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What one article says about itself, and its text. Absent stays None: nothing is guessed."""

    path: str
    """Under `content/articles/`, with forward slashes."""
    digest: str
    """Of the raw bytes, `v1:…`."""
    format: str
    """`text`, `markdown`, `html`, `email`, `mhtml`, `pdf` or `feed`."""
    language: str
    """BCP 47, such as `en` or `ar`; `und` where it cannot be told."""
    title: str
    body: tuple[str, ...]
    """Paragraphs; `p1` is `body[0]`. Subheads are not among them. White space is single spaces."""
    roles: tuple[RoleSpan, ...]
    dek: str | None = None
    kicker: str | None = None
    date: Moment | None = None
    """When the source published it."""
    updated: Moment | None = None
    byline: tuple[str, ...] = ()
    dateline: str | None = None
    agencies: tuple[Agency, ...] = ()
    source: str | None = None
    """The outlet, where the file says it."""
    source_proposed: Proposal | None = None
    """The outlet as the program guesses it, for a person to confirm."""
    url: str | None = None
    images: tuple[Image, ...] = ()
    reading_minutes: int | None = None
    """As printed by the outlet."""
    section: str | None = None
    tags: tuple[str, ...] = ()
    subheads: tuple[tuple[int, str], ...] = ()
    """(number of the paragraph it stands above, text)."""
    bylines: tuple[Byline, ...] = ()
    """Everybody the byline names, desks and agencies too; `byline` holds the people's names."""
    author_note: str | None = None
    correction_notes: tuple[str, ...] = ()
    """The outlet's own corrections of this article, as printed."""
    licence: str | None = None
    wire_marks: tuple[WireMark, ...] = ()
    saved: Saved | None = None
    stopped: str | None = None
    """The wire's own words where it kills or withholds the story; it then feeds no briefing."""
    findings: tuple[Finding, ...] = field(default=(), compare=False)
    """What the reader had to say about the file."""
