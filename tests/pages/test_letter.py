"""Editions as e-mails: what they say, in what order, how long they may be."""

import re
from datetime import UTC, date, datetime
from email.utils import parseaddr
from typing import Any

import pytest

from briefings.link.archive import link_archive
from briefings.model import Briefing, Correction, Edition, Letter, OutputFile, PageModel, Registers
from briefings.pages import closing_files, edition_letter, make_all, start_run
from briefings.pages.letter_text import COLUMNS, letter_text
from tests.builders import a_briefing
from tests.pages.sites import NOW, an_archive, pages_of, sectioned

SITE = sectioned().site_url


def letter(*briefings: Briefing, edition: Edition | None = None, **differing: Any) -> Letter:
    """Give the newest edition's letter."""
    archive = link_archive(briefings, Registers(), (edition,) if edition else ())
    made = edition_letter(start_run(archive, sectioned(**differing), (), drafts=False), None)
    assert made is not None
    return made


def view(made: Letter) -> Any:
    """Give a letter's view, as a template sees it."""
    return made.view


def edited(**differing: Any) -> Edition:
    """Give what an editor wrote for the day."""
    return Edition(date=date(2026, 3, 14), briefings=(), **differing)


def texts(made: Letter) -> list[str]:
    """Give the lines of the plain part but the list of links."""
    return made.text.split("\nLinks\n", 1)[0].splitlines()


def many_days(number: int) -> list[Briefing]:
    """Give a briefing a day."""
    return [a_briefing(f"b{n}", edition=date(2026, 3, 1 + n)) for n in range(number)]


def test_the_newest_seven_editions_have_a_letter_and_its_page() -> None:
    """A week of them; older ones' pages lead to the edition, so no address goes dead."""
    archive = link_archive(many_days(9), Registers(), ())
    made = list(make_all(archive, sectioned(), (), drafts=False, now=NOW))
    letters = {one.path for one in made if isinstance(one, Letter)}
    pages = {one.url for one in made if isinstance(one, PageModel)}
    files = {one.path: one.content for one in made if isinstance(one, OutputFile)}

    days = [f"edition/2026-03-0{n}" for n in range(1, 10)]
    assert letters == {f"{day}/mail.eml" for day in days[2:]}
    assert {f"/{day}/mail/" for day in days[2:]} <= pages
    for day in days[:2]:
        assert b'content="0; url=../"' in files[f"{day}/mail/index.html"]
        assert f"/{day}/mail/" not in pages


def test_a_newer_edition_changes_nothing_in_a_letter() -> None:
    """What was sent on its day stays what it was."""
    first, later = a_briefing("one"), a_briefing("two", edition=date(2026, 3, 15))

    alone = letter(first)
    archive = link_archive([first, later], Registers(), ())
    run = start_run(archive, sectioned(), (), drafts=False)
    assert edition_letter(run, date(2026, 3, 14)) == alone


def test_there_is_no_letter_of_a_day_without_an_edition() -> None:
    """Nothing is made up for it."""
    run = start_run(an_archive(), sectioned(), (), drafts=False)

    assert edition_letter(run, date(2020, 1, 1)) is None
    assert edition_letter(start_run(an_archive([]), sectioned(), (), drafts=False), None) is None


def test_a_letter_opens_with_the_lead_and_ends_with_the_next_hour() -> None:
    """Then the desk's name and day, the note, the rest, and the end."""
    made = letter(
        a_briefing("lead", title="Quay closed", topics=("transport",)),
        a_briefing("rest", title="Rail fares rise", topics=("transport",)),
        edition=edited(note="A *calm* day.", signed="R. Anker"),
    )
    said = "\n".join(texts(made))

    order = ["Quay closed", sectioned().site_name, "A calm day.", "R. Anker", "Rail fares rise"]
    order += ["That is the edition of 14 March 2026. The next one comes at 06:30.", "in a browser"]
    places = [said.index(words) for words in order]
    assert places == sorted(places)
    assert made.subject == "Quay closed"
    assert said.startswith("Quay closed [1]")


def test_a_desks_own_sign_off_stands_alone() -> None:
    """An editor who says when the next comes is not repeated."""
    closed = "The next edition is on Monday."
    made = letter(a_briefing("one"), edition=edited(closed=closed))

    assert closed in texts(made)
    assert "06:30." not in made.text


def test_corrections_since_the_last_edition_are_told() -> None:
    """With what was and what is, as on the edition's page."""
    wrong = a_briefing(
        "old",
        edition=date(2026, 3, 12),
        corrections=(
            Correction(kind="correction", at=datetime(2026, 3, 14, 8, tzinfo=UTC), was="Three",
                       now="Two", why="Counted twice."),
        ),
    )  # fmt: skip
    said = texts(letter(wrong, a_briefing("new")))

    assert "Corrected since the last edition" in said
    assert "It was: Three" in said
    assert "Counted twice." in said


def test_every_link_is_a_whole_address() -> None:
    """A mail has no address of its own that a link could begin from."""
    made = letter(
        a_briefing("one", story="quay"),
        a_briefing("two", story="quay"),
        edition=edited(note="See [[two]] and [us](/about/)."),
    )
    found = re.findall(r"'href': '([^']*)'|href=\"([^\"]*)\"", repr(made.view))
    addresses = {one or other for one, other in found}

    assert addresses
    assert all(href.startswith(SITE) for href in addresses)
    listed = made.text.split("\nLinks\n", 1)[1].split()
    assert {one for one in listed if "://" in one} <= addresses | {SITE + "edition/2026-03-14/"}


def test_the_plain_part_holds_its_columns() -> None:
    """No line but an address is longer than 76, whatever the headline is."""
    hostile = a_briefing("one", title="Long " * 80 + "W" * 200, dek="word " * 300)
    made = letter(hostile, *many_days(3))

    assert all(len(line) <= COLUMNS for line in texts(made))


def test_links_are_numbered_in_the_order_they_are_met() -> None:
    """Each number stands once in the list, and one address has one number."""
    made = letter(a_briefing("one", story="quay"), a_briefing("two", story="quay"))
    body, listed = made.text.split("\nLinks\n", 1)
    numbers = [int(n) for n in re.findall(r"^\[(\d+)\] ", listed, re.MULTILINE)]

    assert numbers == list(range(1, len(numbers) + 1))
    assert {int(n) for n in re.findall(r"\[(\d+)\]", body)} == {*numbers}
    assert len({*listed.split()}) == 2 * len(numbers)


def test_links_of_the_note_are_numbered_too() -> None:
    """Prose becomes paragraphs; what it links is listed."""
    made = letter(a_briefing("one"), edition=edited(note="See [[one|this]].\n\nEnd."))

    assert "See this [1]." in texts(made)
    assert "End." in texts(made)


def test_a_very_long_edition_sends_the_rest_to_the_site() -> None:
    """Gmail hides what stands beyond 102 kB; how many are left out is said."""
    made = letter(*(a_briefing(f"b{n}", title=f"Quay {n} " * 60) for n in range(200)))
    shown = sum(len(part["cards"]) for part in view(made)["edition"]["sections"])

    assert 5 <= shown < 60
    assert view(made)["more"] == f"{199 - shown} more briefings on the site"
    assert view(made)["more"] in made.text


def test_a_usual_edition_is_whole() -> None:
    """Nothing is left out of thirty briefings."""
    made = letter(*(a_briefing(f"b{n}") for n in range(30)))

    assert view(made)["more"] is None


@pytest.mark.parametrize(
    ("differing", "sender"),
    [
        ({"mail_from": "The Desk <desk@example.org>"}, ("The Desk", "desk@example.org")),
        ({"mail_from": "desk@example.org"}, (sectioned().site_name, "desk@example.org")),
        ({"contact": "put-right@example.org"}, (sectioned().site_name, "put-right@example.org")),
        ({"contact": "https://example.org/form"}, (sectioned().site_name, "no-reply@")),
        ({"site_name": 'Quay "A" <x@y.z>\r\nBcc: a@b.c'}, ('Quay "A" <x@y.z> Bcc: a@b.c', "")),
    ],
)  # fmt: skip
def test_who_sends(differing: dict[str, str], sender: tuple[str, str]) -> None:
    """As set, else the contact, else an address nobody reads; a name never adds a header."""
    stated = letter(a_briefing("one"), **differing).sender

    assert "\n" not in stated
    assert parseaddr(stated)[0] == sender[0]
    assert parseaddr(stated)[1].startswith(sender[1])


def test_the_date_is_the_editions_hour_and_the_id_follows_the_words() -> None:
    """The same letter has the same id anywhere; another has another."""
    one, again = letter(a_briefing("one")), letter(a_briefing("one"))
    other = letter(a_briefing("one", title="Another headline"))

    assert one.date.isoformat() == "2026-03-14T06:30:00+00:00"
    assert one.id == again.id != other.id
    assert re.fullmatch(r"<2026-03-14\.[0-9a-f]{12}@[\w.-]+>", one.id)


def test_a_way_off_the_list_is_named_only_where_there_is_one() -> None:
    """The header takes what is set; the text links it where it is a web address."""
    none = letter(a_briefing("one"))
    web = letter(a_briefing("one"), mail_unsubscribe="https://lists.example/out")
    post = letter(a_briefing("one"), mail_unsubscribe="mailto:out@lists.example")

    assert none.unsubscribe is None
    assert "Unsubscribe" not in none.text
    assert web.unsubscribe == "<https://lists.example/out>"
    assert "https://lists.example/out" in web.text
    assert post.unsubscribe == "<mailto:out@lists.example>"
    assert "Unsubscribe" not in post.text


def test_the_page_of_a_letter_stays_out_of_search() -> None:
    """Search engines and our own search leave it alone; the sitemap does not list it."""
    archive = an_archive()
    page = pages_of(archive)["/edition/2026-03-14/mail/"]
    run = start_run(archive, sectioned(), (), drafts=False)
    addresses = list(closing_files(run, {page.url}, [], NOW))

    assert page.shell["robots"] == "noindex"
    assert page.stub is None
    assert not page.indexable
    assert all(b"/mail/" not in file.content for file in addresses if "sitemap" in file.path)


def test_a_withdrawn_briefing_keeps_its_headline_alone() -> None:
    """As on the edition's page."""
    run = start_run(an_archive(), sectioned(), (), drafts=False)
    made = edition_letter(run, date(2026, 3, 14))
    assert made is not None

    assert "Secret" not in made.text
    assert "Secret" not in repr(made.view)


def test_text_is_made_from_the_view_alone() -> None:
    """The plain part says what the HTML says."""
    made = letter(a_briefing("one"))

    assert letter_text(view(made), sectioned().site_name, "en") == made.text
