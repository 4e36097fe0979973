"""A published address never dies: whatever editors do, it answers, or leads on in one step."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from briefings.link.addresses import briefing_url
from briefings.link.archive import link_archive
from briefings.link.claims import addresses_claimed
from briefings.link.ended import find_ended
from briefings.link.registry import Registry
from briefings.link.visible import visible
from briefings.model import (
    Briefing,
    NameKind,
    NameRecord,
    OutputFile,
    Registers,
    SourceRecord,
    Status,
    StoryRecord,
)
from briefings.pages import closing_files, plan_pages, start_run
from tests.builders import a_briefing, a_source, some_names, some_settings

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
KEPT = re.compile(r"/(?:\d{4}/\d\d|story|edition|topic|source|person|org)/[^/]+/")
"""Pages the ledger keeps, those of registered names among them."""
IDS = ("a", "b", "c", "d")
STORIES = ("a", "b", "affair", "inquiry")


@dataclass
class Desk:
    """A desk that publishes after every change."""

    briefings: dict[str, Briefing]
    stories: dict[str, str] = field(default_factory=dict)
    """Merged thread to the one it is part of."""
    alias: bool = False
    ledger: set[tuple[str, str]] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    """Every address of a kind the ledger keeps that was ever a page."""

    def registers(self) -> Registers:
        """Give the registers as they are now."""
        into: dict[str, list[str]] = {}
        for old, now in self.stories.items():
            into.setdefault(now, []).append(old)
        org = NameRecord(
            kind=NameKind.ORGANISATION,
            id="ministry",
            name="Ministry",
            aliases=("Department",) if self.alias else (),
        )
        person = NameRecord(kind=NameKind.PERSON, id="ada", name="Ada Brook", page=True)
        department = NameRecord(kind=NameKind.ORGANISATION, id="department", name="Department")
        return Registers(
            names=(org, person) if self.alias else (org, person, department),
            sources=(SourceRecord(id="harbour-courier", name="Harbour Courier"),),
            stories=tuple(StoryRecord(id=now, merged=tuple(old)) for now, old in into.items()),
            addresses=tuple(sorted(self.ledger)),
        )

    def publish(self) -> tuple[set[str], dict[str, str], list[str]]:
        """Build: give the pages, where old addresses lead, and those that say they are gone."""
        registry = Registry.of(self.registers())
        every = list(self.briefings.values())
        published = [b for b in every if b.status.has_address()]
        self.ledger |= {claim for b in published for claim in addresses_claimed(b, registry)}
        registers = self.registers()
        shown = visible(every, now=NOW, drafts=False)
        run = start_run(link_archive(shown, registers), some_settings(), (), drafts=False)
        pages = {plan.url for plan in plan_pages(run)}
        hidden = [b for b in every if b not in shown]
        ended = find_ended(hidden, Registry.of(registers), NOW)
        moved = dict(run.archive.redirects)
        gone = [address for address, _ in ended.gone(pages, moved)]
        self.seen |= {url for url in pages if KEPT.fullmatch(url)}
        files = [f.path for f in closing_files(run, pages, [], NOW, ended) if _is_page(f)]
        assert sorted(files) == sorted(f"{url[1:]}index.html" for url in (*moved, *gone))
        return pages, moved, gone


def _is_page(file: OutputFile) -> bool:
    return file.path.endswith("index.html") and "/mail/" not in file.path


Change = Callable[[Desk], None]


def changes() -> st.SearchStrategy[Change]:
    """Give something an editor does."""
    id_, other = st.sampled_from(IDS), st.sampled_from(IDS)
    story = st.sampled_from(STORIES)

    def edit(make: Callable[..., Briefing]) -> Callable[..., Change]:
        def change(name: str, *values: object) -> Change:
            def run(desk: Desk) -> None:
                if name in desk.briefings:
                    desk.briefings[name] = make(desk.briefings[name], *values)

            return run

        return change

    rename = edit(lambda b, to: replace(b, path=f"content/briefings/2026/03/{to}-{b.id}.md"))
    redate = edit(lambda b, days: replace(b, edition=date(2026, 3, 1) + timedelta(days=days)))
    thread = edit(lambda b, to: replace(b, story=to))
    withdraw = edit(lambda b: replace(b, status=Status.WITHDRAWN))
    expire = edit(lambda b: replace(b, expires_at=NOW - timedelta(days=1)))
    revive = edit(lambda b: replace(b, expires_at=None, status=Status.PUBLISHED))
    return st.one_of(
        st.builds(rename, id_, st.sampled_from(("x", "y"))),
        st.builds(redate, id_, st.integers(0, 60)),
        st.builds(thread, id_, story),
        st.builds(withdraw, id_),
        st.builds(expire, id_),
        st.builds(revive, id_),
        st.builds(_merge_stories, story, story),
        st.builds(_merge_briefings, id_, other),
        st.just(_merge_names),
    )


def _merge_stories(old: str, now: str) -> Change:
    def run(desk: Desk) -> None:
        if old != now and old not in desk.stories and now not in desk.stories:
            desk.stories = {k: now if v == old else v for k, v in desk.stories.items()} | {old: now}

    return run


def _merge_briefings(old: str, now: str) -> Change:
    """Delete one and lead its lines to the other, as BR522 says."""

    def run(desk: Desk) -> None:
        if old != now and {old, now} <= desk.briefings.keys():
            del desk.briefings[old]
            lines = {(a, k) for a, k in desk.ledger if k == f"briefing:{old}"}
            desk.ledger = desk.ledger - lines | {(a, f"briefing:{now}") for a, _ in lines}

    return run


def _merge_names(desk: Desk) -> None:
    desk.alias = True


def a_desk() -> Desk:
    """Give four briefings, two of them in one story."""
    names = [("Ministry",), ("Department",), ("Department", "Ministry"), ()]
    return Desk(
        {
            id_: a_briefing(
                id_,
                edition=date(2026, 3, 10 + number),
                story="a" if number < 2 else id_,  # the first two
                topics=("transport",) if number % 2 else ("politics",),
                names=some_names(people=("Ada Brook",), organisations=names[number]),
                articles=(a_source(path=f"{id_}.txt", digest=f"v1:0{number}"),),
            )
            for number, id_ in enumerate(IDS)
        }
    )


@given(st.lists(changes(), max_size=8))
def test_every_address_there_ever_was_answers(steps: list[Change]) -> None:
    """With a page, with one step to a page, or with a page that says what it was is gone."""
    desk = a_desk()
    for step in (lambda _: None, *steps):
        step(desk)
        pages, moved, gone = desk.publish()
        dead = desk.seen - pages - moved.keys() - {*gone}
        assert not dead
        assert {*moved.values()} <= pages, "one step, to a page"
        assert not moved.keys() & pages
        assert not {*gone} & (pages | moved.keys())


def test_a_thread_everybody_left_leads_to_where_it_began() -> None:
    """Re-threading makes the redirect by itself: a thread's id is its first briefing's."""
    desk = a_desk()
    desk.publish()
    for id_ in ("a", "b"):
        desk.briefings[id_] = replace(desk.briefings[id_], story="affair")

    _, moved, _ = desk.publish()

    assert moved["/story/a/"] == "/story/affair/"


def test_an_organisation_registered_under_another_name_leads_on() -> None:
    """Its address needs no line in the ledger."""
    desk = a_desk()
    desk.publish()
    desk.ledger = {line for line in desk.ledger if "/org/" not in line[0]}
    desk.alias = True

    _, moved, _ = desk.publish()

    assert moved["/org/department/"] == "/org/ministry/"


def test_a_briefing_that_took_anothers_old_address_keeps_it_alive() -> None:
    """Two things had one address, one after the other; it leads to the one that is left."""
    desk = a_desk()
    first = desk.briefings["a"]
    old = briefing_url(first)
    desk.publish()
    desk.briefings["a"] = replace(first, path="content/briefings/2026/03/z.md")
    desk.briefings["d"] = replace(desk.briefings["d"], path=first.path)
    desk.publish()
    del desk.briefings["d"]

    pages, moved, _ = desk.publish()

    assert old not in pages
    assert moved[old] == "/2026/03/z/"
