"""Which stories are in motion on a day; later days never change the answer."""

from datetime import date, timedelta

from briefings.model import Story
from briefings.pages.run import Run, is_withdrawn

_DAYS = 7
_MOST = 6


def running_stories(run: Run, today: date, *, most: int | None = _MOST) -> list[Story]:
    """Give the stories with an entry in the week up to a day, the latest first."""
    begin = today - timedelta(days=_DAYS)
    found: list[tuple[date, str]] = []
    for story in run.archive.stories.values():
        days = [day for day in entry_days(run, story) if day <= today]
        if len(days) > 1 and max(days) > begin:
            found.append((max(days), story.id))
    found.sort(key=lambda item: (-item[0].toordinal(), item[1]))
    return [run.archive.stories[id_] for _, id_ in found[:most]]


def entry_days(run: Run, story: Story) -> list[date]:
    """Give the days of a story's standing entries."""
    return [b.edition for b in run.briefings(story.briefings) if not is_withdrawn(b)]
