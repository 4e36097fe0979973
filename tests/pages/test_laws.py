"""What holds for every page, whatever the desk holds."""

import json
import re
from dataclasses import replace
from datetime import date
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.model import Archive, Briefing, PageModel, Status
from briefings.settings import Settings
from tests.builders import a_briefing, a_point, a_quote, a_source, some_names
from tests.pages.sites import an_archive, files_of, hrefs, pages_of, sectioned, some_briefings

SITE = sectioned().site_url


def dead_ends(archive: Archive, options: Settings, *, drafts: bool) -> list[tuple[str, str]]:
    """List every (page, href) that leads to nothing this run makes."""
    pages = pages_of(archive, options, drafts=drafts)
    files = files_of(archive, options, drafts=drafts)
    base = urlsplit(SITE)
    known = set(pages) | {f"/{path}" for path in files}
    dead = []
    for url, page in pages.items():
        html = " ".join(re.findall(r'"(?:html|note_html)": "(.*?[^\\])"', json.dumps(page.view)))
        written = re.findall(r'href=\\"(.*?)\\"', html)
        for href in (*hrefs(page.view), *hrefs(page.shell), *written):
            target = urlsplit(urljoin(SITE.rstrip("/") + url, href))
            if target.hostname == base.hostname:
                path = "/" + unquote(target.path).removeprefix(base.path)
                if path not in known:
                    dead.append((url, href))
            elif target.scheme not in {"http", "https", "mailto"}:
                dead.append((url, href))
    return dead


@pytest.mark.parametrize("drafts", [True, False])
@pytest.mark.parametrize("size", [1, 2, 40])
def test_every_link_leads_to_something_made(drafts: bool, size: int) -> None:
    """Every href of every page leads to a page or file of the same run, or out of the site."""
    dead = dead_ends(an_archive(), sectioned(pages_per_list=size), drafts=drafts)

    assert dead == []


def test_the_law_finds_a_dead_end() -> None:
    """The law above is not blind: a removed page is found."""
    archive = an_archive()
    broken = replace(archive, ask=replace(archive.ask, months=tuple))

    assert dead_ends(broken, sectioned(), drafts=True)


outlets = st.sampled_from([None, "state-radio", "منبر", "Odd/One"])
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@st.composite
def any_briefing(draw: st.DrawFn) -> Briefing:
    """Draw a briefing of hostile words, with few ids so that things meet."""
    id_ = draw(st.sampled_from("abcdefgh"))
    person = draw(st.sampled_from(["Ada Brook", "Adam Brook", "Zoë X", "بشار"]))
    return a_briefing(
        id_,
        title=draw(words),
        dek=draw(st.none() | words),
        edition=date(2026, draw(st.integers(1, 3)), draw(st.integers(1, 28))),
        status=draw(st.sampled_from(Status)),
        story=draw(st.sampled_from([None, "ferries", "boats", "x"])),
        topics=tuple(draw(st.lists(st.sampled_from(["transport", "odd"]), unique=True))),
        language=draw(st.sampled_from(["en", "fr", "ar", "und", "x<y>"])),
        names=some_names(people=(person,), organisations=(draw(words) or "Org",)),
        quotes=(a_quote(draw(words), speaker=person),),
        summary=(a_point(draw(words)),),
        articles=(
            a_source(source=draw(st.sampled_from([None, "state-radio", "منبر", "Odd/One"]))),
        ),
        body=draw(words) + draw(st.sampled_from(["", "[[a]]", "[[story:ferries|x]]", "[x](/a/)"])),
    )


@given(st.lists(any_briefing(), unique_by=lambda b: b.id, max_size=6))
@settings(max_examples=40, deadline=None)
def test_every_desk_gives_whole_pages(briefings: list[Briefing]) -> None:
    """Whatever the words, links lead somewhere, views are JSON, and nothing invisible is left."""
    archive = an_archive(briefings)

    assert dead_ends(archive, sectioned(pages_per_list=1), drafts=True) == []
    for page in pages_of(archive).values():
        text = json.dumps([page.view, page.shell], ensure_ascii=False)
        assert not re.search("[\x00-\x1f\x7f-\x84\u202a-\u202e\u2066-\u2069]", text)


def test_pages_do_not_depend_on_the_order_of_files() -> None:
    """The same desk read in another order gives the same pages and files."""
    briefings = some_briefings()
    turned = an_archive(briefings[::-1])

    assert pages_of(turned) == pages_of(an_archive(briefings))
    assert files_of(turned) == files_of(an_archive(briefings))


def test_an_empty_desk_has_a_site() -> None:
    """A desk without briefings gives a front page that says so, and no dead end."""
    empty = an_archive(())
    front: PageModel = pages_of(empty)["/"]

    assert front.template == "register.html"
    assert front.view["lede"] == "No briefing has been published yet."
    assert dead_ends(empty, sectioned(), drafts=False) == []


def test_closed_lists_stay_as_they_are() -> None:
    """A new briefing on a topic leaves every page of closed blocks byte for byte as it was."""
    old = [a_briefing(f"b{n}", edition=date(2026, 2, n + 1), topics=("odd",)) for n in range(9)]
    before = pages_of(an_archive(old), sectioned(pages_per_list=2))
    new = a_briefing("new", edition=date(2026, 3, 1), topics=("odd",))
    after = pages_of(an_archive([*old, new]), sectioned(pages_per_list=2))
    closed = [f"/topic/odd/{n}/" for n in (1, 2)]

    assert [before[url] for url in closed] == [after[url] for url in closed]
