"""Which stories are in motion on a day; later days never change the answer."""

from datetime import date, timedelta

from briefings.pages.run import Run

_DAYS = 7
_MOST = 6


def running_stories(run: Run, today: date, *, most: int | None = _MOST) -> list[str]:
    """Give the stories with an entry in the week up to a day, the latest first."""
    latest: dict[str, date] = {}
    for number in range(_DAYS):
        day = today - timedelta(days=number)
        for story in run.archive.stories_on.get(day, ()):
            latest.setdefault(story, day)
    found = [(day, story) for story, day in latest.items() if _goes_on(run, story, today)]
    found.sort(key=lambda item: (-item[0].toordinal(), item[1]))
    return [story for _, story in found[:most]]


def _goes_on(run: Run, story: str, today: date) -> bool:
    """Tell whether a story had two entries by a day."""
    return sum(day <= today for day in run.archive.entry_days[story]) > 1
