"""An edition's page; the newest edition is also the front page."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import chain

from briefings.link.addresses import edition_url, story_url
from briefings.model import Briefing, Edition, PageModel, PointKind, Story
from briefings.pages.cards import briefing_link, card
from briefings.pages.jsonld import changed_at
from briefings.pages.locales import day_of, instant, say_date, weekday
from briefings.pages.motion import running_stories
from briefings.pages.phrases import count, say
from briefings.pages.prose import make_prose
from briefings.pages.provenance import correction_views, origins_view
from briefings.pages.resolve import resolver
from briefings.pages.run import PagePlan, Run, is_withdrawn
from briefings.pages.shell import make_page, make_shell
from briefings.pages.views import (
    Card,
    CorrectionView,
    EditionView,
    IndexView,
    Link,
    OriginsView,
    Running,
    SectionView,
)

FRONT = "/"
_EARLIER = 7
_LEAD_POINTS = 3


def plan_editions(run: Run) -> Iterator[PagePlan]:
    """Plan the front page and a page for every edition."""
    editions = run.archive.editions
    changed = _changed(run, editions[0]) if editions else None
    yield PagePlan(url=FRONT, make=partial(make_front, run), changed=changed)
    for number, edition in enumerate(editions):
        yield PagePlan(
            url=edition_url(edition.date),
            make=partial(make_edition, run, number),
            changed=_changed(run, edition),
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


def edition_view(run: Run, number: int, url: str) -> EditionView:
    """Give an edition for the page at an address, as of its own day unless it is the front."""
    edition = run.archive.editions[number]
    front = url == FRONT
    language = run.settings.language
    shown = run.briefings(edition.briefings)
    lead = _lead(shown)
    settings = run.settings
    return EditionView(
        when=weekday(edition.date, language),
        front=front,
        summary_line=_summary_line(run, shown, language),
        place_line=f"{settings.edition_hour} {settings.place}" if settings.place else "",
        corrections=_corrections(run, number, url),
        note_html=_note(run, edition, url),
        signed=edition.signed,
        lead=card(run, lead, url) if lead else None,
        lead_points=_lead_points(lead),
        lead_dek=lead.dek if lead else None,
        lead_origins=_lead_origins(run, lead, language),
        sections=_sections(run, [b for b in shown if b is not lead], url),
        running=_running(run, edition, url),
        end=edition.closed or say(language, "edition_end", day=say_date(edition.date, language)),
        next_hour=_next_hour(run, language) if front and not edition.closed else None,
        earlier=_earlier(run, number, url),
        newer=_edition_link(run, number - 1, url),
        older=_edition_link(run, number + 1, url),
    )


def _next_hour(run: Run, language: str) -> str:
    """Say when the next edition comes; a person's own sign-off says it better."""
    return say(language, "next_edition", hour=run.settings.edition_hour)


def _lead(shown: Iterable[Briefing]) -> Briefing | None:
    return next((briefing for briefing in shown if not is_withdrawn(briefing)), None)


def _lead_points(lead: Briefing | None) -> list[str]:
    points = lead.key_points if lead else ()
    return [point.text for point in points if point.kind is PointKind.NEWS][:_LEAD_POINTS]


def _lead_origins(run: Run, lead: Briefing | None, language: str) -> OriginsView | None:
    origins = run.archive.origins.get(lead.id) if lead else None
    return origins_view(origins, language) if origins and origins.outlets > 1 else None


def _summary_line(run: Run, shown: Iterable[Briefing], language: str) -> str:
    listed = [briefing for briefing in shown if not is_withdrawn(briefing)]
    minutes = sum(run.minutes[briefing.id] for briefing in listed)
    parts = [count(language, "briefings", len(listed)), count(language, "minutes", minutes)]
    return say(language, "comma", first=parts[0], second=parts[1]) if listed else parts[0]


def _sections(run: Run, rest: Iterable[Briefing], url: str) -> list[SectionView]:
    """Sort the rest into the desk's sections, each briefing into the first that takes it."""
    sections = run.settings.sections
    taken: list[list[Card]] = [[] for _ in sections]
    others: list[Card] = []
    for briefing in rest:
        topics = {*briefing.topics, *run.topics_of.get(briefing.id, ())}
        places = [n for n, section in enumerate(sections) if topics & set(section.topics)]
        (taken[places[0]] if places else others).append(card(run, briefing, url))
    more = say(run.settings.language, "more") if any(taken) else None
    views = [
        SectionView(title=section.title, cards=cards)
        for section, cards in zip(sections, taken, strict=True)
    ]
    return [view for view in (*views, SectionView(title=more, cards=others)) if view["cards"]]


def _corrections(run: Run, number: int, url: str) -> list[CorrectionView]:
    """Give what was put right since the edition before; the front page has no upper bound."""
    editions = run.archive.editions
    language, zone = run.settings.language, run.settings.timezone
    last = date.max if url == FRONT else editions[number].date
    if number + 1 == len(editions):
        return []
    dated = [
        (instant(correction.at, zone), briefing, correction)
        for briefing in run.corrected
        for correction in briefing.corrections
        if editions[number + 1].date < day_of(correction.at, zone) <= last
        and correction.kind != "update"
    ]
    dated.sort(key=lambda item: item[0], reverse=True)
    return [
        view
        for _, briefing, correction in dated
        for view in correction_views(run, [correction], language, briefing_link(run, briefing, url))
    ]


def _note(run: Run, edition: Edition, url: str) -> str | None:
    return make_prose(edition.note, resolver(run, url)) or None if edition.note else None


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


def _changed(run: Run, edition: Edition) -> date:
    zone = run.settings.timezone
    days = [day_of(changed_at(run, b), zone) for b in run.briefings(edition.briefings)]
    return max([edition.date, *days])
