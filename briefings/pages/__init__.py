"""Archive → view models, feeds, sitemap, redirects. Pure; knows neither MkDocs nor the disk."""

from collections.abc import Iterator, Sequence

from briefings.model import Archive, OutputFile, PageModel
from briefings.pages.crawling import make_redirects, make_robots, make_sitemap
from briefings.pages.feeds import make_feeds
from briefings.pages.plans import plan_pages, start_run
from briefings.pages.run import PlainPage
from briefings.pages.site import site_view
from briefings.settings import Settings

__all__ = ["PlainPage", "make_files", "make_pages", "site_view"]


def make_pages(
    archive: Archive, settings: Settings, plain: Sequence[PlainPage], *, drafts: bool
) -> Iterator[PageModel]:
    """Make every page of the site, one at a time."""
    for plan in plan_pages(start_run(archive, settings, plain, drafts=drafts)):
        yield plan.make()


def make_files(
    archive: Archive, settings: Settings, plain: Sequence[PlainPage], *, drafts: bool
) -> Iterator[OutputFile]:
    """Make every file of the site that is not a page: feeds, sitemap, robots, redirects."""
    run = start_run(archive, settings, plain, drafts=drafts)
    yield from make_feeds(run)
    if not run.is_preview():
        yield from make_sitemap(run)
    yield make_robots(run)
    yield from make_redirects(run)
    # Without it GitHub Pages would drop every folder whose name begins with an underscore.
    yield OutputFile(path=".nojekyll", content=b"")
