"""What readers will see that they did not: a desk as it was beside the desk as it is. Pure."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from briefings.check.rights import words_allowed, words_shown
from briefings.link.addresses import briefing_url, story_url
from briefings.link.registry import Registry
from briefings.link.threads import is_story, story_title
from briefings.link.visible import visible
from briefings.model import Briefing, Correction, Registers, Status
from briefings.rewording import Reworded, reworded
from briefings.settings import Settings
from briefings.text.instants import instant_of
from briefings.text.typography import without_typography


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A briefing as a list names it."""

    id: str
    title: str
    url: str
    path: str
    dek: str | None = None
    edition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """A briefing whose words are not what readers saw."""

    briefing: Told
    words: tuple[Reworded, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """An entry under `corrections` that readers have not seen."""

    briefing: Told
    kind: str
    was: str | None
    now: str
    why: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A story that gets a page."""

    id: str
    title: str
    url: str
    briefings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """An address that leads elsewhere now."""

    was: str
    now: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsUsed:
    """Words of one article that a new or changed briefing shows."""

    outlet: str
    article: str
    briefing: str
    rights: str
    shown: int
    allowed: int | None
    """None where all of it may be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """A briefing of this change and the moment the clock shows or ends it."""

    briefing: Told
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """All that a change would have readers see; each list in order of edition, then id."""

    new: tuple[Told, ...]
    changed: tuple[Rewritten, ...]
    corrected: tuple[Corrected, ...]
    withdrawn: tuple[Told, ...]
    gone: tuple[Told, ...]
    """Readers saw it, and it is on no page now."""
    threads: tuple[Thread, ...]
    moved: tuple[Moved, ...]
    held: tuple[Timed, ...]
    ending: tuple[Timed, ...]
    rights: tuple[RightsUsed, ...]


@dataclass(frozen=True, kw_only=True)
class Side:
    """A desk at one time, as readers see it."""

    briefings: Sequence[Briefing]
    """All of them, drafts too."""
    registers: Registers
    settings: Settings
    now: datetime

    @cached_property
    def registry(self) -> Registry:
        """The registers, turned round."""
        return Registry.of(self.registers)

    @cached_property
    def shown(self) -> dict[str, Briefing]:
        """What has a page, by id."""
        drafts = self.settings.publish_drafts
        every = visible(self.briefings, now=self.now, drafts=drafts)
        return {b.id: b for b in sorted(every, key=lambda b: (b.edition, b.id))}

    @cached_property
    def threads(self) -> dict[str, list[Briefing]]:
        """Stories with a page: their briefings, oldest first."""
        found: defaultdict[str, list[Briefing]] = defaultdict(list)
        for b in self.shown.values():
            if thread := self.registry.thread(b.story):
                found[thread].append(b)
        return {thread: found[thread] for thread in sorted(found) if is_story(found[thread])}


def look_ahead(then: Side, now: Side) -> Outlook:
    """Say what readers will see at the second that they did not at the first."""
    fresh = [b for b in now.shown.values() if b.id not in then.shown]
    both = [(then.shown[b.id], b) for b in now.shown.values() if b.id in then.shown]
    changed = [Rewritten(briefing=_told(b), words=tuple(reworded(a, b))) for a, b in both]
    rewritten = tuple(one for one in changed if one.words)
    touched = {*(b.id for b in fresh), *(one.briefing.id for one in rewritten)}
    return Outlook(
        new=tuple(_told(b) for b in fresh if b.status is not Status.WITHDRAWN),
        changed=rewritten,
        corrected=tuple(c for old, b in both for c in _corrected(old, b)),
        withdrawn=tuple(_told(b) for old, b in both if _is_taken_back(old, b)),
        gone=tuple(_told(b) for b in then.shown.values() if b.id not in now.shown),
        threads=tuple(_threads(then, now)),
        moved=tuple(_moved(then, now)),
        held=tuple(_held(then, now)),
        ending=tuple(_ending(then, now)),
        rights=tuple(u for b in now.shown.values() if b.id in touched for u in _rights(b, now)),
    )


def _told(b: Briefing) -> Told:
    return Told(
        id=b.id,
        title=b.title,
        url=briefing_url(b),
        path=b.path,
        dek=b.dek,
        edition=b.edition.isoformat(),
    )


def _is_taken_back(old: Briefing, b: Briefing) -> bool:
    return b.status is Status.WITHDRAWN and old.status is not Status.WITHDRAWN


def _corrected(old: Briefing, b: Briefing) -> Iterator[Corrected]:
    held = {_key(one) for one in old.corrections}
    for one in b.corrections:
        if _key(one) not in held:
            yield Corrected(briefing=_told(b), kind=one.kind, was=one.was, now=one.now, why=one.why)


def _key(correction: Correction) -> tuple[str, str]:
    return correction.kind, without_typography(correction.now)


def _threads(then: Side, now: Side) -> Iterator[Thread]:
    for thread, members in now.threads.items():
        if thread not in then.threads:
            title = story_title(thread, members[0], now.registry)
            yield Thread(id=thread, title=title, url=story_url(thread), briefings=len(members))


def _moved(then: Side, now: Side) -> Iterator[Moved]:
    for old in then.shown.values():
        b = now.shown.get(old.id)
        if b is not None and briefing_url(b) != briefing_url(old):
            yield Moved(was=briefing_url(old), now=briefing_url(b), title=b.title)
    for thread in then.threads:
        lives = now.registry.merged.get(thread)
        if lives and thread not in now.threads:
            members: Sequence[Briefing] = now.threads.get(lives, ())
            title = story_title(lives, members[0], now.registry) if members else lives
            yield Moved(was=story_url(thread), now=story_url(lives), title=title)


def _held(then: Side, now: Side) -> Iterator[Timed]:
    """Give what waits for the clock and did not wait for that time before."""
    before = {b.id: b.publish_at for b in then.briefings}
    for b in _by_id(now.briefings).values():
        if b.publish_at is None or b.status is Status.DRAFT or before.get(b.id) == b.publish_at:
            continue
        at = instant_of(b.publish_at, now.now)
        if at > now.now:
            yield Timed(briefing=_told(b), at=at.isoformat(timespec="minutes"))


def _ending(then: Side, now: Side) -> Iterator[Timed]:
    before = {b.id: b.expires_at for b in then.briefings}
    for b in now.shown.values():
        if b.expires_at is not None and before.get(b.id) != b.expires_at:
            at = instant_of(b.expires_at, now.now)
            yield Timed(briefing=_told(b), at=at.isoformat(timespec="minutes"))


def _by_id(briefings: Sequence[Briefing]) -> Mapping[str, Briefing]:
    return {b.id: b for b in sorted(briefings, key=lambda b: (b.edition, b.id))}


def _rights(b: Briefing, side: Side) -> Iterator[RightsUsed]:
    book = side.registry.sources
    for article in b.articles:
        source = book.source_of(article)
        record = book.record(source) if source else None
        yield RightsUsed(
            outlet=record.name if record else article.source or "an outlet nobody confirmed",
            article=article.title,
            briefing=b.id,
            rights=article.rights.value,
            shown=words_shown(article, b),
            allowed=words_allowed(article, side.settings),
        )
