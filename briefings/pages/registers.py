"""Indexes: every story, name, topic, outlet and month, each on one line."""

import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from briefings.link.addresses import source_url, story_url, topic_url, week_url
from briefings.link.profiles import label, read_label
from briefings.link.shelf import MONTH, NAME, SOURCE, STORY, TOPIC, WEEK
from briefings.model import NameHead, PageModel, Tally, monday_of, week_id
from briefings.pages.grid import month_grid
from briefings.pages.jsonld import breadcrumbs, collection, graph
from briefings.pages.lists import month_url, say_month
from briefings.pages.locales import say_date
from briefings.pages.marks import name_address
from briefings.pages.motion import running_stories
from briefings.pages.periods import say_week
from briefings.pages.phrases import count, say
from briefings.pages.run import PagePlan, Run
from briefings.pages.shell import make_page, make_shell
from briefings.pages.views import IndexGroup, IndexItem, IndexView, MonthGrid


def plan_registers(run: Run) -> Iterator[PagePlan]:
    """Plan the five indexes."""
    del run
    for kind in ("stories", "names", "topics", "sources", "archive"):
        yield PagePlan(url=f"/{kind}/", make=make_register, of=(kind,))


def make_register(run: Run, kind: str) -> PageModel:
    """Make one index."""
    groups: dict[str, Callable[[Run], list[IndexGroup]]] = {
        "stories": story_groups,
        "names": name_index,
        "topics": topic_groups,
        "sources": source_groups,
        "archive": month_groups,
    }
    url = f"/{kind}/"
    language = run.settings.language
    title, lede = say(language, kind), say(language, f"{kind}_lede")
    grid = newest_month(run, url) if kind == "archive" else None
    view = IndexView(kind=kind, title=title, lede=lede, grid=grid, groups=groups[kind](run))
    jsonld = graph([collection(run, url, title, (), description=lede), breadcrumbs(run)])
    shell = make_shell(run, url, title, description=lede, section=f"{kind}/", jsonld=jsonld)
    return make_page(url, "register.html", shell, view, changed=run.newest())


def newest_month(run: Run, url: str) -> MonthGrid | None:
    """Give the calendar of the newest month there is anything of."""
    newest = next(iter(run.archive.ask.months()), None)
    if newest is None:
        return None
    days = {day for day in run.archive.editions.days() if f"{day:%Y-%m}" == newest}
    return month_grid(run, newest, days, url)


def story_groups(run: Run) -> list[IndexGroup]:
    """Give the stories in motion, the latest first, then those at rest under their letters."""
    newest, heads = run.newest(), run.archive.story_heads
    tallies = run.archive.ask.tallies(STORY)
    running = running_stories(run, newest, most=None) if newest else []
    rest = [id_ for id_ in tallies if id_ in heads and id_ not in set(running)]
    rest.sort(key=lambda id_: (letter_of(name := heads[id_].name), sort_key(name), id_))
    groups = [(say(run.settings.language, "running"), running)] if running else []
    for letter, stories in groupby(rest, key=lambda id_: letter_of(heads[id_].name)):
        groups.append((letter, list(stories)))
    return [
        IndexGroup(
            title=title,
            items=[
                _item(run, "/stories/", story_url(id_), heads[id_].name, tallies[id_])
                for id_ in stories
            ],
        )
        for title, stories in groups
    ]


def name_index(run: Run) -> list[IndexGroup]:
    """Give the names that have a page under their first letters."""
    tallies = run.archive.ask.tallies(NAME)
    heads = (run.archive.name_heads.get(read_label(name)) for name in tallies)
    listed = [
        (letter_of(head.name), sort_key(head.name), head.id, head.kind.value, head)
        for head in heads
        if head is not None and head.has_page
    ]
    listed.sort(key=itemgetter(0, 1, 2, 3))
    return [
        IndexGroup(
            title=letter,
            items=[
                _name_item(run, head, tallies[label((head.kind, head.id))]) for *_, head in group
            ],
        )
        for letter, group in groupby(listed, key=itemgetter(0))
    ]


def topic_groups(run: Run) -> list[IndexGroup]:
    """Give the topics by name."""
    tallies = run.archive.ask.tallies(TOPIC)
    topics = sorted(run.topics(tallies), key=lambda t: (sort_key(t.name), t.id))
    items = [_item(run, "/topics/", topic_url(t.id), t.name, tallies[t.id]) for t in topics]
    return [IndexGroup(title="", items=items)] if items else []


def source_groups(run: Run) -> list[IndexGroup]:
    """Give the outlets by kind, those of no stated kind last."""
    other = say(run.settings.language, "other")
    kinds: dict[str, list[IndexItem]] = {}
    tallies = run.archive.ask.tallies(SOURCE)
    sources = [head for source in tallies if (head := run.outlet(source)) and head.id == source]
    for source in sorted(sources, key=lambda s: (sort_key(s.name), s.id)):
        kind = (source.record.kind if source.record else None) or ""
        item = _item(run, "/sources/", source_url(source.id), source.name, tallies[source.id])
        kinds.setdefault(kind, []).append(item)
    return [
        IndexGroup(title=kind[:1].upper() + kind[1:] or other, items=kinds[kind])
        for kind in sorted(kinds, key=lambda kind: (not kind, sort_key(kind)))
    ]


def month_groups(run: Run) -> list[IndexGroup]:
    """Give the months by year, newest first, and below a year's months its weeks."""
    months, weeks = run.archive.ask.tallies(MONTH), run.archive.ask.tallies(WEEK)
    groups = []
    for year, group in groupby(sorted(months, reverse=True), key=lambda month: month[:4]):
        items = [
            _counted(run, month_url(month), say_month(run, month), months[month]) for month in group
        ]
        groups.append(IndexGroup(title=year, items=items))
        # The week at New Year lies in two years: it stands in that of its latest briefing.
        of_year = [monday_of(t.latest) for t in weeks.values() if f"{t.latest.year:04}" == year]
        items = [
            _counted(run, week_url(monday), say_week(run, monday), weeks[week_id(monday)])
            for monday in sorted(of_year, reverse=True)
        ]
        title = say(run.settings.language, "by_week", year=year)
        groups += [IndexGroup(title=title, items=items)] if items else []
    return groups


def _counted(run: Run, url: str, title: str, tally: Tally) -> IndexItem:
    note = count(run.settings.language, "briefings", tally.briefings)
    return IndexItem(href=run.href("/archive/", url), title=title, note=note)


def letter_of(name: str) -> str:
    """Give the letter a name stands under, without its accents; `#` for none."""
    first = sort_key(name)[:1]
    return first.upper() if first.isalpha() else "#"


@lru_cache(maxsize=8192)
def sort_key(name: str) -> str:
    """Fold a name for sorting: accents and case do not count, nor what comes before a letter."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return kept.lstrip(" \"'“”‘’«»().-") or kept


def _name_item(run: Run, head: NameHead, tally: Tally) -> IndexItem:
    item = _item(run, "/names/", name_address(head), head.name, tally)
    kind = say(run.settings.language, head.kind.value)
    item["note"] = say(run.settings.language, "comma", first=kind, second=item["note"])
    return item


def _item(run: Run, url: str, to_url: str, title: str, tally: Tally) -> IndexItem:
    language = run.settings.language
    day = say_date(tally.latest, language)
    note = say(language, "latest", count=count(language, "briefings", tally.briefings), day=day)
    return IndexItem(href=run.href(url, to_url), title=title, note=note)
