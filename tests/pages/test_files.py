"""Feeds, sitemap, robots, redirects: the files no template makes."""

from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from lxml import html

from briefings.model import Correction, Status
from briefings.pages import listed
from briefings.pages.crawling import file_of, is_address, make_sitemap
from briefings.pages.entries import tag_id
from briefings.pages.plans import start_run
from tests.builders import a_briefing, a_point, some_names
from tests.pages.sites import PLAIN, an_archive, files_of, pages_of, sectioned

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(path: str, files: dict[str, bytes] | None = None) -> Any:
    """Read a feed as readers do."""
    read = feedparser.parse((files or files_of())[path])
    assert not read.bozo, read.get("bozo_exception")
    return read


def test_every_feed_is_read_without_complaint() -> None:
    """Each feed is well-formed XML and a feed to feedparser."""
    files = files_of()
    paths = [path for path in files if path.endswith(".xml") and "sitemap" not in path]

    assert len(paths) == 18
    for path in paths:
        ET.fromstring(files[path])
        assert feed(path, files).version in {"rss20", "atom10"}


def test_both_feeds_carry_the_same_briefings() -> None:
    """RSS and Atom hold the same ids and titles, newest first, and no drafts."""
    rss, atom = feed("feed.xml"), feed("atom.xml")

    assert [entry.id for entry in rss.entries] == [entry.id for entry in atom.entries]
    assert [entry.title for entry in atom.entries] == [
        "Withdrawn: Title of gone",
        "Le prix du blé monte",
        "Title of third",
        "الميناء يفتح",
        "Title of second",
        "Title of first",
    ]


def test_an_entry_carries_what_the_page_carries() -> None:
    """Summary, points with their marks, quotes with speakers, body with full links, the how."""
    entries = {entry.title: entry for entry in feed("atom.xml").entries}
    third = entries["Title of third"].content[0].value
    first = entries["Title of first"].content[0].value

    assert "Three crossings were suspended. (Harbour Courier, paragraph 1)" in third
    assert 'href="https://lantern.example/desk/2026/03/first/"' in third
    assert "Read the original at Harbour Courier" in third
    assert "reviewed by the desk" in third
    assert "Ada Brook, at a news conference:" in first
    assert "<blockquote><p>We will publish every finding</p></blockquote>" in first


def test_an_entry_tells_corrections_first() -> None:
    """A correction stands before the words it touches, and moves the entry's date."""
    entry = next(e for e in feed("atom.xml").entries if e.title == "Title of second")

    assert entry.content[0].value.startswith("<p>Correction, 14 March 2026, 08:00: Two engineers")
    assert entry.updated == "2026-03-14T08:00:00+00:00"
    assert entry.published == "2026-03-14T06:00:00+00:00"


def test_a_withdrawn_entry_says_why_and_nothing_else() -> None:
    """Readers who hold the entry learn that it is withdrawn; its words are gone."""
    files = files_of()

    assert all(b"Secret" not in content for content in files.values())
    assert "A hoax." in feed("atom.xml", files).entries[0].content[0].value


def test_drafts_are_fed_only_where_they_are_the_site() -> None:
    """A preview's feeds hold no draft; a desk that publishes drafts says so in the entry."""
    draft = an_archive([a_briefing("d", status=Status.DRAFT)])
    preview = feed("atom.xml", files_of(draft, drafts=True))
    published = feed("atom.xml", files_of(draft, sectioned(publish_drafts=True), drafts=True))

    assert preview.entries == []
    assert "This is a draft" in published.entries[0].content[0].value


def test_an_id_outlives_the_address() -> None:
    """The tag URI depends on the id and the year it first came out."""
    run = start_run(an_archive(), sectioned(), (), drafts=False)
    moved = a_briefing("x", path="content/briefings/2027/01/y.md", edition=date(2027, 1, 1))

    assert tag_id(run, moved) == "tag:lantern.example,2026:briefing/x"
    assert tag_id(run, replace(moved, published_at=None)) == "tag:lantern.example,2027:briefing/x"


def test_feeds_hold_as_many_as_the_desk_sets() -> None:
    """The newest entries up to the setting."""
    assert len(feed("feed.xml", files_of(settings=sectioned(feed_items=2))).entries) == 2


def test_the_feeds_date_is_the_latest_change() -> None:
    """`updated` comes from the briefings; an empty feed has the beginning of time."""
    empty = ET.fromstring(files_of(an_archive(()))["atom.xml"])

    assert feed("atom.xml").feed.updated == "2026-03-14T08:00:00+00:00"
    assert empty.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"


def test_the_site_describes_itself_in_its_feeds() -> None:
    """A description set by the desk stands in both feeds."""
    files = files_of(settings=sectioned(site_description="News, <grounded>"))
    rss, atom = (ET.fromstring(files[path]) for path in ("feed.xml", "atom.xml"))

    assert rss.findtext("channel/description") == "News, <grounded>"
    assert atom.findtext(f"{ATOM}subtitle") == "News, <grounded>"


def test_hostile_words_stay_words_in_feeds() -> None:
    """Markup and controls in front matter are text in titles and escaped in content."""
    hostile = a_briefing(
        "h",
        title="]]><script>\x00\u202ex",
        summary=(a_point("<img src=x onerror=y>"),),
        corrections=(Correction(kind="<b>odd</b>", at=date(2026, 3, 15), now="<i>now</i>"),),
        names=some_names(people=("<b>",)),
    )
    entry = feed("atom.xml", files_of(an_archive([hostile]))).entries[0]
    content = html.fromstring(f"<div>{entry.content[0].value}</div>")

    assert entry.title == "]]><script>x"
    assert {str(e.tag) for e in content.iter()} <= {"div", "p", "ul", "li", "a", "blockquote"}


def test_the_sitemap_lists_what_may_be_indexed() -> None:
    """Every indexable page with its date; never search, 404 or a draft."""
    root = ET.fromstring(files_of()["sitemap.xml"])
    listed = {entry[0].text: entry[1].text if len(entry) > 1 else None for entry in root}

    assert listed["https://lantern.example/desk/2026/03/second/"] == "2026-03-14T08:00+00:00"
    assert "https://lantern.example/desk/" in listed
    assert not [url for url in listed if url and ("search" in url or "404" in url)]
    assert "https://lantern.example/desk/2026/03/draft/" not in listed


def test_sitemap_and_pages_agree() -> None:
    """A page is in the sitemap exactly where it does not ask to be left out."""
    pages = pages_of(drafts=False)
    root = ET.fromstring(files_of()["sitemap.xml"])
    open_to_all = {page.shell["canonical"] for page in pages.values() if not page.shell["robots"]}

    assert {entry[0].text for entry in root} == open_to_all


def test_a_large_sitemap_is_cut() -> None:
    """Beyond the limit of the format, an index names several sitemaps."""
    run = start_run(an_archive(), sectioned(), PLAIN, drafts=False)
    every = [line for page in pages_of(drafts=False).values() for line in listed(page)]
    files = {file.path: file.content for file in make_sitemap(run, every, most=10)}
    index = ET.fromstring(files["sitemap.xml"])

    assert next(entry[0].text for entry in index) == "https://lantern.example/desk/sitemap-1.xml"
    assert len(index) == len(files) - 1 > 1
    assert all(len(ET.fromstring(files[p])) <= 10 for p in files if p != "sitemap.xml")


def test_robots_name_the_sitemap_and_close_a_preview() -> None:
    """The site is open; a preview asks crawlers to stay away and has no sitemap."""
    preview = files_of(drafts=True)

    assert b"Sitemap: https://lantern.example/desk/sitemap.xml" in files_of()["robots.txt"]
    assert b"Disallow: /\n" in preview["robots.txt"]
    assert "sitemap.xml" not in preview


def test_an_old_address_leads_to_the_present_one() -> None:
    """A redirect names its target three ways, without script or style."""
    page = files_of()["2026/02/old-name/index.html"].decode()

    assert 'content="0; url=../../03/first/"' in page
    assert '<link rel="canonical" href="https://lantern.example/desk/2026/03/first/">' in page
    assert '<a href="../../03/first/">' in page
    assert "story/boats/index.html" in files_of()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/../../etc/passwd/", "/"),
        ("/a/./b/", "/"),
        ("/a\\b/", "/"),
        ("/a b/", "/"),
        ("//evil.example/", "/"),
        ("a/", "/"),
        ("/about/", "/"),
        ("/gone/", "/nowhere/"),
    ],
)
def test_a_bad_ledger_line_makes_no_file(old: str, new: str) -> None:
    """No redirect leaves the site's folder, hides a page, or leads to nothing."""
    before = files_of()
    archive = replace(an_archive(), redirects={old: new})

    assert set(files_of(archive)) <= set(before)


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/a/b/", "a/b/index.html"),
        ("/a", "a/index.html"),
        ("/a.html", "a.html"),
        ("/", "index.html"),
    ],
)
def test_addresses_have_files(address: str, file: str) -> None:
    """An address that ends in a slash is a folder's page."""
    assert is_address(address)
    assert file_of(address) == file


def test_github_pages_takes_every_folder() -> None:
    """`.nojekyll` is there, and empty."""
    assert files_of()[".nojekyll"] == b""


def test_every_page_is_described() -> None:
    """By its own words, or by its title and the site's line."""
    pages = pages_of(settings=sectioned(site_description="News of the harbour."))
    described = {url: page.shell["description"] for url, page in pages.items()}

    assert all(described.values())
    assert described["/topic/transport/"] == "Transport. News of the harbour."
