"""Dates and numbers as people of a language write them, from CLDR through Babel."""

import re
from datetime import date, datetime, time
from functools import lru_cache
from unicodedata import bidirectional
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton, format_time

from briefings.model import Moment
from briefings.pages.views import Text, When

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_MARKS = {"ltr": "\u200e", "rtl": "\u200f"}


@lru_cache(maxsize=1024)
def locale_of(language: str) -> Locale:
    """Find the locale of a language; plain English is British, the unknown reads as English."""
    if language.casefold() != "en" and _TAG.fullmatch(language):
        try:
            return Locale.parse(language, sep="-")
        except (UnknownLocaleError, ValueError):
            pass
    return Locale.parse("en_GB")


def first_weekday(language: str) -> int:
    """Give the day weeks begin on, Monday being 0: that of the language's most likely country."""
    locale = locale_of(language)
    likely = None if locale.territory else get_global("likely_subtags").get(str(locale))
    day: int = (Locale.parse(likely) if likely else locale).first_week_day
    return day


def weekday_names(language: str, first: int) -> list[tuple[str, str]]:
    """Name the days of a week, short and in full, from the one it begins on."""
    names = locale_of(language).days["stand-alone"]
    days = [(first + number) % 7 for number in range(7)]
    return [(names["short"][day], names["wide"][day]) for day in days]


def language_name(tag: str, language: str) -> str:
    """Name a language in another: `French`, `français`; its tag where CLDR has no name."""
    names: dict[str, str] = dict(locale_of(language).languages)
    return names.get(tag) or names.get(tag.partition("-")[0].lower()) or tag


@lru_cache(maxsize=1024)
def direction(language: str) -> str:
    """Tell which way a language runs: `ltr` or `rtl`."""
    return "rtl" if locale_of(language).character_order == "right-to-left" else "ltr"


def isolate(text: str, language: str) -> str:
    """Set a text that begins in the other direction apart in a sentence of this language.

    With marks of direction and not with isolates: those in strangers' text could close ours, so
    `clean` takes all of them out.
    """
    around = direction(language)
    own = around if around == "ltr" and text.isascii() else _direction_of(text)
    if own in {None, around}:
        return text
    return f"{_MARKS[own]}{text}{_MARKS[own]}{_MARKS[around]}"


def _direction_of(text: str) -> str | None:
    """Tell which way a text runs by its first letter that says so (UAX 9, P2)."""
    return next((way for char in text if (way := _STRONG.get(bidirectional(char)))), None)


@lru_cache(maxsize=1024)
def territory_of(language: str) -> str:
    """Give a language with the country most of its readers live in (CLDR): `en_GB`, `fr_FR`."""
    locale = locale_of(language)
    likely: str = get_global("likely_subtags").get(locale.language, "")
    territory = locale.territory or likely.rpartition("_")[2]
    return f"{locale.language}_{territory}" if territory else locale.language


def tag_of(language: str, fallback: str) -> str:
    """Give the language as a `lang` attribute may hold it; what cannot be told is the desk's."""
    return language if language != "und" and _TAG.fullmatch(language) else fallback


def text_in(text: str, language: str) -> Text:
    """Give words with their language and direction."""
    return Text(text=text, lang=language, dir=direction(language))


def when(moment: Moment, language: str, zone: ZoneInfo) -> When:
    """Say a moment: `14 March 2026`, with `, 06:10` where the time is known, in the desk's zone."""
    local = localise(moment, zone)
    text = say_date(day_of(local, zone), language)
    if isinstance(local, datetime):
        joined: str = locale_of(language).datetime_formats["medium"]
        text = joined.format(say_time(local.time(), language), text)
    return When(iso=machine_form(local), text=text)


def day(moment: Moment, language: str, zone: ZoneInfo) -> When:
    """Say the day of a moment, without its time."""
    local = day_of(moment, zone)
    return When(iso=local.isoformat(), text=say_date(local, language))


def weekday(moment: date, language: str) -> When:
    """Say a day with its weekday: `Saturday 14 March 2026`."""
    return When(iso=moment.isoformat(), text=_plain(_format(moment, "full", language), language))


def weekday_in(year: int, moment: date, language: str) -> str:
    """Say a day with its weekday where the year is known, and name the year where it is another."""
    if moment.year != year:
        return weekday(moment, language)["text"]
    return _plain(_skeleton(moment, "MMMMEEEEd", language), language)


def date_in(year: int, moment: date, language: str) -> str:
    """Say a day where the year is known: `14 March`."""
    return (
        say_date(moment, language) if moment.year != year else _skeleton(moment, "MMMMd", language)
    )


def _plain(text: str, language: str) -> str:
    """Take out the comma after the weekday, which the British no longer write."""
    return text.replace(",", "", 1) if language.casefold() in {"en", "en-gb"} else text


def month(year: int, number: int, language: str) -> str:
    """Say a month: `March 2026`."""
    return _format(date(year, number, 1), "MMMM y", language)


def say_date(moment: date, language: str) -> str:
    """Say a day: `14 March 2026`."""
    return _format(moment, "long", language)


def say_time(moment: time, language: str) -> str:
    """Say a time of day: `06:10`, or `6:10 AM` where the language has it so."""
    return format_time(moment, "short", locale=locale_of(language))


def say_hour(hour: str, language: str) -> str:
    """Say an hour of the settings, such as `06:30`; what is no time of day is printed as it is."""
    try:
        return say_time(time.fromisoformat(hour), language)
    except ValueError:
        return hour


def localise(moment: Moment, zone: ZoneInfo) -> Moment:
    """Bring a time to the desk's zone; a time without one is taken to be there already."""
    if not isinstance(moment, datetime):
        return moment
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)


def day_of(moment: Moment, zone: ZoneInfo) -> date:
    """Give the day of a moment in the desk's zone."""
    local = localise(moment, zone)
    return local.date() if isinstance(local, datetime) else local


def instant(moment: Moment, zone: ZoneInfo) -> datetime:
    """Give a moment as a time with its zone; a day begins at midnight at the desk."""
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
    return datetime(moment.year, moment.month, moment.day, tzinfo=zone)


def machine_form(moment: Moment) -> str:
    """Give the ISO form, to the minute."""
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="minutes")
    return moment.isoformat()


@lru_cache(maxsize=4096)
def _skeleton(moment: date, skeleton: str, language: str) -> str:
    """Write the parts of a date that a skeleton names, as the locale orders them."""
    return format_skeleton(skeleton, moment, locale=locale_of(language))


@lru_cache(maxsize=16384)
def _format(moment: date, form: str, language: str) -> str:
    return format_date(moment, form, locale=locale_of(language))
