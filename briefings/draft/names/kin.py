"""Kin: a relative named by a given name alone takes the family name of the one they belong to."""

from briefings.draft.names.groups import Group, key_of
from briefings.draft.names.spans import Candidate
from briefings.draft.names.tables import table

_BETWEEN = frozenset(
    {",", "late", "elder", "eldest", "younger", "youngest", "older", "twin", "own"}
)
_VIEW = 5


def find_relation(found: Candidate) -> int | None:
    """Give the index of the last token of the name a relative belongs to, or None.

    In `Assad's father Hafez` it is `Assad`: a possessive, then a noun of kinship with at most a
    few such words as `late` or a comma around it, then one given name. A name of two or more
    words needs no family name and has no relation here.
    """
    if len(found.words()) != 1 or found.titled:
        return None
    tokens = found.passage.tokens
    kin_seen = False
    for at in range(found.first - 1, max(-1, found.first - 1 - _VIEW), -1):
        token = tokens[at]
        if token.lower in table("kin"):
            kin_seen = True
        elif kin_seen and token.is_possessive and token.is_name_like:
            return at
        elif token.lower not in _BETWEEN:
            return None
    return None


def family_name(person: Group) -> str | None:
    """Give the family name as the article spells it, with its particle; None where there is none.

    A newsroom prints a relative's given name alone only where the family name is the same; where
    it differs, the full name is printed. That convention is the whole rule.
    """
    full = [spelling for spelling in person.spellings if len(key_of(spelling)) > 1]
    if not full:
        return None
    words = best_spelling(full).split()
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in table("name_particles"):
        at -= 1
    return " ".join(words[at:])


def best_spelling(spellings: list[str]) -> str:
    """Choose the fullest; among equals the one that writes particles such as al- in lower case."""
    return max(spellings, key=lambda text: (len(key_of(text)), _lower_particles(text), text))


def _lower_particles(text: str) -> int:
    words = [part for word in text.split() for part in word.split("-")[:1]]
    return sum(word in table("name_particles") for word in words)
