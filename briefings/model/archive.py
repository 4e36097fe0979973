"""The archive: what the briefings say of one another. Pure in the briefings and registers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from briefings.model.base import Moment, Ref
from briefings.model.briefing import Briefing
from briefings.model.note import Hedge, NameKind, Quote
from briefings.model.registers import NameRecord, SourceRecord, StoryRecord, TopicRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkTarget:
    """What a link in prose points at: `[[slug]]`, `[[person:harbour-master]]`."""

    kind: str
    """`briefing`, `story`, `person`, `org`, `place`, `law`, `topic`, `source` or `edition`."""
    id: str
    title: str
    url: str | None
    """From the site's root, such as `/story/ferry-inquiry/`; None where there is no page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another briefing worth reading, and why."""

    id: str
    score: float
    reason: str
    """A sentence part a reader understands: `same story`, `both name the harbour master`."""
    pinned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlink:
    """A briefing whose text links here."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """How many independent origins stand behind a set of articles."""

    outlets: int
    at_most: int
    copies: tuple[tuple[str, ...], ...] = ()
    """Groups of titles of articles that are one text, each `outlet: title`."""
    passages: tuple[str | None, ...] = ()
    """For each group the longest run of words its texts share here; None where none is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A thread of two or more briefings."""

    id: str
    title: str
    record: StoryRecord | None
    briefings: tuple[str, ...]
    """Ids, newest first."""
    new: Mapping[str, tuple[str, ...]]
    """Per briefing id: what it added, as texts of its news points not said before in the story."""
    origins: Origins
    names: tuple[tuple[NameKind, str], ...]
    """(kind, id) of those in two or more of its briefings, most frequent first."""
    sources: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A figure as one outlet gives it."""

    value: str
    hedge: Hedge | None
    source: str
    """Id of the outlet."""
    date: Moment | None
    """When the outlet published it."""
    briefing: str
    at: Ref
    """Where its article says it, with the article's key."""
    says: str | None
    """The sentence, where the briefing prints it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A thing on whose number outlets disagree."""

    of: str
    """As the figures say: `killed`, `lira cost of bridge`."""
    claims: tuple[Claim, ...]
    """What each outlet says now, earliest first; some two cannot both be right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChoice:
    """The thread a draft is proposed for."""

    id: str | None
    """None where nothing is near enough."""
    reason: str
    rivals: tuple[tuple[str, float], ...] = ()
    score: float | None = None
    """How near the chosen one is, 0 to 1; None where none is chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A quote of somebody, and the briefing that holds it."""

    briefing: str
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A name that stands in the same briefings as another."""

    kind: NameKind
    id: str
    briefings: int
    """How many name both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameEntry:
    """A person, organisation, place or law, over the whole archive."""

    kind: NameKind
    id: str
    """The register's, or the slug of the name."""
    name: str
    record: NameRecord | None
    has_page: bool
    briefings: tuple[str, ...]
    """Ids, newest first."""
    said: tuple[Said, ...]
    """Newest first; people and organisations only."""
    stories: tuple[str, ...]
    spellings: tuple[str, ...]
    beside: tuple[Beside, ...] = ()
    """Names with a page that two or more of its briefings name too, most telling first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicEntry:
    """A subject and its briefings, newest first."""

    id: str
    name: str
    record: TopicRecord | None
    briefings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """An outlet and the briefings that stand on its articles, newest first."""

    id: str
    name: str
    record: SourceRecord | None
    briefings: tuple[str, ...]


def week_id(day: date) -> str:
    """Give the week of a day as ISO 8601 writes it, such as `2026-W11`; weeks begin on Monday."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A day's or a week's briefings in reading order; the first is the lead."""

    date: date
    """Of a weekly one, the Monday."""
    briefings: tuple[str, ...]
    weekly: bool = False
    earlier: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Weekly: per briefing, the ids of its story's others in that week, newest first."""
    note: str | None = None
    """Markdown a person signed."""
    signed: str | None = None
    closed: str | None = None
    """The sign-off, where a person wrote one."""

    def id(self) -> str:
        """Give what its file and its address are named: `2026-03-14`, `2026-W11`."""
        return week_id(self.date) if self.weekly else self.date.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Everything visible, and how it hangs together."""

    briefings: Mapping[str, Briefing]
    """By id, newest first: edition, then time of publication, then id."""
    stories: Mapping[str, Story] = field(default_factory=dict)
    related: Mapping[str, tuple[Related, ...]] = field(default_factory=dict)
    backlinks: Mapping[str, tuple[Backlink, ...]] = field(default_factory=dict)
    origins: Mapping[str, Origins] = field(default_factory=dict)
    """Per briefing id."""
    differences: Mapping[str, tuple[Difference, ...]] = field(default_factory=dict)
    """Per story id, where outlets differ in it."""
    differences_of: Mapping[str, tuple[Difference, ...]] = field(default_factory=dict)
    """Per briefing id, those it is a side of."""
    names: Mapping[tuple[NameKind, str], NameEntry] = field(default_factory=dict)
    names_of: Mapping[str, tuple[tuple[NameKind, str], ...]] = field(default_factory=dict)
    """Per briefing id: keys into `names`, in the order the briefing gives."""
    topics: Mapping[str, TopicEntry] = field(default_factory=dict)
    sources: Mapping[str, SourceEntry] = field(default_factory=dict)
    editions: tuple[Edition, ...] = ()
    """Daily ones, newest first."""
    weeks: tuple[Edition, ...] = ()
    """Weekly ones, newest first."""
    targets: Mapping[str, LinkTarget] = field(default_factory=dict)
    """Every key a `[[link]]` may use: `slug`, `id`, `person:id`, `story:id`, …"""
    redirects: Mapping[str, str] = field(default_factory=dict)
    """Old address to present address, both from the site's root."""
