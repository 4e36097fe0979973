"""The parts pages are made of: links, dates, cards, points, quotes, provenance."""

from typing import NotRequired, TypedDict


class Link(TypedDict):
    """A link that says where it goes."""

    href: str
    title: str
    lang: NotRequired[str]
    """Of a headline: the language of its words, which may not be the page's."""
    dir: NotRequired[str]


class MaybeLink(TypedDict):
    """A name that has a page (href) or has none (null)."""

    href: str | None
    title: str


class FeedLink(Link):
    """A feed to follow."""

    type: str
    """`application/atom+xml` or `application/rss+xml`."""


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
    lang: str
    """Of the words, which may not be the page's."""
    dir: str


class QuoteView(TypedDict):
    """Words somebody said; speaker first."""

    text: str
    speaker: MaybeLink | None
    """None is printed as unattributed in the article, never guessed."""
    setting: str | None
    marks: list[Mark]
    lang: str
    """Of the words, which may not be the page's."""
    dir: str
    original: Text | None
    """What was said, where the words are a translation."""


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
    earlier: str
    """`and 2 earlier`: in a weekly edition, how many more of the story; else empty."""
    status: str
    """`draft`, `published` or `withdrawn`."""
    corrected: bool


class Mention(TypedDict):
    """A briefing in a list that only says where somebody is mentioned."""

    href: str
    title: Text
    when: When
    outlets: list[str]
    status: str
    """As in `Card`."""
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
    passages: list[str]
    """For each of the copies, words all of them have; empty where none are known."""


class ClaimView(TypedDict):
    """A figure as one outlet gives it."""

    value: str
    """Ready, with its hedge and unit: `at least 12`, `206 million lira`."""
    says: str | None
    """The sentence, where its briefing prints it."""
    lang: str
    """Of the sentence, which may not be the page's."""
    dir: str
    when: When | None
    mark: Mark
    """The outlet and the paragraph; leads to the briefing."""


class DifferenceView(TypedDict):
    """A thing on whose number outlets disagree."""

    label: str
    claims: list[ClaimView]


class PictureView(TypedDict):
    """A picture a person chose."""

    src: str
    alt: str
    caption: str | None
    credit: str | None


class DueView(TypedDict):
    """An entry of the diary."""

    when: When
    """A day, days or a day with its hours, as people say them; `iso` is where it begins."""
    title: str
    where: str | None
    status: str | None
    """`Called off` or `Expected`; null where it is fixed."""
    off: bool
    """Whether it is called off: what changed is printed in the colour of corrections."""
    note: str | None
    says: MaybeLink | None
    """`According to …`, with the address of the announcement."""
    story: Link | None
    """Null on the story's own page."""
    briefing: Link | None


class NameGroup(TypedDict):
    """Names of one kind."""

    kind: str
    """`people`, `organisations`, `places` or `laws`."""
    label: str
    names: list[MaybeLink]
