"""The JSON API under `/api/v1/`: static documents that carry what the pages carry, and no more.

Briefings by month, the newest edition with all its words, and lists of everything that has a
page. Every document validates against `/api/v1/schema.json` (docs/api.md).
"""

from collections.abc import Iterator
from datetime import date

from briefings.model import JSON, OutputFile
from briefings.pages.api.briefings import briefing_item, whole_item
from briefings.pages.api.lists import LISTS
from briefings.pages.api.schema import SCHEMA_URL, make_schema
from briefings.pages.entries import is_fed
from briefings.pages.jsonld import script_safe
from briefings.pages.run import PagePlan, Run
from briefings.pages.shell import ATOM, JSON_FEED, OPML, RSS
from briefings.pages.urls import absolute, safe_url

_BASE = "/api/v1/"
INDEX, LATEST = f"{_BASE}index.json", f"{_BASE}latest.json"


def plan_api_calendar(run: Run) -> Iterator[PagePlan]:
    """Plan the newest edition and a document for every month."""
    yield PagePlan(url=LATEST, make=make_latest, of=(run.newest(),))
    for month in run.archive.ask.months():
        yield PagePlan(url=_month(month), make=make_month, of=(month,))


def plan_api(run: Run) -> Iterator[PagePlan]:
    """Plan the index, the lists and the schema."""
    yield PagePlan(url=INDEX, make=make_index, of=(tuple(run.archive.ask.months()),))
    yield PagePlan(url=SCHEMA_URL, make=make_schema)
    for kind in LISTS:
        yield PagePlan(url=_document(kind), make=make_list, of=(kind,))


def make_latest(run: Run, day: date | None) -> OutputFile:
    """Make the newest edition, in the order it is printed, with every word its pages have."""
    ids = run.archive.editions.at(day).briefings if day else ()
    every = run.archive.briefings
    fed = [one.id for one in run.briefings(ids) if is_fed(run, one)]
    items: list[JSON] = [whole_item(run, every[id_]) for id_ in fed]
    edition = day.isoformat() if day else None
    return _file(run, LATEST, {"kind": "edition", "edition": edition, "briefings": items})


def make_month(run: Run, month: str) -> OutputFile:
    """Make the briefings of a month, newest first, with their summaries."""
    fed = [one for one in run.briefings(run.archive.months[month]) if is_fed(run, one)]
    items: list[JSON] = [briefing_item(run, one) for one in fed]
    return _file(run, _month(month), {"kind": "month", "month": month, "briefings": items})


def make_list(run: Run, kind: str) -> OutputFile:
    """Make the list of everything of a kind that has a page."""
    return _file(run, _document(kind), {"kind": kind, kind: LISTS[kind](run)})


def make_index(run: Run, months: tuple[str, ...]) -> OutputFile:
    """Make the document every other is found by."""
    settings = run.settings
    site = settings.site_url
    documents = {kind: absolute(site, _document(kind)) for kind in ("latest", *LISTS)}
    feeds = {"atom": ATOM, "rss": RSS, "json": JSON_FEED, "opml": OPML}
    listed = [{"month": month, "url": absolute(site, _month(month))} for month in months]
    document: dict[str, JSON] = {
        "kind": "index",
        "name": settings.site_name,
        "description": settings.site_description or None,
        "url": site,
        "language": settings.language,
        "licence": settings.licence,
        "licence_url": safe_url(settings.licence_url),
        "generator": "Briefings",
        "documents": documents,
        "months": listed,
        "feeds": {form: absolute(site, address) for form, address in feeds.items()},
    }
    return _file(run, INDEX, document)


def _month(month: str) -> str:
    return f"{_BASE}briefings/{month}.json"


def _document(kind: str) -> str:
    return f"{_BASE}{kind}.json"


def _file(run: Run, address: str, document: dict[str, JSON]) -> OutputFile:
    whole = {"$schema": absolute(run.settings.site_url, SCHEMA_URL), **document}
    return OutputFile(path=address.removeprefix("/"), content=script_safe(whole).encode())
