"""Joining drafts of one event, and giving an article a draft of its own again."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefings import notices
from briefings.draft import note_article
from briefings.errors import DeskError, Finding
from briefings.event_drafts import DraftingDesk, brief
from briefings.events import Event
from briefings.intake import read_apart
from briefings.lookup import article_files, find_article, find_briefing
from briefings.model import Briefing, Ref, SourceArticle, Status
from briefings.sheaf import ReadOne
from briefings.stock import Stock
from briefings.store.article_edits import drop_article, is_untouched
from briefings.store.briefings import (
    LoadedBriefing,
    dump_briefing,
    merge_briefing,
    parse_briefing,
)
from briefings.store.disk import save_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Combined:
    """What became of several drafts."""

    kept: Briefing
    gone: tuple[str, ...]
    """Paths of the files that were deleted."""
    findings: tuple[Finding, ...]
    """Where the articles differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """What became of an article that was taken out."""

    left: str | None
    """Path of the briefing it was in; None where it was in none."""
    made: Briefing


def combine(names: Sequence[str], stock: Stock, desk: DraftingDesk) -> Combined:
    """Make one draft of several: the first is kept and stands on the articles of all.

    Nothing is written until everything is known to fit.

    Raises:
        DeskError: one is no draft, somebody worked on one that would go, or an article is not
            here.
    """
    named = {
        one.briefing.id: one
        for one in (find_briefing(n, stock.loaded, stock.settings) for n in names)
    }
    if len(named) < 2:
        raise DeskError("name two drafts or more: the first is kept")
    kept, *others = named.values()
    for one in named.values():
        _refuse_unless_draft(one.briefing, stock)
    for one in others:
        _refuse_if_touched(one, kept.briefing)
    held = {source.path for source in kept.briefing.articles}
    sources = [a for one in others for a in one.briefing.articles if a.path not in held]
    members = _read(sources, stock)
    draft = brief(Event(held=kept.briefing, members=tuple(members)), desk)
    text = merge_briefing(kept.text, draft)
    combined = parse_briefing(text, kept.briefing.path)
    missing = {source.path for source in sources} - {source.path for source in combined.articles}
    if missing:
        raise DeskError(
            f"{kept.briefing.path} cannot take {', '.join(sorted(missing))}: somebody changed its "
            "list of articles or wrote a comment there; add them by hand, or keep another draft"
        )
    save_text(stock.settings.root / kept.briefing.path, text)
    for one in others:
        (stock.settings.root / one.briefing.path).unlink()
    return Combined(
        kept=combined,
        gone=tuple(one.briefing.path for one in others),
        findings=tuple(notices.differ(combined)),
    )


def split(name: str, article: str, stock: Stock, desk: DraftingDesk) -> Split:
    """Give an article a draft of its own; it stays there, whatever it is like.

    Raises:
        DeskError: the briefing is no draft, stands on nothing else, or the article is not here.
    """
    one = find_briefing(name, stock.loaded, stock.settings)
    inside = {source.path: source for source in one.briefing.articles}
    free = [path for path in article_files(stock.settings) if stock.pile.holder(path) is None]
    path = find_article(article, [*inside, *free], stock.settings)
    if path not in inside:
        return Split(left=None, made=_make(_read_paths([path], stock), desk))
    _refuse_unless_draft(one.briefing, stock)
    if len(inside) < 2:
        raise DeskError(f"{one.briefing.path} stands on that article alone: nothing to split")
    (own,) = _read([inside[path]], stock)
    rest = _read([source for source in inside.values() if source.path != path], stock)
    text = _without(one, inside[path], rest, desk)
    made = _make([own], desk)
    save_text(stock.settings.root / one.briefing.path, text)
    return Split(left=one.briefing.path, made=made)


def _without(
    one: LoadedBriefing, source: SourceArticle, rest: Sequence[ReadOne], desk: DraftingDesk
) -> str:
    """Give the text of a briefing without an article, drafted again on the others.

    Raises:
        DeskError: words an editor changed stand on it.
    """
    path = one.briefing.path
    dropped = drop_article(one.text, path, source.key)
    held = parse_briefing(dropped, path)
    text = merge_briefing(dropped, brief(Event(held=held, members=tuple(rest)), desk))
    before, after = _texts(one.briefing), _texts(parse_briefing(text, path))
    first = one.briefing.articles[0].key  # a reference without a key means it
    cited = [
        words
        for words, refs in after
        if (words, refs) in before and source.key in {ref.article or first for ref in refs}
    ]
    if cited:
        raise DeskError(
            f"{path} was changed by hand and still stands on {source.path}: take out "
            f"“{cited[0][:80]}” first, or give it another `from`"
        )
    return text


def _texts(of: Briefing) -> list[tuple[str, tuple[Ref, ...]]]:
    points = [(point.text, point.grounds.refs) for point in (*of.summary, *of.key_points)]
    return [*points, *((quote.text, quote.grounds.refs) for quote in of.quotes)]


def _make(members: Sequence[ReadOne], desk: DraftingDesk) -> Briefing:
    made = brief(Event(held=None, members=tuple(members)), desk)
    file = desk.settings.root / made.path
    if file.exists():
        raise DeskError(f"{made.path} is there already and is not this briefing's: rename it")
    save_text(file, dump_briefing(made))
    return made


def _refuse_unless_draft(held: Briefing, stock: Stock) -> None:
    if held.status is not Status.DRAFT or held.reviewed is not None:
        was = held.status.value if held.status is not Status.DRAFT else "reviewed"
        raise DeskError(
            f"{held.path} is {was}, and readers may hold its address: only drafts are combined "
            "and split"
        )
    if any(target == f"briefing:{held.id}" for _, target in stock.registers.addresses):
        raise DeskError(f"{held.path} was published once: its address has to lead to it")
    if held.drafted is None:
        raise DeskError(f"{held.path} was not drafted by the program: change it by hand")


def _refuse_if_touched(one: LoadedBriefing, kept: Briefing) -> None:
    if not is_untouched(one.text, one.briefing.path):
        raise DeskError(
            f"somebody worked on {one.briefing.path}: name it first to keep it, or delete it "
            "yourself"
        )
    if one.briefing.publish_at not in (None, kept.publish_at):
        raise DeskError(
            f"{one.briefing.path} waits until {one.briefing.publish_at}: set the same publish_at "
            f"in {kept.path} first"
        )


def _read(sources: Sequence[SourceArticle], stock: Stock) -> list[ReadOne]:
    return _read_paths([source.path for source in sources], stock)


def _read_paths(paths: Sequence[str], stock: Stock) -> list[ReadOne]:
    """Read articles again.

    Raises:
        DeskError: one is not here, or cannot be read.
    """
    found: list[ReadOne] = []
    for path, article, _ in read_apart(paths, stock.settings, stock.registers, jobs=1):
        if article is None:
            raise DeskError(f"content/articles/{path} is not here or cannot be read: bring it back")
        found.append((article, note_article(article, stock.registers)))
    return found
