"""Links in prose, and what they may point at."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.link.archive import link_archive
from briefings.link.targets import find_links
from briefings.model import Backlink, Registers, Status
from tests.builders import some_names
from tests.link.desks import an_entry, some_registers


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("See [[ferries]].", [("ferries", None)]),
        ("See [[ story:dam | the dam ]].", [("story:dam", "the dam")]),
        ("[[a]][[b]]", [("a", None), ("b", None)]),
        ("[[a|]]", []),
        ("[[]] [[a\nb]] [a] [[a|b|c]] [[[a]]", [("a", "b|c"), ("a", None)]),
        (r"\[[a]] and \\[[b]]", [("b", None)]),
        ("`[[a]]` [[b]] ``x ` [[c]]`` [[d]]", [("b", None), ("d", None)]),
        ("` [[a]]", [("a", None)]),
        (r"\` [[a]] `", [("a", None)]),
        ("```\n[[a]]\n```\n[[b]]", [("b", None)]),
        ("~~~ md\n[[a]]\n```\n[[b]]\n~~~~\n[[c]]", [("c", None)]),
        ("[[a]]\n```\n[[b]]", [("a", None)]),
    ],
)
def test_links_are_found_outside_code(body: str, found: list[tuple[str, str | None]]) -> None:
    """Code spans, fenced blocks and an escaped bracket are not links."""
    assert [(link.key, link.label) for link in find_links(body)] == found


def test_a_link_knows_where_it_stands() -> None:
    """Its offsets cut exactly the brackets and what is between."""
    body = "Before [[a|b]] after"
    (link,) = find_links(body)

    assert body[link.start : link.end] == "[[a|b]]"


@given(st.text(alphabet="[]|`\\~a\n ", max_size=200))
def test_links_never_overlap(body: str) -> None:
    """Any soup of marks gives links in order, each with its brackets."""
    links = find_links(body)

    assert all(a.end <= b.start for a, b in itertools.pairwise(links))
    assert all(body[one.start : one.start + 2] == "[[" and one.key for one in links)


def test_everything_has_a_key() -> None:
    """Ids, slugs and kinds; what has no page is known and leads nowhere."""
    names = some_names(people=("Mara Voss", "Idris Bell"), laws=("Ferry Safety Act",))
    desk = [
        an_entry(id_, story="ferry-inquiry", names=names, topics=("weather",)) for id_ in ("a", "b")
    ]
    targets = link_archive([*desk, an_entry("c", 15, story="dam")], some_registers()).targets
    urls = {key: target.url for key, target in targets.items()}

    assert urls == {
        "a": "/2026/03/a/",
        "b": "/2026/03/b/",
        "briefing:a": "/2026/03/a/",
        "briefing:b": "/2026/03/b/",
        "briefing:c": "/2026/03/c/",
        "c": "/2026/03/c/",
        "edition:2026-03-14": "/edition/2026-03-14/",
        "edition:2026-W11": "/edition/2026-W11/",
        "edition:2026-03-15": "/edition/2026-03-15/",
        "law:ferry-safety-act": "/law/ferry-safety-act/",
        "person:idris-bell": None,
        "person:mara-voss": "/person/mara-voss/",
        "source:harbour-courier": "/source/harbour-courier/",
        "story:dam": None,
        "story:ferries": "/story/ferries/",
        "story:ferry-inquiry": "/story/ferries/",
        "topic:weather": "/topic/weather/",
    }
    assert targets["story:ferry-inquiry"].title == "Ferries"
    assert targets["story:dam"].title == "Title of c"


def test_a_slug_answers_only_where_it_is_one() -> None:
    """Two files of one name are told apart by their ids."""
    a = an_entry("a", path="content/briefings/2026/03/ferries.md")
    b = an_entry("b", path="content/briefings/2026/02/ferries.md")
    c = an_entry("c", path="content/briefings/2026/02/cup.md")
    targets = link_archive([a, b, c], Registers()).targets

    assert "ferries" not in targets
    assert targets["cup"].id == targets["c"].id == "c"


def test_an_id_wins_over_a_slug() -> None:
    """A key that is one briefing's id and another's file name is the id."""
    a = an_entry("ferries", path="content/briefings/2026/03/x.md")
    b = an_entry("b", path="content/briefings/2026/03/ferries.md")

    assert link_archive([a, b], Registers()).targets["ferries"].id == "ferries"


def test_backlinks_are_of_standing_briefings_once_each() -> None:
    """A link to itself, twice, from a withdrawn text or to nothing is no backlink."""
    desk = [
        an_entry("a", 13, body="[[b]] [[briefing:b]] [[a]] [[nothing]] [[edition:2026-03-13]]"),
        an_entry("b", 14, body="`[[a]]`"),
        an_entry("c", 15, body="[[b|that]]"),
        an_entry("d", 16, body="[[b]]", status=Status.WITHDRAWN),
    ]

    assert link_archive(desk, Registers()).backlinks == {"b": (Backlink(id="c"), Backlink(id="a"))}
