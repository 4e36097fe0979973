"""Drafting one event: its articles, and those its briefing has already, into one file."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from briefings import notices
from briefings.draft import note_article
from briefings.draft.briefing import draft_briefing
from briefings.errors import DeskError
from briefings.events import Event, ReadOne, is_decided
from briefings.intake import read_apart
from briefings.link.additions import what_it_adds
from briefings.link.copies import is_copy
from briefings.model import Article, Briefing, Note, Registers
from briefings.pile import Pile
from briefings.runs import Change, Drafting, DraftRun, Outcome, Worded
from briefings.settings import Settings
from briefings.store.briefings import dump_briefing, merge_briefing, parse_briefing
from briefings.store.disk import read_text, save_text
from briefings.text.slugs import slug_for


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
    if held is not None:
        return draft
    choice = desk.pile.threads.choose(draft)
    return placed(draft, story=choice.id or key)


def _others(event: Event, desk: DraftingDesk) -> list[ReadOne]:
    """Read again the articles a briefing stands on already, so that a re-draft forgets none."""
    given = {article.path for article, _ in event.members}
    held = event.held.articles if event.held else ()
    paths = [source.path for source in held if source.path not in given]
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
