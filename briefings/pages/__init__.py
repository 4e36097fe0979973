"""Archive → view models, feeds, sitemap, redirects. Pure; knows neither MkDocs nor the disk."""

from collections.abc import Iterator, Sequence

from briefings.model import Archive, PageModel
from briefings.pages.plans import plan_pages, start_run
from briefings.pages.run import PlainPage
from briefings.pages.site import site_view
from briefings.settings import Settings

__all__ = ["PlainPage", "make_pages", "site_view"]


def make_pages(
    archive: Archive, settings: Settings, plain: Sequence[PlainPage], *, drafts: bool
) -> Iterator[PageModel]:
    """Make every page of the site, one at a time."""
    for plan in plan_pages(start_run(archive, settings, plain, drafts=drafts)):
        yield plan.make()
