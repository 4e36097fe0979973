"""Month names of the world's newsrooms, from CLDR, and the zones they print after a time."""

import re
from datetime import datetime, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError

# The regional Arabic ones differ: Levantine (LB, IQ), Maghrebi (DZ, MA).
_LOCALES = (
    *("en", "fr", "es", "de", "it", "pt", "ru", "tr"),
    *("ar", "ar_LB", "ar_IQ", "ar_DZ", "ar_MA"),
    *("nl", "pl", "sv", "da", "nb", "uk", "cs", "el", "ro", "hu", "he", "hi", "id"),
)
# Printed by newsrooms, absent from CLDR.
_MORE: Final = MappingProxyType(
    {"sept": 9, "setiembre": 9, "ابريل": 4, "نيسان": 4, "اغسطس": 8, "اكتوبر": 10, "أكتوبر": 10}
    | {"ايار": 5, "اذار": 3, "ايلول": 9, "février": 2, "fevrier": 2, "aout": 8, "decembre": 12}
)
# Only abbreviations that mean one offset in news practice; `IST`, `CST` and `AST` mean several.
_ZONES: Final = MappingProxyType(
    {"Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "MEZ": 60}
    | {"CEST": 120, "MESZ": 120, "EET": 120, "EEST": 180, "MSK": 180, "МСК": 180, "EST": -300}
    | {"EDT": -240, "CDT": -300, "MDT": -360, "PST": -480, "PDT": -420, "JST": 540, "HKT": 480}
    | {"AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780}
)
# Zones named for a place: their offset depends on the day. In capitals, since `et` is a word.
REGIONS: Final = MappingProxyType(
    {"ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver"}
    | {"PT": "America/Los_Angeles"}
)
_PLACES: Final = MappingProxyType(
    {"heure de Paris": "Europe/Paris", "heure de Montréal": "America/Toronto"}
    | {"hora de Madrid": "Europe/Madrid", "hora peninsular": "Europe/Madrid"}
    | {"hora de Brasília": "America/Sao_Paulo", "hora de Lisboa": "Europe/Lisbon"}
    | {"ora italiana": "Europe/Rome", "по московскому времени": "Europe/Moscow"}
    | {"بتوقيت مكة المكرمة": "Asia/Riyadh", "بتوقيت القاهرة": "Africa/Cairo"}
    | {"Eastern Time": "America/New_York", "Pacific Time": "America/Los_Angeles"}
    | {"London time": "Europe/London", "türkiye saatiyle": "Europe/Istanbul"}
)
_OFFSET = re.compile(r"([+\-−])(\d{1,2})(?::?(\d{2}))?")
# In every region of these languages that writes the year last, the day comes before the month
# (CLDR, short date formats); Spanish and English regions disagree.
_DAY_FIRST = frozenset({"de", "fr", "it", "pt", "ru", "tr", "ar"})


@lru_cache(maxsize=1)
def month_numbers() -> MappingProxyType[str, int]:
    """Give the number of each month name and abbreviation, by its folded spelling."""
    names = dict(_MORE)
    for tag in _LOCALES:
        months = Locale.parse(tag).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    names.setdefault(fold_month(name), int(number))
    return MappingProxyType(names)


def fold_month(name: str) -> str:
    """Bring a month's spelling to what `month_numbers` knows: lower case, no point."""
    return " ".join(name.rstrip(".").replace("İ", "i").lower().split())


def month_pattern() -> str:
    """Give an alternation of all month names, longest first."""
    names = sorted(month_numbers(), key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s") for name in names)


def zone_pattern() -> str:
    """Give an alternation of the zones a printed time may carry."""
    names = "|".join(sorted(_ZONES, key=lambda name: (-len(name), name)))
    places = "|".join(map(re.escape, _PLACES)).replace(r"\ ", r"\s")
    regions = "|".join(REGIONS)
    return (
        rf"(?:GMT|UTC)\s?[+\-−]\s?\d{{1,2}}(?::?\d{{2}})?|[+\-−]\d{{2}}:?\d{{2}}|(?:{names})\b"
        rf"|,?\s?(?:{places})|(?-i:{regions})\b"
    )


def zone_offset(printed: str, at: datetime) -> timedelta | None:
    """Give the offset of a printed zone at a time there; None where it is no zone of this world."""
    named = REGIONS.get(printed) or _places().get(_folded(printed))
    if named:
        return at.replace(tzinfo=ZoneInfo(named)).utcoffset()
    compact = printed.upper().replace(" ", "")
    found = _OFFSET.fullmatch(compact.removeprefix("GMT").removeprefix("UTC"))
    if found is None:
        minutes = _ZONES.get(compact)
        return None if minutes is None else timedelta(minutes=minutes)
    total = int(found[2]) * 60 + int(found[3] or 0)
    if total > 14 * 60:
        return None
    return timedelta(minutes=total if found[1] == "+" else -total)


@lru_cache(maxsize=1)
def _places() -> dict[str, str]:
    return {_folded(name): zone for name, zone in _PLACES.items()}


def _folded(printed: str) -> str:
    return " ".join(printed.strip(" ,").casefold().split())


def is_day_first(language: str, locale: str | None) -> bool | None:
    """Tell whether 04/03 is the fourth of March; None where nobody can know."""
    tag = (locale or language).replace("_", "-")
    base, _, region = tag.partition("-")
    if base.lower() in _DAY_FIRST:
        return True
    return _order_of(tag) if region else None


@lru_cache(maxsize=64)
def _order_of(tag: str) -> bool | None:
    try:
        pattern = str(Locale.parse(tag, sep="-").date_formats["short"].pattern)
    except (ValueError, UnknownLocaleError):
        return None
    day, month, year = pattern.find("d"), pattern.find("M"), pattern.find("y")
    # A region that starts with the year says nothing of numbers that end with it.
    return None if year < day and year < month else day < month
