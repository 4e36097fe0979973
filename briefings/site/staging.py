"""The stage: the old tree with what changed, or everything; complete before it is published."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from briefings.link.addresses import briefing_url
from briefings.link.ended import Ended, find_ended
from briefings.link.registry import Registry
from briefings.link.visible import newest_first
from briefings.model import File, OutputFile, PageModel, SearchStub
from briefings.pages import next_stale, site_view
from briefings.settings import Settings
from briefings.site.assets import referenced_images
from briefings.site.collecting import collected
from briefings.site.early import Show
from briefings.site.forwarding import forward_feeds
from briefings.site.hands import Gather, render_all
from briefings.site.last import Last
from briefings.site.making import Maker, load_ref, load_stub, write_file
from briefings.site.newspage import Make
from briefings.site.planning import Todo, Work
from briefings.site.reading import Desk
from briefings.site.rendering import Renderer
from briefings.site.search import FOLDER, Indexed, index_shards, place_shards
from briefings.site.tree import (
    catch_up,
    delete,
    differing_parts,
    move_into,
    paths_in,
)
from briefings.site.whole import closing
from briefings.state import State
from briefings.state.pagebook import Made, PageBook
from briefings.state.parsed import forget_unused, load_parsed
from briefings.text.digests import digest_bytes


class Staging:
    """Fills a stage, and notes in the state what it holds."""

    def __init__(
        self,
        state: State,
        desk: Desk,
        settings: Settings,
        renderer: Renderer,
        maker: Maker,
        start: Callable[[], Maker],
        now: datetime,
    ) -> None:
        self._state, self._desk, self._settings = state, desk, settings
        self._renderer, self._maker, self._start = renderer, maker, start
        self._book, self._now = PageBook(state), now
        self.gather: Gather = render_all
        """Fills the stage where everything is made."""
        self._closing: dict[str, str] = {}
        self._changed: list[str] = []
        self._first: frozenset[str] = frozenset()
        self._printed: dict[str, bytes] = {}
        self.rendered: dict[str, str] = {}
        """Why each page or feed was rendered that was."""
        self._images = tuple(referenced_images(maker.run.archive, settings))
        run = maker.run
        renderer.prepare(site_view(settings, run.plain, drafts=run.drafts), self._images)

    def show_first(self, todo: Todo, ids: Iterable[str], show: Show) -> None:
        """Make and print the pages of some briefings before all else, and show them.

        Args:
            todo: what is to be made.
            ids: of the briefings.
            show: is given the pages that differ from before, by path.
        """
        every = self._maker.run.archive.told
        wanted = {briefing_url(every[id_]) for id_ in ids if id_ in every}
        first = [work for work in todo.work if work.planned.url in wanted]
        pages, _ = self._make(first)
        self._first = frozenset(work.planned.url for work in first)
        if pages:
            with TemporaryDirectory() as folder:
                self._renderer.render(pages, Path(folder), static=False)
                self._printed = {
                    path: (Path(folder) / path).read_bytes() for path in paths_in(Path(folder))
                }
            show(self._printed)

    def fill(self, stage: Path, todo: Todo, site: Path, last: Last | None) -> None:
        """Fill a stage.

        Args:
            stage: an empty folder.
            todo: what is to be made and what is gone.
            site: the tree of the last build.
            last: that build; None: everything is made.
        """
        if last is None:
            with collected():
                rows = self.gather(self._renderer, todo.work, stage, self._start)
            self._book.put_made(rows)
            self.rendered = {work.planned.url: work.why for work in todo.work}
            with self._indexing() as shards:
                self._close(stage, {})
            place_shards(shards(), stage)
            return
        folders = TemporaryDirectory(dir=stage.parent, prefix=stage.name)
        with folders as folder, ThreadPoolExecutor(1) as pool:
            ready = pool.submit(catch_up, stage, site, last.changed)
            self._book.forget(todo.gone)
            work = [one for one in todo.work if one.planned.url not in self._first]
            pages, files = self._make(one for one in work if one.planned.plan.found)
            with self._indexing() as shards:
                others, more = self._make(one for one in work if not one.planned.plan.found)
                pages, files = pages | others, files + more
                self._render(pages, files, Path(folder), static=self._pictures_differ(last))
                ready.result()
                self._bring(Path(folder), stage, todo, last)
                self._close(stage, last.closing)
            place_shards(shards(), stage)
        self._changed += differing_parts(stage / FOLDER, site / FOLDER, f"{FOLDER}/")

    def _bring(self, fresh: Path, stage: Path, todo: Todo, last: Last) -> None:
        """Bring what was rendered into the stage, and take out what is gone."""
        gone = [_path_of(url) for url in todo.gone]
        unused = sorted({*last.images} - {address for address, _ in self._images})
        for paths in (gone, unused):
            delete(stage, paths)
        self._changed += [*gone, *paths_in(fresh), *unused]
        move_into(fresh, stage)

    @contextmanager
    def _indexing(self) -> Iterator[Callable[[], list[Indexed]]]:
        """Index what is to be found while other work goes on: Pagefind is another process."""
        refs = [load_ref(packed) for packed in self._book.refs()]
        with ThreadPoolExecutor(1) as pool:
            made = pool.submit(index_shards, refs, self._stub, self._settings.state())
            yield made.result

    def _make(self, some: Iterable[Work]) -> tuple[dict[str, Make], list[File]]:
        """Make what may have changed; give what did."""
        pages: dict[str, Make] = {}
        files: list[File] = []
        rows: list[Made] = []
        for work in some:
            row, made = self._maker.make(work)
            if self._book.key_made(row.url) == row.key:
                rows.append(row._replace(why=self._book.why(row.url) or row.why))
                continue
            rows.append(row)
            self.rendered[row.url] = row.why
            if isinstance(made, PageModel):
                pages[row.url] = partial(_give, made)
            else:
                files.append(made)
        self._book.put_made(rows)
        return pages, files

    def _render(
        self, pages: dict[str, Make], files: list[File], fresh: Path, *, static: bool
    ) -> None:
        if pages or static:
            self._renderer.render(pages, fresh, static=static)
        printed = (OutputFile(path=path, content=page) for path, page in self._printed.items())
        for file in (*files, *printed):  # after MkDocs, which empties the folder first
            write_file(fresh, self._renderer.finished(file))

    def _pictures_differ(self, last: Last) -> bool:
        shown = tuple(address for address, _ in self._images)
        return (last.pictures, last.images) != (self._desk.pictures, shown)

    def _close(self, stage: Path, before: Mapping[str, str]) -> None:
        """Write what stands on all pages, where it differs."""
        book = self._book
        run, made = self._maker.run, book.made()
        last = closing(run, made, book.listed(), book.keys(), self._now, self._ended())
        for output in chain(last, forward_feeds(stage, run.archive.redirects, made)):
            digest = self._closing[output.path] = digest_bytes(output.content)
            if before.get(output.path) != digest:
                write_file(stage, output)
                self._changed.append(output.path)
        gone = sorted(before.keys() - self._closing.keys())
        if gone:  # what led elsewhere may be a page of its own now
            gone = sorted({*gone} - {_path_of(url) for url in book.made()})
        delete(stage, gone)
        self._changed += gone

    def _ended(self) -> Ended:
        hidden = (load_parsed(self._state, digest) for digest in self._desk.shown.hidden)
        return find_ended(hidden, Registry.of(self._desk.registers), self._now)

    def _stub(self, url: str) -> SearchStub:
        return load_stub(self._book.stub(url))

    def changed(self) -> tuple[str, ...]:
        """Give the paths that were changed; folders end in a slash."""
        return tuple(sorted({*self._changed}))

    def note(self, tree: str, spare: str | None) -> Last:
        """Give what is to be noted of the build; `spare` is the tree that was kept."""
        desk = self._desk
        stale = next_stale(self._maker.run, self._now)
        turns = [moment for moment in (desk.shown.until, stale) if moment is not None]
        return Last(
            keys=desk.keys,
            pictures=desk.pictures,
            rest=desk.rest,
            tree=tree,
            pages=self._book.count_pages(),
            closing=self._closing,
            changed=self.changed(),
            spare=spare,
            images=tuple(address for address, _ in self._images),
            drafts=self._drafts(),
            findings=desk.findings,
            since=self._now,
            until=min(turns, default=None),
        )

    def _drafts(self) -> tuple[str, ...]:
        every = self._maker.run.archive.told
        shown = (every[id_] for id_ in self._desk.shown.drafts if id_ in every)
        return tuple(briefing_url(b) for b in newest_first(shown) if not b.status.has_address())

    def forget_unused(self) -> None:
        """Forget what was parsed and is no longer there."""
        forget_unused(self._state, self._desk.shown.digests)


def _give(model: PageModel) -> PageModel:
    return model


def _path_of(url: str) -> str:
    """Give the file of an address: a folder's own page, else what it names."""
    path = url.removeprefix("/")
    return path if path and not path.endswith("/") else f"{path}index.html"
