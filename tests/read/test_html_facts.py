"""Tests of a page's headline, dek, writers and dates where its own statements disagree."""

from datetime import UTC, date, datetime, timedelta

import pytest

from briefings.model import Article, Role
from tests.read.test_html import H1, LEDE, ld, meta, page, read, roles

TITLE = "Ferries halted after cracks found"
SEEN = "Inspectors want to see every hull."


def headed(head: str = "", above: str = H1, over: str = "") -> Article:
    """Read a page with a sign of the site over it."""
    return read(page(head, above=above).replace("<main>", f"{over}<main>"))


def story_by(name: str) -> str:
    """Write a JSON-LD script that names the writer."""
    return ld(**{"@type": "NewsArticle", "author": name})


@pytest.mark.parametrize(
    "sign",
    [
        "<h1 class='logo'>Harbour Courier</h1>",
        "<h1 id='site-title'>The Paper of the Coast and the Isles</h1>",
        "<div class='masthead'><h1>The Paper of the Coast and the Isles</h1></div>",
        "<h1><a href='https://courier.example/'>The Paper of the Coast and the Isles</a></h1>",
    ],
)
@pytest.mark.parametrize("tag", ["h1", "h2"])
def test_a_sign_over_the_page_is_no_headline(sign: str, tag: str) -> None:
    """Neither a logo nor a link to the front, be the story's own heading a smaller one."""
    head = f"<title>{TITLE} - Harbour Courier</title>"

    article = headed(head, above=f"<{tag}>{TITLE}</{tag}>", over=sign)

    assert article.title == TITLE


def test_a_printed_headline_stands_against_a_searchers_title() -> None:
    """What readers see is the headline, if it is the only one and speaks of the same."""
    head = meta(og__title="Ferry news: cracks found, crossings halted, what we know")

    assert headed(head, above=f"<h1>{TITLE}</h1>").title == TITLE


def test_a_heading_that_nothing_confirms_is_no_headline() -> None:
    """A box that asks for an address has a heading too."""
    box = "<h1>Get the best of the coast every morning</h1>"

    article = headed(meta(og__title=TITLE), above=f"<div>{TITLE}</div>", over=box)

    assert article.title == TITLE


def test_a_label_inside_the_heading_is_not_part_of_it() -> None:
    """German papers print the kicker there, forums the section."""
    above = f"<h1><span class='kicker'>Transport</span> <span>{TITLE}</span></h1>"

    article = headed(meta(og__title=TITLE), above=above)

    assert article.title == TITLE
    assert article.kicker == "Transport"
    assert roles(article, TITLE)[1:] == [Role.HEADLINE]


def test_words_cut_by_an_inline_tag_are_one_word() -> None:
    """A letter in a span of its own is no word; what a style sheet sets apart is."""
    above = f"{H1}<p class='byline'>By<a href='/a/ada'>Ada Br<b>oo</b>k</a></p>"

    assert headed(above=above).byline == ("Ada Brook",)


@pytest.mark.parametrize(
    ("head", "above", "byline"),
    [
        # The page's node names the writer where there is no article's.
        (
            ld(
                **{
                    "@graph": [
                        {"@type": "WebPage", "author": {"@id": "#p"}},
                        {"@type": "Person", "@id": "#p", "name": "Ada Brook"},
                    ]
                }
            ),
            H1,
            ("Ada Brook",),
        ),
        # The first kind of metadata that names a person counts alone.
        (
            meta(author="Ada Brook") + ld(**{"@type": "NewsArticle", "author": "Tom Hale"}),
            H1,
            ("Tom Hale",),
        ),
        # Only the site's name: the print says more.
        (
            meta(og__site_name="Harbour Courier")
            + ld(**{"@type": "NewsArticle", "author": "Harbour Courier"}),
            f"{H1}<div class='story__contributors'>By <span>Ada Brook</span></div>",
            ("Ada Brook",),
        ),
        # The printed byline has one more.
        (
            meta(author="Ada Brook"),
            f"{H1}<p class='byline'>By Ada Brook and Tom Hale</p>",
            ("Ada Brook", "Tom Hale"),
        ),
        # A login is nobody.
        (meta(author="abrook7") + meta(author="deskuser"), H1, ()),
        # No mark but its words; behind them a day.
        ("", f"{H1}<h4>By Ada Brook | 12/10/2020</h4>", ("Ada Brook",)),
        ("", f"{H1}<address>By <a href='/ada'> Ada Brook </a></address>", ("Ada Brook",)),
        # In other languages.
        ("", f"{H1}<span class='author'>Door Femke de Wit</span>", ("Femke de Wit",)),
        ("", f"{H1}<p>Av Kari Nordmann</p>", ("Kari Nordmann",)),
        # In a list of other posts each has its own writer.
        (
            "",
            f"{H1}<p><a rel='author' href='/a'>Ada Brook</a></p><ul class='posts'><li><span>"
            "<a rel='author' href='/t'>Tom Hale</a></span></li></ul>",
            ("Ada Brook",),
        ),
        # Each comment and reference is a thing with an author of its own.
        (
            "",
            f"<div itemscope>{H1}<span itemprop='author'>Ada Brook</span>"
            "<div itemscope><span itemprop='author'>Tom Hale</span></div></div>",
            ("Ada Brook",),
        ),
    ],
)
def test_who_wrote_it(head: str, above: str, byline: tuple[str, ...]) -> None:
    """The first kind of metadata that names a person, or the printed byline."""
    assert headed(head, above=above).byline == byline


@pytest.mark.parametrize(
    ("printed", "offset"),
    [
        ("<time datetime='2026-03-13T23:37:37-04:00'>13 March</time>", -4),
        ("<time datetime='2026-03-13 22:37:37'>March 13, 2026 at 10:37 p.m.</time>", -5),
        ("<time datetime='2026-03-13'>March 13, 2026</time>", 0),
        # Another instant, two hours later, in UTC as well; or no offset that clocks have.
        ("<time datetime='2026-03-14T05:37:37Z'>updated</time>", 0),
        ("<time datetime='2026-03-14T05:52:37'>updated</time>", 0),
        ("<time datetime='2026-03-13T11:05:00'>another story's</time>", 0),
        ("<time datetime='tomorrow'>soon</time>", 0),
    ],
)
def test_an_instant_is_told_by_the_outlets_own_clock(printed: str, offset: int) -> None:
    """Systems state UTC; a printed time of the same instant shows the zone, nothing else does."""
    head = meta(article__published_time="2026-03-14T03:37:37Z")

    found = headed(head, above=H1 + printed).date

    assert isinstance(found, datetime)
    assert found.utcoffset() == timedelta(hours=offset)
    assert found.astimezone(UTC).isoformat() == "2026-03-14T03:37:00+00:00"


def test_times_beside_the_story_are_not_its_own() -> None:
    """A list of related stories has their days."""
    beside = "<aside><time datetime='2019-01-01'>1 January 2019</time></aside>"

    assert headed(above=H1 + beside).date is None


@pytest.mark.parametrize(
    ("above", "dek"),
    [
        (f"{H1}<p class='standfirst'>{SEEN}</p>", True),
        (
            f"<header>{H1}<div class='strapline'>{SEEN}</div></header>",
            True,
        ),
        # A block that holds both.
        (f"<div class='deck'>{H1} <p>{SEEN}</p></div>", True),
        # The mark of opening paragraphs, above the byline: no story begins there.
        (f"{H1}<p class='article__intro'>{SEEN}</p><p class='byline'>By Ada Brook</p>", True),
        # The same mark, confirmed by nothing.
        (f"{H1}<p class='lead'>{SEEN}</p>", False),
        # Above the headline, or a writer's line.
        (f"<p class='subtitle'>{SEEN}</p>{H1}", False),
        (f"{H1}<p class='subhead'>By Ada Brook and Tom Hale</p>", False),
    ],
)
def test_the_dek_is_printed_under_the_headline(above: str, dek: bool) -> None:
    """By its mark, in the block of the headline."""
    assert headed(above=above).dek == (SEEN if dek else None)


def test_an_opening_paragraph_marked_as_lead_is_body() -> None:
    """Nothing confirms that it is a dek."""
    article = read(page().replace(f"<p>{LEDE}", f"<p class='lead'>{LEDE}"))

    assert article.dek is None
    assert article.body[0] == LEDE


def test_a_whole_description_counts_where_the_first_is_cut() -> None:
    """And its markup and entities are not words."""
    head = meta(og__description="Inspectors want to see every &amp;#8230;", description="")
    head += (
        '<meta name="description" content="Inspectors want &amp;quot;every&amp;quot; hull seen.">'
    )
    head = head.replace("see every &amp;#8230;", "see every hull and…")

    assert headed(head).dek == 'Inspectors want "every" hull seen.'


def test_the_whole_printed_byline_is_one() -> None:
    """Also its small words and where somebody is, which the names alone do not say."""
    above = f"{H1}<p class='byline'>By <a href='/a'>Ada Brook</a> and Tom Hale in Port Selby</p>"

    article = headed(above=above)

    assert [(one.name, one.role) for one in article.bylines] == [
        ("Ada Brook", None),
        ("Tom Hale", "in Port Selby"),
    ]
    assert roles(article, "By") == [Role.BYLINE]
    assert roles(article, "and Tom Hale in Port Selby") == [Role.BYLINE]


def test_a_label_before_a_credit_is_part_of_it() -> None:
    """`Photo:` is not furniture."""
    figure = "<figure><figcaption>At the quay. <span class='credit'>Photo: Lena Ford/NWA</span>"

    article = headed(above=f"{H1}{figure}</figcaption></figure>")

    assert article.images[0].credit == "Lena Ford/NWA"
    assert roles(article, "Photo: Lena Ford/NWA") == [Role.CREDIT]


def test_the_language_of_xhtml_decides_the_order_of_numbers() -> None:
    """`xml:lang="en-GB"` makes 02/10 the second of October."""
    source = page(above=f"{H1}<span class='time'>02/10/2026</span>")

    article = read(source.replace('<html lang="en-GB">', '<html xml:lang="en-GB">'))

    assert article.date == date(2026, 10, 2)
