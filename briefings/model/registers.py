"""What the desk knows and keeps in `content/registers/`."""

from dataclasses import dataclass, field

from briefings.errors import Severity
from briefings.model.base import Rights
from briefings.model.diary import DiaryEntry
from briefings.model.note import NameKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRecord:
    """An outlet: `sources.yml`."""

    id: str
    name: str
    url: str | None = None
    hosts: tuple[str, ...] = ()
    """Host names whose articles are this outlet's."""
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    """Such as `newspaper`, `state agency`, `broadcaster`."""
    owner: str | None = None
    locale: str | None = None
    """Such as `en-GB`; decides how 04/03 is read."""
    rights: Rights = Rights.EXCERPT
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRecord:
    """A person, organisation, place or law: `names.yml`."""

    id: str
    kind: NameKind
    name: str
    aliases: tuple[str, ...] = ()
    description: str | None = None
    url: str | None = None
    page: bool = False
    """People get a page only with `page: yes`; the other kinds have one once registered."""
    not_to_confuse: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRecord:
    """What a person says of a thread: `stories.yml`."""

    id: str
    title: str | None = None
    standfirst: str | None = None
    merged: tuple[str, ...] = ()
    """Ids of threads that are part of this one now; their addresses lead here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRecord:
    """A subject the desk follows: `topics.yml`."""

    id: str
    name: str
    iptc: str | None = None
    """Media Topic it stands under, such as `medtop:11000000`."""
    words: tuple[str, ...] = ()
    """Words that decide for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpikedRecord:
    """An article the desk will not use: `articles.yml`."""

    digest: str
    by: str
    why: str
    title: str | None = None
    """Its headline, so that a person knows which it was."""
    sketch: str | None = None
    """Of its text, so that a copy does not come back either."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRecord:
    """A word the desk does not use: `words.yml`."""

    word: str
    why: str
    instead: str | None = None
    severity: Severity = Severity.WARNING


@dataclass(frozen=True, slots=True, kw_only=True)
class Registers:
    """All registers together; empty ones where a desk keeps none."""

    sources: tuple[SourceRecord, ...] = ()
    names: tuple[NameRecord, ...] = ()
    stories: tuple[StoryRecord, ...] = ()
    topics: tuple[TopicRecord, ...] = ()
    diary: tuple[DiaryEntry, ...] = ()
    ignored: tuple[str, ...] = ()
    """Names `briefings names` is not to propose: `ignored` in `names.yml`."""
    spiked: tuple[SpikedRecord, ...] = ()
    words: tuple[WordRecord, ...] = ()
    addresses: tuple[tuple[str, str], ...] = field(default=())
    """The ledger, `urls.txt`: (address, `kind:id`), sorted."""
    address_lines: tuple[int, ...] = ()
    """The line of each in the file; empty where it was not read from one."""
