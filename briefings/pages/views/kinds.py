"""One shape for each kind of page."""

from typing import TypedDict

from briefings.pages.views.charts import CoverageView
from briefings.pages.views.grids import MonthGrid
from briefings.pages.views.parts import (
    Card,
    CorrectionView,
    DifferenceView,
    DueView,
    Link,
    MaybeLink,
    Mention,
    NameGroup,
    OriginsView,
    PictureView,
    PointView,
    ProvenanceView,
    QuoteView,
    RelatedView,
    StoryStrip,
    Text,
    When,
)


class BriefingView(TypedDict):
    """`briefing.html`."""

    id: str
    title: Text
    dek: str | None
    status: str
    reviewed: str | None
    """Ready sentence: `reviewed by the desk, 14 March 2026, 06:10`; null where it was not."""
    how: str
    """How it was made: `Sentences selected by machine from the article; …`."""
    edition: Link
    edition_when: When
    updated: When | None
    minutes: int
    provenance: list[ProvenanceView]
    origins: OriginsView | None
    corrections: list[CorrectionView]
    withdrawn: str | None
    """Why, where it is withdrawn; nothing but title, corrections and this is printed then."""
    picture: PictureView | None
    summary: list[PointView]
    news: list[PointView]
    background: list[PointView]
    quotes: list[QuoteView]
    html: str
    """The body, sanitised; may be empty."""
    body_label: str
    """`Excerpt` or `Text`."""
    differences: list[DifferenceView]
    """Open differences between outlets that this briefing is a side of."""
    originals: list[Link]
    """`Read the original at …`."""
    strip: StoryStrip | None
    names: list[NameGroup]
    topics: list[Link]
    related: list[RelatedView]
    backlinks: list[Link]
    cite: str


class SectionView(TypedDict):
    """A part of an edition."""

    title: str | None
    cards: list[Card]


class Running(TypedDict):
    """A story in motion, on an edition page."""

    story: Link
    new: str | None
    """What the edition added; null prints as nothing new."""


class EditionView(TypedDict):
    """`edition.html`, also the front page."""

    when: When
    front: bool
    weekly: bool
    summary_line: str
    """`9 briefings, 11 minutes`."""
    place_line: str
    """`06:30 Beirut`; may be empty."""
    corrections: list[CorrectionView]
    note_html: str | None
    """The desk's note, sanitised (the second `html`)."""
    signed: str | None
    lead: Card | None
    lead_points: list[str]
    lead_dek: str | None
    lead_origins: OriginsView | None
    sections: list[SectionView]
    running: list[Running]
    due: list[DueView]
    """What the diary has for the week to come; on the front page only."""
    diary: str | None
    """Address of the diary, where there is one; on the front page only."""
    end: str
    """The end mark's words: `That is the edition of 14 March 2026.`."""
    next_hour: str | None
    week: Link | None
    """On a daily one: the week it is of."""
    earlier: list[Link]
    """Editions before this one; on a weekly one, those of its days."""
    newer: Link | None
    older: Link | None


class TimelineEntry(TypedDict):
    """A briefing on a story's timeline: only what it added."""

    when: When
    href: str
    title: Text
    outlets: list[str]
    new: list[str]
    status: str


class StoryView(TypedDict):
    """`story.html`."""

    id: str
    title: str
    standfirst: str | None
    as_of: When
    stands: list[PointView]
    """Where it stands: news points of the newest entry."""
    origins: OriginsView
    differences: list[DifferenceView]
    since: str | None
    """What the newest edition added, or that it added nothing; null where the story rests."""
    fresh: list[str]
    """Texts of what stands that are new in the newest edition."""
    due: list[DueView]
    diary: str | None
    """Address of the whole diary, where the story has something in it."""
    calendar: str | None
    """Address of its part for calendars."""
    timeline: list[TimelineEntry]
    """Newest first."""
    background: list[PointView]
    names: list[NameGroup]
    topics: list[Link]
    outlets: list[MaybeLink]
    coverage: CoverageView | None
    feed: str


class SaidView(TypedDict):
    """A quote on a name page."""

    quote: QuoteView
    when: When
    briefing: Link


class IndexItem(TypedDict):
    """A line of an index."""

    href: str | None
    title: str
    note: str
    """Such as `4 briefings, latest 14 March 2026`."""


class NameView(TypedDict):
    """`name.html`."""

    id: str
    kind: str
    kind_label: str
    name: str
    description: str | None
    url: str | None
    not_to_confuse: list[Link]
    spellings: list[str]
    stories: list[Link]
    said: list[SaidView]
    listed: list[Mention]
    mentions: list[tuple[When, Link]]
    """The first and the latest, each with the briefing; empty on pages of older mentions."""
    coverage: CoverageView | None
    periods: list[IndexItem]
    """Mentions by week, or by month where they span more; newest first, empty for one alone."""
    beside: list[IndexItem]
    """Names that stand in the same briefings, with how many."""
    newer: Link | None
    older: Link | None
    feed: str


class ListView(TypedDict):
    """`list.html`: a topic, a source, or a month of the archive; by day, with an end."""

    kind: str
    """`topic`, `source` or `archive`."""
    title: str
    description: str | None
    facts: list[tuple[str, str]]
    """(label, value), such as (`Owner`, `…`)."""
    link: Link | None
    coverage: CoverageView | None
    """Of a topic or a source, on its first page."""
    grid: MonthGrid | None
    """Of a month of the archive."""
    days: list[tuple[When, list[Card]]]
    newer: Link | None
    older: Link | None
    end: str
    feed: str | None


class IndexGroup(TypedDict):
    """A headed part of an index."""

    title: str
    items: list[IndexItem]


class IndexView(TypedDict):
    """`index.html`: all stories, names, topics, sources, months."""

    kind: str
    title: str
    lede: str
    grid: MonthGrid | None
    """The newest month, on the index of the archive."""
    groups: list[IndexGroup]


class CorrectionsView(TypedDict):
    """`corrections.html`."""

    corrections: list[CorrectionView]
