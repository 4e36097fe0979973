"""Dates and numbers as people of a language write them, from CLDR through Babel."""

import re
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date

from briefings.model import Moment
from briefings.pages.views import Text, When

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_COMMA = {"ar": "،", "fa": "،", "ur": "،"}


@lru_cache(maxsize=1024)
def locale_of(language: str) -> Locale:
    """Find the locale of a language; plain English is British, the unknown reads as English."""
    if language.casefold() != "en" and _TAG.fullmatch(language):
        try:
            return Locale.parse(language, sep="-")
        except (UnknownLocaleError, ValueError):
            pass
    return Locale.parse("en_GB")


def plural_form(number: int, language: str) -> str:
    """Name the plural form of a number, such as `one` or `few`."""
    form: str = locale_of(language).plural_form(number)
    return form


def direction(language: str) -> str:
    """Tell which way a language runs: `ltr` or `rtl`."""
    return "rtl" if locale_of(language).character_order == "right-to-left" else "ltr"


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
        text += f"{_COMMA.get(language.split('-', 1)[0], ',')} {local:%H:%M}"
    return When(iso=machine_form(local), text=text)


def day(moment: Moment, language: str, zone: ZoneInfo) -> When:
    """Say the day of a moment, without its time."""
    local = day_of(moment, zone)
    return When(iso=local.isoformat(), text=say_date(local, language))


def weekday(moment: date, language: str) -> When:
    """Say a day with its weekday: `Saturday 14 March 2026`."""
    text = _format(moment, "full", language)
    if locale_of(language).language == "en":
        text = text.replace(",", "", 1) if language.casefold() in {"en", "en-gb"} else text
    return When(iso=moment.isoformat(), text=text)


def month(year: int, number: int, language: str) -> str:
    """Say a month: `March 2026`."""
    return _format(date(year, number, 1), "MMMM y", language)


def say_date(moment: date, language: str) -> str:
    """Say a day: `14 March 2026`."""
    return _format(moment, "long", language)


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


@lru_cache(maxsize=16384)
def _format(moment: date, form: str, language: str) -> str:
    return format_date(moment, form, locale=locale_of(language))
