"""The desk's own words, dates, and the cleaning of everybody else's."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.model import PlainPage
from briefings.pages import site_view
from briefings.pages.clean import clean_line, clean_text, clean_view
from briefings.pages.locales import (
    day,
    instant,
    locale_of,
    machine_form,
    say_hour,
    tag_of,
    weekday,
    when,
)
from briefings.pages.phrases import chrome_language, count, kind_label, say
from briefings.pages.stubs import plain_words
from briefings.text.catalogues import languages
from tests.pages.sites import PLAIN, sectioned

BEIRUT = ZoneInfo("Asia/Beirut")
NOON = datetime(2026, 3, 14, 22, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "15 March 2026, 00:30"),
        ("en-US", "March 15, 2026, 12:30\u202fAM"),
        ("fr", "15 mars 2026, 00:30"),
        ("ar", "15 مارس 2026، 12:30 ص"),
        ("de", "15. März 2026, 00:30"),
        ("xx-nothing", "15 March 2026, 00:30"),
        ("<b>", "15 March 2026, 00:30"),
    ],
)
def test_a_time_is_said_in_the_pages_language(language: str, text: str) -> None:
    """Times come in the desk's zone and the language's own order."""
    assert when(NOON, language, BEIRUT)["text"] == text


def test_a_day_stays_a_day() -> None:
    """A date alone is not given an hour, whatever the zone."""
    assert when(date(2026, 3, 14), "en", BEIRUT) == {"iso": "2026-03-14", "text": "14 March 2026"}


def test_a_time_keeps_its_machine_form() -> None:
    """The ISO form carries the desk's zone, to the minute."""
    assert when(NOON, "en", BEIRUT)["iso"] == "2026-03-15T00:30+02:00"
    assert machine_form(date(2026, 3, 14)) == "2026-03-14"


def test_a_time_without_zone_is_the_desks() -> None:
    """A naive time is taken to be local already; so is the start of a day."""
    naive = datetime(2026, 3, 14, 6, 0)

    assert when(naive, "en", BEIRUT)["iso"] == "2026-03-14T06:00+02:00"
    assert instant(naive, BEIRUT) == naive.replace(tzinfo=BEIRUT)
    assert instant(date(2026, 3, 14), BEIRUT) == datetime(2026, 3, 14, tzinfo=BEIRUT)


def test_the_day_of_a_time_is_the_desks() -> None:
    """Half past ten in the evening in London is tomorrow in Beirut."""
    assert day(NOON, "en", BEIRUT)["iso"] == "2026-03-15"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Saturday 14 March 2026"),
        ("en-US", "Saturday, March 14, 2026"),
        ("fr", "samedi 14 mars 2026"),
    ],
)
def test_an_editions_day_has_its_weekday(language: str, text: str) -> None:
    """British English goes without the comma."""
    assert weekday(date(2026, 3, 14), language)["text"] == text


@pytest.mark.parametrize(
    ("tag", "wanted"), [("fr", "fr"), ("und", "en"), ("", "en"), ('x" y', "en"), ("pt-BR", "pt-BR")]
)
def test_a_lang_attribute_holds_a_language(tag: str, wanted: str) -> None:
    """What is not a language tag, or cannot be told, is the desk's language."""
    assert tag_of(tag, "en") == wanted


def test_plain_english_is_british() -> None:
    """`en` alone means day before month."""
    assert str(locale_of("en")) == "en_GB"


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("number", [0, 1, 2, 3, 11, 100, 1_000_000])
def test_every_number_has_a_form(language: str, number: int) -> None:
    """Each plural form a language asks for is there or falls back on the general one."""
    for key in ("briefings", "minutes", "outlets", "origin_count"):
        assert count(language, key, number)


@pytest.mark.parametrize(
    ("language", "number", "text"),
    [
        ("en", 1, "1 briefing"),
        ("en", 0, "0 briefings"),
        ("fr", 0, "0 brève"),
        ("ar", 2, "موجزان"),
        ("ar", 5, "5 موجزات"),
        ("ar", 11, "11 موجزًا"),
        ("sv", 2, "2 briefings"),
    ],
)
def test_plurals_follow_the_language(language: str, number: int, text: str) -> None:
    """The plural form is the one CLDR names."""
    assert count(language, "briefings", number) == text


def test_values_are_never_read_as_phrases() -> None:
    """Braces in an outlet's name stay braces."""
    assert say("en", "read_at", outlet="{day} {0.__class__}") == (
        "Read the original at {day} {0.__class__}"
    )


@pytest.mark.parametrize(
    ("language", "value", "said"),
    [
        ("ar", "The Lantern (Beirut)", "اقرأ الأصل في \u200eThe Lantern (Beirut)\u200e\u200f"),
        ("ar", "صوت الساحل", "اقرأ الأصل في صوت الساحل"),
        ("en", "صوت الساحل", "Read the original at \u200fصوت الساحل\u200f\u200e"),
        ("en", "Süddeutsche", "Read the original at Süddeutsche"),
        ("ar", "24", "اقرأ الأصل في 24"),
    ],
)
def test_a_value_that_runs_the_other_way_stands_apart(language: str, value: str, said: str) -> None:
    """Its brackets and numbers keep their side; what runs as the sentence does gets no marks."""
    assert say(language, "read_at", outlet=value) == said


@pytest.mark.parametrize(
    ("language", "hour", "said"),
    [
        ("en", "06:30", "06:30"),
        ("en-US", "19:00", "7:00\u202fPM"),
        ("ar", "19:00", "7:00 م"),
        ("en", "at dawn", "at dawn"),
    ],
)
def test_an_hour_is_said_as_the_language_says_it(language: str, hour: str, said: str) -> None:
    """What is no time of day is printed as it stands."""
    assert say_hour(hour, language) == said


def test_other_languages_read_english() -> None:
    """A language without a phrase book prints the desk's words in English."""
    assert chrome_language("sv-SE") == "en"
    assert chrome_language("FR-ca") == "fr"


def test_an_unknown_kind_of_correction_is_printed_as_written() -> None:
    """A kind the desk does not know keeps its own word."""
    assert kind_label("fr", "retraction") == "Retrait"
    assert kind_label("fr", "apology") == "apology"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("plain", "plain"),
        ("a\x00b\x1bc\x7f\x9bd", "abcd"),
        ("a\u202eb\u2066c\u2069", "abc"),
        ("a\r\nb\rc\u2028d\u2029e\x85f", "a\nb\nc\nd\ne\nf"),
        ("\ud800a\ufffe\ufeff", "a"),
        ("a\U000e0041b", "ab"),
        ("می\u200cخواهم\u200f", "می\u200cخواهم\u200f"),
        ("a\tb", "a\tb"),
    ],
)
def test_what_cannot_be_seen_is_dropped(text: str, wanted: str) -> None:
    """Controls, overrides, tags and lone surrogates go; joiners and marks of Arabic stay."""
    assert clean_text(text) == wanted


def test_a_line_is_one_line() -> None:
    """White space of every kind becomes one space."""
    assert clean_line(" a \n\t b\u2028c ") == "a b c"


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """Clean text is clean, and UTF-8 can hold it."""
    once = clean_text(text)

    assert clean_text(once) == once
    assert once.encode().decode() == once


def test_a_view_is_cleaned_except_its_html() -> None:
    """Every string is cleaned wherever it stands; HTML is not touched after nh3."""
    dirty = {"a": ["x\x00", ("y\u202e", 1)], "html": "<p>\x00</p>", "note_html": None, "n": True}

    assert clean_view(dirty) == {
        "a": ["x", ["y", 1]],
        "html": "<p>\x00</p>",
        "note_html": None,
        "n": True,
    }


def test_words_of_html_are_its_text() -> None:
    """Tags part words, entities are read."""
    assert plain_words("<p>a &amp; b</p>\n<p>&lt;c&gt;</p>") == "a & b <c>"


def test_the_masthead_names_the_ways_in() -> None:
    """Navigation and footer come from the settings and the plain pages."""
    view = site_view(sectioned(licence_url="javascript:x"), PLAIN, drafts=True)

    assert view["nav"][0] == ["", "Today"]
    assert [address for address, _ in view["nav"]][-1] == "search/"
    assert ["about/", "About"] in view["footer"]
    assert (view["dir"], view["draft_site"], view["licence_url"]) == ("ltr", True, None)


def test_an_arabic_desk_runs_from_the_right() -> None:
    """The language of the desk decides the direction of its frame."""
    view = site_view(sectioned(language="ar"), (), drafts=False)

    assert (view["dir"], view["nav"][0][1]) == ("rtl", "اليوم")


def test_the_frame_is_cleaned_too() -> None:
    """Controls and overrides in settings and page titles turn no masthead round."""
    page = PLAIN[0]
    hidden = PlainPage(
        url=page.url, title="Abo\u202eut", markdown="x", path=page.path, language="en"
    )

    view = site_view(sectioned(site_name="The\u202e Lantern\x07"), [hidden], drafts=False)

    assert view["name"] == "The Lantern"
    assert ["about/", "About"] in view["footer"]
