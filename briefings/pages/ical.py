"""Calendars: entries of the diary as iCalendar (RFC 5545), made of the entries and nothing else.

Times are written in UTC, so no zone has to be described; a whole day has no zone at all.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from briefings.model import DiaryEntry, DiaryStatus, Moment, OutputFile
from briefings.pages.clean import clean_line
from briefings.pages.locales import instant
from briefings.pages.run import Run
from briefings.pages.urls import absolute, safe_url

_OCTETS = 75
"""Of a line, its end not counted (section 3.1)."""
_STATUS: Final = {
    DiaryStatus.FIXED: "CONFIRMED",
    DiaryStatus.EXPECTED: "TENTATIVE",
    DiaryStatus.CALLED_OFF: "CANCELLED",
}
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""When an entry was noted that does not say when: the clock is never asked."""


def make_calendar(
    run: Run, address: str, title: str, entries: Iterable[tuple[DiaryEntry, str]]
) -> OutputFile:
    """Make a calendar of entries, each with the page it stands on."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_text(run.settings.site_name)}//Briefings//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(title)}",
        f"X-WR-CALNAME:{_text(title)}",
        *(line for entry, page in entries for line in _event(run, entry, page)),
        "END:VCALENDAR",
    ]
    content = "".join(fold_line(line) for line in lines).encode()
    return OutputFile(path=address.removeprefix("/"), content=content)


def _event(run: Run, entry: DiaryEntry, page: str) -> Iterator[str]:
    site = run.settings.site_url
    noted = instant(entry.noted, run.settings.timezone) if entry.noted else None
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.id}.diary@{urlsplit(site).hostname}"
    yield f"DTSTAMP:{_instant(noted or _UNDATED)}"
    yield from _times(entry)
    yield f"SUMMARY:{_text(entry.title)}"
    yield f"STATUS:{_STATUS[entry.status]}"
    # Nobody is busy because something is in the news.
    yield "TRANSP:TRANSPARENT"
    if entry.where:
        yield f"LOCATION:{_text(entry.where)}"
    told = [part for part in (entry.note, safe_url(entry.url)) if part]
    if told:
        yield f"DESCRIPTION:{_text(chr(10).join(map(clean_line, told)))}"
    yield f"URL:{absolute(site, page)}"
    if noted:
        yield f"LAST-MODIFIED:{_instant(noted)}"
    yield "END:VEVENT"


def _times(entry: DiaryEntry) -> Iterator[str]:
    """Give begin and end; of whole days the end is the day after the last (section 3.6.1)."""
    begin, end = entry.when, entry.until
    if isinstance(begin, datetime):
        yield f"DTSTART:{_instant(begin)}"
        # An end has to be later than the beginning; a moment has none.
        if isinstance(end, datetime) and end > begin:
            yield f"DTEND:{_instant(end)}"
        return
    yield f"DTSTART;VALUE=DATE:{begin:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{_day_after(end or begin):%Y%m%d}"


def _day_after(moment: Moment) -> date:
    return moment if moment == date.max else moment + timedelta(days=1)


def _instant(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """Escape a text (section 3.3.11); what cannot be seen is dropped."""
    lines = (clean_line(line) for line in text.splitlines())
    joined = "\n".join(line for line in lines if line)
    for char in "\\;,":
        joined = joined.replace(char, f"\\{char}")
    return joined.replace("\n", "\\n")


def fold_line(line: str) -> str:
    """Cut a line at 75 octets, never inside a character; each piece but the first is indented."""
    pieces, room, piece = [], _OCTETS, ""
    for char in line:
        size = len(char.encode())
        if size > room:
            pieces.append(piece)
            piece, room = " ", _OCTETS - 1
        piece += char
        room -= size
    return "\r\n".join([*pieces, piece]) + "\r\n"
