"""Feeds: valid in two parsers and by the letter, steady ids, and which there are."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from xml.etree import ElementTree as ET

import fastfeedparser
import feedparser
import pytest
from lxml import html

from briefings.model import Briefing, Correction, LeadImage, Status
from briefings.pages.urls import absolute
from tests.builders import a_briefing, a_point, a_quote, a_source, some_names
from tests.pages.feed_rules import ATOM, CONTENT, faults_of
from tests.pages.sites import an_archive, files_of, pages_of, sectioned, some_briefings, view_of

SITE = "https://lantern.example/desk/"
FILES = files_of()
FEEDS = [p for p in FILES if p.endswith((".xml", "feed.json")) and "sitemap" not in p]
each = pytest.mark.parametrize("path", FEEDS)


def json_feed(briefings: list[Briefing], **options: Any) -> Any:
    """Give the JSON Feed of everything."""
    return json.loads(files_of(an_archive(briefings), sectioned(**options))["feed.json"])


def test_which_feeds_there_are() -> None:
    """Three forms of everything and of all that can be followed."""
    followed = [
        "law/sea-act",
        "person/ada-brook",
        "person/adam-brook",
        "place/north-harbour",
        "source/harbour-courier",
        "source/state-radio",
        "story/ferries",
        "topic/transport",
    ]
    forms = ("feed.json", "feed.xml", "rss.xml")
    assert sorted(FEEDS) == [
        *("atom.xml", "feed.json", "feed.xml"),
        *(f"{page}/{form}" for page in followed for form in forms),
    ]


@pytest.mark.parametrize("page", ["story/ferries", "person/ada-brook", "source/state-radio"])
def test_the_light_forms_carry_the_same_briefings_with_a_line(page: str) -> None:
    """RSS and JSON Feed of what there are thousands of: ids, titles and times of the Atom feed."""
    atom = ET.fromstring(FILES[f"{page}/feed.xml"]).findall(f"{ATOM}entry")
    rss = ET.fromstring(FILES[f"{page}/rss.xml"]).findall("channel/item")
    items = json.loads(FILES[f"{page}/feed.json"])["items"]

    carried = [(entry.findtext(f"{ATOM}id"), entry.findtext(f"{ATOM}updated")) for entry in atom]
    assert [(one.findtext("guid"), one.findtext(f"{ATOM}updated")) for one in rss] == carried
    assert [(one["id"], one["date_modified"]) for one in items] == carried
    assert all("content_html" not in one and one["content_text"] for one in items)
    assert all(one.findtext(f"{CONTENT}encoded") is None for one in rss)


def test_a_light_form_tells_corrections_and_withdrawals() -> None:
    """What was wrong comes before what is said; of what was withdrawn, why, and nothing else."""
    fixed = Correction(kind="correction", at=date(2026, 3, 16), was="Three", now="Two.", why=None)
    taken = Correction(
        kind="retraction", at=date(2026, 3, 16), was=None, now="Gone.", why="A hoax."
    )
    right = replace(a_briefing("x"), corrections=(fixed,))
    gone = replace(a_briefing("y"), status=Status.WITHDRAWN, corrections=(taken,))
    files = files_of(an_archive([right, gone]))
    items = json.loads(files["source/harbour-courier/feed.json"])["items"]
    texts = {one["id"].rpartition("/")[2]: one["content_text"] for one in items}

    assert texts["x"].startswith("Correction, 16 March 2026: Two. It was: Three ")
    assert texts["y"].endswith("A hoax.")
    assert right.summary[0].text in texts["x"]
    assert gone.summary[0].text not in texts["y"]


@each
def test_a_feed_keeps_the_letter_of_its_form(path: str) -> None:
    """RFC 4287, RSS 2.0 with the W3C's advice, JSON Feed 1.1; content that stands anywhere."""
    assert faults_of(f"{SITE}{path}", FILES[path]) == []


@each
def test_two_parsers_read_the_same(path: str) -> None:
    """Feedparser, or json for a JSON Feed, and fastfeedparser find the same entries."""
    second = fastfeedparser.parse(FILES[path])
    if path.endswith(".json"):
        first = json.loads(FILES[path])["items"]
        read = [(item["id"], item["title"], item["url"]) for item in first]
    else:
        parsed = feedparser.parse(FILES[path])
        assert not parsed.bozo
        read = [(entry.id, entry.title, entry.link) for entry in parsed.entries]

    assert read
    assert [(entry["id"], entry["title"], entry["link"]) for entry in second.entries] == read


def test_the_rules_see_what_they_must_see() -> None:
    """A feed that breaks a rule is found out."""
    rss, atom = FILES["feed.xml"].decode(), FILES["atom.xml"].decode()
    link = "https://lantern.example/desk/2026/03/first/"
    wrong = [
        ("feed.xml", rss.replace('isPermaLink="false"', "", 1)),
        ("feed.xml", rss.replace("+0000</pubDate>", "GMT+1</pubDate>", 1)),
        ("atom.xml", atom.replace(f'&lt;a href="{link}', '&lt;a href="../x', 1)),
        ("atom.xml", atom.replace("<name>The Lantern</name>", "", 1)),
        ("other.xml", atom),
    ]

    assert [bool(faults_of(SITE + path, text.encode())) for path, text in wrong] == [True] * 5


def test_three_forms_carry_the_same_words() -> None:
    """RSS, Atom and JSON Feed of one thing have the same entries, words and times."""
    atom = ET.fromstring(FILES["atom.xml"]).findall(f"{ATOM}entry")
    rss = ET.fromstring(FILES["feed.xml"]).findall("channel/item")
    items = json.loads(FILES["feed.json"])["items"]

    assert [entry.findtext(f"{ATOM}content") for entry in atom] == [
        item["content_html"] for item in items
    ]
    assert [item.findtext(f"{CONTENT}encoded") for item in rss] == [
        item["content_html"] for item in items
    ]
    assert [item.findtext(f"{ATOM}updated") for item in rss] == [
        item["date_modified"] for item in items
    ]


def test_an_entry_says_its_language() -> None:
    """Not every briefing is in the language of the site."""
    languages = {
        item["title"]: item["language"] for item in json.loads(FILES["feed.json"])["items"]
    }

    assert languages["Le prix du blé monte"] == "fr"
    assert languages["الميناء يفتح"] == "ar"


def test_a_correction_moves_the_time_and_not_the_id() -> None:
    """Readers show it again, as the same entry, with what was and what is."""
    before = a_briefing("x")
    fixed = Correction(
        kind="correction",
        at=datetime(2026, 3, 16, 8, tzinfo=UTC),
        was="Three",
        now="Two.",
        why="Ah.",
    )
    after = replace(before, corrections=(fixed,))
    (old,), (new,) = (json_feed([one])["items"] for one in (before, after))

    assert new["id"] == old["id"]
    assert new["date_published"] == old["date_published"]
    assert new["date_modified"] == "2026-03-16T08:00:00+00:00" > old["date_modified"]
    assert "Two. It was: Three Ah." in new["content_html"]


def test_an_entry_keeps_its_id_where_the_address_moves() -> None:
    """The file is renamed: the link differs, the id does not."""
    one = a_briefing("x")
    moved = replace(one, path="content/briefings/2026/03/other.md")
    (old,), (new,) = (json_feed([briefing])["items"] for briefing in (one, moved))

    assert new["url"] != old["url"]
    assert new["id"] == old["id"] == "tag:lantern.example,2026:briefing/x"


def test_feeds_of_names_and_outlets_carry_the_summary_alone() -> None:
    """A site has thousands of them; those of stories carry everything."""
    name, story = (
        FILES[f"{path}/feed.xml"].decode() for path in ("person/ada-brook", "story/ferries")
    )

    assert "Inspectors will board every ferry." in name
    assert "Correction, 14 March 2026" in name
    assert "Read the original at Harbour Courier" in name
    assert "blockquote" in story
    assert "blockquote" not in name
    assert "we wrote" not in name


def test_a_feed_never_grows_beyond_what_readers_take() -> None:
    """Long texts make it shorter; the newest entry is always in."""
    long = [a_briefing(f"b{n}", body="word " * 40_000, articles=(a_source(),)) for n in range(4)]
    files = files_of(an_archive(long))

    assert len(json.loads(files["feed.json"])["items"]) == 2
    assert files["atom.xml"].count(b"<entry") == files["feed.xml"].count(b"<item>") == 2
    assert len(files["atom.xml"]) < 2**20


def hostile() -> Briefing:
    """Give a briefing with markup wherever words may stand."""
    evil = "]]></script><script>alert(1)</script><img src=x onerror=a>&\u2028\x00\u202e"
    return a_briefing(
        "h",
        title=evil,
        dek=evil,
        body=f"{evil}\n\n[a](javascript:alert(1)) [b](../relative/) ![c](//x.example/y.png)",
        summary=(a_point(evil, says=evil),),
        key_points=(a_point(evil),),
        quotes=(a_quote(evil, speaker=evil, setting=evil),),
        names=some_names(people=(evil, "Ada Brook"), organisations=(evil,)),
        topics=("transport", evil),
        image=LeadImage(file="a.jpg", alt=evil, caption=evil, credit=evil),
        corrections=(Correction(kind=evil, at=date(2026, 3, 15), was=evil, now=evil, why=evil),),
        articles=(a_source(title=evil, source=evil, byline=(evil,), url="javascript:alert(1)"),),
    )


def test_hostile_words_stay_words_in_every_form() -> None:
    """No feed of a hostile briefing breaks a rule, and no parser finds an element in a title."""
    files = files_of(an_archive([hostile()]), sectioned(site_description="<b>]]>"))
    paths = [p for p in files if p.endswith((".xml", "feed.json")) and "sitemap" not in p]

    assert len(paths) > 5
    for path in paths:
        assert faults_of(absolute(SITE, f"/{path}"), files[path]) == []
    (item,) = json.loads(files["feed.json"])["items"]
    assert item["title"].startswith("]]></script><script>alert(1)")
    assert "\u2028" not in files["feed.json"].decode()
    tags = {str(one.tag) for one in html.fromstring(f"<div>{item['content_html']}</div>").iter()}
    assert tags <= {"div", "p", "ul", "li", "a", "blockquote"}


def test_no_draft_is_in_any_file_of_a_preview() -> None:
    """Neither feeds nor API tell of drafts, unless drafts are the site."""
    draft = a_briefing("d", title="Canary title", status=Status.DRAFT, story="ferries")
    every = [*some_briefings(), draft]
    preview = files_of(an_archive(every), drafts=True)
    published = files_of(an_archive(every), sectioned(publish_drafts=True), drafts=True)

    assert [path for path, content in preview.items() if b"Canary" in content] == []
    assert {"atom.xml", "feed.json", "api/v1/latest.json", "api/v1/briefings/2026-03.json"} <= {
        path for path, content in published.items() if b"Canary" in content
    }


def test_the_opml_file_lists_what_can_be_followed_once() -> None:
    """One outline for each thing with a feed, as Atom, with the page it follows."""
    root = ET.fromstring(FILES["feeds.opml"])
    outlines = root.findall(".//outline[@type='rss']")
    followed = [one.get("xmlUrl", "").removeprefix(SITE) for one in outlines]
    pages = {page.shell["canonical"] for page in pages_of(drafts=False).values()}

    assert root.get("version") == "2.0"
    assert sorted(followed) == sorted(
        p for p in FEEDS if p not in {"feed.xml"} and not p.endswith((".json", "rss.xml"))
    )
    assert {one.get("htmlUrl") for one in outlines} <= pages
    assert all(one.get("text") for one in root.findall(".//outline"))


def test_the_page_of_feeds_leads_to_feeds_there_are() -> None:
    """Everything, topics and outlets with their forms; stories and names by their indexes."""
    view = view_of("/feeds/")
    hrefs = [feed["href"] for g in view["groups"] for i in g["items"] for feed in i["feeds"]]

    assert {href.removeprefix("../") for href in hrefs} <= FILES.keys()
    assert len(hrefs) == len(set(hrefs)) == 3 + 3 + 3 + 2 * 3
    assert [g["title"] for g in view["groups"]] == [
        "Everything", "Topics", "Running", "Sources", "Names",
    ]  # fmt: skip
    assert view["opml"]["href"] == "../feeds.opml"


def test_every_page_offers_its_feeds_and_the_sites() -> None:
    """In the head, and each of them is a file of the site."""
    for page in pages_of(drafts=False).values():
        feeds = [one["href"].rpartition("../")[2] for one in page.shell["feeds"]]  # type: ignore[index,union-attr]  # a list of links
        assert "atom.xml" in feeds[0]
        assert {feed.removeprefix("/desk/").removeprefix("./") for feed in feeds} <= {
            *FILES, "feed.xml", "feed.json", "rss.xml",
        }  # fmt: skip
    topic = pages_of()["/topic/transport/"].shell["feeds"]
    assert [one["type"] for one in topic] == [  # type: ignore[index,union-attr]  # as above
        "application/atom+xml",
        "application/atom+xml",
        "application/rss+xml",
        "application/feed+json",
    ]
