"""The drafting run: find → read → note → group → draft → merge → save.

Nothing here decides what a draft says; it puts the pure parts together and touches the disk.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from briefings import notices
from briefings.article_files import find_article_files, find_files_of_drafts, find_passed_over
from briefings.draft.lexicon import lexicon
from briefings.engines import Engine, Processes
from briefings.errors import Severity
from briefings.event_drafts import DraftingDesk, draft_groups
from briefings.events import group_events
from briefings.filed import Taken
from briefings.intake import Page, note_down
from briefings.model import Article, Note
from briefings.notebook import Notebook, open_notebook
from briefings.pile import Pile, Seen
from briefings.plans import plan_events
from briefings.runs import DraftRun, Worded
from briefings.seen import load_seen, save_seen
from briefings.settings import Settings
from briefings.sheaf import Sheaf
from briefings.stock import take_stock
from briefings.store.disk import sweep_parts

Progress = Callable[[Sequence[Any]], Iterable[Any]]
"""Wraps the files to read or the events to draft, so that a terminal can show how far it is."""


def draft_desk(
    settings: Settings,
    paths: Sequence[Path] = (),
    *,
    now: datetime,
    by: str,
    reading: Progress = iter,
    drafting: Progress = iter,
    engine: Engine | None = None,
    refresh: bool = False,
    wording: Callable[[Article, Note], Worded] | None = None,
) -> DraftRun:
    """Draft a briefing for each event on the pile.

    Args:
        settings: the desk.
        paths: article files or folders of them; none means every article without a briefing.
        now: decides the edition of an article that does not say its date.
        by: program and version, for the record in each file.
        reading: wraps the list of files to read.
        drafting: wraps the list of events to draft.
        engine: where files are read and events drafted; None means processes of this machine.
        refresh: draft again what drafts stand on, and only tell what would change.
        wording: has a language model word a note; None where the desk wants none.

    Raises:
        BadFileError: a path is no article file of this desk. Faults inside files are findings.
    """
    engine = engine or Processes()
    sweep_parts(settings.briefings())
    stock = take_stock(settings, whole=refresh)
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
    with open_notebook(settings, stock.registers) as notebook:
        sheaf = read_pile(
            desk, run, notebook, paths, seen=seen, found=found, progress=reading, engine=engine
        )
        # By whole: a run told what to draft need not be what the killed one was.
        grouping = (
            group_events(sheaf, stock.pile) if paths else plan_events(sheaf, stock.pile, notebook)
        )
        draft_groups(drafting(grouping.groups), sheaf, desk, run, engine)
        run.findings += notices.perhaps(grouping.perhaps, stock.pile)
        notebook.finish()
    used_up = {key: digests for key, digests in found.items() if stock.pile.is_used_up(digests)}
    if used_up.keys() - seen.keys():
        save_seen(settings, seen | used_up)
    return run


def read_pile(
    desk: DraftingDesk,
    run: DraftRun,
    notebook: Notebook,
    paths: Sequence[Path] = (),
    *,
    seen: Seen,
    found: dict[str, list[str]],
    progress: Progress = iter,
    engine: Engine | None = None,
) -> Sheaf:
    """Read what is to be drafted; what is wrong with it goes to the findings of the run.

    Args:
        desk: whose pile it is.
        run: takes the findings.
        notebook: has what an earlier run read, and takes what this one reads.
        paths: files or folders; none means every article without a briefing.
        seen: what earlier runs found in files of several articles.
        found: takes what is found in them now.
        progress: wraps the list of files to read.
        engine: where files are read; None means processes of this machine.
    """
    settings, pile = desk.settings, desk.pile
    files = find_article_files(settings, paths)
    run.findings += find_passed_over(settings) if not paths else []
    wanted = files if paths else [file for file in files if pile.is_new(file, settings, seen)]
    free = list(_not_in_broken(wanted, pile, settings, run))
    pages = note_down(
        progress(free), settings, desk.registers, notebook, engine=engine or Processes()
    )
    sheaf = Sheaf(notebook)
    for page in pages:
        taken: Taken = notebook.get(page.key)
        # Of files of several articles, but not of those with a fault.
        if taken.digest and all(f.severity is not Severity.ERROR for f in taken.findings):
            found[taken.digest] = [article.digest for article, _ in taken.articles]
        _choose(page, taken, sheaf, desk, run, all_of_it=bool(paths))
    return sheaf


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
    page: Page, taken: Taken, sheaf: Sheaf, desk: DraftingDesk, run: DraftRun, *, all_of_it: bool
) -> None:
    """Take in the articles to draft; of a file that grew, such as a feed, only what is new."""
    run.findings += taken.findings
    for number, (article, note) in enumerate(taken.articles):
        if not (all_of_it or desk.pile.is_unused(article.digest)):
            continue
        spiked = desk.pile.spiked(article.digest, note.sketch)
        if spiked is not None and desk.pile.holder(article.path) is None:
            run.findings.append(notices.spiked(article, spiked, desk.settings))
            continue
        if article.stopped:
            held = desk.pile.standing_on(article, note)
            run.findings.append(notices.stopped(article, page.file, desk.settings, held))
            continue
        run.findings += article.findings
        if not lexicon(article.language).known:
            run.findings.append(notices.foreign(article, page.file, desk.settings))
        if desk.wording is None:
            sheaf.add(article, note, page.key, number)
        else:
            worded = desk.wording(article, note)
            run.findings += notices.worded(article, worded, desk.settings)
            sheaf.add_worded(article, worded.note)
