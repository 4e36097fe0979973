"""Tests of plain text: which line is what, in the layouts newsrooms and browsers make."""

import pytest

from briefings.errors import BadFileError
from briefings.model import Agency, AgencyRole, Article, Image, Role, SourceRecord
from briefings.read import read_article

LEDE = (
    "Three ferry crossings were suspended on Friday after inspectors found cracks in the hull of "
    "one vessel, the transport ministry said."
)
QUOTE = (
    '"We will publish every finding," the transport minister, Lena Ort, told reporters at the '
    "harbour on Friday morning."
)
CLOSE = (
    "The operator said it would refund all tickets and that a replacement bus would run until "
    "the inquiry is over, probably in May."
)
STORY = f"{LEDE}\n\n{QUOTE}\n\n{CLOSE}\n"
HEAD = "Ferries halted after cracks found"
COPY, CONTRIBUTOR, PHOTO = AgencyRole.COPY, AgencyRole.CONTRIBUTOR, AgencyRole.PHOTO


def read(text: str, *sources: SourceRecord) -> Article:
    """Read a text file."""
    return read_article(text.encode(), path="2026/03/ferry.txt", sources=sources)


def roles(article: Article, *but: Role) -> list[tuple[Role, str]]:
    """Give role and words of each span that is neither blank nor body."""
    hidden = {Role.BLANK, Role.BODY, *but}
    return [(span.role, span.text.strip()) for span in article.roles if span.role not in hidden]


def line_role(line: str, *, below: bool = True) -> Role:
    """Give the role of a line that stands inside or above a story."""
    text = f"{HEAD}\n\n{LEDE}\n\n{line}\n\n{QUOTE}\n\n{CLOSE}\n"
    article = read(text if below else f"{HEAD}\n{line}\n\n{STORY}")
    (span,) = [span for span in article.roles if span.text.strip() == line]
    assert line not in article.body or span.role is Role.BODY
    return span.role


def test_a_clean_paste_has_its_parts() -> None:
    """Headline, its repeat, dek, reading time, date, picture, story, widget and credit."""
    article = read(
        f"{HEAD}\n\n{HEAD}\nInspectors to board every vessel in the fleet\n4 min read\n"
        f"14 March, 2026\nThe Corinna at berth two. (Photo by: Ann Roe/Agency via Getty Images)\n\n"
        f"{LEDE}\n\nLive Story\n\n{QUOTE}\n\nNWA also contributed to this piece."
    )

    assert [role for role, _ in roles(article)] == [
        Role.HEADLINE,
        Role.REPEATED_HEADLINE,
        Role.DEK,
        Role.READING_TIME,
        Role.DATE,
        Role.CAPTION,
        Role.CREDIT,
        Role.WIDGET,
        Role.AGENCY_CREDIT,
    ]
    assert (article.title, article.dek) == (HEAD, "Inspectors to board every vessel in the fleet")
    assert article.body == (LEDE, QUOTE)
    assert article.images == (
        Image(caption="The Corinna at berth two.", credit="Ann Roe/Agency via Getty Images"),
    )
    assert (str(article.date), article.reading_minutes) == ("2026-03-14", 4)
    assert article.agencies == (Agency(name="NWA", role=CONTRIBUTOR),)
    assert article.findings == ()


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Read more: Five questions about ferries", Role.WIDGET),
        ("ADVERTISEMENT", Role.WIDGET),
        ("Watch: Inspectors board the Corinna", Role.WIDGET),
        ("Sign up for our newsletter", Role.WIDGET),
        ("Listen to this article", Role.WIDGET),
        ("Lire aussi : Cinq questions sur les ferries", Role.WIDGET),
        ("Lea también: Cinco preguntas", Role.WIDGET),
        ("Share on Facebook", Role.FURNITURE),
        ("Facebook Twitter WhatsApp", Role.FURNITURE),
        ("Skip to content", Role.FURNITURE),
        ("We use cookies to count readers.", Role.FURNITURE),
        ("© 2026 The Harbour Courier. All rights reserved.", Role.FURNITURE),
        ("Photo: Ann Roe/NWA", Role.CREDIT),
        ("Image source, Getty Images", Role.CREDIT),
        ("With reporting by NWA", Role.AGENCY_CREDIT),
        ("Source: AFP", Role.AGENCY_CREDIT),
        ("Correction: An earlier version gave a wrong date.", Role.CORRECTION_NOTE),
        ("This article was amended on 15 March 2026 to remove a name.", Role.CORRECTION_NOTE),
        ("This article is republished under a Creative Commons licence.", Role.LICENCE),
        ("Tags: ferries, harbour", Role.TAGS),
        ("#ferries #harbour", Role.TAGS),
        ("https://courier.example/ferries", Role.URL),
        ("Reading time: 4 minutes", Role.READING_TIME),
        ("Lecture 3 min", Role.READING_TIME),
        ("مدة القراءة: ٣ دقائق", Role.READING_TIME),
        ("Last updated: 15 March 2026", Role.UPDATED),
        ("2 hours ago", Role.DATE),
        ("Published by: The Harbour Courier", Role.OUTLET),
        ("By Ann Roe", Role.BYLINE),
        ("EDS: Adds quote", Role.WIRE_MARK),
        ("Eds: UPDATES throughout with quotes", Role.WIRE_MARK),
        ("(Adds details, quotes)", Role.WIRE_MARK),
        ("(MORE)", Role.WIRE_MARK),
        ("What happens next", Role.SUBHEAD),
        ('"It is a scandal."', Role.BODY),
        ("He left.", Role.BODY),
        ("“Never again”", Role.BODY),
        ("The reasons are:", Role.BODY),
        ("- a crack in the hull", Role.BODY),
        ("Heavy rain contributed to this disaster.", Role.BODY),
        ("Killings rose last year.", Role.BODY),
    ],
)
def test_a_line_inside_the_story_is_known_by_its_words(line: str, role: Role) -> None:
    """What the site prints between paragraphs is not body, and what is said is."""
    assert line_role(line) is role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Ann Roe and Karl Ort in Cairo", Role.DEK),
        ("The Courier Staff", Role.BYLINE),
        ("Staff reporter", Role.BYLINE),
        ("EMBARGOED until 20 March 2026, 06:00", Role.WIRE_MARK),
        ("FOR IMMEDIATE RELEASE", Role.WIRE_MARK),
        ("Press release No. 7", Role.KICKER),
        ("Opinion", Role.SECTION),
        ("Publié le", Role.DATE),
        ("Image caption, The Corinna at berth two", Role.CAPTION),
        ("Getty Images The Corinna at berth twoGetty Images", Role.CAPTION),
    ],
)
def test_a_line_of_the_head_is_known_by_its_words(line: str, role: Role) -> None:
    """Between headline and story stand facts, not paragraphs."""
    assert line_role(line, below=False) is role


def test_a_wire_text_gives_dateline_day_and_copy() -> None:
    """The words before the dash are no part of the first paragraph."""
    article = read(f"{HEAD}\n\nNORTH HARBOUR, 14 March 2026 (NWA) — {STORY}\n— NWA\n")

    assert article.dateline == "NORTH HARBOUR"
    assert str(article.date) == "2026-03-14"
    assert article.agencies == (Agency(name="NWA", role=COPY),)
    assert article.body[0] == LEDE
    assert (Role.DATELINE, "NORTH HARBOUR, 14 March 2026 (NWA) —") in roles(article)


def test_a_version_of_a_wire_text_is_named_apart_from_its_headline() -> None:
    """`UPDATE 2-` is the wire's, and so is the slug above."""
    article = read(
        f"NWA-0314-07  FERRY-CRACKS  2nd lead\n\nUPDATE 2-{HEAD}\nBy Ann Roe\n\n"
        f"LONDON, March 14 (NWA) - {STORY}\n(Reporting by Ann Roe; Editing by Karl Ort)\n"
        "NWA/ar/ko\n"
    )

    assert article.title == HEAD
    assert article.byline == ("Ann Roe",)
    assert [text for role, text in roles(article) if role is Role.WIRE_MARK] == [
        "NWA-0314-07  FERRY-CRACKS  2nd lead",
        "UPDATE 2-",
        "NWA/ar/ko",
    ]


@pytest.mark.parametrize(
    "notice", ["MANDATORY KILL", "WITHHOLD: Ferries halted", "Editors, please kill the story"]
)
def test_a_kill_stops_the_story(notice: str) -> None:
    """The wire's own words are kept, and a note says so."""
    article = read(f"{notice}\n\n{HEAD}\n14 March 2026\n\n{STORY}")

    assert article.stopped == notice
    assert [finding.code for finding in article.findings] == ["BR217"]


def test_a_copy_of_a_whole_page_keeps_only_the_article() -> None:
    """Menus above, lists and comments below are nobody's paragraphs."""
    article = read(
        "Skip to content\nThe Harbour Courier\nMenu\nNews\nSport\nHome > Transport\n\n"
        f"{HEAD}\n\nInspectors to board every vessel\n\nAnn Roe\nPublished 14 March 2026, 11:05\n"
        f"Share\nFacebook\n\n{STORY}\nTopics\nFerries\nHarbours\n\nMore from Transport\n"
        "What a landing craft costs by the hour\nFast craft full until Wednesday\n\n"
        "Comments (2)\nsailor9\nThey knew about it for years and nobody said a word about it.\n"
    )

    assert (article.title, article.dek) == (HEAD, "Inspectors to board every vessel")
    assert article.body == (LEDE, QUOTE, CLOSE)
    assert article.byline == ("Ann Roe",)
    assert article.tags == ("Ferries", "Harbours")
    assert article.section == "Transport"
    assert {role for role, text in roles(article) if text.startswith(("sailor", "They"))} == {
        Role.COMMENT
    }


def test_a_list_of_other_articles_in_the_middle_ends_where_the_story_goes_on() -> None:
    """The next paragraph is body again."""
    article = read(f"{HEAD}\n\n{LEDE}\n\nRelated\nA title of another story\n\n{QUOTE}\n\n{CLOSE}\n")

    assert article.body == (LEDE, QUOTE, CLOSE)
    assert (Role.RELATED, "A title of another story") in roles(article)


def test_wrapped_lines_are_one_paragraph() -> None:
    """A text wrapped at 70 columns has the paragraphs its writer meant, line roles kept."""
    article = read(
        f"{HEAD}\nBy Ann Roe\n\n"
        "Three ferry crossings were suspended on Friday after inspectors found\n"
        "cracks in the hull of one vessel, the transport ministry said. It did\n"
        "not say when they would run again.\n\n"
        "The operator said it would refund all tickets and that a replacement\n"
        "bus would run until the inquiry is over, probably in May.\n"
        "   A new paragraph begins with an indent and goes on for long enough\n"
        "to be wrapped as well.\n"
    )

    assert len(article.body) == 3
    assert article.body[0].endswith("run again.")
    assert article.byline == ("Ann Roe",)


def test_one_paragraph_a_line_without_blank_lines_is_kept_apart() -> None:
    """Long lines are paragraphs; a dek stands above the byline."""
    article = read(
        f"{HEAD}\nInspectors to board every vessel\nBy Ann Roe\n{LEDE}\n{QUOTE}\n{CLOSE}"
    )

    assert article.body == (LEDE, QUOTE, CLOSE)
    assert article.dek == "Inspectors to board every vessel"


def test_a_dek_may_be_a_sentence_and_a_short_headline_a_headline() -> None:
    """Two words over one sentence are headline and dek, not kicker and headline."""
    article = read(f"Ferries halted\nThree crossings are closed for good.\n\n{STORY}")

    assert (article.kicker, article.title) == (None, "Ferries halted")
    assert article.dek == "Three crossings are closed for good."


def test_a_label_above_the_headline_is_its_kicker() -> None:
    """Capitals above a longer line are a label."""
    article = read(f"TRANSPORT SAFETY\n{HEAD}\n14 March 2026\n\n{STORY}")

    assert (article.kicker, article.title) == ("TRANSPORT SAFETY", HEAD)


def test_a_site_name_is_no_part_of_the_headline() -> None:
    """The name behind the bar proposes the outlet."""
    article = read(f"{HEAD} | Harbour Courier\n\n{HEAD}\n14 March 2026\n\n{STORY}")

    assert article.title == HEAD
    assert article.source is None
    assert article.source_proposed is not None
    assert article.source_proposed.value == "Harbour Courier"


def test_several_facts_on_a_line_come_apart() -> None:
    """Byline, date and reading time share a line in many layouts."""
    article = read(f"{HEAD}\nBy Ann Roe | 14 March 2026 | 3 min read\n\n{STORY}")

    assert article.byline == ("Ann Roe",)
    assert (str(article.date), article.reading_minutes) == ("2026-03-14", 3)


def test_published_and_updated_on_a_line_are_two_dates() -> None:
    """Each gets its own span."""
    article = read(f"{HEAD}\nPublished: 14 March 2026 Updated: 15 March 2026\n\n{STORY}")

    assert (str(article.date), str(article.updated)) == ("2026-03-14", "2026-03-15")


def test_notes_below_the_story_are_not_its_text() -> None:
    """The author's note, a signature and an item about the picture have their roles."""
    article = read(
        f"{HEAD}\n14 March 2026\n\n{STORY}\nAnn Roe\n\n"
        "Karl Ort is a reporter at the Harbour Courier.\n"
    )

    assert roles(article)[2:] == [
        (Role.BYLINE, "Ann Roe"),
        (Role.AUTHOR_NOTE, "Karl Ort is a reporter at the Harbour Courier."),
    ]


def test_a_picture_between_paragraphs_is_no_paragraph() -> None:
    """A credit tells it, though it ends in a full stop."""
    article = read(
        f"{HEAD}\n\n{LEDE}\n\nInspectors at the quay. Photograph: Ann Roe/NWA\n\n{QUOTE}\n\n"
        "Image caption, The Corinna in 2019\n"
    )

    assert article.body == (LEDE, QUOTE)
    assert article.images == (
        Image(caption="Inspectors at the quay.", credit="Ann Roe/NWA"),
        Image(caption="The Corinna in 2019", credit=None),
    )


def test_a_caption_above_its_credit_is_found_in_the_head() -> None:
    """Some sites print the two on two lines."""
    article = read(
        f"{HEAD}\nA dek of five words here\n14 March 2026\nThe Corinna at the second berth\n"
        f"Photo: Ann Roe/AFP\n\n{STORY}"
    )

    assert article.images == (
        Image(caption="The Corinna at the second berth", credit="Ann Roe/AFP"),
    )
    assert article.agencies == (Agency(name="AFP", role=PHOTO),)


@pytest.mark.parametrize("text", [LEDE, f"{STORY}", f"Skip to content\n\n{STORY}"])
def test_a_text_that_opens_with_its_story_has_no_headline(text: str) -> None:
    """The remedy says where to put one."""
    with pytest.raises(BadFileError, match=r"txt:1:1: error BR205: .*; put the headline on the"):
        read(text)


@pytest.mark.parametrize("text", [HEAD, f"{HEAD}\n14 March 2026\n", f"{HEAD}\nShare\n"])
def test_a_headline_alone_is_no_article(text: str) -> None:
    """Nothing can be drafted from it."""
    with pytest.raises(BadFileError, match="BR206"):
        read(text)


def test_a_missing_date_is_a_warning() -> None:
    """The article is read; its date stays absent."""
    article = read(f"{HEAD}\n\n{STORY}")

    assert article.date is None
    assert [str(finding) for finding in article.findings] == [
        "2026/03/ferry.txt:1:1: warning BR214: no date found; "
        "add a line such as 14 March 2026 below the headline"
    ]


def test_an_unclear_date_names_its_line() -> None:
    """Neither number is chosen."""
    article = read(f"{HEAD}\n04/03/2026\n\n{STORY}")

    assert article.date is None
    assert str(article.findings[0]).startswith(
        '2026/03/ferry.txt:2:1: warning BR215: cannot tell day from month in "04/03/2026"'
    )


def test_the_outlet_s_locale_makes_it_clear() -> None:
    """The register knows how the outlet writes dates."""
    courier = SourceRecord(id="courier", name="The Harbour Courier", locale="en-US")
    article = read(f"{HEAD}\n04/03/2026\nSource: Harbour Courier\n\n{STORY}", courier)

    assert (article.source, str(article.date)) == ("courier", "2026-04-03")


def test_words_of_a_picture_below_byline_and_date_are_no_headline() -> None:
    """They speak of the story too, but stand where headlines do not."""
    menu = "\n".join(f"Menu {number}" for number in range(18))
    text = (
        f"{menu}\nHome >> News >> Ferries halted after cracks found\n"
        "Ferries halted after cracks found\nBy Ada Brook\n14 March 2026\n"
        "Inspectors and ministry people beside the vessel with the cracks in its hull\n\n"
        "Three ferry crossings were suspended on Friday after inspectors found cracks in the hull "
        "of one vessel, the transport ministry said, and nobody could say when they would run.\n\n"
        "The operator said it would refund all tickets and that a replacement bus would run until "
        "the inquiry is over, probably in May, when the summer timetable begins.\n"
    )

    assert read_article(text.encode(), path="x.txt").title == "Ferries halted after cracks found"


@pytest.mark.parametrize("mark", ["ENDS", "###", "-30-", "Notes to editors:", "Pressekontakt"])
def test_nothing_below_the_end_of_a_release_is_news(mark: str) -> None:
    """Notes to editors, contacts and what the office is stand there."""
    news = (
        "The harbour board of Port Selby opened its new ferry terminal on Monday, two years later "
        "than planned, after inspectors passed the last of the safety tests."
    )
    text = (
        f"PRESS RELEASE\n9 March 2026\n\nNew ferry terminal opens\n\n{news}\n\n{mark}\n\n"
        "1. The board was founded in 1921 and runs all the quays of the town, the lights of the "
        "outer harbour and the pilot service of the whole bay.\n"
    )

    assert read_article(text.encode(), path="x.txt").body == (news,)


def test_an_end_mark_in_a_text_that_is_no_release_ends_nothing() -> None:
    """Wires part their takes with such marks."""
    text = (
        "Ferries halted after cracks found\n\n"
        "Three ferry crossings were suspended after inspectors found cracks in the hull of one.\n\n"
        "###\n\n"
        "The operator said it would refund all tickets and that a replacement bus would run.\n"
    )

    assert len(read_article(text.encode(), path="x.txt").body) == 2
