"""The archive: what the briefings say of one another. Pure in the briefings and registers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from briefings.model.base import Moment, Ref
from briefings.model.briefing import Briefing, BriefingHead
from briefings.model.editions import Days
from briefings.model.note import Hedge, NameKind
from briefings.model.questions import Questions
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


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two briefings stand side by side, for any language to say."""

    kind: str
    """A key of `text.phrases_related`."""
    of: tuple[str, ...] = ()
    """What it names: a story, one or two names, a topic and a place, two words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another briefing worth reading, and why."""

    id: str
    score: float
    reason: Reason
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
class Beside:
    """A name that stands in the same briefings as another."""

    kind: NameKind
    id: str
    briefings: int
    """How many name both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameHead:
    """What other pages say of a name."""

    kind: NameKind
    id: str
    """The register's, or the slug of the name."""
    name: str
    has_page: bool
    same_as: str | None = None
    """Where else it is described, as the register says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameEntry(NameHead):
    """A person, organisation, place or law, over the whole archive."""

    record: NameRecord | None
    briefings: tuple[str, ...]
    """Ids, newest first."""
    days: tuple[date, ...]
    """The editions of these, in the same order."""
    stories: tuple[str, ...]
    spellings: tuple[str, ...]
    beside: tuple[Beside, ...] = ()
    """Names with a page that two or more of its briefings name too, most telling first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What other pages say of a story, a subject or an outlet that has a page."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceHead(Head):
    """What other pages say of an outlet."""

    record: SourceRecord | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicEntry(Head):
    """A subject and its briefings, newest first."""

    record: TopicRecord | None
    briefings: tuple[str, ...]
    days: tuple[date, ...]
    """The editions of these, in the same order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry(SourceHead):
    """An outlet and the briefings that stand on its articles, newest first."""

    briefings: tuple[str, ...]
    days: tuple[date, ...]
    """The editions of these, in the same order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Everything visible, and how it hangs together.

    Its parts are worked out as they are asked for (`link/archive.py`).
    """

    briefings: Mapping[str, Briefing]
    """By id, newest first: edition, then time of publication, then id."""
    told: Mapping[str, BriefingHead]
    """The same, for pages that say no more of each than lists do."""
    minutes: Mapping[str, int]
    """What each briefing takes to read."""
    story_of: Mapping[str, str]
    """Per briefing id: the thread it is in, where that has a page."""
    stories: Mapping[str, Story]
    related: Mapping[str, tuple[Related, ...]]
    backlinks: Mapping[str, tuple[Backlink, ...]]
    origins: Mapping[str, Origins]
    """Per briefing id."""
    differences: Mapping[str, tuple[Difference, ...]]
    """Per story id, where outlets differ in it."""
    differences_of: Mapping[str, tuple[Difference, ...]]
    """Per briefing id, those it is a side of."""
    names: Mapping[tuple[NameKind, str], NameEntry]
    mentions: Mapping[tuple[NameKind, str], tuple[str, ...]]
    """Per name: the ids of the briefings on its page, newest first."""
    names_of: Mapping[str, tuple[tuple[NameKind, str], ...]]
    """Per briefing id: keys into `names`, in the order the briefing gives."""
    topics: Mapping[str, TopicEntry]
    sources: Mapping[str, SourceEntry]
    editions: Days
    """Daily ones, newest first."""
    weeks: Days
    """Weekly ones, newest first."""
    months: Mapping[str, tuple[str, ...]]
    """Ids, newest first, by month: `2026-03`; the newest month first."""
    targets: Mapping[str, LinkTarget]
    """Every key a `[[link]]` may use: `slug`, `id`, `person:id`, `story:id`, …"""
    redirects: Mapping[str, str]
    """Old address to present address, both from the site's root."""
    story_heads: Mapping[str, Head]
    topic_heads: Mapping[str, Head]
    source_heads: Mapping[str, SourceHead]
    """By anything an article states: id, name, alias."""
    name_heads: Mapping[tuple[NameKind, str], NameHead]
    speakers_of: Mapping[str, tuple[tuple[NameKind, str] | None, ...]]
    """Per briefing id: who said each of its quotes, where that is known."""
    entry_days: Mapping[str, tuple[date, ...]]
    """Per story id: the editions of its standing entries, newest first."""
    stories_on: Mapping[date, tuple[str, ...]]
    """Stories with a standing entry in the edition of a day."""
    ask: Questions = field(compare=False)
