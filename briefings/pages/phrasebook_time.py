"""Phrases about weeks and stories."""

from typing import Final

from briefings.text.phrases import Phrase, counted, phrase

TIME: Final[dict[str, Phrase]] = {
    "story": phrase("Story"),
    "week_of": phrase("Week of {day}"),
    "week_end": phrase("{count}. That is the week of {day}."),
    "by_week": phrase("{year}, by week"),
    "earlier": counted("and {n} earlier", "and {n} earlier"),
}
"""By key."""
