"""When a page was published: what it states, brought to the clock it prints."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone

from lxml.html import HtmlElement

from briefings.model import Moment
from briefings.read.facts import Facts
from briefings.read.html.jsonld import Stated
from briefings.read.html.marks import Marks, text_of
from briefings.text.dates import find_moment

_DATE = re.compile(
    r"(?i)(?:^|[\s_-])(?:date|dateline|published|pub-?date|timestamp|time|posted-?on|entry-?date"
    r"|meta|postmeta|byline|author)(?:$|[\s_-])"
)
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/_.-]|$)")
_HOUR = timedelta(hours=1)
# Newfoundland, the Marquesas, Iran, Afghanistan, India, Nepal, Myanmar, Australia, the Chathams
_ODD = frozenset(
    timedelta(minutes=minutes)
    for minutes in (-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765, 825)
)


def gather_dates(tree: HtmlElement, marks: Marks, stated: Stated, facts: Facts) -> None:
    """Add when a page was published and updated."""
    times = [time for time in tree.iter("time") if not marks.is_elsewhere(time)][:3]
    facts.date = _first(stated.date, facts)
    facts.updated = _first(stated.updated, facts)
    facts.updated = None if facts.updated == facts.date else facts.updated
    facts.date = facts.date or _first(_said(times), facts)
    if facts.date is None:
        near = [text_of(element)[:200] for element in marks.find(_DATE)[:20]]
        facts.date = _first([text for text in near if any(c.isdigit() for c in text)], facts)
    if facts.date is None and facts.url and (found := _URL_DAY.search(facts.url)):
        facts.date = _first([f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}"], facts)
    facts.date = _on_the_printed_clock(facts.date, times)
    facts.updated = _on_the_printed_clock(facts.updated, times)


def _first(texts: Iterable[str], facts: Facts) -> Moment | None:
    for text in texts:
        found = find_moment(text[:300], facts.language or "und", facts.locale)
        if found and found.moment:
            return found.moment
    return None


def _said(times: Iterable[HtmlElement]) -> Iterator[str]:
    for time in times:
        yield time.get("datetime") or ""
        yield text_of(time)


def _on_the_printed_clock(moment: Moment | None, times: Iterable[HtmlElement]) -> Moment | None:
    """Give a stated instant in the outlet's own hours where the page prints them.

    Systems state instants in UTC, while the story is of the evening before. A printed time of the
    same instant has the outlet's offset. One without a zone shows it by its distance, to the
    minute, if that is an offset clocks have: by chance one time in sixty has.
    """
    if not isinstance(moment, datetime) or moment.utcoffset():
        return moment
    for time in times:
        try:
            printed = datetime.fromisoformat((time.get("datetime") or "").strip())
        except ValueError:
            continue
        offset = _offset(moment, printed.replace(second=0, microsecond=0))
        if offset is not None and ":" in time.get("datetime", ""):
            return moment.astimezone(timezone(offset) if offset else UTC)
    return moment


def _offset(moment: datetime, printed: datetime) -> timedelta | None:
    """Give the offset at which an instant of UTC reads as printed; None where none does."""
    if printed.tzinfo is not None:
        return printed.utcoffset() if printed == moment else None
    distance = printed - moment.replace(tzinfo=None)
    is_whole = distance % _HOUR == timedelta()
    is_real = is_whole or distance in _ODD
    return distance if is_real and -12 * _HOUR <= distance <= 14 * _HOUR else None
