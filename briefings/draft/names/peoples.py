"""Peoples: adjectives such as `Tolmeiran`, which tell that Tolmeira is a place."""

from collections.abc import Iterable

from briefings.draft.names.gazetteer import plain
from briefings.draft.names.tables import given_names
from briefings.draft.names.tokens import Passage

PEOPLES = ("n", "an", "ian", "ese", "ish")
"""How English makes the adjective of a country it has no old word for."""
_SHORTEST = 6


def peoples_of(passages: Iterable[Passage]) -> frozenset[str]:
    """Give the words with a capital that stand before a small word and may be such adjectives."""
    return frozenset(
        plain(token.text)
        for passage in passages
        for token, following in zip(passage.tokens, passage.tokens[1:], strict=False)
        if token.is_name_like
        and len(token.text) >= _SHORTEST
        and token.lower.endswith(PEOPLES)
        and token.lower not in given_names()
        and following.text.islower()
        and not token.is_possessive
    )
