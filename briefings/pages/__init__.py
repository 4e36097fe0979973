"""Archive → view models, feeds, sitemap, redirects. Pure; knows neither MkDocs nor the disk."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from briefings.link.ended import NOTHING_ENDED, Ended
from briefings.model import Archive, File, OutputFile, PageModel, PlainPage
from briefings.pages.crawling import Listed, make_gone, make_redirects, make_robots, make_sitemap
from briefings.pages.letter import edition_letter, older_pages
from briefings.pages.llms import make_llms
from briefings.pages.locales import machine_form
from briefings.pages.news import fresh_news, make_news_sitemap, next_stale
from briefings.pages.plans import (
    Owner,
    all_owners,
    owner_of,
    plan_owner,
    plan_pages,
    precedence_of,
    start_run,
)
from briefings.pages.run import PagePlan, Run
from briefings.pages.site import site_view
from briefings.settings import Settings

__all__ = [
    "Listed",
    "Owner",
    "PagePlan",
    "Run",
    "all_owners",
    "closing_files",
    "edition_letter",
    "listed",
    "make_all",
    "next_stale",
    "owner_of",
    "plan_owner",
    "plan_pages",
    "precedence_of",
    "site_view",
    "start_run",
]


def make_all(
    archive: Archive,
    settings: Settings,
    plain: Sequence[PlainPage],
    *,
    drafts: bool,
    now: datetime,
) -> Iterator[PageModel | File]:
    """Make every page of the site and every file no template makes, one at a time."""
    run = start_run(archive, settings, plain, drafts=drafts)
    addresses: set[str] = set()
    every: list[Listed] = []
    for plan in plan_pages(run):
        made = plan.made(run)
        addresses.add(plan.url)
        if isinstance(made, PageModel):
            every += listed(made)
        yield made
    yield from closing_files(run, addresses, every, now)


def listed(page: PageModel) -> Iterator[Listed]:
    """Give the sitemap's line of a page that search engines may list."""
    if page.indexable:
        yield Listed(page.url, machine_form(page.changed) if page.changed else None)


def closing_files(
    run: Run,
    addresses: Collection[str],
    every: Sequence[Listed],
    now: datetime,
    ended: Ended = NOTHING_ENDED,
) -> Iterator[OutputFile]:
    """Make the files that stand on all pages: sitemaps, robots, llms.txt, redirects.

    Args:
        run: the run.
        addresses: of every page and feed.
        every: what the sitemap lists.
        now: the time of the build; only the news sitemap asks.
        ended: what is not shown and answers all the same.
    """
    if not run.is_preview():
        yield from make_sitemap(run, every)
        yield make_news_sitemap(run, fresh_news(run, now))
        yield make_llms(run)
    yield make_robots(run)
    yield from make_redirects(run, addresses)
    yield from make_gone(run, ended, addresses)
    yield from older_pages(run)
    # Without it GitHub Pages would drop every folder whose name begins with an underscore.
    yield OutputFile(path=".nojekyll", content=b"")
