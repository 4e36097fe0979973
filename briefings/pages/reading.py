"""How long a briefing takes to read, and whose words its text is."""

from collections.abc import Iterable

from briefings.model import Briefing, Rights, Status

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


def body_label(briefing: Briefing) -> str:
    """Give the phrase that heads the body: whose words it may hold decides.

    Where no article may be quoted at all, or there is none, the words are the desk's.
    """
    rights = {article.rights for article in briefing.articles} - {Rights.NONE}
    if not rights:
        return "desks_words"
    return "text" if rights == {Rights.FULL} else "excerpt"
