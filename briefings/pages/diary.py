"""The diary's pages and calendars: what is to come, and what was, by month."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from briefings.link.addresses import briefing_url, story_url
from briefings.model import DiaryEntry, OutputFile, PageModel
from briefings.pages.due import DIARY, due_from, due_view, in_days, last_day
from briefings.pages.ical import make_calendar
from briefings.pages.lists import say_month
from briefings.pages.locales import day_of
from briefings.pages.phrases import count, say
from briefings.pages.run import PagePlan, Run
from briefings.pages.shell import make_page, make_shell
from briefings.pages.views import DiaryView, IndexItem, Link

CALENDAR: Final = "/diary.ics"
_KEPT = timedelta(days=365)
"""How long a calendar keeps what is past: a subscriber's own calendar has it already."""


def plan_diary(run: Run) -> Iterator[PagePlan]:
    """Plan the diary, a page for each of its months, and its calendar; a desk may keep none."""
    entries = run.archive.ask.diary()
    if not entries:
        return
    yield PagePlan(url=DIARY, make=make_diary)
    months = [None, *dict.fromkeys(month for month, _ in _by_month(run, entries)), None]
    for older, month, newer in zip(months, months[1:], months[2:], strict=False):
        if month is not None:
            yield PagePlan(url=month_address(month), make=make_month, of=(month, newer, older))
    yield PagePlan(url=CALENDAR, make=make_site_calendar)


def month_address(month: str) -> str:
    """Give the address of a month of the diary, such as `2026-03`."""
    return f"{DIARY}{month.replace('-', '/')}/"


def story_calendar(thread: str) -> str:
    """Give the address of a story's part of the diary for calendars."""
    return story_url(thread) + "diary.ics"


def plan_story_calendar(run: Run, thread: str) -> Iterator[PagePlan]:
    """Plan the calendar of a story that has something in the diary."""
    if run.archive.ask.diary_of(thread):
        yield PagePlan(url=story_calendar(thread), make=make_story_calendar, of=(thread,))


def make_diary(run: Run) -> PageModel:
    """Make the page of all that is to come, and the months that are past."""
    language = run.settings.language
    entries, today = run.archive.ask.diary(), run.newest() or date.min
    coming = due_from(run, entries, today)
    past = [one for one in entries if last_day(one, run.settings.timezone) < today]
    view = _view(run, DIARY, say(language, "diary"), coming)
    view["lede"] = say(language, "diary_lede")
    view["past"] = [
        IndexItem(
            href=run.href(DIARY, month_address(month)),
            title=say_month(run, month),
            note=count(language, "dates", len(group)),
        )
        for month, group in reversed(_by_month(run, past))
    ]
    return _make(run, DIARY, view)


def make_month(run: Run, month: str, newer: str | None, older: str | None) -> PageModel:
    """Make the page of a month, between two others that have something."""
    url, language = month_address(month), run.settings.language
    listed = dict(_by_month(run, run.archive.ask.diary()))
    title = say(language, "diary_month", month=say_month(run, month))
    view = _view(run, url, title, listed[month])
    view["newer"], view["older"] = _way(run, url, newer), _way(run, url, older)
    return _make(run, url, view)


def _view(run: Run, url: str, title: str, entries: Sequence[DiaryEntry]) -> DiaryView:
    return DiaryView(
        title=title,
        lede="",
        groups=[
            (say_month(run, month), [due_view(run, one, url, int(month[:4])) for one in group])
            for month, group in _by_month(run, entries)
        ],
        past=[],
        end=say(run.settings.language, "diary_end" if url == DIARY else "list_end"),
        newer=None,
        older=None,
        calendar=run.href(url, CALENDAR),
    )


def _make(run: Run, url: str, view: DiaryView) -> PageModel:
    shell = make_shell(run, url, view["title"], description=view["lede"] or None, section="diary/")
    return make_page(url, "diary.html", shell, view, changed=run.newest())


def _way(run: Run, url: str, month: str | None) -> Link | None:
    if month is None:
        return None
    return Link(href=run.href(url, month_address(month)), title=say_month(run, month))


def _by_month(run: Run, entries: Sequence[DiaryEntry]) -> list[tuple[str, list[DiaryEntry]]]:
    """Sort entries into the months they begin in, earliest first."""
    zone = run.settings.timezone

    def month_of(entry: DiaryEntry) -> str:
        return day_of(entry.when, zone).isoformat()[:7]

    return [(month, list(group)) for month, group in groupby(in_days(entries, zone), key=month_of)]


def make_site_calendar(run: Run) -> OutputFile:
    """Make the calendar of what is to come, and of what was in the year before."""
    newest = run.newest()
    since = newest - _KEPT if newest else date.min
    entries = due_from(run, run.archive.ask.diary(), since)
    settings = run.settings
    title = say(settings.language, "diary_of", title=settings.site_name)
    return make_calendar(run, CALENDAR, title, [(one, _page_of(run, one)) for one in entries])


def make_story_calendar(run: Run, thread: str) -> OutputFile:
    """Make the calendar of a story."""
    entries = in_days(run.archive.ask.diary_of(thread), run.settings.timezone)
    name = run.archive.story_heads[thread].name
    title = say(run.settings.language, "diary_of", title=name)
    page = story_url(thread)
    return make_calendar(run, story_calendar(thread), title, [(one, page) for one in entries])


def _page_of(run: Run, entry: DiaryEntry) -> str:
    """Give the page an entry leads to: its story, else its briefing, else its month."""
    if entry.story and entry.story in run.archive.story_heads:
        return story_url(entry.story)
    found = run.briefings([entry.briefing]) if entry.briefing else ()
    if found:
        return briefing_url(found[0])
    return month_address(day_of(entry.when, run.settings.timezone).isoformat()[:7])
