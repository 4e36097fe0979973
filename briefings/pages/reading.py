"""Whose words a briefing's text is."""

from briefings.model import Briefing, Rights


def body_label(briefing: Briefing) -> str:
    """Give the phrase that heads the body: whose words it may hold decides.

    Where no article may be quoted at all, or there is none, the words are the desk's.
    """
    rights = {article.rights for article in briefing.articles} - {Rights.NONE}
    if not rights:
        return "desks_words"
    return "text" if rights == {Rights.FULL} else "excerpt"
