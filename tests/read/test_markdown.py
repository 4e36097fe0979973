"""Tests of Markdown: what front matter states, and text rendered down to paragraphs."""

import pytest

from briefings.errors import BadFileError
from briefings.model import Agency, AgencyRole, Article, Image, Role, SourceRecord
from briefings.read import read_article

LEDE = (
    "Three ferry crossings were suspended on Friday after inspectors found cracks in the hull of "
    "one vessel, the transport ministry said."
)
MATTER = """---
title: "Ferries halted: cracks found"
description: Inspectors to board every vessel
author: [Ann Roe, Karl Ort]
date: 2026-03-14T09:30+01:00
updated: 15 March 2026
source: The Harbour Courier
url: https://courier.example/ferries
language: en_gb
section: Transport
tags: [ferries, harbour]
kicker: Safety
image: corinna.jpg
image_caption: The Corinna at berth two
image_credit: "Photo: Ann Roe"
reading_time: 3 min
agency: NWA
---
"""


def read(text: str, *sources: SourceRecord) -> Article:
    """Read a Markdown file."""
    return read_article(text.encode(), path="2026/03/ferry.md", sources=sources)


def fault(text: str) -> str:
    """Give the one message with which a file is refused."""
    with pytest.raises(BadFileError) as caught:
        read(text)
    (finding,) = caught.value.findings
    return str(finding)


def test_front_matter_states_the_facts() -> None:
    """Every key in use among site generators is understood."""
    article = read(f"{MATTER}\n{LEDE}\n")

    assert article.title == "Ferries halted: cracks found"
    assert article.dek == "Inspectors to board every vessel"
    assert article.byline == ("Ann Roe", "Karl Ort")
    assert str(article.date) == "2026-03-14 09:30:00+01:00"
    assert str(article.updated) == "2026-03-15"
    assert article.source == "The Harbour Courier"
    assert article.url == "https://courier.example/ferries"
    assert article.language == "en-GB"
    assert (article.section, article.kicker) == ("Transport", "Safety")
    assert article.tags == ("ferries", "harbour")
    assert article.images == (Image(caption="The Corinna at berth two", credit="Ann Roe"),)
    assert article.reading_minutes == 3
    assert article.agencies == (Agency(name="NWA", role=AgencyRole.COPY),)
    assert article.body == (LEDE,)
    assert article.findings == ()


def test_the_lines_of_front_matter_have_the_roles_of_their_keys() -> None:
    """A key nobody knows is metadata, the fences are markup."""
    article = read(f"---\ntitle: Ferries halted\ndraft: no\n---\n# Ferries halted\n\n{LEDE}\n")
    found = [(span.role, span.text.strip()) for span in article.roles if span.text.strip()]

    assert found == [
        (Role.MARKUP, "---"),
        (Role.HEADLINE, "title: Ferries halted"),
        (Role.METADATA, "draft: no"),
        (Role.MARKUP, "---"),
        (Role.REPEATED_HEADLINE, "# Ferries halted"),
        (Role.BODY, LEDE),
    ]


def test_scalars_are_plain_text() -> None:
    """YAML's own ideas of `no`, numbers and null do not reach the facts."""
    article = read(f"---\ntitle: 2026\nsubtitle: ~\nauthor: No\nsection: null\n---\n{LEDE}\n")

    assert (article.title, article.dek, article.section) == ("2026", None, None)
    assert article.byline == ("No",)


def test_words_are_rendered_down() -> None:
    """Emphasis, links, code and breaks come down to their words."""
    article = read(
        "# Ferries *halted*\n\n14 March 2026\n\nThree **crossings** were "
        "[suspended](https://x.example 'why') on `Friday` after inspectors found\ncracks &amp; "
        "rust in the hull of one \\*vessel\\*, said ![logo](a.png) the <b>ministry</b>.\n"
    )

    assert article.title == "Ferries halted"
    assert article.body == (
        "Three crossings were suspended on Friday after inspectors found cracks & rust in the hull "
        "of one *vessel*, said the ministry.",
    )


def test_headings_lists_and_quotations_keep_their_place() -> None:
    """Subheads are apart; items and quotations are paragraphs."""
    article = read(
        f"# Ferries halted\n\n14 March 2026\n\n{LEDE}\n\n## What is closed\n\n"
        f"- the Lazaret crossing\n- the night boat\n\n> We will publish every finding.\n\n{LEDE}\n"
    )

    assert article.subheads == ((2, "What is closed"),)
    assert article.body[1:4] == (
        "the Lazaret crossing",
        "the night boat",
        "We will publish every finding.",
    )


def test_lines_of_facts_in_one_block_come_apart() -> None:
    """A name and a date without a blank line between them are two lines."""
    article = read(f"# Ferries halted\n\n**By Ann Roe**\n14 March 2026\n\n{LEDE}\n")

    assert article.byline == ("Ann Roe",)
    assert str(article.date) == "2026-03-14"


def test_a_picture_alone_gives_its_words_as_a_caption() -> None:
    """As pandoc has it; a credit in them is taken apart."""
    article = read(
        f"# Ferries halted\n\n![Inspectors at the quay. Photo: Ann Roe](a.jpg)\n\n{LEDE}\n\n"
        "![](b.jpg)\n"
    )

    assert article.images == (Image(caption="Inspectors at the quay.", credit="Ann Roe"),)
    assert article.body == (LEDE,)


def test_markup_is_no_paragraph() -> None:
    """Rules, comments, tables and definitions hold no story."""
    article = read(
        f"# Ferries halted\n\n{LEDE}\n\n---\n\n<!-- todo -->\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
        f"[x]: https://x.example\n\n{LEDE}\n"
    )

    assert article.body == (LEDE, LEDE)


def test_a_dateline_is_split_inside_markup() -> None:
    """The spans stand where the words stand in the source."""
    article = read(f"# Ferries halted\n\n**NORTH HARBOUR**, 14 March 2026 (NWA) — {LEDE}\n")
    (span,) = [span for span in article.roles if span.role is Role.DATELINE]

    assert article.dateline == "NORTH HARBOUR"
    assert article.body == (LEDE,)
    assert span.text == "**NORTH HARBOUR**, 14 March 2026 (NWA) — "


@pytest.mark.parametrize(
    ("matter", "place"),
    [
        ("title: a: b", "ferry.md:2:9: error BR207: broken front matter: mapping values"),
        ("title: x\nauthor: *name", "ferry.md:3:9: error BR207: broken front matter: it uses an"),
        (
            "title: x\nauthor: [[[[[[[[[x]]]]]]]]]",
            "ferry.md:3:16: error BR207: broken front matter",
        ),
        ("- a\n- b", "ferry.md:2:1: error BR207: broken front matter: it is no list of keys"),
        ("title: x\n\tauthor: y", "ferry.md:3:1: error BR207: broken front matter: found"),
    ],
)
def test_broken_front_matter_is_refused_with_its_place(matter: str, place: str) -> None:
    """Line and column are those of the file, and a remedy follows."""
    message = fault(f"---\n{matter}\n---\n\n{LEDE}\n")

    assert message.startswith(f"2026/03/{place}")
    assert "; " in message


def test_front_matter_must_be_closed_and_small() -> None:
    """An open fence above keys is a fault; so is a book in the front matter."""
    assert "it is not closed" in fault(f"---\ntitle: x\n\n{LEDE}\n")
    assert "more than 65536" in fault(f"---\ntitle: x\nnotes: {'a' * 70_000}\n---\n\n{LEDE}\n")


def test_a_rule_above_the_text_is_no_front_matter() -> None:
    """A line of hyphens may open a text."""
    assert read(f"---\n\n# Ferries halted\n\n{LEDE}\n").title == "Ferries halted"


def test_empty_front_matter_states_nothing() -> None:
    """The text speaks then."""
    assert read(f"---\n---\n\n# Ferries halted\n\n{LEDE}\n").title == "Ferries halted"


def test_a_stated_value_that_cannot_be_used_is_reported() -> None:
    """Each is a warning with its line; nothing is put in its place."""
    article = read(
        "---\ntitle: Ferries halted\ndate: soon\nupdated: 04/03/2026\nlanguage: English\n---\n"
        f"{LEDE}\n"
    )

    assert (article.date, article.updated, article.language) == (None, None, "en")
    assert [(finding.code, finding.place.line) for finding in article.findings] == [
        ("BR216", 5),
        ("BR216", 3),
        ("BR215", 4),
    ]


def test_the_register_reads_the_outlet_and_its_dates() -> None:
    """The source becomes the register's id, whose locale reads numbers; a source may be a URL."""
    courier = SourceRecord(
        id="courier", name="The Harbour Courier", hosts=("courier.example",), locale="en-GB"
    )
    matter = "---\ntitle: Ferries halted\nsource: {}\ndate: 04/03/2026\n---\n"
    named = read(matter.format("Harbour Courier") + LEDE, courier)
    linked = read(matter.format("https://www.courier.example/a") + LEDE, courier)

    assert (named.source, str(named.date)) == ("courier", "2026-03-04")
    assert linked.source is None
    assert linked.source_proposed is not None
    assert linked.source_proposed.value == "courier"


def test_a_kill_in_the_front_matter_stops_the_story() -> None:
    """Wires export marks as keys."""
    article = read(f"---\ntitle: Ferries halted\nkill: MANDATORY KILL\n---\n{LEDE}\n")

    assert article.stopped == "MANDATORY KILL"


def test_authors_may_be_mappings() -> None:
    """Only their names are names."""
    article = read(
        "---\ntitle: Ferries halted\nauthors:\n  - name: Ann Roe\n    email: ann@courier.example\n"
        f"  - {{url: 'https://x.example', name: Karl Ort}}\n---\n{LEDE}\n"
    )

    assert article.byline == ("Ann Roe", "Karl Ort")
