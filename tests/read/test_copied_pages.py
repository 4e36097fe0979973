"""A whole page, selected and copied: where its story stands, and what belongs to it."""

import datetime

import pytest

from briefings.model import Article, Role, SourceRecord
from briefings.read import read_article

HEAD = "Inspectors close three piers after cracks are found in ferry ramps"
STORY = (
    "Inspectors closed three piers in North Harbour on Friday after finding cracks in the steel "
    "ramps that carry cars onto the ferries.",
    "The harbour master, Ida Lund, said the ramps had been welded twice in ten years and that no "
    "inspector had been told of the second repair.",
    "Ferry passengers will be taken across by landing craft until the ramps have been measured, "
    "which the inspectors expect to take eleven days.",
    "Two of the cracks ran through the whole width of the steel, according to the inspectors' "
    "first note to the harbour council.",
)
MENU = (
    "The Harbour Courier\nSections\nWorld\nPolitics\nBusiness\nCulture\nScience\nWeather\n"
    "Crosswords\nObituaries\nSubscriber services\nArchive\nOpen the menu\nMy profile\nRegions\n"
    "Coast\nIslands\nHighlands\n"
)
FOOT = (
    "\nAbout us\nContact\nPrivacy policy\nJobs at the Courier\nAccessibility\n"
    "© 2026 The Harbour Courier\n"
)


def page(
    *, head: str = HEAD, facts: str = "By Ada Brook\n14 March 2026", body: str = "", tail: str = ""
) -> str:
    """Make the copy of a page."""
    return f"{MENU}{head}\n{facts}\n\n{body or chr(10).join(STORY)}\n{tail}{FOOT}"


def read(text: str) -> Article:
    """Read a text as an editor's paste."""
    return read_article(text.encode(), path="copy.txt")


def role_of(article: Article, words: str) -> Role:
    """Give the role of the stretch that begins with some words."""
    return next(span.role for span in article.roles if span.text.lstrip().startswith(words))


def test_the_story_is_what_stands_between_headline_and_footer() -> None:
    """Menus and footer are nobody's paragraphs."""
    article = read(page())

    assert (article.title, article.byline) == (HEAD, ("Ada Brook",))
    assert article.date == datetime.date(2026, 3, 14)
    assert article.body == STORY


def test_a_notice_far_above_is_not_the_storys_beginning() -> None:
    """Prose above the menus is another matter."""
    notice = (
        "We and our partners keep small files on your device so that the pages can be paid for "
        "and measured, and you may change your mind at any time.\n"
    )
    article = read(notice + page())

    assert (article.title, article.body) == (HEAD, STORY)


def test_an_advertisement_in_the_middle_does_not_end_the_story() -> None:
    """A few short lines between paragraphs cost less than what follows them is worth."""
    body = "\n".join(
        [*STORY[:2], "Advertisement", "Read more: Landing craft by the hour", *STORY[2:]]
    )
    article = read(page(body=body))

    assert article.body == STORY


def test_teasers_of_other_articles_below_are_not_the_story() -> None:
    """A list of titles, each with its first sentence, is longer than it is rich."""
    teaser = "\n".join(
        f"Council {number}\nPolitics\nShare\nSave for later\n"
        f"The council of the {number} district met in a closed session and told nobody why, so far."
        for number in ("northern", "southern", "eastern")
    )
    article = read(page(tail=f"Most read\nWhat the ramps cost\nWho owns the piers\n{teaser}"))

    assert article.body == STORY


def test_a_button_for_comments_above_the_story_opens_no_list_of_them() -> None:
    """Below `Write a comment` in the head stands the story."""
    article = read(page(facts="By Ada Brook\n14 March 2026\nWrite a comment\nShare"))

    assert article.body == STORY


def test_what_readers_wrote_below_is_theirs() -> None:
    """However much of it there is."""
    tail = "Comments (3)\nsailor9\n" + "\n".join(
        f"I have said for {years} years that somebody ought to have looked at those ramps before "
        "letting a single lorry drive over them, and nobody listened."
        for years in ("six", "seven", "eight", "nine", "ten")
    )
    article = read(page(tail=tail))

    assert article.body == STORY
    assert role_of(article, "I have said for six") is Role.COMMENT


def test_a_story_whose_headline_stands_above_the_menus_has_its_headline() -> None:
    """What shares the story's rare words is the headline, wherever the menus stand."""
    menus = "\n".join(f"Our {name} page" for name in ("travel", "garden", "motor", "food", "chess"))
    article = read(
        page(facts=f"{menus}\nA slogan that all of us like\nBy Ada Brook\n14 March 2026")
    )

    assert article.title == HEAD


@pytest.mark.parametrize(
    ("line", "names", "day"),
    [
        ("By Ada Brook on March 14, 2026", ("Ada Brook",), 14),
        ("March 14, 2026 by Ada Brook 5 Comments", ("Ada Brook",), 14),
        ("Written by Ada Brook on March 14, 2026", ("Ada Brook",), 14),
        ("Posted on 2026-03-14 by ada | Leave a comment", ("ada",), 14),
        ("By Ada Brook, March 14, 2026 2:30 pm", ("Ada Brook",), 14),
        ("By Ada Brook 14 March 2026 3 min read", ("Ada Brook",), 14),
        ("PUBLISHED: March 14, 2026 at 4:56 p.m. | UPDATED: March 15, 2026 at 6:00 p.m.", (), 14),
        ("Updated 15 March 2026, originally published 14 March 2026", (), 14),
        ("Politics Published On March 14, 2026", (), 14),
        ("ByAda Brook\n14 March 2026", ("Ada Brook",), 14),
        ("By\nAda Brook\n14 March 2026", ("Ada Brook",), 14),
        ("By Ada BrookStaff Writer\n14 March 2026", ("Ada Brook",), 14),
        ("Ada BrookFollow\n14 March 2026", ("Ada Brook",), 14),
    ],
)
def test_byline_and_date_are_read_however_a_page_runs_them_together(
    line: str, names: tuple[str, ...], day: int
) -> None:
    """One line of several facts gives each of them."""
    article = read(page(facts=line))

    assert article.byline == names
    assert str(article.date)[:10] == f"2026-03-{day}"


def test_a_line_that_only_says_when_it_was_changed_is_no_date_of_publication() -> None:
    """Absent stays absent."""
    article = read(page(facts="By Ada Brook\nLast updated March 15, 2026"))

    assert article.date is None
    assert str(article.updated)[:10] == "2026-03-15"


def test_a_date_before_the_headline_on_its_line_is_the_storys() -> None:
    """German sites print `14.03.2026 - Headline`."""
    article = read(page(head=f"14.03.2026 - {HEAD}", facts="Ada Brook"))

    assert article.title == HEAD
    assert str(article.date) == "2026-03-14"


def test_todays_date_in_the_masthead_is_not_the_storys() -> None:
    """Facts far above the headline are others'."""
    article = read("Sunday, 22 March 2026\nBy subscription\n" + page(facts="By Ada Brook"))

    assert article.date is None


def test_a_headline_that_begins_like_a_pointer_is_one_where_a_byline_follows() -> None:
    """`Video: …` above a byline points nowhere."""
    head = "Video: how inspectors found cracks in the ferry ramps"

    assert read(page(head=head)).title == head


@pytest.mark.parametrize("label", ["Further Reading", "You May Also Like", "Get The Courier App"])
def test_a_label_below_the_story_signs_nothing(label: str) -> None:
    """It is built like a name and is none."""
    article = read(page(facts="14 March 2026", tail=f"{label}\nWhat the ramps cost\nOther piers\n"))

    assert article.byline == ()


def test_the_writers_of_other_articles_have_not_written_this_one() -> None:
    """Below the story a list of articles may have bylines too."""
    article = read(page(tail="What the ramps cost\nBy Bo Vane\nWho owns the piers\nBy Cy Mora\n"))

    assert article.byline == ("Ada Brook",)


def test_a_byline_below_the_story_is_the_storys_where_none_stands_above() -> None:
    """Some sites sign at the end, with the date."""
    article = read(page(facts="Share\nSave", tail="Written by Ada Brook on March 14, 2026\n"))

    assert (article.byline, str(article.date)) == (("Ada Brook",), "2026-03-14")


def test_a_button_between_headline_and_story_is_no_dek() -> None:
    """A dek speaks of the story."""
    facts = "Please share this article with your friends\nBy Ada Brook\n14 March 2026"

    assert read(page(facts=facts)).dek is None


def test_a_dek_below_the_headline_is_one() -> None:
    """It says more of the same matter."""
    dek = "Harbour master says no inspector was told of the second weld"

    assert read(page(facts=f"{dek}\nBy Ada Brook\n14 March 2026")).dek == dek


def test_the_site_does_not_speak_in_the_middle_of_a_story() -> None:
    """What asks the reader for an address shares no rare word with the rest."""
    plea = (
        "Sign up for our daily newsletter and get the morning's headlines straight to your inbox."
    )
    article = read(page(body="\n".join([*STORY[:2], plea, *STORY[2:]])))

    assert article.body == STORY
    assert role_of(article, "Sign up") is Role.WIDGET


def test_a_story_about_newsletters_keeps_its_paragraphs() -> None:
    """Its rare words stand all over it."""
    body = (
        "The Courier will end its evening newsletter in June because too few subscribers open it, "
        "the publisher, Bo Vane, told the staff on Monday.",
        "Vane said the evening newsletter had 4,100 subscribers in January, half of them on "
        "addresses that no longer accept any letter from the Courier.",
        "Subscribers of the evening newsletter will be moved to the morning newsletter unless they "
        "unsubscribe, and the publisher expects most of them to stay with the Courier.",
    )
    article = read(page(head="Courier to end its evening newsletter in June", body="\n".join(body)))

    assert article.body == body


def test_a_last_paragraph_on_the_writer_is_an_authors_note() -> None:
    """It begins with the name above the story."""
    note = (
        "Ada Brook has done many things in a short life, most of them on boats, and still cannot "
        "swim well enough to be let off the pier alone."
    )
    article = read(page(body="\n".join([*STORY, note])))

    assert article.body == STORY
    assert role_of(article, "Ada Brook has") is Role.AUTHOR_NOTE


def test_a_name_over_the_page_that_its_copyright_repeats_is_the_outlet() -> None:
    """The register may know another by a part of it: `About the Courier`."""
    other = SourceRecord(id="town-courier", name="The Town Courier", aliases=("the Courier",))
    text = page(tail="About the Courier\n")

    article = read_article(text.encode(), path="copy.txt", sources=(other,))

    assert article.source_proposed is not None
    assert article.source_proposed.value == "The Harbour Courier"


def test_below_a_menu_nobody_taught_us_stands_the_headline() -> None:
    """A site's name is short, its menu shorter; in Italian the buttons are unknown words."""
    story = (
        "CHIARAVA — Il traghetto che collega Chiarava all'isola è fermo da sabato per un guasto al "
        "motore, ha detto domenica il sindaco Paolo Rizzi.\n\nOgni giorno 1.200 passeggeri usano "
        "la linea, secondo la compagnia."
    )
    head = "Traghetto fermo da tre giorni, la protesta dei pendolari"
    menu = "Il Corriere della Laguna\nAbbonati\nAccedi\nCronaca\n"
    facts = "di Marta Bellini\n30 novembre 2026"

    assert read(f"{menu}{head}\n{facts}\n\n{story}").title == head
    # Without a menu between, the short line is a headline and the long one its dek.
    assert read(f"Chiarava senza traghetto\n{head}\n{facts}\n\n{story}").title == (
        "Chiarava senza traghetto"
    )
