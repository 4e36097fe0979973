"""Headlines: there is one, it is short, it is calm."""

import re
from collections.abc import Iterator

from briefings.check.desk import Desk
from briefings.check.rules import found
from briefings.errors import Finding
from briefings.model import Briefing
from briefings.store.places import LoadedBriefing
from briefings.text.words import words_of

LONGEST = 110
"""Characters: what search engines and feed readers show."""
# From here on a headline in capitals is no acronym.
_SHOUTED_WORDS = 4
# Shorter ones are acronyms too often: WHO, US, IT.
_SHORTEST_SHOUT = 4
_CRIES = (
    "BREAKING(?: NEWS)?|URGENT|EXCLUSIVE|JUST IN|DEVELOPING|FLASH|ALERT|WATCH|SHOCKING|"
    "DERNIÈRE MINUTE|EXCLUSIF|ÚLTIMA HORA|EXCLUSIVA|EILMELDUNG|EXKLUSIV|عاجل"
)
_CRY = re.compile(rf"^\W*(?:(?:{_CRIES})(?!\w)|(?i:{_CRIES})\s*[:|!])")
_MARKS = re.compile(r"[!?]*!!|[!?]*(?:!\?|\?!)[!?]*")


def check_headline(loaded: LoadedBriefing, desk: Desk) -> Iterator[Finding]:  # noqa: ARG001  # as all rules
    """Check length and loudness of the headline."""
    title = loaded.briefing.title
    if not title.strip():
        yield found("BR601", loaded.place("title"), "the headline is empty", "write one")
    if len(title) > LONGEST:
        message = f"the headline has {len(title)} characters"
        yield found("BR602", loaded.place("title"), message, f"keep it at {LONGEST} or fewer")
    shout = _find_shout(loaded.briefing)
    if shout:
        yield found("BR603", loaded.place("title"), shout, "write it as a sentence")


def _find_shout(b: Briefing) -> str | None:
    title = b.title
    long_words = [word for word in words_of(title) if len(word) > 1 and word.isalpha()]
    if len(long_words) >= _SHOUTED_WORDS and title.isupper():
        return "the headline is all capitals"
    cry = _CRY.match(title) or _MARKS.search(title)
    if cry:
        return f'the headline shouts: "{cry[0].strip()}"'
    loud = next(_loud_words(b, long_words), None)
    return f'the headline shouts: "{loud}", which stands in small letters below' if loud else None


def _loud_words(b: Briefing, words: list[str]) -> Iterator[str]:
    """Give words in capitals that the briefing itself writes in small letters: no acronyms."""
    capitals = [word for word in words if len(word) >= _SHORTEST_SHOUT and word.isupper()]
    if not capitals:
        return
    texts = [*(p.text for p in (*b.summary, *b.key_points)), *(q.text for q in b.quotes), b.body]
    known = {word for text in (b.dek or "", *texts) for word in words_of(text)}
    yield from (word for word in capitals if word.lower() != word and word.lower() in known)
