"""What crawlers read: the news sitemap by the clock, robots.txt, llms.txt, JSON-LD, Open Graph."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from briefings.model import NameKind, Status
from briefings.pages import next_stale, start_run
from briefings.pages.crawling import Listed, make_sitemap
from briefings.pages.locales import territory_of
from tests.builders import a_briefing
from tests.pages.sites import (
    NOW,
    PLAIN,
    an_archive,
    files_of,
    pages_of,
    sectioned,
    shell_of,
    some_briefings,
    whole_site,
)
from tests.pages.test_feeds import hostile

NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITE = "https://lantern.example/desk/"


def news(now: datetime = NOW, **given: Any) -> list[str]:
    """Give the addresses a news sitemap lists."""
    root = ET.fromstring(files_of(now=now, **given)["news-sitemap.xml"])
    return [one.findtext(f"{MAP}loc", "").removeprefix(SITE) for one in root]


def test_the_news_sitemap_lists_the_last_two_days() -> None:
    """What came out less than two days before the build; neither drafts nor what is withdrawn."""
    assert news() == ["2026/03/grain/", "2026/03/third/", "2026/03/second/", "2026/03/port/"]
    assert news(NOW + timedelta(days=2)) == []
    gone = [one for one in some_briefings() if one.status is Status.WITHDRAWN]
    assert news(archive=an_archive(gone)) == []


def test_the_news_sitemap_says_what_google_asks() -> None:
    """Publication with its language, time and title of each."""
    root = ET.fromstring(files_of()["news-sitemap.xml"])
    entry = next(e for e in root if "grain" in e.findtext(f"{MAP}loc", ""))
    one = entry.find(f"{NEWS}news")

    assert one is not None
    assert [(part.tag.removeprefix(NEWS), part.text) for part in one.iter()][2:] == [
        ("name", "The Lantern"),
        ("language", "fr"),
        ("publication_date", "2026-03-14T06:00+00:00"),
        ("title", "Le prix du blé monte"),
    ]


def test_a_build_knows_when_news_grows_old() -> None:
    """The earliest moment a line leaves; never in a preview, and never where nothing is new."""
    run = start_run(an_archive(), sectioned(), (), drafts=False)
    preview = start_run(an_archive(), sectioned(), (), drafts=True)
    turn = next_stale(run, NOW)

    assert turn == datetime(2026, 3, 16, 6, 0, tzinfo=UTC)
    assert news(turn - timedelta(minutes=1)) == news()
    assert news(turn) == []
    assert next_stale(run, turn) is None
    assert next_stale(preview, NOW) is None


def test_news_is_as_old_as_its_embargo() -> None:
    """What was held back came out when it was let go, in every file."""
    held = datetime(2026, 3, 16, 5, tzinfo=UTC)
    archive = an_archive([a_briefing("x", publish_at=held)])
    files = files_of(archive, now=NOW + timedelta(days=2))

    assert b"2026-03-16T05:00+00:00</news:publication_date>" in files["news-sitemap.xml"]
    assert (
        b"<published>2026-03-16T05:00:00+00:00</published><updated>2026-03-16T05"
        in files["atom.xml"]
    )
    assert b'"published":"2026-03-16T05:00' in files["api/v1/latest.json"]


def test_news_without_a_time_is_as_old_as_its_day() -> None:
    """A briefing somebody published by hand counts from its edition's morning."""
    archive = an_archive([a_briefing("x", published_at=None)])

    assert news(datetime(2026, 3, 15, 23, tzinfo=UTC), archive=archive) == ["2026/03/x/"]
    assert news(datetime(2026, 3, 16, 0, tzinfo=UTC), archive=archive) == []


def test_a_preview_has_no_sitemap() -> None:
    """Nor a news sitemap nor llms.txt; robots.txt asks everybody to stay away."""
    files = files_of(drafts=True)

    assert not {"sitemap.xml", "news-sitemap.xml", "llms.txt"} & files.keys()
    assert files["robots.txt"] == b"User-agent: *\nDisallow: /\n"


def test_a_sitemap_of_long_addresses_is_cut_by_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """The format allows 50 MB a file."""
    monkeypatch.setattr("briefings.pages.crawling._LARGEST", 500)
    run = start_run(an_archive(), sectioned(), PLAIN, drafts=False)
    files = list(make_sitemap(run, [Listed(f"/{n}/{'a' * 100}/", None) for n in range(9)]))

    assert len(files) > 3
    assert all(len(file.content) < 800 for file in files if file.path != "sitemap.xml")


def test_robots_names_both_sitemaps() -> None:
    """Crawlers find them there."""
    assert files_of()["robots.txt"].decode() == (
        f"User-agent: *\nAllow: /\n\nSitemap: {SITE}sitemap.xml\nSitemap: {SITE}news-sitemap.xml\n"
    )


def test_llms_txt_has_its_shape() -> None:
    """A title, a quotation, words, then sections of links (llmstxt.org); each link is there."""
    options = sectioned(
        site_description="News [grounded](x)",
        licence="CC BY",
        licence_url="https://cc.example/by_(4)",
    )
    files = files_of(settings=options)
    text = files["llms.txt"].decode()
    links = re.findall(r"^- \[.+\]\((.+)\)$", text, re.MULTILINE)
    there = {*files, *(f"{url.strip('/')}/" for url in whole_site()), ""}

    assert text.startswith("# The Lantern\n\n> News \\[grounded\\]\\(x\\)\n\n")
    assert "selected by machine" in text
    assert "[CC BY](https://cc.example/by_%284%29)" in text
    assert len(links) == 7 + 7 + len(PLAIN)
    assert {link.removeprefix(SITE) for link in links} <= there
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Read", "For machines", "About"]


def things(value: Any) -> Iterator[dict[str, Any]]:
    """Walk every thing of JSON-LD that has a type."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from things(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from things(inner)


def data_of(url: str) -> dict[str, Any]:
    """Give what a page describes, by type; of several of a type the first."""
    found: dict[str, Any] = {}
    for thing in things(json.loads(shell_of(url)["jsonld"])):
        found.setdefault(thing["@type"], thing)
    return found


@pytest.mark.parametrize(
    ("url", "types"),
    [
        ("/", {"WebSite", "SearchAction", "NewsMediaOrganization", "CollectionPage", "ItemList"}),
        ("/edition/2026-03-14/", {"CollectionPage", "ItemList", "BreadcrumbList"}),
        ("/edition/2026-W11/", {"CollectionPage", "ItemList", "BreadcrumbList"}),
        ("/2026/03/second/", {"NewsArticle", "CorrectionComment", "BreadcrumbList"}),
        ("/story/ferries/", {"CollectionPage", "ItemList", "BreadcrumbList"}),
        ("/person/ada-brook/", {"Person", "CollectionPage", "BreadcrumbList"}),
        ("/place/north-harbour/", {"Place", "BreadcrumbList"}),
        ("/law/sea-act/", {"Legislation", "BreadcrumbList"}),
        ("/topic/transport/", {"CollectionPage", "ItemList", "BreadcrumbList"}),
        ("/source/harbour-courier/", {"Organization", "CollectionPage", "ItemList"}),
        ("/archive/2026/03/", {"CollectionPage", "ItemList", "BreadcrumbList"}),
        ("/stories/", {"CollectionPage", "BreadcrumbList"}),
    ],
)
def test_every_kind_of_page_says_what_it_is(url: str, types: set[str]) -> None:
    """In the words of schema.org."""
    assert types <= data_of(url).keys()


def test_an_article_says_what_it_is_based_on_and_whom_it_names() -> None:
    """Originals with their outlets, the story, names with the register's address."""
    first = data_of("/2026/03/first/")["NewsArticle"]

    assert first["isBasedOn"][0]["publisher"]["name"] == "Harbour Courier"
    assert first["citation"] == ["https://courier.example/ferries"]
    assert first["isPartOf"] == {
        "@type": "CreativeWorkSeries",
        "@id": f"{SITE}story/ferries/",
        "name": "The ferry inquiry",
    }
    assert first["mentions"][0] == {
        "@type": "Person",
        "@id": f"{SITE}person/ada-brook/",
        "name": "Ada Brook",
        "sameAs": "https://ministry.example/brook",
    }
    assert first["editor"] == {"name": "the desk"}
    assert first["articleSection"] == ["Transport"]


def test_names_in_the_headline_are_what_an_article_is_about() -> None:
    """The others it mentions; a name within a word is none."""
    one = a_briefing("x", title="Ada Brook resigns", names=some_briefings()[0].names)
    page = pages_of(an_archive([one]))["/2026/03/x/"]
    article = json.loads(str(page.shell["jsonld"]))["@graph"][0]

    assert [name["name"] for name in article["about"]] == ["Ada Brook"]
    assert "Adam Brook" in [name["name"] for name in article["mentions"]]
    assert NameKind.PLACE.value in {name["@type"].lower() for name in article["mentions"]}


def test_lists_in_structured_data_lead_to_pages() -> None:
    """Full addresses of pages there are, in their order, none that was withdrawn."""
    pages = whole_site()
    for page in pages.values():
        for thing in things(json.loads(str(page.shell["jsonld"] or "{}"))):
            if thing["@type"] == "ListItem":
                address = thing.get("url") or thing["item"]
                assert address.removeprefix(SITE.rstrip("/")) in pages
                assert "/gone/" not in address
    items = data_of("/story/ferries/")["ItemList"]["itemListElement"]
    assert [item["position"] for item in items] == [1, 2, 3]
    assert items[0]["url"] == f"{SITE}2026/03/third/"


def test_hostile_words_cannot_end_any_structured_data() -> None:
    """On every kind of page."""
    for page in pages_of(an_archive([hostile()])).values():
        text = str(page.shell["jsonld"] or "")
        assert not set(text) & set("<>&\u2028\u2029\u202e\x00")


def test_open_graph_tells_times_and_subjects_of_articles() -> None:
    """Times with a zone; the edition's section, then subjects that are not that word."""
    archive = an_archive([a_briefing("x", topics=("transport",), published_at=None)])
    shell = pages_of(archive)["/2026/03/x/"].shell

    assert shell["article"] == {
        "published": "2026-03-14T00:00+00:00",
        "modified": "2026-03-14T00:00+00:00",
        "section": "Moving",
    }
    assert shell_of("/")["article"] is None
    assert shell_of("/2026/03/port/")["locale"] == "ar_EG"


@pytest.mark.parametrize(
    ("language", "locale"),
    [("en", "en_GB"), ("en-US", "en_US"), ("fr", "fr_FR"), ("pt-BR", "pt_BR"), ("??", "en_GB")],
)
def test_locales_are_written_as_open_graph_does(language: str, locale: str) -> None:
    """A language, and the country most of its readers live in where none is given."""
    assert territory_of(language) == locale


def test_a_draft_is_no_news() -> None:
    """Unless drafts are the site."""
    draft = an_archive([a_briefing("d", status=Status.DRAFT, edition=date(2026, 3, 14))])

    assert news(archive=draft) == []
    assert news(archive=draft, settings=sectioned(publish_drafts=True)) == ["2026/03/d/"]
