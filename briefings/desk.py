"""The drafting run: find → read → note → group → draft → merge → save.

Nothing here decides what a draft says; it puts the pure parts together and touches the disk.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from briefings import notices
from briefings.article_files import find_article_files, find_files_of_drafts, find_passed_over
from briefings.draft.lexicon import lexicon
from briefings.errors import Severity
from briefings.event_drafts import DraftingDesk, draft_event
from briefings.events import ReadOne, group_events
from briefings.intake import Taken, take_in
from briefings.model import Article, Note
from briefings.pile import Pile, Seen
from briefings.runs import DraftRun, Worded
from briefings.seen import load_seen, save_seen
from briefings.settings import Settings
from briefings.stock import take_stock
from briefings.workers import processors

Progress = Callable[[Sequence[Path]], Iterable[Path]]
"""Wraps the files to read, so that a terminal can show how far the run is."""


def draft_desk(
    settings: Settings,
    paths: Sequence[Path] = (),
    *,
    now: datetime,
    by: str,
    progress: Progress = iter,
    jobs: int | None = None,
    refresh: bool = False,
    wording: Callable[[Article, Note], Worded] | None = None,
) -> DraftRun:
    """Draft a briefing for each event on the pile.

    Args:
        settings: the desk.
        paths: article files or folders of them; none means every article without a briefing.
        now: decides the edition of an article that does not say its date.
        by: program and version, for the record in each file.
        progress: wraps the list of files to read.
        jobs: how many files are read at once; None means one for each processor.
        refresh: draft again what drafts stand on, and only tell what would change.
        wording: has a language model word a note; None where the desk wants none.

    Raises:
        BadFileError: a path is no article file of this desk. Faults inside files are findings.
    """
    stock = take_stock(settings)
    run = DraftRun(findings=[*stock.findings])
    desk = DraftingDesk(
        settings=settings,
        registers=stock.registers,
        pile=stock.pile,
        now=now,
        by=by,
        proposes=refresh,
        wording=wording,
    )
    if refresh:
        held = [item.briefing for item in stock.loaded]
        paths = find_files_of_drafts(held, settings, paths)
        if not paths:
            return run
    seen, found = load_seen(settings), dict[str, list[str]]()
    read = read_pile(desk, run, paths, seen=seen, found=found, progress=progress, jobs=jobs)
    grouping = group_events(read, stock.pile)
    for event in grouping.events:
        draft_event(event, desk, run)
    run.findings += notices.perhaps(grouping.perhaps, stock.pile)
    used_up = {key: digests for key, digests in found.items() if stock.pile.is_used_up(digests)}
    if used_up.keys() - seen.keys():
        save_seen(settings, seen | used_up)
    return run


def read_pile(
    desk: DraftingDesk,
    run: DraftRun,
    paths: Sequence[Path] = (),
    *,
    seen: Seen,
    found: dict[str, list[str]],
    progress: Progress = iter,
    jobs: int | None = None,
) -> list[ReadOne]:
    """Read what is to be drafted; what is wrong with it goes to the findings of the run.

    Args:
        desk: whose pile it is.
        run: takes the findings.
        paths: files or folders; none means every article without a briefing.
        seen: what earlier runs found in files of several articles.
        found: takes what is found in them now.
        progress: wraps the list of files to read.
        jobs: how many files are read at once; None means one for each processor.
    """
    settings, pile = desk.settings, desk.pile
    files = find_article_files(settings, paths)
    run.findings += find_passed_over(settings) if not paths else []
    wanted = files if paths else [file for file in files if pile.is_new(file, settings, seen)]
    free = list(_not_in_broken(wanted, pile, settings, run))
    jobs = min(jobs or processors(), len(free) or 1)
    taken = take_in(progress(free), settings, desk.registers, jobs=jobs)
    return list(_choose(_noted(taken, found), desk, run, all_of_it=bool(paths)))


def _noted(
    taken: Iterable[tuple[Path, Taken]], found: dict[str, list[str]]
) -> Iterator[tuple[Path, Taken]]:
    """Note which articles are in files of several, but not of those with a fault."""
    for file, one in taken:
        if one.digest and all(f.severity is not Severity.ERROR for f in one.findings):
            found[one.digest] = [article.digest for article, _ in one.articles]
        yield file, one


def _not_in_broken(
    files: Iterable[Path], pile: Pile, settings: Settings, run: DraftRun
) -> Iterator[Path]:
    """Pass over articles of a briefing that cannot be read: it holds an editor's work."""
    for file in files:
        path = file.relative_to(settings.articles()).as_posix()
        holder = pile.broken_holder(path)
        if holder is None:
            yield file
            continue
        run.findings.append(notices.blocked(file, settings, holder))


def _choose(
    taken: Iterable[tuple[Path, Taken]], desk: DraftingDesk, run: DraftRun, *, all_of_it: bool
) -> Iterator[ReadOne]:
    """Give the articles to draft; of a file that grew, such as a feed, only what is new."""
    for file, found in taken:
        run.findings += found.findings
        for article, note in found.articles:
            if not (all_of_it or desk.pile.is_unused(article.digest)):
                continue
            spiked = desk.pile.spiked(article.digest, note.sketch)
            if spiked is not None and desk.pile.holder(article.path) is None:
                run.findings.append(notices.spiked(article, spiked, desk.settings))
                continue
            if article.stopped:
                held = desk.pile.standing_on(article, note)
                run.findings.append(notices.stopped(article, file, desk.settings, held))
                continue
            run.findings += article.findings
            if not lexicon(article.language).known:
                run.findings.append(notices.foreign(article, file, desk.settings))
            yield article, _worded(article, note, desk, run)


def _worded(article: Article, note: Note, desk: DraftingDesk, run: DraftRun) -> Note:
    """Have the desk's language model word a note, and tell what did not pass."""
    if desk.wording is None:
        return note
    worded = desk.wording(article, note)
    run.findings += notices.worded(article, worded, desk.settings)
    return worded.note
