"""The shapes templates print: the contract between `pages/` and `theme/`.

All values are plain text and never HTML, except the two named `html`, which are sanitised last.
Every `href` is relative to the page it stands on. Templates escape every value.
"""

from typing import TypedDict


class Link(TypedDict):
    """A link that says where it goes."""

    href: str
    title: str


class MaybeLink(TypedDict):
    """A name that has a page (href) or has none (null)."""

    href: str | None
    title: str


class When(TypedDict):
    """A date as people say it, with the machine's form."""

    iso: str
    text: str


class Text(TypedDict):
    """Words with their language, for `lang` and `dir` where it is not the page's."""

    text: str
    lang: str
    dir: str
    """`ltr` or `rtl`."""


class Mark(TypedDict):
    """What a sentence stands on: shown as a small mark hanging in the margin."""

    label: str
    """Such as `Harbour Courier, paragraph 2`; `The desk` where an editor answers for it."""
    href: str | None
    """Into the original, or to the published text below; null where there is neither."""


class PointView(TypedDict):
    """A sentence of a summary or a key point."""

    text: str
    says: str | None
    """Whose claim it is, printed before it."""
    cut: bool
    marks: list[Mark]


class QuoteView(TypedDict):
    """Words somebody said; speaker first."""

    text: str
    speaker: MaybeLink | None
    """None is printed as unattributed in the article, never guessed."""
    setting: str | None
    marks: list[Mark]


class Card(TypedDict):
    """A briefing in a list."""

    id: str
    href: str
    title: Text
    line: str
    """One-line summary; may be empty."""
    outlets: list[str]
    when: When
    minutes: int
    story: Link | None
    status: str
    """`draft`, `published` or `withdrawn`."""
    corrected: bool


class ProvenanceView(TypedDict):
    """One article a briefing stands on."""

    outlet: MaybeLink | None
    proposed: str | None
    """Our guess at the outlet, shown on drafts only."""
    title: Text
    url: str | None
    """The original; http(s) only."""
    when: When | None
    byline: list[str]
    agencies: list[str]
    """Ready phrases such as `AFP contributed`."""
    pictures: list[str]
    """Ready phrases: caption and credit."""
    minutes_printed: int | None
    minutes: int | None


class CorrectionView(TypedDict):
    """A dated correction."""

    kind: str
    when: When
    was: str | None
    now: str
    why: str | None
    briefing: Link | None
    """On the corrections page only."""


class RelatedView(TypedDict):
    """Another briefing and the reason it stands here."""

    href: str
    title: Text
    when: When
    reason: str


class StoryStrip(TypedDict):
    """The thread a briefing belongs to."""

    story: Link
    count: int
    previous: Link | None
    next: Link | None
    new: list[str]
    """What this entry added; empty for the first."""


class OriginsView(TypedDict):
    """How many independent origins stand behind the outlets."""

    outlets: int
    at_most: int
    sentence: str
    """`6 outlets, at most 2 origins`."""
    copies: list[str]


class PictureView(TypedDict):
    """A picture a person chose."""

    src: str
    alt: str
    caption: str | None
    credit: str | None


class NameGroup(TypedDict):
    """Names of one kind."""

    kind: str
    """`people`, `organisations`, `places` or `laws`."""
    label: str
    names: list[MaybeLink]


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
    end: str
    """The end mark's words: `That is the edition of 14 March 2026.`."""
    next_hour: str | None
    earlier: list[Link]
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
    timeline: list[TimelineEntry]
    """Newest first."""
    background: list[PointView]
    names: list[NameGroup]
    topics: list[Link]
    outlets: list[MaybeLink]
    feed: str


class SaidView(TypedDict):
    """A quote on a name page."""

    quote: QuoteView
    when: When
    briefing: Link


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
    cards: list[Card]
    first: When
    latest: When
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
    days: list[tuple[When, list[Card]]]
    newer: Link | None
    older: Link | None
    end: str
    feed: str | None


class IndexItem(TypedDict):
    """A line of an index."""

    href: str | None
    title: str
    note: str
    """Such as `4 briefings, latest 14 March 2026`."""


class IndexGroup(TypedDict):
    """A headed part of an index."""

    title: str
    items: list[IndexItem]


class IndexView(TypedDict):
    """`index.html`: all stories, names, topics, sources, months."""

    kind: str
    title: str
    lede: str
    groups: list[IndexGroup]


class CorrectionsView(TypedDict):
    """`corrections.html`."""

    corrections: list[CorrectionView]


class PlainView(TypedDict):
    """`plain.html`: a page an editor wrote under `content/pages/`."""

    html: str


class SearchView(TypedDict):
    """`search.html` and `404.html`: nothing but where the archive is."""

    archive: str
    bundle: str
    """Relative address of the Pagefind bundle's folder, with a final slash."""


class SiteView(TypedDict):
    """The same on every page: masthead and footer."""

    name: str
    description: str
    language: str
    dir: str
    place: str
    accent: str
    accent_dark: str
    licence: str | None
    licence_url: str | None
    contact: str | None
    nav: list[tuple[str, str]]
    """(address from the root without a leading slash, label)."""
    footer: list[tuple[str, str]]
    """The same, for plain pages."""
    draft_site: bool
    """True in the preview: a line on every page says so."""


class Shell(TypedDict):
    """What every page's frame needs beside its own view."""

    title: str
    description: str | None
    lang: str
    dir: str
    root: str
    """From this page to the site's root: `../../../`, or absolute on the 404 page."""
    canonical: str | None
    section: str
    """Which entry of the navigation is current: its address, or empty."""
    feeds: list[Link]
    robots: str | None
    jsonld: str | None
    """Ready JSON, safe inside a script element."""
