"""What is asked of the archive and is no mapping."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from briefings.model.briefing import BriefingHead
from briefings.model.diary import DiaryEntry


class Tally(NamedTuple):
    """How much there is of something, for the line an index gives it."""

    briefings: int
    latest: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """Each is answered when it is asked."""

    corrected: Callable[[], tuple[BriefingHead, ...]]
    """Those with corrections, newest first."""
    months: Callable[[], Sequence[str]]
    """Those there is anything of, such as `2026-03`, newest first."""
    images: Callable[[], Sequence[str]]
    """Files of the pictures briefings show, sorted."""
    tallies: Callable[[str], Mapping[str, Tally]]
    """Of a kind (`story`, `name`, `topic`, `source`, `month`, `week`), by key."""
    has_page_at: Callable[[str], bool]
    """Whether an address is the page of something linked."""
    diary: Callable[[], Sequence[DiaryEntry]]
    """All that is due and was, earliest first."""
    diary_of: Callable[[str], Sequence[DiaryEntry]]
    """The same of one story, by its id."""
    today_of: Callable[[str], date | None]
    """The day of the newest edition, where it bears on a story: in motion, or something due."""
    memo: Callable[[Callable[[str], Any]], Mapping[str, Any]]
    """Keeps what is worked out of a briefing's id, and what that was made from."""
