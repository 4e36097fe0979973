"""A weekly edition's page: each story of the week once, and an end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from briefings.link.addresses import edition_url, week_url
from briefings.model import Edition, PageModel, monday_of
from briefings.pages.cards import card
from briefings.pages.drawn import plan_week_picture
from briefings.pages.edition_parts import (
    CorrectedDays,
    corrections_between,
    edition_jsonld,
    find_lead,
    last_change,
    lead_origins,
    lead_points,
    note_html,
    sections_of,
    summary_line,
)
from briefings.pages.locales import say_date, weekday
from briefings.pages.periods import say_week
from briefings.pages.phrases import count, say
from briefings.pages.pictures import week_image
from briefings.pages.run import PagePlan, Run
from briefings.pages.shell import make_page, make_shell
from briefings.pages.views import Card, EditionView, Link, When

_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPlace:
    """A weekly edition among the others."""

    monday: date
    newer: date | None
    older: date | None
    days: tuple[date, ...]
    """The daily editions of the week, oldest first."""
    corrected: tuple[str, ...]
    """Briefings in which something was put right in the week."""


def plan_weeks(run: Run) -> Iterator[PagePlan]:
    """Plan a page for every weekly edition."""
    mondays = [None, *run.archive.weeks.days(), None]
    daily = frozenset(run.archive.editions.days())
    corrected = CorrectedDays(run)
    for newer, monday, older in zip(mondays, mondays[1:], mondays[2:], strict=False):
        if monday is not None:
            week = (monday + timedelta(days=number) for number in range(_DAYS))
            place = WeekPlace(
                monday=monday,
                newer=newer,
                older=older,
                days=tuple(day for day in week if day in daily),
                corrected=corrected.between(*_span(monday)),
            )
            yield PagePlan(url=week_url(monday), make=make_week, of=(place,))
            yield plan_week_picture(monday)


def _span(monday: date) -> tuple[date, date]:
    """Give the day before a week, and its last."""
    begin = monday - timedelta(days=1)
    return begin, begin + timedelta(days=_DAYS)


def make_week(run: Run, place: WeekPlace) -> PageModel:
    """Make the page of one week."""
    url = week_url(place.monday)
    view = week_view(run, place)
    edition, title = run.archive.weeks.at(place.monday), say_week(run, place.monday)
    jsonld = edition_jsonld(run, url, title, edition)
    image = week_image(run, place.monday, title)
    line = view["summary_line"]
    shell = make_shell(run, url, title, description=line, jsonld=jsonld, image=image)
    changed = last_change(run, edition)
    return make_page(url, "edition.html", shell, view, changed=changed)


def week_view(run: Run, place: WeekPlace) -> EditionView:
    """Give a week for its page."""
    edition = run.archive.weeks.at(place.monday)
    url, language = week_url(edition.date), run.settings.language
    shown = run.briefings(edition.briefings)
    lead = find_lead(shown)
    amount = summary_line(run, shown, language)
    monday = say_date(edition.date, language)
    sections = sections_of(run, [one for one in shown if one is not lead], url)
    lead_card = card(run, lead, url) if lead else None
    cards = [one for section in sections for one in section["cards"]]
    _tell_earlier(run, edition, [*cards, *([lead_card] if lead_card else [])])
    return EditionView(
        when=When(iso=edition.id(), text=say_week(run, edition.date)),
        front=False,
        weekly=True,
        summary_line=amount,
        place_line="",
        corrections=corrections_between(run, place.corrected, *_span(place.monday), url),
        note_html=note_html(run, edition, url),
        signed=edition.signed,
        lead=lead_card,
        lead_points=lead_points(lead),
        lead_dek=lead.dek if lead else None,
        lead_origins=lead_origins(run, lead, language),
        sections=sections,
        running=[],
        due=[],
        diary=None,
        end=edition.closed or say(language, "week_end", count=amount, day=monday),
        next_hour=None,
        week=None,
        earlier=[_day_link(run, day, url) for day in place.days],
        newer=_link(run, place.newer, url),
        older=_link(run, place.older, url),
    )


def week_link(run: Run, day: date, url: str) -> Link:
    """Link to the weekly edition of a day that has a daily one."""
    return Link(href=run.href(url, week_url(day)), title=say_week(run, monday_of(day)))


def _tell_earlier(run: Run, edition: Edition, cards: Iterable[Card]) -> None:
    """Say on each card how many more of its story the week had."""
    for one in cards:
        more = len(run.briefings(edition.earlier.get(one["id"], ())))
        if more and one["story"]:
            one["earlier"] = count(run.settings.language, "earlier", more)


def _day_link(run: Run, day: date, url: str) -> Link:
    title = weekday(day, run.settings.language)["text"]
    return Link(href=run.href(url, edition_url(day)), title=title)


def _link(run: Run, monday: date | None, url: str) -> Link | None:
    if monday is None:
        return None
    return Link(href=run.href(url, week_url(monday)), title=say_week(run, monday))
