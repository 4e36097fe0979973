"""Stories, names, lists and indexes: the ways through an archive."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from briefings.link.archive import link_archive
from briefings.model import Briefing, PointKind, Registers, Rights, SourceRecord, Status
from briefings.pages.lists import cut_blocks
from briefings.pages.registers import letter_of, sort_key
from tests.builders import a_briefing, a_point, a_quote, a_source, some_names
from tests.pages.sites import PLAIN, an_archive, pages_of, sectioned, shell_of, view_of, whole_site


def test_a_story_says_where_it_stands() -> None:
    """Standfirst, the newest entry's news, the timeline newest first with what each added."""
    shown = view_of("/story/ferries/")

    assert (shown["title"], shown["standfirst"]) == ("The ferry inquiry", "Who knew?")
    assert shown["as_of"]["text"] == "14 March 2026"
    assert [point["text"] for point in shown["stands"]] == ["Three crossings were suspended."]
    assert [entry["title"]["text"] for entry in shown["timeline"]] == [
        "Title of third",
        "Title of second",
        "Title of first",
    ]
    assert shown["timeline"][1]["new"] == ["Two engineers wrote letters."]
    assert [point["text"] for point in shown["background"]] == ["Ferries carry most trade."]
    assert [outlet["title"] for outlet in shown["outlets"]] == ["Harbour Courier", "State Radio"]


def test_a_story_tells_its_background_once() -> None:
    """The same background in two entries, in other letters, is one."""
    points = [a_point(text, kind=PointKind.BACKGROUND) for text in ("It is old.", "it is  OLD.")]
    entries = [
        a_briefing(id_, story="x", key_points=(p,)) for id_, p in zip("ab", points, strict=True)
    ]
    shown: Any = pages_of(an_archive(entries))["/story/x/"].view

    assert len(shown["background"]) == 1
    assert [point["text"] for point in shown["stands"]] == ["Inspectors will board every ferry."]


def test_a_withdrawn_entry_keeps_its_headline_alone() -> None:
    """A story stands on its newest standing entry; a withdrawn one is marked and adds nothing."""
    entries = [
        a_briefing("a", story="x", edition=date(2026, 3, 12)),
        a_briefing("b", story="x", edition=date(2026, 3, 13)),
        a_briefing("c", story="x", status=Status.WITHDRAWN, key_points=(a_point("Secret point."),)),
    ]
    page: Any = pages_of(an_archive(entries))["/story/x/"]
    statuses = {entry["title"]["text"]: entry["status"] for entry in page.view["timeline"]}

    assert page.view["as_of"]["text"] == "13 March 2026"
    assert statuses["Title of c"] == "withdrawn"
    assert "Secret" not in json.dumps(page.view)


def test_a_name_says_since_when_how_often_and_beside_whom() -> None:
    """First and latest mention lead to their briefings; weeks and neighbours are counted."""
    names = some_names(people=("Ada Brook",), places=("North Harbour",))
    desk = [
        a_briefing("a", edition=date(2026, 3, 4), names=names),
        a_briefing("b", edition=date(2026, 3, 12), names=names),
        a_briefing("c", edition=date(2026, 3, 13), names=some_names(people=("Ada Brook",))),
    ]
    shown: Any = pages_of(an_archive(desk))["/person/ada-brook/"].view

    assert [link["href"] for _, link in shown["mentions"]] == [
        "../../2026/03/a/",
        "../../2026/03/c/",
    ]
    assert [(one["title"], one["note"]) for one in shown["periods"]] == [
        ("Week of 9 March 2026", "2 briefings"),
        ("Week of 2 March 2026", "1 briefing"),
    ]
    assert [(one["title"], one["note"]) for one in shown["beside"]] == [
        ("North Harbour", "2 briefings")
    ]


def test_mentions_over_many_weeks_are_counted_by_month() -> None:
    """At most twelve lines; one period alone says nothing and is left out."""
    names = some_names(people=("Ada Brook",))
    year = [a_briefing(f"m{n}", edition=date(2025, n, 2), names=names) for n in range(1, 13)]
    later = [a_briefing("n", edition=date(2026, 1, 2), names=names)]
    shown: Any = pages_of(an_archive([*year, *later]))["/person/ada-brook/"].view
    alone: Any = pages_of(an_archive(later))["/person/ada-brook/"].view

    assert len(shown["periods"]) == 12
    assert shown["periods"][0]["title"] == "January 2026"
    assert shown["periods"][0]["href"] == "../../archive/2026/01/"
    assert alone["periods"] == []


def test_a_story_is_found_by_search() -> None:
    """Its stub holds title and standfirst; a new entry changes neither."""
    stub = whole_site()["/story/ferries/"].stub

    assert stub is not None
    assert stub.meta["summary"] == "Who knew?"
    assert stub.meta["kind"] == "Story"
    assert stub.text == "Who knew?"
    assert stub.day is None


def test_a_name_shows_what_was_said_and_where_it_stands() -> None:
    """Description, quotes with their briefing, mentions, spellings, dates, the way to the feed."""
    shown = view_of("/person/ada-brook/")

    assert shown["kind_label"] == "Person"
    assert shown["description"] == "Minister of transport"
    assert shown["url"] == "https://ministry.example/brook"
    assert shown["said"][0]["quote"]["text"] == "We will publish every finding"
    assert shown["said"][0]["quote"]["setting"] == "at a news conference"
    assert shown["said"][0]["briefing"]["href"] == "../../2026/03/first/"
    assert "Brook" in shown["spellings"]
    assert "Ada Brook" not in shown["spellings"]
    assert [when["text"] for when, _ in shown["mentions"]] == ["12 March 2026", "14 March 2026"]
    assert shown["not_to_confuse"] == [{"href": "../adam-brook/", "title": "Adam Brook"}]
    assert shown["stories"] == [{"href": "../../story/ferries/", "title": "The ferry inquiry"}]


def test_a_name_of_many_briefings_has_several_pages() -> None:
    """Older ones hold their briefings and what was said there, and stay as they are."""
    names, quotes = some_names(people=("Ada Brook",)), (a_quote("Never", speaker="Ada Brook"),)
    desk = [
        a_briefing(f"b{n}", edition=date(2026, 2, n + 1), names=names, quotes=quotes)
        for n in range(6)
    ]
    options = sectioned(pages_per_list=2)
    before, after = (pages_of(an_archive(desk[:n]), options) for n in (5, 6))
    shown: Any = before["/person/ada-brook/1/"].view

    assert [one["href"][-4:] for one in shown["listed"]] == ["/b1/", "/b0/"]
    assert [said["briefing"]["href"] for said in shown["said"]] == [
        "../../../2026/02/b1/",
        "../../../2026/02/b0/",
    ]
    assert shown["newer"]["href"] == "../"
    assert (shown["older"], shown["mentions"]) == (None, [])
    assert "/person/ada-brook/2/" not in before
    assert after["/person/ada-brook/2/"].view["older"]["href"] == "../1/"
    assert after["/person/ada-brook/1/"] == replace(
        before["/person/ada-brook/1/"], view={**shown, "newer": shown["newer"] | {"href": "../2/"}}
    )


def test_people_without_a_page_have_none() -> None:
    """A person whom the register gives no page is text everywhere."""
    pages = pages_of(an_archive([a_briefing(names=some_names(people=("Nobody Known",)))]))

    assert not [url for url in pages if url.startswith("/person/")]


def some_days(number: int) -> list[Briefing]:
    """Give briefings, newest first, one a day."""
    return [a_briefing(f"b{n}", edition=date(2026, 3, n)) for n in range(number, 0, -1)]


@pytest.mark.parametrize(
    ("number", "size", "wanted"),
    [
        (0, 2, {"/t/": []}),
        (1, 2, {"/t/": [1]}),
        (3, 2, {"/t/": [3, 2, 1]}),
        (4, 2, {"/t/": [4, 3], "/t/1/": [2, 1]}),
        (5, 2, {"/t/": [5, 4, 3], "/t/1/": [2, 1]}),
        (6, 2, {"/t/": [6, 5], "/t/2/": [4, 3], "/t/1/": [2, 1]}),
    ],
)
def test_lists_are_cut_from_the_oldest(
    number: int, size: int, wanted: dict[str, list[int]]
) -> None:
    """Closed blocks are numbered from the oldest; the newest page holds what is left."""
    blocks = cut_blocks("/t/", some_days(number), size)

    assert {block.url: [b.edition.day for b in block.briefings] for block in blocks} == wanted
    assert [block.older for block in blocks] == [*list(wanted)[1:], None]
    assert [block.newer for block in blocks] == [None, *list(wanted)[:-1]]


def test_a_list_goes_by_day_and_ends() -> None:
    """A topic's page: days with their cards, the way to older ones, an end that says so."""
    shown = view_of("/topic/transport/")
    cut: Any = pages_of(settings=sectioned(pages_per_list=1))["/topic/transport/"].view

    assert [when["text"] for when, _ in shown["days"]] == [
        "Saturday 14 March 2026",
        "Friday 13 March 2026",
        "Thursday 12 March 2026",
    ]
    assert (shown["older"], shown["end"]) == (None, "That is everything.")
    assert cut["older"] == {"href": "2/", "title": "Older briefings"}
    assert cut["end"] == "Older briefings follow on the next page."


def test_an_outlets_page_says_what_the_register_knows() -> None:
    """Kind, owner, what may be shown, how often relied on; unknown things are left out."""
    known = view_of("/source/harbour-courier/")
    other = view_of("/source/state-radio/")

    assert known["facts"] == [
        ["Kind", "newspaper"],
        ["Owner", "Quay Trust"],
        ["What may be shown", "an excerpt"],
        ["The desk relied on it", "6 briefings"],
    ]
    assert known["link"] == {"href": "https://courier.example/", "title": "courier.example"}
    assert [label for label, _ in other["facts"]] == ["What may be shown", "The desk relied on it"]
    assert other["link"] is None


def test_an_unregistered_outlet_takes_the_desks_rule() -> None:
    """What may be shown of an unknown outlet is the desk's own setting."""
    archive = an_archive([a_briefing(articles=(a_source(source="New Quay"),))])
    pages: Any = pages_of(archive, sectioned(rights=Rights.NONE))

    assert ["What may be shown", "nothing of its wording"] in [
        list(fact) for fact in pages["/source/new-quay/"].view["facts"]
    ]


def test_the_archive_goes_by_month() -> None:
    """Months lead to one another and end; the index lists them by year."""
    pages: Any = pages_of(
        an_archive([a_briefing("a"), a_briefing("b", edition=date(2025, 12, 30))])
    )
    march = pages["/archive/2026/03/"].view

    assert march["title"] == "March 2026"
    assert march["older"] == {"href": "../../2025/12/", "title": "December 2025"}
    assert pages["/archive/2025/12/"].view["newer"]["title"] == "March 2026"
    titles = [group["title"] for group in pages["/archive/"].view["groups"]]
    assert titles == ["2026", "2026, by week", "2025", "2025, by week"]
    assert pages["/archive/"].view["groups"][0]["items"][0] == {
        "href": "2026/03/",
        "title": "March 2026",
        "note": "1 briefing",
    }


def test_names_stand_under_their_letters() -> None:
    """The index of names is by letter, each with its kind and its latest day."""
    groups = view_of("/names/")["groups"]

    assert [group["title"] for group in groups] == ["A", "N", "S"]
    assert groups[0]["items"][0] == {
        "href": "../person/ada-brook/",
        "title": "Ada Brook",
        "note": "Person, 4 briefings, latest 14 March 2026",
    }


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Élan", "E"), ("“Quay”", "Q"), ("9th Act", "#"), ("ابن", "ا"), ("", "#"), ("…", "#")],
)
def test_letters_ignore_accents_and_marks(name: str, letter: str) -> None:
    """A name stands under its first letter; digits and signs under one heading."""
    assert letter_of(name) == letter


def test_marks_alone_still_sort() -> None:
    """A name of marks alone keeps them."""
    assert sort_key("--") == "--"


def test_stories_in_motion_come_before_those_at_rest() -> None:
    """Relative to the newest edition, not to a clock; those at rest stand under their letters."""
    old = [a_briefing(f"a{n}", story="old", edition=date(2026, 1, n)) for n in (1, 2)]
    new = [a_briefing(f"b{n}", story="new", edition=date(2026, 3, n)) for n in (1, 2)]
    aged = [a_briefing(f"c{n}", story="aged", edition=date(2026, 1, n)) for n in (1, 2)]
    groups: Any = pages_of(an_archive([*old, *new, *aged]))["/stories/"].view["groups"]

    assert [(g["title"], [i["href"] for i in g["items"]]) for g in groups] == [
        ("Running", ["../story/new/"]),
        ("T", ["../story/old/", "../story/aged/"]),
    ]


def test_outlets_stand_under_their_kind() -> None:
    """Kinds by name, outlets of no stated kind last."""
    groups = view_of("/sources/")["groups"]

    assert [group["title"] for group in groups] == ["Newspaper", "Other"]
    assert groups[1]["items"][0]["title"] == "State Radio"


def test_topics_are_one_list() -> None:
    """The topics, each with its count."""
    assert view_of("/topics/")["groups"] == [
        {
            "title": "",
            "items": [
                {
                    "href": "../topic/transport/",
                    "title": "Transport",
                    "note": "3 briefings, latest 14 March 2026",
                }
            ],
        }
    ]


def test_search_and_404_know_the_way() -> None:
    """Search is relative; the 404 page, served anywhere, starts at the host's root."""
    assert view_of("/search/") == {"archive": "../archive/", "bundle": "../pagefind/"}
    assert view_of("/404.html") == {"archive": "/desk/archive/", "bundle": "/desk/pagefind/"}
    assert shell_of("/404.html")["root"] == "/desk/"
    assert shell_of("/404.html")["canonical"] is None
    assert shell_of("/404.html")["robots"] == "noindex"


def test_corrections_are_listed_newest_first() -> None:
    """All corrections, each with the briefing it belongs to."""
    listed = view_of("/corrections/")["corrections"]

    assert [item["kind"] for item in listed] == ["correction", "retraction"]
    assert listed[0]["briefing"] == {
        "href": "../2026/03/second/",
        "title": "Title of second",
        "lang": "en",
        "dir": "ltr",
    }


def test_an_editors_page_links_into_the_site() -> None:
    """Links in prose of a plain page are resolved; the page is found by search."""
    page = whole_site()["/about/"]

    assert page.view["html"] == (
        '<p>We read <a href="../2026/03/first/" rel="noopener">Title of first</a> and '
        '<a href="../archive/" rel="noopener">the archive</a>.</p>\n'
    )
    assert page.stub is not None
    assert page.shell["section"] == "about/"


def test_a_heading_that_repeats_the_title_is_left_out() -> None:
    """The template prints the title; the same words as first heading would stand twice."""
    repeated = replace(PLAIN[0], markdown="\n#  About \n\nText.")
    other = replace(PLAIN[0], markdown="# Another\n\nText.")

    assert pages_of(plain=(repeated,))["/about/"].view["html"] == "<p>Text.</p>\n"
    assert pages_of(plain=(other,))["/about/"].view["html"] == "<h2>Another</h2>\n<p>Text.</p>\n"


def test_an_editors_page_never_takes_an_address() -> None:
    """A plain page at the address of another page does not replace it."""
    taken = replace(PLAIN[0], url="/search/")

    assert pages_of(plain=(taken,))["/search/"].template == "search.html"


def test_names_of_outlets_resolve_by_alias() -> None:
    """An alias the register knows is printed under the outlet's name."""
    record = SourceRecord(id="x", name="Name", aliases=("Alias",))
    archive = link_archive(
        [a_briefing(articles=(a_source(source="Alias"),))], Registers(sources=(record,))
    )
    shown: Any = pages_of(archive)["/"].view

    assert shown["lead"]["outlets"] == ["Name"]
