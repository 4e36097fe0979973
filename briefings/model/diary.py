"""The diary: what is due, as editors keep it in `content/registers/diary.yml`."""

from dataclasses import dataclass
from enum import Enum

from briefings.model.base import Moment


class DiaryStatus(Enum):
    """How sure it is that something takes place."""

    FIXED = "fixed"
    EXPECTED = "expected"
    CALLED_OFF = "called-off"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryEntry:
    """Something that will take place, or did."""

    id: str
    """Given once: calendars know the entry by it."""
    when: Moment
    """A day, or a time with its zone."""
    title: str
    until: Moment | None = None
    """The last day, or the time it ends; of the same form as `when`."""
    where: str | None = None
    status: DiaryStatus = DiaryStatus.FIXED
    story: str | None = None
    briefing: str | None = None
    """Id of the briefing that says so."""
    source: str | None = None
    """Id of the outlet or body that says so, in `sources.yml`, or its name."""
    url: str | None = None
    """Where it is announced."""
    note: str | None = None
    noted: Moment | None = None
    """When the desk wrote it down or last changed it."""
