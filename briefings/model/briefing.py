"""A briefing: the desk's words about one event, as they stand in one front-matter file."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from briefings.model.article import Agency, Image
from briefings.model.base import Moment, Rights
from briefings.model.note import Figure, NameKind, Point, Quote


class Status(Enum):
    """How far a briefing has come."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"

    def has_address(self) -> bool:
        """Tell whether readers may hold a link to it; a withdrawn one keeps a page that says so."""
        return self is not Status.DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class NameUse:
    """A name as a briefing writes it."""

    name: str
    id: str | None = None
    """Given only where the register must tell two of one name apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of a briefing by kind."""

    people: tuple[NameUse, ...] = ()
    organisations: tuple[NameUse, ...] = ()
    places: tuple[NameUse, ...] = ()
    laws: tuple[NameUse, ...] = ()

    def of(self, kind: NameKind) -> tuple[NameUse, ...]:
        """Give the names of one kind."""
        names: tuple[NameUse, ...] = getattr(self, kind.plural())
        return names


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Who read it against its sources."""

    by: str
    at: Moment
    digest: str | None = None
    """Of title to quotes, image, body and rights when reviewed; a mismatch means unreviewed."""
    headline: str | None = None
    """`accepted` where the reviewer knowingly keeps the outlet's headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was wrong, since when it is right."""

    kind: str
    """`correction`, `clarification`, `update`, `source-correction` or `retraction`."""
    at: Moment
    now: str
    why: str | None = None
    was: str | None = None
    """Left out where repeating it would harm."""
    by: str | None = None
    """Who decided it; readers are not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """From what language the words were brought into the desk's, and by whom."""

    language: str
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadImage:
    """A picture a person chose; none by default."""

    file: str
    alt: str
    caption: str | None = None
    credit: str | None = None
    holder: str | None = None
    licence: str | None = None
    until: date | None = None
    proof: str | None = None
    """Where the desk has it in writing; readers are not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceArticle:
    """What one article says of itself, and what linking needs of its text."""

    key: str
    """`a`, `b`, …: given once; the prefix of references in a briefing of several articles."""
    path: str
    digest: str
    title: str
    language: str
    dek: str | None = None
    source: str | None = None
    """Id in `registers/sources.yml` or a name; None until a person confirms the proposal."""
    source_proposed: str | None = None
    url: str | None = None
    date: Moment | None = None
    byline: tuple[str, ...] = ()
    agencies: tuple[Agency, ...] = ()
    images: tuple[Image, ...] = ()
    rights: Rights = Rights.EXCERPT
    minutes_printed: int | None = None
    minutes: int | None = None
    words: int | None = None
    sketch: str | None = None
    terms: tuple[tuple[str, float], ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What the machine wrote, so that it never overwrites a person."""

    by: str
    """Program and version."""
    fields: tuple[tuple[str, str], ...] = ()
    """Field name and `v1:…` digest of the typed value the machine wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingHead:
    """What other pages say of a briefing: all but its text, and who worked on it how.

    Who is given a head cannot read more, so that a mended text makes no list anew.
    """

    id: str
    """Given once, never changes."""
    path: str
    """Of its file, from the desk's folder: `content/briefings/2026/03/slug.md`."""
    title: str
    edition: date
    language: str
    status: Status
    articles: tuple[SourceArticle, ...]
    dek: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    translated: Translation | None = None
    """None where the desk wrote or quoted in the language of its articles."""
    topics: tuple[str, ...] = ()
    story: str | None = None
    related: tuple[str, ...] = ()
    """Ids an editor pins."""
    unrelated: tuple[str, ...] = ()
    """Ids an editor forbids."""
    summary: tuple[Point, ...] = ()
    key_points: tuple[Point, ...] = ()
    quotes: tuple[Quote, ...] = ()
    names: Names = field(default_factory=Names)
    publish_at: datetime | None = None
    expires_at: datetime | None = None
    corrections: tuple[Correction, ...] = ()

    def slug(self) -> str:
        """Give the file's name without its ending."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".md")


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing(BriefingHead):
    """One event, as the desk tells it."""

    format: int = 1
    image: LeadImage | None = None
    reviewed: Review | None = None
    drafted: Drafted | None = None
    body: str = ""
    """Markdown: an excerpt, or the text where rights allow."""
