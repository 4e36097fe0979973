"""Which stories are in motion on a day; later days never change the answer."""

from collections.abc import Collection
from datetime import date, timedelta
from itertools import chain

from briefings.link.current import DAYS
from briefings.model import Story
from briefings.pages.run import Run

_MOST = 6


def running_stories(run: Run, today: date, *, most: int | None = _MOST) -> list[str]:
    """Give the stories with an entry in the week up to a day, the latest first."""
    latest: dict[str, date] = {}
    for number in range(DAYS):
        day = today - timedelta(days=number)
        for story in run.archive.stories_on.get(day, ()):
            latest.setdefault(story, day)
    found = [(day, story) for story, day in latest.items() if _goes_on(run, story, today)]
    found.sort(key=lambda item: (-item[0].toordinal(), item[1]))
    return [story for _, story in found[:most]]


def _goes_on(run: Run, story: str, today: date) -> bool:
    """Tell whether a story had two entries by a day."""
    return sum(day <= today for day in run.archive.entry_days[story]) > 1


def is_running(story: Story, days: Collection[date], today: date) -> bool:
    """Tell whether a story that may be is in motion on a day, by the days of its entries."""
    begin = today - timedelta(days=DAYS - 1)
    return len(story.briefings) > 1 and any(begin <= day <= today for day in days)


def added_by(run: Run, story: Story, here: Collection[str]) -> str | None:
    """Give what briefings add to a story: a new point, else the entry's first words."""
    entries = [id_ for id_ in story.briefings if id_ in here]
    points = (new for id_ in entries for new in story.new.get(id_, ()))
    summaries = (point.text for b in run.briefings(entries) for point in b.summary)
    titles = (b.title for b in run.briefings(entries))
    return next(chain(points, summaries, titles), None)
