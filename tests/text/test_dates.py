"""Tests of dates, as files hold them and as newsrooms print them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from babel import Locale, localedata
from hypothesis import given
from hypothesis import strategies as st

from briefings.model import Moment
from briefings.text.dates import dump_moment, find_moment, find_moments, parse_moment
from briefings.text.months import is_day_first, zone_offset

DAYS = [
    ("en", "14 March 2026"),
    ("en", "14th March, 2026"),
    ("en", "March 14, 2026"),
    ("en", "Saturday, March 14 2026"),
    ("en", "Sat 14 Mar 2026"),
    ("en", "14-Mar-2026"),
    ("en", "2026-03-14"),
    ("en", "2026/03/14"),
    ("fr", "le samedi 14 mars 2026"),
    ("es", "14 de marzo de 2026"),
    ("de", "14. März 2026"),
    ("it", "14 marzo 2026"),
    ("pt", "14 de março de 2026"),
    ("ar", "14 مارس 2026"),
    ("ar", "١٤ آذار ٢٠٢٦"),
    ("ru", "14 марта 2026 г."),
    ("tr", "14 Mart 2026 Cumartesi"),
    ("nl", "14 maart 2026"),
    ("pl", "14 marca 2026"),
    ("sv", "14 mars 2026"),
    ("da", "14. marts 2026"),
    ("uk", "14 березня 2026"),
    ("cs", "14. března 2026"),
    ("el", "14 Μαρτίου 2026"),
    ("ro", "14 martie 2026"),
    ("hu", "2026. március 14."),
    ("hi", "14 मार्च 2026"),
    ("id", "14 Maret 2026"),
    ("ja", "2026年3月14日 9時30分"),
    ("ja", "２０２６年３月１４日"),
    ("ko", "2026년 3월 14일"),
    ("de", "14.03.2026"),
    ("en", "3/14/2026"),
]
TIMES = [
    ("14 March 2026, 9:30 a.m. GMT+1", "2026-03-14T09:30+01:00"),
    ("March 14, 2026 9:30 pm EDT", "2026-03-14T21:30-04:00"),
    ("Sat 14 Mar 2026 14.03 BST", "2026-03-14T14:03+01:00"),
    ("14:03 GMT, 14 March 2026", "2026-03-14T14:03+00:00"),
    ("2026-03-14T09:30:00Z", "2026-03-14T09:30+00:00"),
    ("2026-03-14 09:30:00.123 +0530", "2026-03-14T09:30+05:30"),
    ("14 марта 2026, 10:00 МСК", "2026-03-14T10:00+03:00"),
    ("14 March 2026 12:05 am UTC", "2026-03-14T00:05+00:00"),
    ("14 March 2026 12:05 pm UTC", "2026-03-14T12:05+00:00"),
]


def found(text: str, language: str = "en", locale: str | None = None) -> Moment | None:
    """Find the first date of a text."""
    moment = find_moment(text, language, locale)
    return moment.moment if moment else None


@pytest.mark.parametrize(("language", "text"), DAYS)
def test_a_day_is_read_as_newsrooms_print_it(language: str, text: str) -> None:
    """Month names of the world's newsrooms, ordinals, weekdays and other digits are understood."""
    assert found(f"Published {text}", language) == date(2026, 3, 14)


@pytest.mark.parametrize(("text", "iso"), TIMES)
def test_a_time_with_its_zone_is_kept(text: str, iso: str) -> None:
    """A printed offset or a zone that means one offset makes a moment."""
    moment = found(text)

    assert moment is not None
    assert dump_moment(moment) == iso


@pytest.mark.parametrize(
    "text",
    [
        "14 March 2026 9:30",
        "le 14 mars 2026 à 14h03",
        "14 March 2026 9:30 IST",
        "14 March 2026 +99:00",
    ],
)
def test_a_time_without_a_clear_zone_leaves_the_day(text: str) -> None:
    """No zone is invented; an abbreviation with several meanings is none."""
    assert found(text) == date(2026, 3, 14)


@pytest.mark.parametrize(
    "text", ["2 hours ago", "yesterday", "March 14", "31 February 2026", "2026-13-01", "14 ago", ""]
)
def test_what_is_no_full_date_gives_nothing(text: str) -> None:
    """Relative words, days without a year and impossible days are no dates."""
    assert find_moment(text, "en") is None


def test_an_impossible_date_does_not_hide_the_next() -> None:
    """The search goes on behind a 31 February."""
    assert found("31 February 2026, then 1 March 2026") == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("locale", "day"),
    [
        ("en-GB", date(2026, 3, 4)),
        ("en-US", date(2026, 4, 3)),
        ("es-MX", date(2026, 3, 4)),
        ("fr", date(2026, 3, 4)),
    ],
)
def test_the_locale_decides_what_numbers_mean(locale: str, day: date) -> None:
    """04/03 is in March or April as the outlet's readers read it."""
    assert found("04/03/2026", "en", locale) == day


@pytest.mark.parametrize("locale", [None, "en", "es", "sv-SE", "xx-QQ", "en-"])
def test_numbers_without_a_deciding_locale_are_ambiguous(locale: str | None) -> None:
    """English and Spanish newsrooms disagree, so nothing is guessed."""
    moment = find_moment("On 04/03/2026", "en", locale)

    assert moment is not None
    assert moment.is_ambiguous()
    assert (moment.start, moment.end) == (3, 13)


def test_equal_numbers_are_not_ambiguous() -> None:
    """3/3 is the third of March everywhere."""
    assert found("03/03/2026") == date(2026, 3, 3)


def test_the_languages_said_to_agree_agree_in_every_region() -> None:
    """CLDR knows no region of these languages that puts the month before the day."""
    agreeing = {tag.split("_")[0] for tag in localedata.locale_identifiers()}
    day_first = {language for language in agreeing if is_day_first(language, None)}
    for tag in localedata.locale_identifiers():
        if tag.split("_")[0] in day_first:
            pattern = str(Locale.parse(tag).date_formats["short"].pattern)
            starts_with_year = pattern.index("y") < min(pattern.index("d"), pattern.index("M"))

            assert starts_with_year or pattern.index("d") < pattern.index("M"), tag


def test_all_dates_of_a_line_are_found_in_order() -> None:
    """A line may say when it was published and when updated."""
    text = "Published: 14 March 2026 Updated: 15 March 2026"
    spans = [text[moment.start : moment.end] for moment in find_moments(text, "en")]

    assert spans == ["14 March 2026", "15 March 2026"]


@pytest.mark.parametrize("text", ["GMT+15", "+9999", "XYZ"])
def test_no_zone_is_read_from_what_is_none(text: str) -> None:
    """Offsets end at fourteen hours."""
    assert zone_offset(text, datetime(2026, 3, 4)) is None


@pytest.mark.parametrize("text", ["2026-03-14T09:30", "2026", "14 March 2026", ""])
def test_a_file_needs_a_day_or_a_time_with_its_zone(text: str) -> None:
    """What a briefing file holds is exact."""
    with pytest.raises(ValueError, match=r"."):
        parse_moment(text)


def test_seconds_are_written_where_there_are_any() -> None:
    """Whole minutes stay short."""
    assert dump_moment(datetime(2026, 3, 14, 9, 30, 5, tzinfo=UTC)) == "2026-03-14T09:30:05+00:00"


ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.dates() | st.datetimes(timezones=ZONES).map(lambda m: m.replace(microsecond=0))


@given(MOMENTS)
def test_a_moment_survives_its_file(moment: Moment) -> None:
    """Dumping and parsing give the same moment, a day staying a day."""
    again = parse_moment(dump_moment(moment))

    assert again == moment
    assert type(again) is type(moment)


@given(st.text(max_size=80))
def test_no_text_breaks_the_search(text: str) -> None:
    """Whatever stands in a line, spans lie inside it."""
    for moment in find_moments(text, "en"):
        assert 0 <= moment.start < moment.end <= len(text)


def test_a_letter_that_only_looks_like_a_month_s_is_no_month() -> None:
    """The long s equals s without regard to case, and no newsroom prints it."""
    assert find_moment("1 ſept 2026", "en") is None


@pytest.mark.parametrize(
    ("text", "language", "moment"),
    [
        ("4 March 2026 at 10:30 a.m. ET", "en", "2026-03-04T10:30:00-05:00"),
        ("July 4, 2026, 9 p.m. PT", "en", "2026-07-04T21:00:00-07:00"),
        ("le 3 mars 2026 à 10h30, heure de Paris", "fr", "2026-03-03T10:30:00+01:00"),
        ("le 3 juillet 2026 à 10h30 (heure de Paris)", "fr", "2026-07-03T10:30:00+02:00"),
        ("3 марта 2026, 12:40 мск", "ru", "2026-03-03T12:40:00+03:00"),
        ("3 marzo 2026 alle 10:30 ora italiana", "it", "2026-03-03T10:30:00+01:00"),
        ("4 de março de 2026 às 18h05 hora de Brasília", "pt", "2026-03-04T18:05:00-03:00"),
        ("4 مارس 2026 الساعة 10:30 م بتوقيت القاهرة", "ar", "2026-03-04T22:30:00+02:00"),
        ("3. März 2026, 14:05 Uhr MEZ", "de", "2026-03-03T14:05:00+01:00"),
        ("3 Mart 2026 14:05 Türkiye saatiyle", "tr", "2026-03-03T14:05:00+03:00"),
    ],
)
def test_a_zone_named_for_a_place_is_of_the_day(text: str, language: str, moment: str) -> None:
    """Summer time is the place's own."""
    found = find_moment(text, language)

    assert found is not None
    assert found.moment == datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("le 3 mars 2026 à 10h30 et modifié", "fr"),
        ("3 de março de 2026 às 18h05 PT anuncia", "pt"),
    ],
)
def test_a_word_is_no_zone(text: str, language: str) -> None:
    """French `et` or a party's initials after a time leave the day."""
    found = find_moment(text, language)

    assert found is not None
    assert found.moment == date(2026, 3, 3)
