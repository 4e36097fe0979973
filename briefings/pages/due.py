"""Entries of the diary as pages print them: when, what, where, how sure, who says so."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from briefings.link.addresses import source_url, story_url
from briefings.model import DiaryEntry, DiaryStatus
from briefings.pages.cards import briefing_link
from briefings.pages.locales import day_of, instant, machine_form, weekday_in
from briefings.pages.phrases import say
from briefings.pages.run import Run
from briefings.pages.urls import host_of, safe_url
from briefings.pages.views import DueView, Link, MaybeLink, When

DIARY: Final = "/diary/"
_DAYS = 7
_MOST = 6
_UNSURE = {DiaryStatus.EXPECTED: "expected", DiaryStatus.CALLED_OFF: "called_off"}


def in_days(entries: Iterable[DiaryEntry], zone: ZoneInfo) -> list[DiaryEntry]:
    """Sort entries by the desk's days, those of a whole day before the hours of it."""

    def place(entry: DiaryEntry) -> tuple[date, bool, datetime, str]:
        moment = entry.when
        timed = isinstance(moment, datetime)
        return day_of(moment, zone), timed, instant(moment, zone), entry.id

    return sorted(entries, key=place)


def last_day(entry: DiaryEntry, zone: ZoneInfo) -> date:
    """Give the last day of an entry, at the desk."""
    return day_of(entry.until or entry.when, zone)


def due_from(run: Run, entries: Iterable[DiaryEntry], today: date) -> list[DiaryEntry]:
    """Give what is not past on a day, earliest first."""
    zone = run.settings.timezone
    return [one for one in in_days(entries, zone) if last_day(one, zone) >= today]


def due_this_week(run: Run, today: date) -> Sequence[DiaryEntry]:
    """Give what is due within seven days of an edition, six at most."""
    zone, until = run.settings.timezone, today + timedelta(days=_DAYS)
    near = due_from(run, run.archive.ask.diary(), today)
    return [one for one in near if day_of(one.when, zone) <= until][:_MOST]


def due_view(
    run: Run, entry: DiaryEntry, url: str, year: int, *, of_story: bool = False
) -> DueView:
    """Give an entry for the page at an address.

    Args:
        run: the run.
        entry: the entry.
        url: of the page.
        year: which the page does not say of its dates.
        of_story: whether it is the page of the story, which need not be named.
    """
    language = run.settings.language
    unsure = _UNSURE.get(entry.status)
    return DueView(
        when=_when(entry, language, run.settings.timezone, year),
        title=entry.title,
        where=entry.where,
        status=say(language, unsure) if unsure else None,
        off=entry.status is DiaryStatus.CALLED_OFF,
        note=entry.note,
        says=_says(run, entry, url),
        story=None if of_story else _story(run, entry, url),
        briefing=_briefing(run, entry, url),
    )


def _when(entry: DiaryEntry, language: str, zone: ZoneInfo, year: int) -> When:
    """Say when: a day with its weekday, two days, or a day with its hours at the desk."""
    begin, end = entry.when, entry.until
    first, last = day_of(begin, zone), last_day(entry, zone)
    text = weekday_in(year, first, language)
    if isinstance(begin, datetime):
        hours = f"{instant(begin, zone):%H:%M}"
        if end is not None and last == first:
            hours = say(language, "from_to", first=hours, last=f"{instant(end, zone):%H:%M}")
        text = say(language, "at_time", day=text, time=hours)
    if last != first:
        text = say(language, "from_to", first=text, last=weekday_in(year, last, language))
    local = instant(begin, zone) if isinstance(begin, datetime) else begin
    return When(iso=machine_form(local), text=text)


def _says(run: Run, entry: DiaryEntry, url: str) -> MaybeLink | None:
    """Name who says so; an announcement without a source is named by its host."""
    head, announced = run.outlet(entry.source), safe_url(entry.url)
    if entry.source is None:
        return MaybeLink(href=announced, title=host_of(announced)) if announced else None
    title = say(run.settings.language, "says", source=head.name if head else entry.source)
    own = run.href(url, source_url(head.id)) if head else None
    return MaybeLink(href=announced or own, title=title)


def _story(run: Run, entry: DiaryEntry, url: str) -> Link | None:
    head = run.archive.story_heads.get(entry.story) if entry.story else None
    return Link(href=run.href(url, story_url(head.id)), title=head.name) if head else None


def _briefing(run: Run, entry: DiaryEntry, url: str) -> Link | None:
    found = run.briefings([entry.briefing]) if entry.briefing else ()
    return briefing_link(run, found[0], url) if found else None
