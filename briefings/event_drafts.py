"""Drafting one event: its articles, and those its briefing has already, into one file."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from briefings import notices
from briefings.draft import note_article
from briefings.draft.briefing import draft_briefing
from briefings.engines import Engine
from briefings.errors import DeskError
from briefings.events import Event, Group, event_of, is_decided
from briefings.intake import read_apart
from briefings.link.additions import what_it_adds
from briefings.link.copies import is_copy
from briefings.model import Article, Briefing, Note, Registers
from briefings.pile import Pile
from briefings.runs import Change, Drafting, DraftRun, Outcome, Worded
from briefings.settings import Settings
from briefings.sheaf import ReadOne, Sheaf
from briefings.store.briefings import dump_briefing, merge_briefing, parse_briefing
from briefings.store.disk import read_text, save_text
from briefings.store.written import rename_draft
from briefings.text.slugs import slug_for
from briefings.workers import Failure, Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftingDesk:
    """What drafting an event needs of the desk."""

    settings: Settings
    registers: Registers
    pile: Pile
    now: datetime
    by: str
    proposes: bool
    """Changes are told, and nothing is written."""
    wording: Callable[[Article, Note], Worded] | None


@dataclass(frozen=True, slots=True)
class _Draft:
    """The work of one worker: a new draft and the text of its file, under any id."""

    settings: Settings
    registers: Registers
    by: str
    today: date

    def __call__(self, members: tuple[ReadOne, ...]) -> tuple[Briefing, str]:
        draft = draft_briefing(
            members,
            settings=self.settings,
            registers=self.registers,
            id=_ANY,
            path="",
            story=_ANY,
            by=self.by,
            today=self.today,
        )
        return draft, dump_briefing(draft)


_ANY = "any"
"""Stands for an id until somebody knows which are free."""
_LIMITS = Limits(seconds=60)
"""Of an event; each of its articles was read within a file's."""


def draft_groups(
    groups: Iterable[Group], sheaf: Sheaf, desk: DraftingDesk, run: DraftRun, engine: Engine
) -> None:
    """Draft one group after another into files.

    What is new is drafted by the engine, several at once; ids and threads are given here, in
    order, so the files are the same whoever drafted them.
    """
    waiting: deque[Group] = deque()

    def fresh() -> Iterator[tuple[ReadOne, ...]]:
        for group in groups:
            waiting.append(group)
            if group.held is None:
                yield event_of(group, sheaf, desk.pile).members

    job = _Draft(desk.settings, desk.registers, desk.by, desk.now.date())
    for members, made in engine.run(fresh(), job, limits=_LIMITS):
        while waiting[0].held is not None:
            draft_event(event_of(waiting.popleft(), sheaf, desk.pile), desk, run)
        waiting.popleft()
        if isinstance(made, Failure):  # here it may take its time, or say what is wrong
            draft_event(Event(held=None, members=members), desk, run)
        else:
            _file(members, *made, desk, run)
    for group in waiting:
        draft_event(event_of(group, sheaf, desk.pile), desk, run)


def _file(
    members: tuple[ReadOne, ...], made: Briefing, text: str, desk: DraftingDesk, run: DraftRun
) -> None:
    """Give a new draft its id and thread, and write its file."""
    draft = _settled(replace(made, id=_new_id(members[0][0], desk.pile)), desk)
    text = rename_draft(text, draft.id, draft.story or draft.id)
    _save(draft, text, None, Event(held=None, members=members), desk, run)


def draft_event(event: Event, desk: DraftingDesk, run: DraftRun) -> None:
    """Draft one event into its file; what comes late for a published briefing is only told."""
    if event.held is not None and is_decided(event.held):
        event = _without_late(event, event.held, desk, run)
        if not event.members:
            return
    draft = brief(event, desk)
    file = desk.settings.root / draft.path
    present = read_text(file, draft.path) if event.held else None
    text = dump_briefing(draft) if present is None else merge_briefing(present, draft)
    if event.held is not None and (rest := _taken(event, text)) != event.members:
        # Somebody changed its list of articles or wrote a comment there: nothing of theirs goes in.
        _without_late(event, event.held, desk, run)
        if rest:
            draft_event(replace(event, members=rest), desk, run)
        return
    if desk.proposes:
        if present is not None and text != present:
            run.changes.append(Change(path=draft.path, before=present, after=text))
        return
    _save(draft, text, present, event, desk, run)


def _save(
    draft: Briefing,
    text: str,
    present: str | None,
    event: Event,
    desk: DraftingDesk,
    run: DraftRun,
) -> None:
    """Write the file of a draft, and note it."""
    file = desk.settings.root / draft.path
    if present is None and file.exists():
        raise DeskError(f"{draft.path} is there already and is not this briefing's: rename it")
    changed = save_text(file, text)
    run.findings += notices.differ(draft) if changed else ()
    outcome = Outcome.CREATED if present is None else Outcome.UPDATED
    run.drafted.append(
        Drafting(
            path=draft.path,
            outcome=outcome if changed else Outcome.KEPT,
            articles=tuple(article.path for article, _ in event.members),
            story=draft.story or draft.id,
        )
    )
    if event.held is None or not is_decided(event.held):
        desk.pile.add(draft)


def _taken(event: Event, text: str) -> tuple[ReadOne, ...]:
    """Give the articles that a file takes in, or that it has had already."""
    held = event.held.articles if event.held else ()
    there = {source.path for source in held}
    there |= {source.path for source in parse_briefing(text, "").articles}
    return tuple(one for one in event.members if one[0].path in there)


def _without_late(event: Event, held: Briefing, desk: DraftingDesk, run: DraftRun) -> Event:
    """Tell what late articles add to a briefing that is out, and leave them out."""
    known = {source.path: source for source in held.articles}
    for article, note in event.members:
        if article.path not in known:
            is_same = any(is_copy(note.sketch, one.sketch) for one in held.articles if one.sketch)
            adds = what_it_adds(note, held)
            run.findings.append(
                notices.late(article, held, desk.settings, is_copy=is_same, adds=adds)
            )
    members = tuple(one for one in event.members if one[0].path in known)
    return replace(event, members=members)


def brief(event: Event, desk: DraftingDesk) -> Briefing:
    """Draft the briefing of an event; one it has already lends its id, file and articles."""
    held = event.held
    members = [*_others(event, desk), *event.members]
    first = members[0][0]
    key = held.id if held else _new_id(first, desk.pile)
    draft = draft_briefing(
        members,
        settings=desk.settings,
        registers=desk.registers,
        id=key,
        path=held.path if held else "",
        story=held.story if held else None,
        by=desk.by,
        today=desk.now.date(),
    )
    return draft if held is not None else _settled(draft, desk)


def _settled(draft: Briefing, desk: DraftingDesk) -> Briefing:
    return placed(draft, story=desk.pile.threads.home(draft) or draft.id)


def _others(event: Event, desk: DraftingDesk) -> list[ReadOne]:
    """Read again the articles a briefing stands on already, so that a re-draft forgets none."""
    given = {article.path for article, _ in event.members}
    held = event.held.articles if event.held else ()
    paths = [source.path for source in held if source.path not in given]
    if not paths:
        return []
    read = read_apart(paths, desk.settings, desk.registers, jobs=1)
    articles = [article for _, article, _ in read if article is not None]
    notes = [note_article(article, desk.registers) for article in articles]
    if desk.wording:
        notes = [desk.wording(*one).note for one in zip(articles, notes, strict=True)]
    return list(zip(articles, notes, strict=True))


def placed(draft: Briefing, *, story: str) -> Briefing:
    """Give a new draft its thread and the address of its file."""
    day: date = draft.edition
    path = f"content/briefings/{day:%Y}/{day:%m}/{draft.id}.md"
    return replace(draft, story=story, path=path)


def _new_id(article: Article, pile: Pile) -> str:
    """Give the slug of the headline, with four digits of the digest where it is taken."""
    tail = article.digest.rsplit(":", 1)[-1]
    slug = slug_for(article.title, article.language) or tail[:12]
    return f"{slug}-{tail[:4]}" if pile.has_id(slug) else slug
