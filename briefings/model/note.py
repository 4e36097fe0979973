"""A note: what a reader with a pencil would mark in one article. Pure in the article."""

from dataclasses import dataclass
from enum import Enum

from briefings.model.base import Grounds, Ref


class PointKind(Enum):
    """Whether a point is what happened, or what one needs to know to follow it."""

    NEWS = "news"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One sentence of a summary or one key point."""

    text: str
    grounds: Grounds
    kind: PointKind = PointKind.NEWS
    says: str | None = None
    """Who claims it, where it is a claim: an outlet, a person."""
    cut: bool = False
    """True when words were left out; it is then a subsequence of its source's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words somebody said, as the article prints them."""

    text: str
    """Verbatim, without the quotation marks; paragraphs joined by one space."""
    speaker: str | None
    """Resolved to the fullest name the article gives; None where it does not say."""
    printed: str | None
    """The words for the speaker at the cue, as printed: `she`, `a spokesperson for …`."""
    cue: str | None
    """The verb, as printed: `said`, `told`."""
    setting: str | None
    """Where or to whom, as printed: `at a news conference`."""
    grounds: Grounds
    original: str | None = None
    """The words as the article prints them, where `text` is a translation of them."""


class NameKind(Enum):
    """The four kinds of name the desk keeps."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    LAW = "law"

    def plural(self) -> str:
        """Give the front-matter key."""
        return {"person": "people"}.get(self.value, self.value + "s")

    def address(self) -> str:
        """Give the first part of its pages' addresses."""
        return {"organisation": "org"}.get(self.value, self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a name stands: `body[paragraph - 1][start:end] == text`.

    Paragraph 0 is outside the body, for an agency in its credit line: the offsets are then code
    points of the decoded file, that is of the roles joined.
    """

    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One real thing the article names, under all its spellings."""

    kind: NameKind
    name: str
    """The fullest form, in the article's spelling, or the register's name."""
    id: str | None
    """In `registers/names.yml`; None where it is not registered."""
    mentions: tuple[Mention, ...]


class Hedge(Enum):
    """How firmly a number is stated; a bare number has none."""

    AT_LEAST = "at least"
    AT_MOST = "at most"
    ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number the article states, kept for comparing outlets."""

    of: str
    """What is counted, folded: `killed`, `lira cost of bridge`; see `text/counted.py`."""
    value: str
    """Digits with an optional decimal point; of a date, `03-13` or `2026-03-13`."""
    at: Ref
    hedge: Hedge | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What drafting and linking need to know of one article."""

    digest: str
    """Of the article."""
    sentences: tuple[tuple[str, ...], ...]
    """Per paragraph of the body."""
    summary: tuple[Point, ...]
    key_points: tuple[Point, ...]
    quotes: tuple[Quote, ...]
    names: tuple[Named, ...]
    topics: tuple[str, ...]
    """Ids of IPTC Media Topics' top-level subjects or of the desk's own, best first."""
    reading_minutes: int
    """Computed from the body's words."""
    terms: tuple[tuple[str, float], ...]
    """The heaviest stems with their weights, at most 24, best first."""
    sketch: str
    """MinHash of the body's word five-grams: `v1:` and base64."""
    figures: tuple[Figure, ...]
    worded_by: str | None = None
    """The language model whose sentences the gate let through; None for the built-in draft."""
