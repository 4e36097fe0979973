"""Mentions over time: how many briefings name a thing, by week or by month."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from briefings.link.addresses import week_url
from briefings.model import monday_of
from briefings.pages.lists import month_url, say_month
from briefings.pages.locales import say_date
from briefings.pages.phrases import count, say
from briefings.pages.run import Run
from briefings.pages.views import IndexItem

_MOST = 12
"""As many lines as a reader takes in; what spans more weeks is counted by month."""


def mention_periods(run: Run, days: Sequence[date], url: str) -> list[IndexItem]:
    """Count the briefings of these editions by week where they span twelve at most.

    Else by month, the latest twelve. A week or month without a mention is left out; a single
    one says nothing and gives no list.
    """
    weeks = Counter(monday_of(day) for day in days)
    if weeks and (max(weeks) - min(weeks)).days < 7 * _MOST:
        items = [
            _item(run, url, week_url(day), say_week(run, day), n)
            for day, n in sorted(weeks.items(), reverse=True)
        ]
    else:
        months = Counter(f"{day:%Y-%m}" for day in days)
        items = [
            _item(run, url, month_url(key), say_month(run, key), n)
            for key, n in sorted(months.items(), reverse=True)[:_MOST]
        ]
    return items if len(items) > 1 else []


def say_week(run: Run, monday: date) -> str:
    """Name a week by its Monday: `Week of 9 March 2026`."""
    language = run.settings.language
    return say(language, "week_of", day=say_date(monday, language))


def _item(run: Run, url: str, to_url: str, title: str, number: int) -> IndexItem:
    return IndexItem(
        href=run.href(url, to_url),
        title=title,
        note=count(run.settings.language, "briefings", number),
    )
