"""What is to be made, and why: plans are compared with those of the last build."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from briefings.link.reads import Reads
from briefings.pages import Owner, PagePlan, Run, all_owners, owner_of, plan_owner
from briefings.state.cells import Touched, pack
from briefings.state.pagebook import PageBook, Planned


class Work(NamedTuple):
    """A page or file to be made; whether it is then rendered, its key decides."""

    planned: Planned
    why: str


class Todo(NamedTuple):
    """What a build has to do."""

    work: Sequence[Work]
    gone: Sequence[str]
    """Addresses that nothing has any more."""


def plan_everything(book: PageBook, run: Run, reads: Reads, why: str) -> Todo:
    """Plan every page anew; `book` has forgotten its pages."""
    planned = book.fill_plans((owner, *_plan(run, reads, owner)) for owner in all_owners(run))
    return Todo([Work(one, why) for one in planned], ())


def plan_changes(book: PageBook, run: Run, reads: Reads, touched: Touched) -> Todo:
    """Plan again what read anything that was touched; keep the rest."""
    near = {owner for cell in touched.names() if (owner := owner_of(cell))}
    shaped: set[str] = set()
    for owner in sorted({*near, *book.owners_touched(touched)}):
        shaped |= book.put_plans(owner, *_plan(run, reads, owner))
    cells = book.made_touched(touched)
    planned = {one.url: one for one in book.planned(sorted({*shaped, *cells}))}
    work = []
    for url, one in planned.items():
        before = book.shape_made(url)
        if before is None:
            work.append(Work(one, "it is new"))
        elif before != one.shape:
            work.append(Work(one, "what it lists changed"))
        elif url in cells:
            work.append(Work(one, say_cell(cells[url])))
    gone = [url for url in sorted(shaped - planned.keys()) if book.shape_made(url) is not None]
    return Todo(work, gone)


def _plan(run: Run, reads: Reads, owner: Owner) -> tuple[bytes, list[PagePlan]]:
    with reads.frame() as cells:
        plans = list(plan_owner(run, owner))
    return pack(cells), plans


_SAID = {
    "b": "the briefing {} changed",
    "l": "the briefing {} changed",
    "m": "a briefing under {} changed",
    "c": "how many there are of each {} changed",
    "k": "a {} came or went",
    "x": "{} came or went",
    "n": "what is near {} changed",
    "h": "the title of {} changed",
    "r": "the register says something else of {}",
    "e": "the edition file {} changed",
    "d": "the diary changed",
    "t": "another edition is the newest",
}


def say_cell(cell: str) -> str:
    """Say in words what a page read that changed."""
    sort, _, rest = cell.partition(":")
    return _SAID[sort].format(rest.replace(":", " ", 1)) if sort in _SAID else "a briefing changed"


def addresses_of(page: str, site: Path) -> Iterator[str]:
    """Give the addresses a person may mean: an address, a file of the site, a briefing's file."""
    text = page.strip().removeprefix(f"{site}/").removeprefix("site/").removesuffix("index.html")
    yield text
    yield f"/{text.strip('/')}/"
    yield f"/{text.strip('/')}"
    parts = Path(text).parts
    if text.endswith(".md") and "briefings" in parts:
        yield f"/{'/'.join(parts[parts.index('briefings') + 1 :]).removesuffix('.md')}/"
