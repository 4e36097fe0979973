"""Coverage by week as a small chart, with the same in words beside it.

It is worked out of the days of a thing's own briefings, and changes with nothing else.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from briefings.model import monday_of
from briefings.pages.locales import date_in, say_date
from briefings.pages.phrases import count, say
from briefings.pages.run import Run
from briefings.pages.views import Bar, CoverageView

_FEWEST: Final = 3
"""Weeks with a briefing; two bars tell nothing a sentence does not."""
_MOST: Final = 26
"""Weeks shown, up to the latest: half a year."""
_WIDTH, _HEIGHT = 208, 40
_WIDEST, _GAP, _LOWEST = 24, 2, 3
_WEEK = timedelta(days=7)


def coverage(run: Run, days: Iterable[date]) -> CoverageView | None:
    """Draw how many briefings the editions of each week had; None where that is not worth it."""
    weeks = Counter(monday_of(day) for day in days)
    if not weeks:
        return None
    last = max(weeks)
    first = max(min(weeks), last - (_MOST - 1) * _WEEK)
    shown = {week: number for week, number in weeks.items() if week >= first}
    if len(shown) < _FEWEST:
        return None
    slots = (last - first) // _WEEK + 1
    step, top = min(_WIDEST, _WIDTH // slots), max(shown.values())
    return CoverageView(
        width=step * slots,
        height=_HEIGHT,
        bars=[
            _bar((week - first) // _WEEK * step, step - _GAP, max(_LOWEST, _HEIGHT * n // top))
            for week, n in sorted(shown.items())
        ],
        words=_words(run, shown, first, last),
    )


def _bar(x: int, width: int, height: int) -> Bar:
    return Bar(x=x, y=_HEIGHT - height, width=width, height=height)


def _words(run: Run, shown: dict[date, int], first: date, last: date) -> str:
    """Say what the chart shows; of weeks alike the latest is named."""
    language = run.settings.language
    fullest = max(shown, key=lambda week: (shown[week], week))
    return say(
        language,
        "coverage",
        count=count(language, "briefings", sum(shown.values())),
        first=date_in(last.year, first, language),
        last=say_date(last, language),
        week=date_in(last.year, fullest, language),
        most=f"{shown[fullest]}",
    )
