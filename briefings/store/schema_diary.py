"""The keys of the diary, `diary.yml`. `docs/format.md` explains each."""

from datetime import datetime
from typing import Any, Final

from briefings.model import DiaryEntry, DiaryStatus
from briefings.store.faults import MisfitError
from briefings.store.kinds import Kind, Maybe, misfit
from briefings.store.records import Field, Record
from briefings.store.values import ID, MOMENT, TEXT, enum_of
from briefings.store.yaml import Mapping, Mark, Node


def _maybe(key: str, kind: Kind[Any], meaning: str, example: str) -> Field:
    return Field(key=key, kind=Maybe(kind), meaning=meaning, example=example, default=None)


class _Diary(Record[DiaryEntry]):
    """An entry whose end fits its beginning."""

    def read_with(self, node: Node, **given: Any) -> DiaryEntry:
        """Type a node; its end is of the form of its beginning and comes after it."""
        entry = super().read_with(node, **given)
        wrong = _wrong_end(entry)
        if wrong:
            raise _at(node, "until", wrong)
        return entry


def _wrong_end(entry: DiaryEntry) -> tuple[str, str] | None:
    """Say what is wrong with the end of an entry, and what to do."""
    if entry.until is None:
        return None
    begin, end = entry.when, entry.until
    if isinstance(begin, datetime) and isinstance(end, datetime):
        late = end >= begin
    elif isinstance(begin, datetime) or isinstance(end, datetime):
        return "until: expected the form of when", "give both a time with its zone, or both a day"
    else:
        late = end >= begin
    return None if late else ("until: it ends before it begins", "correct one of the two")


def _at(node: Node, key: str, wrong: tuple[str, str]) -> MisfitError:
    at: Mark = node.start
    if isinstance(node, Mapping):
        at = next((entry.node.start for entry in node.entries if entry.key == key), at)
    return misfit(at, *wrong)


DIARY_ENTRY: Final = _Diary(
    "a diary entry",
    (
        Field(
            key="when",
            kind=MOMENT,
            meaning="the day, or the time it begins",
            example="2026-03-30T10:00+02:00",
        ),
        _maybe("until", MOMENT, "its last day, or the time it ends", "2026-03-30T13:00+02:00"),
        Field(key="title", kind=TEXT, meaning="what takes place", example="Hearing on class sizes"),
        _maybe("where", TEXT, "the place", "Labour Conciliation Board, Port Ansel"),
        Field(
            key="status",
            kind=enum_of(DiaryStatus),
            meaning="how sure it is; what is called off stays, so that calendars hear of it",
            example="expected",
            default=DiaryStatus.FIXED,
        ),
        _maybe("story", ID, "the story on whose page it stands", "teachers-strike"),
        _maybe("briefing", ID, "the briefing that says so", "teachers-suspend-strike"),
        _maybe("source", TEXT, "who says so: an id of `sources.yml`, or a name", "nwa"),
        _maybe("url", TEXT, "where it is announced", "https://board.example/hearings"),
        _maybe("note", TEXT, "a line a reader needs", "Open to the public"),
        _maybe("noted", MOMENT, "when you wrote it down or last changed it", "2026-03-22"),
    ),
    DiaryEntry,
)
