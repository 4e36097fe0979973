"""Dates told from the day a copy was saved: `2 hours ago`, `gestern`, `منذ 3 ساعات`.

Precision is honest: `2 hours ago` may be 90 minutes or 170, so it gives the day it falls on, in
the zone of the saving time, and nothing where that hour's reach crosses midnight.
"""

import re
from datetime import datetime, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from briefings.text.dates import FoundMoment

_UNITS: Final = MappingProxyType(
    {
        60: r"min(?:ute)?s?\.?|minut[oieaey]s?|minuten|минут[уыа]?|dakika|دقيقة|دقائق",
        3600: r"hours?|hrs?\.?|h|heures?|horas?|stunden?|or[ae]|час(?:а|ов)?|saat|ساعة|ساعات",
        86400: r"days?|jours?|días?|dias?|tag(?:en?)?|giorn[oi]|день|дня|дней|gün|يوما?|أيام|ايام",
    }
)
_PAIRS: Final = MappingProxyType(
    {"دقيقتين": 120, "ساعتين": 7200, "يومين": 172800, "ساعة": 3600, "دقيقة": 60}
)
_ONE = frozenset({"a", "an", "one", "une", "un", "una", "uma", "um", "einer", "einem", "bir"})
_TODAY = "today|aujourd['’]hui|hoy|heute|oggi|hoje|сегодня|bugün|اليوم"
_YESTERDAY = "yesterday|hier|ayer|gestern|ieri|ontem|вчера|dün|أمس|امس"
# Italian and Portuguese lines would otherwise take German or French words of another meaning.
_WORDS_OF: Final = MappingProxyType({"hier": {"fr", "und"}, "dün": {"tr", "und"}})


def find_relative(text: str, language: str, saved_at: datetime) -> FoundMoment | None:
    """Find the first relative date of a line, counted back from when its copy was saved.

    Only a day is ever given: a printed `2 hours ago` is too coarse for a time.
    """
    found = _pattern().search(text[:_LONGEST])
    if found is None:
        return None
    if found["today"] or found["yesterday"]:
        word = found[0].lower()
        if language.partition("-")[0] not in _WORDS_OF.get(word, {language.partition("-")[0]}):
            return None
        day = saved_at.date() - timedelta(days=1 if found["yesterday"] else 0)
        return FoundMoment(moment=day, start=found.start(), end=found.end())
    seconds, unit = _seconds(found)
    # The number was rounded down: the truth lies up to one unit further back.
    try:
        late, early = (saved_at - timedelta(seconds=s) for s in (seconds, seconds + unit - 1))
    except OverflowError:
        return None
    if unit < 86400 and late.date() != early.date():
        return None
    return FoundMoment(moment=late.date(), start=found.start(), end=found.end())


_LONGEST = 200


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    one = "|".join(sorted(_ONE, key=lambda word: (-len(word), word)))

    def count(mark: str) -> str:
        units = "|".join(f"(?P<u{seconds}{mark}>{words})" for seconds, words in _UNITS.items())
        return rf"(?P<n{mark}>\d{{1,3}}|{one})\s?(?:{units})"

    pairs = "|".join(_PAIRS)
    return re.compile(
        rf"(?<!\w)(?:{count('a')}\s(?:ago|fa|atrás|назад|önce)"
        rf"|(?:il\sy\sa|hace|vor|há|قبل|منذ)\s(?:{count('b')}|(?P<pair>{pairs}))"
        rf"|(?P<yesterday>{_YESTERDAY})|(?P<today>{_TODAY}))(?!\w)",
        re.IGNORECASE,
    )


def _seconds(found: re.Match[str]) -> tuple[int, int]:
    if found["pair"]:
        total = _PAIRS[found["pair"]]
        return total, next(unit for unit in (86400, 3600, 60) if total >= unit)
    mark = "a" if found["na"] else "b"
    unit = next(seconds for seconds in _UNITS if found[f"u{seconds}{mark}"])
    number = found[f"n{mark}"].lower()
    return (1 if number in _ONE else int(number)) * unit, unit
