"""Tests of saved pages: whose statement counts, what is the story, and the source's roles."""

import json
from typing import Any

import pytest

from briefings.errors import BadFileError
from briefings.model import Agency, AgencyRole, Article, Image, Role, SourceRecord
from briefings.read import read_article

LEDE = (
    "Three ferry crossings were suspended on Friday after inspectors found cracks in the hull of "
    "one vessel, the transport ministry said, and nobody could say when they would run again."
)
MORE = (
    "The operator said it would refund all tickets and that a replacement bus would run until the "
    "inquiry is over, probably in May, when the summer timetable begins on all crossings."
)
H1 = "<h1>Ferries halted after cracks found</h1>"


def read(content: str | bytes, *sources: SourceRecord) -> Article:
    """Read a page."""
    raw = content.encode() if isinstance(content, str) else content
    return read_article(raw, path="2026/03/ferry.html", sources=sources)


def page(head: str = "", above: str = H1, story: str = "", below: str = "") -> str:
    """Write a page as newspapers do."""
    return (
        f'<!doctype html>\n<html lang="en-GB">\n<head>{head}</head>\n<body>\n<nav><a href="/">Home'
        f"</a> <a href='/n'>News</a></nav>\n<main><article>\n{above}\n<div class='article-body'>\n"
        f"<p>{LEDE}</p>\n{story}\n<p>{MORE}</p>\n</div>\n</article></main>\n{below}\n"
        "<footer><p>© 2026 Harbour Courier</p></footer>\n</body>\n</html>\n"
    )


def ld(**fields: Any) -> str:
    """Write a JSON-LD script."""
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


def meta(**properties: str) -> str:
    """Write meta tags; `__` stands for a colon."""
    return "".join(
        f'<meta property="{key.replace("__", ":")}" content="{value}">'
        for key, value in properties.items()
    )


def roles(article: Article, text: str) -> list[Role]:
    """Give the roles of the spans that hold some words."""
    return [span.role for span in article.roles if text in span.text]


def test_a_page_s_statements_become_facts() -> None:
    """JSON-LD is believed field by field."""
    article = read(
        page(
            head="<title>Ferries halted after cracks found - Harbour Courier</title>"
            + '<link rel="canonical" href="https://courier.example/ferries">'
            + ld(
                **{"@type": "NewsArticle"},
                headline="Ferries halted after cracks found",
                alternativeHeadline="Inspectors to board every vessel in the fleet",
                datePublished="2026-03-14T09:30:00+01:00",
                dateModified="2026-03-15T10:00:00+01:00",
                author=[{"@type": "Person", "name": "Ann Roe"}, {"name": "Karl Ort"}],
                publisher={"@type": "Organization", "name": "Harbour Courier"},
                articleSection="Transport",
                keywords=["ferries", "harbour"],
            )
        )
    )

    assert article.title == "Ferries halted after cracks found"
    assert article.dek == "Inspectors to board every vessel in the fleet"
    assert str(article.date) == "2026-03-14 09:30:00+01:00"
    assert str(article.updated) == "2026-03-15 10:00:00+01:00"
    assert article.byline == ("Ann Roe", "Karl Ort")
    assert article.source == "Harbour Courier"
    assert article.url == "https://courier.example/ferries"
    assert (article.section, article.tags) == ("Transport", ("ferries", "harbour"))
    assert article.language == "en-GB"
    assert article.body == (LEDE, MORE)
    assert article.findings == ()


def test_json_ld_wins_over_open_graph_and_that_over_the_rest() -> None:
    """The most deliberate statement stands, and a silent one lets the next speak."""
    head = (
        ld(**{"@graph": [{"@type": ["Thing", "Article"], "datePublished": "2026-03-14"}]})
        + meta(article__published_time="2026-03-13", article__author="Ann Roe")
        + '<meta name="author" content="Desk Account"><meta name="date" content="2026-03-12">'
    )
    article = read(page(head=head))

    assert str(article.date) == "2026-03-14"
    assert article.byline == ("Desk Account", "Ann Roe")


@pytest.mark.parametrize(
    "script",
    [
        "{broken",
        "[" * 5000,
        '{"@type": "NewsArticle", "author": 7, "headline": {"a": 1}}',
        "null",
        "",
    ],
)
def test_a_broken_statement_states_nothing(script: str) -> None:
    """The page's other words are read all the same."""
    article = read(page(head=f'<script type="application/ld+json">{script}</script>'))

    assert article.title == "Ferries halted after cracks found"


def test_names_are_looked_up_by_id() -> None:
    """Site generators write people once and point at them."""
    graph = [
        {"@type": "Article", "headline": "Ferries", "author": {"@id": "#ann"}},
        {"@type": "Person", "@id": "#ann", "name": "Ann Roe"},
        {"@type": "WebPage", "datePublished": "2026-03-14"},
    ]
    article = read(page(head=ld(**{"@graph": graph})))

    assert (article.byline, str(article.date)) == (("Ann Roe",), "2026-03-14")


@pytest.mark.parametrize(
    ("head", "above", "title"),
    [
        ("<title>Ferries halted | Courier</title>", H1, "Ferries halted after cracks found"),
        (meta(og__title="Cracks in ferries", og__site_name="Courier"), "", "Cracks in ferries"),
        (meta(og__title="Cracks - Courier", og__site_name="Courier"), "", "Cracks"),
        (meta(og__title="Courier: Cracks found", og__site_name="Courier"), "", "Cracks found"),
        ("<title>Cracks found in ferries - Harbour Courier</title>", "", "Cracks found in ferries"),
        (
            meta(og__title="Ferries halted after cracks found"),
            "<h1>Live: Ferries halted after cracks found</h1>",
            "Ferries halted after cracks found",
        ),
        (
            meta(og__title="What the cracks in ferries mean for travellers"),
            "<h1>Cracks in ferries strand travellers</h1>",
            "Cracks in ferries strand travellers",
        ),
        ("<title>Courier</title>", "<h1>Ferries halted today</h1>", "Courier"),
        ("", H1, "Ferries halted after cracks found"),
    ],
)
def test_the_printed_headline_stands_where_metadata_agrees(
    head: str, above: str, title: str
) -> None:
    """Metadata is cut for search engines, and carries the site's name."""
    assert read(page(head=head, above=above)).title == title


def test_facts_are_read_off_the_page_where_metadata_is_silent() -> None:
    """Marked elements and the lines below the headline give dek, names, date and minutes."""
    above = (
        f"<p class='kicker'>Safety</p>{H1}<p class='standfirst'>Inspectors to board every vessel "
        "in the fleet</p><span class='byline'>By Ann Roe</span><span>3 min read</span>"
        "<span class='date'>14 March 2026</span>"
        "<figure><img src='a.jpg'><figcaption>The Corinna at berth two. "
        "<span class='credit'>Photograph: Karl Ort/AFP</span></figcaption></figure>"
        "<figure><figcaption>Crew on deck (Photo: Ann Roe)</figcaption></figure>"
        "<figure><figcaption><span class='credit'>Getty Images</span></figcaption></figure>"
    )
    article = read(page(above=above))

    assert article.dek == "Inspectors to board every vessel in the fleet"
    assert (article.kicker, article.byline) == ("Safety", ("Ann Roe",))
    assert (str(article.date), article.reading_minutes) == ("2026-03-14", 3)
    assert article.images == (
        Image(caption="The Corinna at berth two.", credit="Karl Ort/AFP"),
        Image(caption="Crew on deck", credit="Ann Roe"),
        Image(caption=None, credit="Getty Images"),
    )


@pytest.mark.parametrize(
    ("above", "below", "day"),
    [
        ("<time datetime='2026-03-14'>Saturday</time>", "", "2026-03-14"),
        ("<span itemprop='datePublished' content='2026-03-14'></span>", "", "2026-03-14"),
        ("<p>14 March 2026</p>", "", "2026-03-14"),
        ("", "<footer><span class='date'>14 March 2026</span></footer>", "None"),
    ],
)
def test_a_date_is_printed_near_the_headline(above: str, below: str, day: str) -> None:
    """A footer's date is not the article's."""
    assert str(read(page(above=f"{H1}{above}", below=below)).date) == day


def test_a_day_in_the_address_is_the_last_resort() -> None:
    """Newspapers file by day."""
    link = '<link rel="canonical" href="https://courier.example/2026/03/14/ferries/">'

    assert str(read(page(head=link)).date) == "2026-03-14"


@pytest.mark.parametrize(
    ("head", "above", "byline"),
    [
        ('<meta name="author" content="https://x.example/ann">', "", ()),
        (meta(og__site_name="Courier") + '<meta name="author" content="Courier">', "", ()),
        (
            meta(og__site_name="Ann Roe") + '<meta name="author" content="Ann Roe">',
            "",
            ("Ann Roe",),
        ),
        ('<meta name="author" content="user77">', "", ()),
        ("", "<a rel='author' href='/ann'>View all posts by Ann Roe</a>", ("Ann Roe",)),
        ("", "<p class='author'>Posted on 14 March 2026 by Ann Roe</p>", ("Ann Roe",)),
        ("", "<div class='comments'><p class='author'>Ann Roe</p></div>", ()),
        ("", "<p class='byline'>More stories for you to read</p>", ()),
        ("", "<p itemprop='author'><b itemprop='name'>Ann Roe</b>, editor</p>", ("Ann Roe",)),
    ],
)
def test_only_what_can_be_a_writer_is_one(head: str, above: str, byline: tuple[str, ...]) -> None:
    """Accounts, addresses, the site's own name and people who comment are not."""
    assert read(page(head=head, above=H1 + above)).byline == byline


@pytest.mark.parametrize(
    "description", [LEDE[:90], LEDE[:90] + "…", "Ferries", "A long cut text about ferries …"]
)
def test_a_description_cut_from_the_story_is_no_dek(description: str) -> None:
    """Nor is one that was cut off."""
    assert read(page(head=meta(og__description=description))).dek is None


def test_a_description_of_its_own_is_the_dek() -> None:
    """The publisher states it of the article."""
    head = meta(og__description="Inspectors board the whole fleet")

    assert read(page(head=head)).dek == "Inspectors board the whole fleet"


def test_what_the_site_puts_between_paragraphs_is_not_story() -> None:
    """Widgets, credits and notes that the extractor kept are told by their words."""
    article = read(
        page(
            story="<p>Read more: Five questions about ferries</p><h2>What is closed</h2>"
            "<ul><li>the Lazaret crossing</li></ul><p>It was late.<br>Nobody came.</p>",
            below="",
        ).replace(f"<p>{MORE}</p>", f"<p>{MORE}</p><p>NWA contributed to this report.</p>")
    )

    assert article.body == (LEDE, "the Lazaret crossing", "It was late.", "Nobody came.", MORE)
    assert article.subheads == ((2, "What is closed"),)
    assert article.agencies == (Agency(name="NWA", role=AgencyRole.CONTRIBUTOR),)
    assert roles(article, "Read more") == [Role.WIDGET]


def test_the_source_of_a_page_has_roles_too() -> None:
    """Tags are markup, metadata is metadata, and what is outside the story is the site's."""
    article = read(
        page(
            head="<title>Ferries halted after cracks found</title><meta name='a' content='b'>"
            "<script>var p = '<p>x</p>';</script><!-- a > b -->"
        )
    )

    assert roles(article, "Ferries halted after cracks found") == [Role.METADATA, Role.HEADLINE]
    assert roles(article, "<meta name='a'") == [Role.METADATA]
    assert roles(article, "var p") == [Role.MARKUP]
    assert roles(article, "Home") == [Role.FURNITURE]
    assert roles(article, LEDE) == [Role.BODY]


def test_a_dateline_is_split_in_the_source() -> None:
    """Entities in it do not shift the place."""
    html = page().replace(f"<p>{LEDE}", f"<p>NORTH HARBOUR (NWA) &mdash; {LEDE}")
    article = read(html)
    (span,) = [span for span in article.roles if span.role is Role.DATELINE]

    assert span.text == "NORTH HARBOUR (NWA) &mdash; "
    assert article.body[0] == LEDE


@pytest.mark.parametrize(
    ("lang", "language"), [("en", "en"), ("fr", "en"), ("x", "en"), ("en_US", "en-US")]
)
def test_a_stated_language_wins_where_it_is_plausible(lang: str, language: str) -> None:
    """A template left in another language is not believed."""
    assert read(page().replace('lang="en-GB"', f'lang="{lang}"')).language == language


def test_a_page_knows_its_outlet_by_the_register() -> None:
    """The stated name becomes an id; an address alone proposes."""
    courier = SourceRecord(id="courier", name="Harbour Courier", hosts=("courier.example",))
    link = '<link rel="canonical" href="https://www.courier.example/ferries">'
    stated = read(page(head=meta(og__site_name="The Harbour Courier")), courier)
    proposed = read(page(head=link), courier)

    assert stated.source == "courier"
    assert proposed.source is None
    assert proposed.source_proposed is not None
    assert proposed.source_proposed.value == "courier"


@pytest.mark.parametrize(
    "content",
    ["<html></html>", "<!-- only -->", "<", "<p>", '<?xml version="1.0"?><html/>', "&#0;"],
)
def test_a_page_without_an_article_is_refused(content: str) -> None:
    """There is nothing to draft from."""
    with pytest.raises(BadFileError, match=r"BR20[56]"):
        read(content)


@pytest.mark.parametrize("open_end", ["<!-- never closed", "<script>never", "<p", "<![CDATA[", "<"])
def test_a_source_that_breaks_off_is_read_to_its_end(open_end: str) -> None:
    """Whatever is open at the end of the file closes there."""
    content = page() + open_end
    article = read(content)

    assert "".join(span.text for span in article.roles) == content


def test_a_page_in_another_encoding_says_so() -> None:
    """The declaration is honoured and the finding names it."""
    content = page(head='<meta charset="windows-1252">').replace("ferry", "fährry")
    article = read(content.encode("cp1252"))

    assert "fährry" in article.body[0]
    assert [finding.code for finding in article.findings] == ["BR211", "BR214"]


BARE = {
    "a table and line breaks": "<table><tr><td><font size=5><b>{0}</b></font><br>By Ada Brook<br>"
    "14 March 2026<br><br>{1}<br><br>{2}</td></tr></table>",
    "a heading never closed": "<h2>{0}<p>{1}<p>{2}",
    "text as it was typed": "<title>{0}</title><pre>{0}\n\n{1}\n\n{2}</pre>",
}


@pytest.mark.parametrize("what", BARE)
def test_a_bare_page_is_read_as_a_copy_of_it(what: str) -> None:
    """Old archives and mailing lists have no site round a story to know it by."""
    title = "Ferries halted after cracks found"

    article = read(f"<html><body>{BARE[what].format(title, LEDE, MORE)}</body></html>")

    assert article.title == title
    assert article.body == (LEDE, MORE)


def test_a_brief_of_short_sentences_is_not_one_lump_with_its_headline() -> None:
    """Where there is little text an extractor gives the page as one paragraph."""
    short = ("Three ferry crossings were suspended on Friday.", "Nobody was hurt, police said.")
    text = "".join(f"<p>{sentence}</p>" for sentence in short)

    article = read(f"<html><body>{H1}<article>{text}</article></body></html>")

    assert article.body == short


def test_a_page_of_links_is_not_read_as_a_story() -> None:
    """A front page has prose, and a site round it."""
    links = "".join(f"<div><a href='/{n}'>Story number {n} of today</a></div>" for n in range(30))

    with pytest.raises(BadFileError):
        read(f"<html><body>{links}<div><a href='/x'>{LEDE}</a></div></body></html>")
