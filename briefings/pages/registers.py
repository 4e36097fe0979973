"""Indexes: every story, name, topic, outlet and month, each on one line."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import groupby

from briefings.link.addresses import source_url, story_url, topic_url, week_url
from briefings.model import Edition, NameEntry, PageModel
from briefings.pages.lists import month_blocks
from briefings.pages.locales import month, say_date
from briefings.pages.marks import name_address
from briefings.pages.motion import running_stories
from briefings.pages.periods import say_week
from briefings.pages.phrases import count, say
from briefings.pages.run import PagePlan, Run
from briefings.pages.shell import make_page, make_shell
from briefings.pages.views import IndexGroup, IndexItem, IndexView


def plan_registers(run: Run) -> Iterator[PagePlan]:
    """Plan the five indexes."""
    newest = run.newest()
    for kind, groups in (
        ("stories", story_groups),
        ("names", name_index),
        ("topics", topic_groups),
        ("sources", source_groups),
        ("archive", month_groups),
    ):
        yield PagePlan(
            url=f"/{kind}/", make=partial(_make, run, kind, partial(groups, run)), changed=newest
        )


def _make(run: Run, kind: str, groups: partial[list[IndexGroup]]) -> PageModel:
    url = f"/{kind}/"
    language = run.settings.language
    title, lede = say(language, kind), say(language, f"{kind}_lede")
    view = IndexView(kind=kind, title=title, lede=lede, groups=groups())
    shell = make_shell(run, url, title, description=lede, section=f"{kind}/")
    return make_page(url, "register.html", shell, view)


def story_groups(run: Run) -> list[IndexGroup]:
    """Give the stories in motion, then those at rest, the latest first."""
    newest = run.newest()
    running = running_stories(run, newest, most=None) if newest else []
    moving = {story.id for story in running}
    rest = [story for story in run.archive.stories.values() if story.id not in moving]
    rest.sort(key=lambda story: (*_latest_first(run, story.briefings), story.id))
    groups = [
        IndexGroup(
            title=say(run.settings.language, key),
            items=[
                _item(run, "/stories/", story_url(story.id), story.title, story.briefings)
                for story in stories
            ],
        )
        for key, stories in (("running", running), ("quiet", rest))
    ]
    return [group for group in groups if group["items"]]


def name_index(run: Run) -> list[IndexGroup]:
    """Give the names that have a page under their first letters."""
    entries = [
        entry
        for entry in run.archive.names.values()
        if entry.has_page and run.briefings(entry.briefings)
    ]
    entries.sort(key=lambda entry: (letter_of(entry.name), sort_key(entry.name), entry.id))
    return [
        IndexGroup(title=letter, items=[_name_item(run, entry) for entry in group])
        for letter, group in groupby(entries, key=lambda entry: letter_of(entry.name))
    ]


def topic_groups(run: Run) -> list[IndexGroup]:
    """Give the topics by name."""
    topics = sorted(run.archive.topics.values(), key=lambda t: (sort_key(t.name), t.id))
    items = [_item(run, "/topics/", topic_url(t.id), t.name, t.briefings) for t in topics]
    return [IndexGroup(title="", items=items)] if items else []


def source_groups(run: Run) -> list[IndexGroup]:
    """Give the outlets by kind, those of no stated kind last."""
    other = say(run.settings.language, "other")
    kinds: dict[str, list[IndexItem]] = {}
    sources = run.archive.sources.values()
    for source in sorted(sources, key=lambda s: (sort_key(s.name), s.id)):
        kind = (source.record.kind if source.record else None) or ""
        item = _item(run, "/sources/", source_url(source.id), source.name, source.briefings)
        kinds.setdefault(kind, []).append(item)
    return [
        IndexGroup(title=kind[:1].upper() + kind[1:] or other, items=kinds[kind])
        for kind in sorted(kinds, key=lambda kind: (not kind, sort_key(kind)))
    ]


def month_groups(run: Run) -> list[IndexGroup]:
    """Give the months by year, newest first, and below a year's months its weeks."""
    language = run.settings.language
    blocks = [(block.briefings[0].edition, block) for block in month_blocks(run)]
    groups = []
    for year, group in groupby(blocks, key=lambda item: item[0].year):
        months = [
            _counted(run, block.url, month(first.year, first.month, language), block.briefings)
            for first, block in group
        ]
        groups += [IndexGroup(title=str(year), items=months)]
        weeks = [week for week in run.archive.weeks if _year_of(run, week) == year]
        if weeks:
            title = say(language, "by_week", year=str(year))
            groups += [IndexGroup(title=title, items=[_week_item(run, week) for week in weeks])]
    return groups


def _year_of(run: Run, week: Edition) -> int | None:
    """Give the year of what a week has to read: the one at New Year lies in two."""
    shown = run.briefings(week.briefings)
    return shown[0].edition.year if shown else None


def _week_item(run: Run, week: Edition) -> IndexItem:
    shown = [*week.briefings, *(id_ for ids in week.earlier.values() for id_ in ids)]
    return _counted(run, week_url(week.date), say_week(run, week.date), shown)


def _counted(run: Run, url: str, title: str, briefings: Sequence[object]) -> IndexItem:
    note = count(run.settings.language, "briefings", len(briefings))
    return IndexItem(href=run.href("/archive/", url), title=title, note=note)


def letter_of(name: str) -> str:
    """Give the letter a name stands under, without its accents; `#` for none."""
    first = sort_key(name)[:1]
    return first.upper() if first.isalpha() else "#"


def sort_key(name: str) -> str:
    """Fold a name for sorting: accents and case do not count, nor what comes before a letter."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return kept.lstrip(" \"'“”‘’«»().-") or kept


def _name_item(run: Run, entry: NameEntry) -> IndexItem:
    item = _item(run, "/names/", name_address(entry), entry.name, entry.briefings)
    kind = say(run.settings.language, entry.kind.value)
    item["note"] = say(run.settings.language, "comma", first=kind, second=item["note"])
    return item


def _item(run: Run, url: str, to_url: str, title: str, ids: Iterable[str]) -> IndexItem:
    language = run.settings.language
    listed = run.briefings(ids)
    note = count(language, "briefings", len(listed))
    if listed:
        latest = say_date(max(b.edition for b in listed), language)
        note = say(language, "latest", count=note, day=latest)
    return IndexItem(href=run.href(url, to_url), title=title, note=note)


def _latest_first(run: Run, ids: Iterable[str]) -> tuple[int]:
    days = [b.edition for b in run.briefings(ids)]
    return (-max(days, default=date.min).toordinal(),)
