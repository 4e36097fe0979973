"""How long a briefing takes to read."""

from collections.abc import Iterable

from briefings.model import Briefing, Status

_WORDS_A_MINUTE = 230
"""Silent reading of non-fiction by adults: 238 (Brysbaert 2019), a little less on a screen."""


def minutes_of(briefing: Briefing) -> int:
    """Give the minutes it takes to read what the page shows, at least one."""
    return max(1, round(sum(len(text.split()) for text in _shown(briefing)) / _WORDS_A_MINUTE))


def _shown(briefing: Briefing) -> Iterable[str]:
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
