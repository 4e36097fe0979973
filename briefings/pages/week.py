"""A weekly edition's page: each story of the week once, and an end."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import partial

from briefings.link.addresses import edition_url, week_url
from briefings.model import Edition, PageModel, monday_of
from briefings.pages.cards import card
from briefings.pages.edition_parts import (
    corrections_between,
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
from briefings.pages.run import PagePlan, Run
from briefings.pages.shell import make_page, make_shell
from briefings.pages.views import Card, CorrectionView, EditionView, Link, When

_DAYS = 7


def plan_weeks(run: Run) -> Iterator[PagePlan]:
    """Plan a page for every weekly edition."""
    for number, edition in enumerate(run.archive.weeks):
        yield PagePlan(
            url=week_url(edition.date),
            make=partial(make_week, run, number),
            changed=last_change(run, edition),
        )


def make_week(run: Run, number: int) -> PageModel:
    """Make the page of one week, counted from the newest."""
    edition = run.archive.weeks[number]
    url = week_url(edition.date)
    view = week_view(run, number)
    shell = make_shell(run, url, say_week(run, edition.date), description=view["summary_line"])
    return make_page(url, "edition.html", shell, view)


def week_view(run: Run, number: int) -> EditionView:
    """Give a week for its page."""
    edition = run.archive.weeks[number]
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
        corrections=_corrections(run, edition, url),
        note_html=note_html(run, edition, url),
        signed=edition.signed,
        lead=lead_card,
        lead_points=lead_points(lead),
        lead_dek=lead.dek if lead else None,
        lead_origins=lead_origins(run, lead, language),
        sections=sections,
        running=[],
        end=edition.closed or say(language, "week_end", count=amount, day=monday),
        next_hour=None,
        week=None,
        earlier=_days(run, edition, url),
        newer=_link(run, number - 1, url),
        older=_link(run, number + 1, url),
    )


def week_link(run: Run, day: date, url: str) -> Link | None:
    """Link to the weekly edition a day is in, where there is one."""
    to_url = week_url(day)
    if to_url not in run.addresses:
        return None
    return Link(href=run.href(url, to_url), title=say_week(run, monday_of(day)))


def _tell_earlier(run: Run, edition: Edition, cards: Iterable[Card]) -> None:
    """Say on each card how many more of its story the week had."""
    for one in cards:
        more = len(run.briefings(edition.earlier.get(one["id"], ())))
        if more and one["story"]:
            one["earlier"] = count(run.settings.language, "earlier", more)


def _corrections(run: Run, edition: Edition, url: str) -> list[CorrectionView]:
    begin = edition.date - timedelta(days=1)
    return corrections_between(run, begin, begin + timedelta(days=_DAYS), url)


def _days(run: Run, edition: Edition, url: str) -> list[Link]:
    """Link to the daily editions of the week, oldest first."""
    week = (edition.date + timedelta(days=number) for number in range(_DAYS))
    return [
        Link(
            href=run.href(url, edition_url(day)), title=weekday(day, run.settings.language)["text"]
        )
        for day in week
        if edition_url(day) in run.addresses
    ]


def _link(run: Run, number: int, url: str) -> Link | None:
    weeks = run.archive.weeks
    if not 0 <= number < len(weeks):
        return None
    monday = weeks[number].date
    return Link(href=run.href(url, week_url(monday)), title=say_week(run, monday))
