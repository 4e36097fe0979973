"""Dates: as they stand in files (ISO 8601), and as newsrooms print them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

from briefings.model import Moment
from briefings.text.months import (
    REGIONS,
    fold_month,
    is_day_first,
    month_numbers,
    month_pattern,
    zone_offset,
    zone_pattern,
)

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMoment:
    """A date as it stands in a text: `text[start:end]`."""

    moment: Moment | None
    """None where the numbers cannot be told apart: 04/03 without a locale."""
    start: int
    end: int
    """Exclusive; the weekday, time and zone beside the date are inside."""

    def is_ambiguous(self) -> bool:
        """Tell whether a person must say which number is the day."""
        return self.moment is None


def parse_moment(iso: str) -> Moment:
    """Read `2026-03-14` or `2026-03-14T09:30+01:00`.

    Raises:
        ValueError: it is neither, or a time without its zone.
    """
    text = iso.strip()
    if _ISO_DAY.fullmatch(text):
        return date.fromisoformat(text)
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"a time needs its zone, such as {text}+00:00")
    return moment


def dump_moment(moment: Moment) -> str:
    """Write a moment as briefing files hold it; seconds only where there are any."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    exact = "seconds" if moment.second else "minutes"
    return moment.replace(microsecond=0).isoformat(timespec=exact)


def find_moment(text: str, language: str, locale: str | None = None) -> FoundMoment | None:
    """Find the first date with a year in a text.

    Numbers alone are read by the outlet's locale (`en-GB`); without one, numbers that could be
    either give a `FoundMoment` whose moment is None. A time without a zone is left out: only the
    day is known. `2 hours ago` is no date.
    """
    return next(find_moments(text, language, locale), None)


def find_moments(text: str, language: str, locale: str | None = None) -> Iterator[FoundMoment]:
    """Find all dates with a year in a text, in order."""
    position = 0
    if _YEAR.search(text) is None:  # most lines: no year, no date
        return
    day_first = is_day_first(language, locale)
    while found := _pattern().search(text, position):
        position = found.end()
        try:
            moment = _moment(found, day_first)
        except ValueError:  # the 31st of February, hour 25
            continue
        yield FoundMoment(moment=moment, start=found.start(), end=found.end())


# Four digits of any script, or two behind day and month.
_YEAR = re.compile(r"\d{4}|\d[./-]\d{1,2}[./-]\d\d")
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|(?:luned|marted|mercoled|gioved|venerd)ì|sabato|domenica"
    r"|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?"
    r"|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
    r"|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar"
    r"|(?:ال)?(?:اثنين|إثنين|ثلاثاء|أربعاء|اربعاء|خميس|جمعة|سبت|أحد|احد))"
)
_BEFORE_TIME = r"(?:\s*(?:[,،|•·–—-]|at|à|um|a\slas|alle|às|в|saat|الساعة)\s*|\s+|T)"


def _clock(mark: str) -> str:
    """Give the pattern of a time of day; `mark` tells its groups from the other time's."""
    return (
        rf"(?:(?P<hour{mark}>\d{{1,2}})(?:\s?[:.h]\s?(?P<minute{mark}>\d\d)(?::\d\d(?:\.\d{{1,6}})?)?"
        rf"(?!\d)|(?=\s?[ap]\.?m))(?:\s?(?P<half{mark}>[ap](?=\.?m\b)|[صم]\b)(?:\.?m\b\.?)?)?(?:\s?(?:uhr|hrs|h)\b)?"
        rf"(?:\s?\(?(?P<zone{mark}>{zone_pattern()})\)?)?)"
    )


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    month = month_pattern()
    ordinal = r"(?:st|nd|rd|th|er|º|ª|\.)?"
    of = r"(?:\s*[,،/-]\s*|\s+(?:de|del|di|of)\s+|\s*)"
    year = r"(?P<{}>(?:19|20|１９|２０|١٩|٢٠|۱۹|۲۰)\d\d)(?!\d)"
    days = (
        rf"{year.format('y0')}\s?[年년]\s?(?P<m0>\d{{1,2}})\s?[月월]\s?(?P<d0>\d{{1,2}})\s?[日일]"
        rf"|{year.format('y5')}\.\s(?P<m5>{month})\s(?P<d5>\d{{1,2}})(?!\d)\.?"
        rf"|{year.format('y1')}(?P<s1>[-/.])(?P<m1>\d{{1,2}})(?P=s1)(?P<d1>\d{{1,2}})(?!\d)"
        rf"|(?P<d2>\d{{1,2}}){ordinal}{of}(?P<m2>{month})\.?{of}{year.format('y2')}"
        rf"|(?P<m3>{month})\.?\s+(?P<d3>\d{{1,2}}){ordinal}(?:\s*[,،]\s*|\s+){year.format('y3')}"
        rf"|(?P<a>\d{{1,2}})(?P<s4>[-/.])(?P<b>\d{{1,2}})(?P=s4){year.format('y4')}"
    )
    return re.compile(
        rf"(?<![\w.])(?:{_WEEKDAY}\.?[,،]?\s+)?(?:{_clock('0')}{_BEFORE_TIME}(?:{_WEEKDAY}[,،]?\s)?)?"
        rf"(?:{days})(?:{_BEFORE_TIME}{_clock('1')})?(?:\s?г\.)?",
        re.IGNORECASE,
    )


def _moment(found: re.Match[str], day_first: bool | None) -> Moment | None:
    day = _day(found, day_first)
    clock = "1" if found["hour1"] else "0"
    zone = found[f"zone{clock}"]
    half = found[f"half{clock}"]
    # `PT` is also a party, `MT` a state: the zones of America stand behind `p.m.`
    if day is None or zone is None or (zone in REGIONS and not half):
        return day
    hour = int(found[f"hour{clock}"])
    if half:
        hour = hour % 12 + (12 if half.lower() in {"p", "م"} else 0)
    local = datetime(day.year, day.month, day.day, hour, int(found[f"minute{clock}"] or 0))
    offset = zone_offset(zone, local)
    return day if offset is None else local.replace(tzinfo=_zone(offset))


def _zone(offset: timedelta) -> timezone:
    return timezone(offset) if offset else UTC


def _day(found: re.Match[str], day_first: bool | None) -> date | None:
    if found["y0"]:
        return date(int(found["y0"]), int(found["m0"]), int(found["d0"]))
    if found["y5"]:  # Hungarian
        return date(int(found["y5"]), _month(found["m5"]), int(found["d5"]))
    if found["y1"]:
        return date(int(found["y1"]), int(found["m1"]), int(found["d1"]))
    if found["y2"]:
        return date(int(found["y2"]), _month(found["m2"]), int(found["d2"]))
    if found["y3"]:
        return date(int(found["y3"]), _month(found["m3"]), int(found["d3"]))
    return _numeric(int(found["a"]), int(found["b"]), int(found["y4"]), day_first)


def _month(name: str) -> int:
    number = month_numbers().get(fold_month(name))
    if number is None:  # a spelling whose lower case is another's
        raise ValueError(name)
    return number


def _numeric(first: int, second: int, year: int, day_first: bool | None) -> date | None:
    """Read two numbers and a year; the numbers decide where only one of them can be a month."""
    if first > 12 or first == second:
        return date(year, second, first)
    if second > 12:
        return date(year, first, second)
    if day_first is None:
        return None
    return date(year, second, first) if day_first else date(year, first, second)
