"""Trimming: what stands in capitals beside a name for another reason is taken off it."""

from briefings.draft.names.gazetteer import place_weight
from briefings.draft.names.spans import Candidate
from briefings.draft.names.tables import given_names, lower_words, openers, table
from briefings.draft.names.tokens import Token

# `the Act` names none: it points at one named before.
_LAW_WORDS = frozenset({"act", "bill", "treaty", "agreement", "convention", "constitution"})


def trim(found: Candidate, language: str) -> Candidate | None:
    """Take off what is in capitals for another reason: openers, small words, nationalities."""
    first, last = found.first, found.last
    tokens = found.passage.tokens
    while first < last and _is_dropped_first(tokens, first, last, language):
        first += 1
    while first < last and not tokens[last - 1].is_name_like:
        last -= 1
    if first >= last:
        return None
    if last - first > 1 and _whole(tokens, first, last) in table("demonyms"):
        return None
    kept = _keep_honorific(found, first, last)
    if kept.last - kept.first == 1 and len(kept.text()) < 2:
        return None
    return kept


def _is_dropped_first(tokens: tuple[Token, ...], first: int, last: int, language: str) -> bool:
    token, length = tokens[first], last - first
    word = token.lower
    whole = _whole(tokens, first, last)
    if not token.is_name_like or (word == "m." and language == "fr"):
        return True
    word_first = token.is_first and word in openers(language) and not token.text.isupper()
    if (whole in table("orgs") and not word_first) or place_weight(whole, language) >= 2.5:
        return False
    if word == "the" and length > 1:
        # In mid-sentence a capital makes the article part of the title: The New Arab.
        return token.is_first
    if word in openers(language):
        return token.is_first or word in {"i", "a", "mr"} or length == 1
    if length == 1:
        return word in table("adjectives") | table("demonyms") | table("calendar") | _LAW_WORDS
    return word in table("former") or _is_dropped_adjective(tokens, first, last)


def _whole(tokens: tuple[Token, ...], first: int, last: int) -> str:
    return " ".join(each.lower for each in tokens[first:last])


def _is_dropped_adjective(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    word, behind = tokens[first].lower, tokens[first + 1]
    adjective = word in table("adjectives") | table("demonyms")
    if adjective and f"{word} {behind.lower}" in table("demonyms"):
        return True
    if adjective:
        rest = tokens[first + 1 : last]
        heads = table("org_heads") | table("law_heads") | table("place_words") | table("org_first")
        return not any(token.lower in heads for token in rest)
    opens = word in lower_words() and word not in given_names()
    return opens and last - first > 2 and behind.lower in given_names()


def _keep_honorific(found: Candidate, first: int, last: int) -> Candidate:
    """Leave `Pope` with Francis: one given name alone names nobody there."""
    titled = found.titled and first == found.first
    if titled and last - first <= 2 and first > 0:
        before = found.passage.tokens[first - 1]
        if before.lower in table("keeps") and before.is_name_like:
            return Candidate(found.passage, first - 1, last, titled=True)
    return Candidate(found.passage, first, last, titled)
