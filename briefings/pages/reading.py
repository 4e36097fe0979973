"""How long a briefing takes to read, and whether it is what was reviewed."""

from collections.abc import Iterable

from briefings.model import Briefing, Status
from briefings.store.reviews import review_digest

_WORDS_A_MINUTE = 230
"""Silent reading of non-fiction by adults: 238 (Brysbaert 2019), a little less on a screen."""


def minutes_of(briefing: Briefing) -> int:
    """Give the minutes it takes to read what the page shows, at least one."""
    return max(1, round(sum(len(text.split()) for text in shown_texts(briefing)) / _WORDS_A_MINUTE))


def shown_texts(briefing: Briefing) -> Iterable[str]:
    """Give the texts a briefing's page shows below its headline."""
    if briefing.status is Status.WITHDRAWN:
        return
    if briefing.dek:
        yield briefing.dek
    for point in (*briefing.summary, *briefing.key_points):
        yield point.text
    for quote in briefing.quotes:
        yield quote.text
    yield briefing.body


def is_edited_since(briefing: Briefing) -> bool:
    """Tell whether a briefing's words are no longer those somebody reviewed."""
    review = briefing.reviewed
    if review is None or review.digest is None:
        return False
    return review.digest != review_digest(briefing)
