"""The news sitemap: what came out in the last two days, as Google News reads it.

It is the one file that the clock decides: a build two days later lists nothing of today's.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from html import escape
from itertools import islice

from briefings.link.addresses import briefing_url
from briefings.model import BriefingHead, OutputFile
from briefings.pages.clean import clean_line
from briefings.pages.entries import is_fed
from briefings.pages.jsonld import out_at
from briefings.pages.locales import instant, machine_form
from briefings.pages.run import Run, is_withdrawn
from briefings.pages.urls import absolute

NEWS_SITEMAP = "news-sitemap.xml"
_FRESH = timedelta(days=2)
"""Older articles Google wants taken out."""
_LATE = timedelta(days=1)
"""How far the publication may lie behind the edition: older editions are not looked at."""
_MOST = 1000
"""Addresses a news sitemap may hold (developers.google.com/search/docs, News sitemaps)."""
_OPEN = (
    "<?xml version='1.0' encoding='utf-8'?>\n"
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
)


def fresh_news(run: Run, now: datetime) -> tuple[BriefingHead, ...]:
    """Give what came out within two days before a moment, newest edition first."""
    return tuple(islice(_fresh(run, now), _MOST))


def make_news_sitemap(run: Run, news: tuple[BriefingHead, ...]) -> OutputFile:
    """Make the news sitemap."""
    text = f"{_OPEN}{''.join(_entry(run, briefing) for briefing in news)}</urlset>"
    return OutputFile(path=NEWS_SITEMAP, content=text.encode())


def next_stale(run: Run, now: datetime) -> datetime | None:
    """Tell when the news sitemap changes though no briefing does; None where it will not."""
    if run.is_preview():
        return None
    return min((_out(run, one) + _FRESH for one in fresh_news(run, now)), default=None)


def _fresh(run: Run, now: datetime) -> Iterator[BriefingHead]:
    oldest = (now - _FRESH - _LATE).astimezone(run.settings.timezone).date()
    editions = run.archive.editions
    for day in editions.days():
        if day < oldest:
            return
        for briefing in run.briefings(editions.at(day).briefings):
            new = now - _out(run, briefing) < _FRESH
            if new and is_fed(run, briefing) and not is_withdrawn(briefing):
                yield briefing


def _out(run: Run, briefing: BriefingHead) -> datetime:
    """Give the moment a briefing came out; of one without a time, when its day began."""
    return instant(out_at(run, briefing), run.settings.timezone)


def _entry(run: Run, briefing: BriefingHead) -> str:
    settings = run.settings
    language = run.language(briefing.language).split("-", 1)[0]
    return (
        f"<url><loc>{escape(absolute(settings.site_url, briefing_url(briefing)))}</loc>"
        f"<news:news><news:publication><news:name>{escape(clean_line(settings.site_name))}"
        f"</news:name><news:language>{escape(language)}</news:language></news:publication>"
        f"<news:publication_date>{machine_form(_out(run, briefing))}</news:publication_date>"
        f"<news:title>{escape(clean_line(briefing.title))}</news:title></news:news></url>"
    )
