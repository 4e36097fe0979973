"""Plain pages, and small words that keep a page from saying a thing twice."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from briefings.link.archive import link_archive
from briefings.model import Drafted, PlainPage, Registers, Status
from briefings.pages.marks import claimed_by
from tests.builders import a_briefing, a_point, a_source, some_grounds
from tests.pages.sites import an_archive, pages_of, sectioned
from tests.pages.test_briefing import view


def a_plain(path: str, markdown: str) -> PlainPage:
    """Give a page by its file."""
    address = path.removesuffix(".md")
    return PlainPage(url=f"/{address}/", title=address, markdown=markdown, path=path, language="en")


@pytest.mark.parametrize(
    ("link", "href"),
    [
        ("policy.md", "../policy/"),
        ("policy.md#how", "../policy/#how"),
        ("./policy.md", "../policy/"),
        ("more/team.md", "../more/team/"),
    ],
)
def test_a_plain_page_links_to_another_by_its_file(link: str, href: str) -> None:
    """`[words](policy.md)` works as editors know it from MkDocs."""
    plain = [a_plain("about.md", f"See [it]({link})."), a_plain("policy.md", "x")]
    plain.append(a_plain("more/team.md", "x"))

    pages = pages_of(an_archive([]), sectioned(), plain=plain, drafts=False)

    assert f'<a href="{href}" rel="noopener">it</a>' in str(pages["/about/"].view["html"])


@pytest.mark.parametrize("link", ["nowhere.md", "../../etc/passwd.md"])
def test_a_link_to_a_file_that_is_no_page_is_words(link: str) -> None:
    """An unknown file leaves the words and no dead link."""
    plain = [a_plain("about.md", f"See [it]({link}).")]

    pages = pages_of(an_archive([]), sectioned(), plain=plain, drafts=False)

    assert "<a" not in str(pages["/about/"].view["html"])


@pytest.mark.parametrize(
    ("text", "says", "printed"),
    [
        ("Ms Voss said it would rain.", "Ada Voss", None),
        ("The Commission said so.", "the commission", None),
        ("It will rain all week.", "Ada Voss", "Ada Voss"),
        ("It will rain all week.", None, None),
    ],
)
def test_a_claim_names_its_claimant_once(text: str, says: str | None, printed: str | None) -> None:
    """Where the sentence itself says who says it, no name is put before it."""
    assert claimed_by(a_point(text, says=says)) == printed


def test_a_guess_at_the_outlet_is_printed_by_its_name() -> None:
    """A draft's proposed outlet reads as its name where the archive knows it, else as it is."""
    draft = a_briefing(
        status=Status.DRAFT, articles=(a_source(source=None, source_proposed="unheard-of"),)
    )

    assert view(draft)["provenance"][0]["proposed"] == "unheard-of"


@pytest.mark.parametrize(
    ("summary", "points", "start"),
    [
        ("editor", "editor", "Written by the desk"),
        ("editor", "p1s1", "Sentences selected by machine, some written by the desk"),
        ("p1s1", "p1s1", "Sentences selected by machine from the article"),
    ],
)
def test_a_page_says_which_words_are_the_desks(summary: str, points: str, start: str) -> None:
    """A sentence an editor wrote is not said to be the article's."""
    briefing = a_briefing(
        drafted=Drafted(by="briefings test"),
        summary=(a_point(grounds=some_grounds(summary)),),
        key_points=(a_point("Two crossings stay open.", grounds=some_grounds(points)),),
    )

    assert view(briefing)["how"].startswith(start)


def test_a_story_with_an_entry_today_is_never_nothing_new() -> None:
    """An entry without key points is told by its summary, else by its headline."""
    first = a_briefing(id="first", path="content/briefings/2026/03/first.md", story="ferries")
    bare = replace(first, id="bare", path="content/briefings/2026/03/bare.md", key_points=())
    bare = replace(bare, edition=first.edition + timedelta(days=1), summary=())
    archive = link_archive([first, bare], Registers())

    front = pages_of(archive, sectioned(), plain=(), drafts=False)["/"]

    running: Any = front.view["running"]
    assert [item["new"] for item in running] == [bare.title]
