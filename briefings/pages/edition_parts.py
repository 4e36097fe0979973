"""The parts daily and weekly editions share: the lead, the sections, what was put right."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from operator import itemgetter

from briefings.model import BriefingHead, Edition, PointKind
from briefings.pages.cards import briefing_link, card
from briefings.pages.jsonld import breadcrumbs, changed_at, collection, graph
from briefings.pages.locales import day_of, instant
from briefings.pages.phrases import count, say
from briefings.pages.prose import make_prose
from briefings.pages.provenance import correction_views, origins_view
from briefings.pages.resolve import resolver
from briefings.pages.run import Run, is_withdrawn
from briefings.pages.views import Card, CorrectionView, OriginsView, SectionView

_LEAD_POINTS = 3


def find_lead(shown: Iterable[BriefingHead]) -> BriefingHead | None:
    """Give the first that stands."""
    return next((briefing for briefing in shown if not is_withdrawn(briefing)), None)


def lead_points(lead: BriefingHead | None) -> list[str]:
    """Give the first news points of the lead."""
    points = lead.key_points if lead else ()
    return [point.text for point in points if point.kind is PointKind.NEWS][:_LEAD_POINTS]


def lead_origins(run: Run, lead: BriefingHead | None, language: str) -> OriginsView | None:
    """Say how many origins the lead has, where it has several outlets."""
    origins = run.archive.origins.get(lead.id) if lead else None
    return origins_view(origins, language) if origins and origins.outlets > 1 else None


def summary_line(run: Run, shown: Iterable[BriefingHead], language: str) -> str:
    """Say how much there is to read: `9 briefings, 11 minutes`."""
    listed = [briefing for briefing in shown if not is_withdrawn(briefing)]
    minutes = sum(run.archive.minutes[briefing.id] for briefing in listed)
    parts = [count(language, "briefings", len(listed)), count(language, "minutes", minutes)]
    return say(language, "comma", first=parts[0], second=parts[1]) if listed else parts[0]


def sections_of(run: Run, rest: Iterable[BriefingHead], url: str) -> list[SectionView]:
    """Sort the rest into the desk's sections, each briefing into the first that takes it."""
    sections = run.settings.sections
    taken: list[list[Card]] = [[] for _ in sections]
    others: list[Card] = []
    for briefing in rest:
        topics = set(briefing.topics)
        places = [n for n, section in enumerate(sections) if topics & set(section.topics)]
        (taken[places[0]] if places else others).append(card(run, briefing, url))
    more = say(run.settings.language, "more") if any(taken) else None
    views = [
        SectionView(title=section.title, cards=cards)
        for section, cards in zip(sections, taken, strict=True)
    ]
    return [view for view in (*views, SectionView(title=more, cards=others)) if view["cards"]]


def corrections_between(
    run: Run, corrected: Iterable[str], after: date, last: date, url: str
) -> list[CorrectionView]:
    """Give what was put right after a day, up to another; updates are not announced.

    Args:
        run: the run.
        corrected: ids of briefings that may have such corrections, newest first.
        after: a day.
        last: a day.
        url: of the page.
    """
    language, zone = run.settings.language, run.settings.timezone
    dated = [
        (instant(correction.at, zone), briefing, correction)
        for briefing in run.briefings(corrected)
        for correction in briefing.corrections
        if after < day_of(correction.at, zone) <= last and correction.kind != "update"
    ]
    dated.sort(key=lambda item: item[0], reverse=True)
    return [
        view
        for _, briefing, correction in dated
        for view in correction_views(run, [correction], language, briefing_link(run, briefing, url))
    ]


def note_html(run: Run, edition: Edition, url: str) -> str | None:
    """Give the desk's note, sanitised."""
    return make_prose(edition.note, resolver(run, url)) or None if edition.note else None


class CorrectedDays:
    """Which briefings had something put right when; planning asks it for each edition."""

    def __init__(self, run: Run) -> None:
        zone = run.settings.timezone
        self._order = [briefing.id for briefing in run.archive.ask.corrected()]
        self._days = sorted(
            (day_of(correction.at, zone), briefing.id)
            for briefing in run.archive.ask.corrected()
            for correction in briefing.corrections
        )

    def between(self, after: date, last: date) -> tuple[str, ...]:
        """Give the ids with a correction after a day, up to another; newest first."""
        first = bisect_right(self._days, after, key=itemgetter(0))
        beyond = bisect_right(self._days, last, key=itemgetter(0))
        found = {id_ for _, id_ in self._days[first:beyond]}
        return tuple(id_ for id_ in self._order if id_ in found) if found else ()


def last_change(run: Run, edition: Edition) -> date:
    """Give the day an edition's content last changed."""
    zone = run.settings.timezone
    days = [day_of(changed_at(run, b), zone) for b in run.briefings(edition.briefings)]
    return max([edition.date, *days])


def edition_jsonld(run: Run, url: str, title: str, edition: Edition) -> str:
    """Describe the page of an edition: what it lists, and the way to it."""
    archive = (say(run.settings.language, "archive"), "/archive/")
    page = collection(run, url, title, run.briefings(edition.briefings))
    return graph([page, breadcrumbs(run, archive)])
