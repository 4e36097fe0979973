"""Headlines, days that move, dates, characters nobody sees; and how findings come together."""

from dataclasses import replace

import pytest

from briefings.check import RULES, check_desk
from briefings.model import Briefing, LeadImage, Registers
from tests.builders import a_briefing, a_point, a_quote, a_source, some_grounds, some_settings
from tests.check.desks import findings_of, loaded


def texts(b: Briefing) -> list[str]:
    """Give the findings about texts, without place."""
    return [line.split(": ", 1)[1] for line in findings_of(b, only="BR6")]


def test_plain_texts_are_fine() -> None:
    """Nothing to say of an ordinary briefing."""
    assert texts(a_briefing("x")) == []


@pytest.mark.parametrize(
    ("title", "fault"),
    [
        ("  ", "error BR601: the headline is empty; write one"),
        ("x" * 111, "warning BR602: the headline has 111 characters; keep it at 110 or fewer"),
        ("MINISTRY CONFIRMS FERRY INQUIRY", "warning BR603: the headline is all capitals"),
        ("Ferry \u202einquiry", "error BR606: holds the invisible character U+202E"),
        ("Ferry\x07", "error BR606: holds the invisible character U+0007"),
        ("Fer\u200bry", "error BR606: holds the invisible character U+200B"),
    ],
)
def test_a_headline_with_a_fault_is_told(title: str, fault: str) -> None:
    """Each fault once."""
    (line,) = texts(a_briefing("x", title=title))

    assert line.startswith(fault)


@pytest.mark.parametrize(
    "title", ["x" * 110, "NATO", "NATO AND UN", "UN, EU and US meet", "الوزارة تؤكد", "日 本 の 船"]
)
def test_an_ordinary_headline_is_not(title: str) -> None:
    """Acronyms are no shouting, and scripts without capitals have none."""
    assert texts(a_briefing("x", title=title)) == []


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Today inspectors board the ferry.", "today"),
        ("en-GB", "It burned yesterday.", "yesterday"),
        ("fr", "Le navire part aujourd’hui.", "aujourd'hui"),
        ("ar", "وصلت السفينة أمس", "أمس"),
        ("en", "The board met last week.", "last week"),
        ("en", "She resigned three years ago.", "years ago"),
        ("fr", "Le port a fermé l’an dernier.", "l'an dernier"),
        ("de", "Der Hafen schloss vergangene Woche.", "vergangene woche"),
        ("es", "Cerró el año pasado.", "el año pasado"),
    ],
)
def test_a_day_that_moves_is_told_in_texts_of_the_machine(
    language: str, text: str, day: str
) -> None:
    """In quotes it is the speaker's, and an editor may mean it."""
    mine = a_point(text, grounds=some_grounds("editor"))
    b = a_briefing("x", language=language, summary=(a_point(text),), quotes=(a_quote(text),))

    (line,) = texts(b)
    assert line.startswith(f'warning BR604: "{day}" moves')
    assert texts(a_briefing("x", language=language, summary=(mine,))) == []


def test_a_capital_inside_a_sentence_is_a_name() -> None:
    """An outlet may be called after a day."""
    assert texts(a_briefing("x", summary=(a_point("The paper Island Today withdrew it."),))) == []


def test_other_languages_have_no_days_we_know() -> None:
    """`hier` is a French word only in French."""
    assert texts(a_briefing("x", language="und", summary=(a_point("Today hier."),))) == []


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "courier.example", "https://", "http:// x", "", "ftp://a/b"]
)
def test_an_address_that_is_none_is_told(url: str) -> None:
    """Only the web is linked to."""
    (line,) = texts(a_briefing("x", articles=(a_source(url=url),)))

    assert line.startswith("warning BR607: not an address on the web")


def test_an_article_without_a_date_is_told() -> None:
    """Readers want to know when it was said."""
    (line,) = texts(a_briefing("x", articles=(a_source(date=None, url=None),)))

    assert line == "warning BR605: the article has no date; write `date:` as the outlet prints it"


def test_a_picture_has_words() -> None:
    """An empty alternative text is refused."""
    ours = LeadImage(file="a.jpg", alt=" ", holder="the desk", licence="CC BY 4.0", proof="own")
    (line,) = texts(a_briefing("x", image=ours))

    assert line.startswith("error BR608: the picture has no words")
    assert texts(a_briefing("x", image=replace(ours, alt="A ferry"))) == []


@pytest.mark.parametrize("change", ["dek", "body"])
def test_every_text_shown_is_searched_for_invisible_characters(change: str) -> None:
    """A hidden direction mark can turn a sentence round."""
    (line,) = texts(a_briefing("x", **{change: "turn\u2066ed"}))

    assert "U+2066" in line


def test_texts_that_stand_on_articles_are_searched_too() -> None:
    """Points, quotes and the articles' own headlines."""
    hidden = "a\u200bb"
    b = a_briefing(
        "x",
        summary=(a_point(hidden),),
        key_points=(a_point(hidden),),
        quotes=(a_quote(hidden),),
        articles=(a_source(title=hidden, dek=hidden),),
    )

    assert len(texts(b)) == 5


def test_a_desk_without_briefings_is_told() -> None:
    """A newcomer learns what to run."""
    assert findings_of(registers=Registers()) == [
        "content/briefings: note BR609: there are no briefings; run `briefings draft`"
    ]


def test_findings_come_in_order_whatever_the_input_order() -> None:
    """By path, line, column and code."""
    bad = [a_briefing(name, title="", topics=("zzz",), reviewed=None) for name in ("b", "a", "c")]
    one, two = (
        check_desk(items, Registers(), some_settings(), lambda _: None)
        for items in (list(map(loaded, bad)), list(map(loaded, reversed(bad))))
    )

    assert one == two
    assert list(one) == sorted(one, key=lambda f: (f.place, f.code, f.message))
    assert all(finding.code in RULES for finding in one)
    assert all(finding.severity is RULES[finding.code].severity for finding in one)
