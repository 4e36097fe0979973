"""Slips with one possible meaning: a misspelt key, a date in another form, a word in capitals."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from briefings.store.kinds import Kind, Parsed
from briefings.store.values import DATE, MOMENT, TIME, YES
from briefings.text.dates import dump_moment, find_moment

_BY_YEAR = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)[ \tT]+(\d\d:\d\d(?::\d\d)?)[ \t]*(Z|[+-]\d\d:?\d\d)",
    re.ASCII | re.IGNORECASE,
)


def meant_keys(given: Sequence[str], known: Iterable[str]) -> Mapping[str, str]:
    """Give the known key each unknown one must mean; left out where two could be meant, or none."""
    names = list(known)
    free = [name for name in names if name not in given]
    meant: dict[str, str] = {}
    for key in given:
        near = [name for name in free if key not in names and _is_slip(key, name)]
        if len(near) == 1:
            meant[key] = near[0]
    wanted = list(meant.values())
    return {key: name for key, name in meant.items() if wanted.count(name) == 1}


def mended_value(kind: Kind[Any], text: str) -> str | None:
    """Give the text a value should have; None where it fits, or where a person has to say."""
    if not isinstance(kind, Parsed) or _fits(kind, text):
        return None
    fresh = _mended(kind, text.strip())
    return fresh if fresh is not None and _fits(kind, fresh) else None


def _mended(kind: Parsed[Any], text: str) -> str | None:
    if kind is DATE:
        return _day(text)
    if kind is TIME:
        return _time(text)
    if kind is MOMENT:
        return _time(text) or _day(text)
    words = getattr(kind, "words", None)
    if words:
        return next((word for word in words if word.casefold() == text.casefold()), None)
    return text.lower() if kind is YES else None


def _fits(kind: Parsed[Any], text: str) -> bool:
    try:
        kind.parse(text)
    except (ValueError, LookupError, OverflowError):
        return False
    return True


def _day(text: str) -> str | None:
    by_year = _BY_YEAR.fullmatch(text)
    if by_year:
        try:
            return date(int(by_year[1]), int(by_year[3]), int(by_year[4])).isoformat()
        except ValueError:
            return None
    found = find_moment(text, "en")
    whole = found is not None and (found.start, found.end) == (0, len(text))
    if not whole or found is None or found.moment is None or isinstance(found.moment, datetime):
        return None
    return dump_moment(found.moment)


def _time(text: str) -> str | None:
    found = _TIME.fullmatch(text)
    return f"{found[1]}T{found[2]}{found[3].upper()}" if found else None


def _is_slip(given: str, meant: str) -> bool:
    """Tell whether a key is another one mistyped: other case or dashes, or a slip of the finger."""
    if _bare(given) == _bare(meant):
        return True
    most = 2 if len(meant) >= 9 else 1
    return min(len(given), len(meant)) >= 4 and _distance(given, meant) <= most


def _bare(key: str) -> str:
    return re.sub(r"[-_ ]", "", key).lower()


def _distance(one: str, other: str) -> int:
    """Count letters put in, left out, changed, or exchanged with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        after = [i]
        for j, b in enumerate(other, 1):
            cost = min(row[j] + 1, after[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            after.append(cost)
        before, row = row, after
    return row[-1]
