"""Everything at once: what `mkdocs build` makes, with nothing remembered and nothing kept."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from briefings.link.ended import Ended
from briefings.link.reads import Reads
from briefings.model import File, OutputFile, PageModel
from briefings.pages import Listed, Run, closing_files, plan_pages, start_run
from briefings.settings import Settings
from briefings.site.assets import preview_mark
from briefings.site.forwarding import forward_feeds
from briefings.site.inputs import Inputs
from briefings.site.making import Maker, is_page, load_ref, load_stub, write_file
from briefings.site.newspage import Make
from briefings.site.planning import Work
from briefings.site.search import write_shards
from briefings.state.pagebook import Made, Planned, shape_of


class Whole:
    """A build that begins from nothing."""

    def __init__(self, inputs: Inputs, settings: Settings) -> None:
        self._run = start_run(inputs.archive, settings, inputs.plain, drafts=inputs.drafts)
        self._work = [
            Work(Planned(plan.url, shape_of(plan), plan), "") for plan in plan_pages(self._run)
        ]
        self._maker = Maker(self._run, Reads())
        self._rows: dict[str, Made] = {}
        self._now, self._ended = inputs.now, inputs.ended

    def pages(self) -> dict[str, Make]:
        """Give every page, to be made when its turn comes."""
        return {one.planned.url: partial(self._make, one) for one in self._work if is_page(one)}

    def _make(self, work: Work) -> PageModel:
        self._rows[work.planned.url], made = self._maker.make(work)
        if not isinstance(made, PageModel):
            raise TypeError(work.planned.url)
        return made

    def finish(self, site: Path, finish: Callable[[File], OutputFile]) -> None:
        """Write what no template makes, with what draws and prints; every page has been made."""
        for work in self._work:
            if not is_page(work):
                self._rows[work.planned.url], made = self._maker.make(work)
                if not isinstance(made, PageModel):
                    write_file(site, finish(made))
        rows = sorted(self._rows.values())
        lines = [Listed(row.url, row.changed) for row in rows if row.listed]
        keys = (row.key for row in rows)
        shown = self._rows.keys()
        for output in closing(self._run, shown, lines, keys, self._now, self._ended):
            write_file(site, output)
        for output in forward_feeds(site, self._run.archive.redirects, shown):
            write_file(site, output)
        refs = [load_ref(row.ref) for row in rows if row.ref]
        stubs = {row.url: row.stub for row in rows if row.stub}
        write_shards(refs, lambda url: load_stub(stubs[url]), site, self._run.settings.state())


def closing(
    run: Run,
    addresses: Iterable[str],
    lines: Iterable[Listed],
    keys: Iterable[bytes],
    now: datetime,
    ended: Ended,
) -> Iterator[OutputFile]:
    """Make what stands on all pages.

    Args:
        run: the run.
        addresses: of every page and feed.
        lines: what the sitemap lists.
        keys: of every page and feed, by address in order.
        now: the time of the build.
        ended: what is not shown and answers all the same.
    """
    yield from closing_files(run, frozenset(addresses), list(lines), now, ended)
    if run.drafts:
        yield OutputFile(path="assets/preview.json", content=preview_mark(keys))
