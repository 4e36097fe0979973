"""An edition's page; the newest edition is also the front page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from briefings.link.addresses import edition_url, story_url
from briefings.model import Edition, PageModel
from briefings.pages.cards import card
from briefings.pages.drawn import plan_edition_picture
from briefings.pages.due import DIARY, due_this_week, due_view
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
from briefings.pages.jsonld import collection, graph, website
from briefings.pages.locales import say_date, say_hour, weekday
from briefings.pages.motion import added_by, running_stories
from briefings.pages.phrases import say
from briefings.pages.pictures import edition_image
from briefings.pages.run import PagePlan, Run, is_withdrawn
from briefings.pages.shell import JSON_FEED, RSS, make_page, make_shell
from briefings.pages.views import CorrectionView, DueView, EditionView, IndexView, Link, Running
from briefings.pages.week import week_link

FRONT = "/"
_EARLIER = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A daily edition among the others."""

    day: date
    newer: date | None
    earlier: tuple[date, ...]
    """Those before it, newest first, as many as the page lists."""
    corrected: tuple[str, ...]
    """Briefings in which something was put right since the edition before."""


def plan_editions(run: Run) -> Iterator[PagePlan]:
    """Plan the front page and a page for every edition."""
    days = run.archive.editions.days()
    front = _place(days, 0, CorrectedDays(run), date.max) if days else None
    yield PagePlan(url=FRONT, make=make_front, of=(front,))
    for place in places_of(run):
        yield PagePlan(url=edition_url(place.day), make=make_edition, of=(place,))
        yield plan_edition_picture(place.day)


def places_of(run: Run, *, most: int | None = None) -> list[Place]:
    """Place the daily editions, newest first, as many as are wanted."""
    days = run.archive.editions.days()
    corrected = CorrectedDays(run)
    return [_place(days, number, corrected, day) for number, day in enumerate(days[:most])]


def _place(days: Sequence[date], number: int, corrected: CorrectedDays, last: date) -> Place:
    """Place an edition; what was put right on the day of the front page has no upper bound."""
    earlier = tuple(days[number + 1 : number + 1 + _EARLIER])
    return Place(
        day=days[number],
        newer=days[number - 1] if number else None,
        earlier=earlier,
        corrected=corrected.between(earlier[0], last) if earlier else (),
    )


def make_front(run: Run, place: Place | None) -> PageModel:
    """Make the front page: the newest edition, or a page that says there is none yet."""
    settings = run.settings
    listed = run.briefings(run.archive.editions.at(place.day).briefings) if place else ()
    page = collection(run, FRONT, settings.site_name, listed)
    shell = make_shell(
        run,
        FRONT,
        settings.site_name,
        description=settings.site_description,
        section="",
        feeds=[(feed, settings.site_name) for feed in (RSS, JSON_FEED)],
        jsonld=graph([website(run), page]),
        image=edition_image(run, place.day) if place else None,
    )
    if place is not None:
        changed = last_change(run, run.archive.editions.at(place.day))
        view = edition_view(run, place, FRONT)
        return make_page(FRONT, "edition.html", shell, view, changed=changed)
    lede = say(settings.language, "empty_desk")
    empty = IndexView(kind="empty", title=settings.site_name, lede=lede, grid=None, groups=[])
    return make_page(FRONT, "register.html", shell, empty)


def make_edition(run: Run, place: Place) -> PageModel:
    """Make the page of one edition."""
    url = edition_url(place.day)
    language = run.settings.language
    title = say(language, "edition_of", day=say_date(place.day, language))
    view = edition_view(run, place, url)
    edition = run.archive.editions.at(place.day)
    jsonld = edition_jsonld(run, url, title, edition)
    image = edition_image(run, place.day)
    line = view["summary_line"]
    shell = make_shell(run, url, title, description=line, jsonld=jsonld, image=image)
    changed = last_change(run, edition)
    return make_page(url, "edition.html", shell, view, changed=changed)


def _corrections(run: Run, place: Place, url: str) -> list[CorrectionView]:
    """Give what was put right since the edition before; the front page has no upper bound."""
    if not place.earlier:
        return []
    last = date.max if url == FRONT else place.day
    return corrections_between(run, place.corrected, place.earlier[0], last, url)


def edition_view(run: Run, place: Place, url: str) -> EditionView:
    """Give an edition for the page at an address, as of its own day unless it is the front."""
    edition = run.archive.editions.at(place.day)
    front = url == FRONT
    language = run.settings.language
    shown = run.briefings(edition.briefings)
    lead = find_lead(shown)
    settings = run.settings
    hour = say_hour(settings.edition_hour, language)
    return EditionView(
        when=weekday(edition.date, language),
        front=front,
        weekly=False,
        summary_line=summary_line(run, shown, language),
        place_line=f"{hour} {settings.place}" if settings.place else "",
        corrections=_corrections(run, place, url),
        note_html=note_html(run, edition, url),
        signed=edition.signed,
        lead=card(run, lead, url) if lead else None,
        lead_points=lead_points(lead),
        lead_dek=lead.dek if lead else None,
        lead_origins=lead_origins(run, lead, language),
        sections=sections_of(run, [b for b in shown if b is not lead], url),
        running=_running(run, edition, url),
        due=_due(run, edition.date, url) if front else [],
        diary=run.href(url, DIARY) if front and run.archive.ask.diary() else None,
        end=edition.closed or say(language, "edition_end", day=say_date(edition.date, language)),
        next_hour=next_hour(run, language) if front and not edition.closed else None,
        earlier=[_link(run, day, url) for day in place.earlier],
        week=week_link(run, edition.date, url),
        newer=_link(run, place.newer, url) if place.newer else None,
        older=_link(run, place.earlier[0], url) if place.earlier else None,
    )


def next_hour(run: Run, language: str) -> str:
    """Say when the next edition comes; a person's own sign-off says it better."""
    return say(language, "next_edition", hour=say_hour(run.settings.edition_hour, language))


def _running(run: Run, edition: Edition, url: str) -> list[Running]:
    here = {b.id for b in run.briefings(edition.briefings) if not is_withdrawn(b)}
    return [
        Running(
            story=Link(href=run.href(url, story_url(id_)), title=run.archive.story_heads[id_].name),
            new=added_by(run, run.archive.stories[id_], here),
        )
        for id_ in running_stories(run, edition.date)
    ]


def _due(run: Run, today: date, url: str) -> list[DueView]:
    return [due_view(run, one, url, today.year) for one in due_this_week(run, today)]


def _link(run: Run, day: date, url: str) -> Link:
    title = weekday(day, run.settings.language)["text"]
    return Link(href=run.href(url, edition_url(day)), title=title)
