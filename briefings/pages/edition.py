"""An edition's page; the newest edition is also the front page."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import chain

from briefings.link.addresses import edition_url, story_url
from briefings.model import Edition, PageModel, Story
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
from briefings.pages.motion import running_stories
from briefings.pages.phrases import say
from briefings.pages.run import PagePlan, Run, is_withdrawn
from briefings.pages.shell import make_page, make_shell
from briefings.pages.views import CorrectionView, EditionView, IndexView, Link, Running
from briefings.pages.week import week_link

FRONT = "/"
_EARLIER = 7


def plan_editions(run: Run) -> Iterator[PagePlan]:
    """Plan the front page and a page for every edition."""
    editions = run.archive.editions
    changed = last_change(run, editions[0]) if editions else None
    yield PagePlan(url=FRONT, make=partial(make_front, run), changed=changed)
    for number, edition in enumerate(editions):
        yield PagePlan(
            url=edition_url(edition.date),
            make=partial(make_edition, run, number),
            changed=last_change(run, edition),
        )


def make_front(run: Run) -> PageModel:
    """Make the front page: the newest edition, or a page that says there is none yet."""
    settings = run.settings
    shell = make_shell(
        run, FRONT, settings.site_name, description=settings.site_description, section=""
    )
    if run.archive.editions:
        return make_page(FRONT, "edition.html", shell, edition_view(run, 0, FRONT))
    lede = say(settings.language, "empty_desk")
    view = IndexView(kind="empty", title=settings.site_name, lede=lede, groups=[])
    return make_page(FRONT, "register.html", shell, view)


def make_edition(run: Run, number: int) -> PageModel:
    """Make the page of one edition, counted from the newest."""
    edition = run.archive.editions[number]
    url = edition_url(edition.date)
    language = run.settings.language
    title = say(language, "edition_of", day=say_date(edition.date, language))
    view = edition_view(run, number, url)
    shell = make_shell(run, url, title, description=view["summary_line"])
    return make_page(url, "edition.html", shell, view)


def _corrections(run: Run, number: int, url: str) -> list[CorrectionView]:
    """Give what was put right since the edition before; the front page has no upper bound."""
    editions = run.archive.editions
    if number + 1 == len(editions):
        return []
    last = date.max if url == FRONT else editions[number].date
    return corrections_between(run, editions[number + 1].date, last, url)


def edition_view(run: Run, number: int, url: str) -> EditionView:
    """Give an edition for the page at an address, as of its own day unless it is the front."""
    edition = run.archive.editions[number]
    front = url == FRONT
    language = run.settings.language
    shown = run.briefings(edition.briefings)
    lead = find_lead(shown)
    settings = run.settings
    return EditionView(
        when=weekday(edition.date, language),
        front=front,
        weekly=False,
        summary_line=summary_line(run, shown, language),
        place_line=f"{settings.edition_hour} {settings.place}" if settings.place else "",
        corrections=_corrections(run, number, url),
        note_html=note_html(run, edition, url),
        signed=edition.signed,
        lead=card(run, lead, url) if lead else None,
        lead_points=lead_points(lead),
        lead_dek=lead.dek if lead else None,
        lead_origins=lead_origins(run, lead, language),
        sections=sections_of(run, [b for b in shown if b is not lead], url),
        running=_running(run, edition, url),
        end=edition.closed or say(language, "edition_end", day=say_date(edition.date, language)),
        next_hour=_next_hour(run, language) if front and not edition.closed else None,
        earlier=_earlier(run, number, url),
        week=week_link(run, edition.date, url),
        newer=_edition_link(run, number - 1, url),
        older=_edition_link(run, number + 1, url),
    )


def _next_hour(run: Run, language: str) -> str:
    """Say when the next edition comes; a person's own sign-off says it better."""
    return say(language, "next_edition", hour=run.settings.edition_hour)


def _running(run: Run, edition: Edition, url: str) -> list[Running]:
    here = {b.id for b in run.briefings(edition.briefings) if not is_withdrawn(b)}
    return [
        Running(
            story=Link(href=run.href(url, story_url(story.id)), title=story.title),
            new=_added(run, story, here),
        )
        for story in running_stories(run, edition.date)
    ]


def _added(run: Run, story: Story, here: set[str]) -> str | None:
    """Give what an edition adds to a story: a new point, else the entry's first words."""
    entries = [id_ for id_ in story.briefings if id_ in here]
    points = (new for id_ in entries for new in story.new.get(id_, ()))
    summaries = (point.text for b in run.briefings(entries) for point in b.summary)
    titles = (b.title for b in run.briefings(entries))
    return next(chain(points, summaries, titles), None)


def _earlier(run: Run, number: int, url: str) -> list[Link]:
    numbers = range(number + 1, number + 1 + _EARLIER)
    return [link for n in numbers if (link := _edition_link(run, n, url))]


def _edition_link(run: Run, number: int, url: str) -> Link | None:
    editions = run.archive.editions
    if not 0 <= number < len(editions):
        return None
    day = editions[number].date
    return Link(
        href=run.href(url, edition_url(day)), title=weekday(day, run.settings.language)["text"]
    )
