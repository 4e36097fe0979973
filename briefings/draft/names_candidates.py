"""Candidates: stretches of a text in capitals, cut where one name ends and the next begins."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefings.draft.gazetteer import place_weight
from briefings.draft.names_tables import (
    given_names,
    lower_words,
    offices_by_first,
    openers,
    table,
)
from briefings.draft.names_tokens import Passage, Token

_JOINT_HEADS = frozenset(
    "ministry department committee council commission office institute association agency board "
    "organization organisation school secretariat academy bureau centre center".split()
)
_FORMER = frozenset({"former", "late", "acting", "interim", "ex", "then", "incoming", "outgoing"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words in capitals that may be one name, and what stands around them."""

    passage: Passage
    first: int
    """Index of its first token in the passage."""
    last: int
    """Index behind its last token."""
    titled: bool = False
    """An office stands right before it: President, Dr."""

    def words(self) -> tuple[Token, ...]:
        """Give its tokens."""
        return self.passage.tokens[self.first : self.last]

    def text(self) -> str:
        """Give it as printed, without a possessive ending."""
        words = self.words()
        return self.passage.text[words[0].start : words[-1].end]

    def before(self, steps: int = 1) -> str:
        """Give the token some steps before it in lower case; empty beyond the start."""
        at = self.first - steps
        return self.passage.tokens[at].lower if at >= 0 else ""

    def after(self, steps: int = 1) -> str:
        """Give the token some steps behind it in lower case; empty beyond the end."""
        at = self.last + steps - 1
        return self.passage.tokens[at].lower if at < len(self.passage.tokens) else ""

    def is_opening(self) -> bool:
        """Tell whether its first word would be in capitals anyway."""
        return self.passage.tokens[self.first].is_first


def find_candidates(passage: Passage, language: str, taken: frozenset[int]) -> list[Candidate]:
    """Cut a passage into candidates; tokens in `taken` belong to names found otherwise."""
    found: list[Candidate] = []
    for first, last in _runs(passage, language, taken):
        found.extend(_cut_at_offices(passage, first, last, language))
    trimmed = (_trim(candidate, language) for candidate in found)
    return [candidate for candidate in trimmed if candidate is not None]


def _runs(passage: Passage, language: str, taken: frozenset[int]) -> Iterator[tuple[int, int]]:
    tokens = passage.tokens
    at = 0
    while at < len(tokens):
        if at in taken or not _may_open(tokens, at):
            at += 1
            continue
        end = _run_end(passage, at, language, taken)
        yield at, end
        at = end


def _may_open(tokens: tuple[Token, ...], at: int) -> bool:
    token = tokens[at]
    return token.is_name_like and not _is_calendar(tokens, at)


def _is_calendar(tokens: tuple[Token, ...], at: int) -> bool:
    if tokens[at].lower not in table("calendar"):
        return False
    named = at > 0 and (tokens[at - 1].lower in given_names() | table("offices"))
    return not named


def _run_end(passage: Passage, first: int, language: str, taken: frozenset[int]) -> int:
    """Follow capitals, and small words between them where the name so far calls for them."""
    tokens = passage.tokens
    at = first + 1
    while at < len(tokens) and at not in taken:
        if _breaks(tokens[at - 1]) or not _touches(passage, at):
            return at
        if _may_open(tokens, at) and not (tokens[at].is_first and tokens[at - 1].text[-1] == "."):
            at += 1
            continue
        joined = _joined(passage, first, at, language)
        if not joined or any(index in taken for index in range(at, joined)):
            return at
        at = joined
    return at


def _breaks(token: Token) -> bool:
    return token.is_possessive and token.lower not in lower_words()


def _touches(passage: Passage, at: int) -> bool:
    gap = passage.text[passage.tokens[at - 1].end : passage.tokens[at].start]
    # A possessive ending or a hyphen between two countries lies in the gap.
    return gap == "" or gap.isspace() or gap.lower() in {"'s ", "’s ", "' ", "’ "}


def _joined(passage: Passage, first: int, at: int, language: str) -> int:
    """Give the index behind the small words and the capital they lead to; 0 if they do not join."""
    tokens = passage.tokens
    behind = at
    while behind < min(at + 3, len(tokens)) and not tokens[behind].is_name_like:
        if tokens[behind].lower not in table("glue") | table("name_particles"):
            return 0
        behind += 1
    if behind == at or behind >= len(tokens) or behind > at + 2 or not _may_open(tokens, behind):
        return 0
    if not all(_touches(passage, index) for index in range(at, behind + 1)):
        return 0
    small = tuple(token.lower for token in tokens[at:behind])
    return behind + 1 if _may_join(tokens[first:at], small, language) else 0


def _may_join(words: tuple[Token, ...], small: tuple[str, ...], language: str) -> bool:
    heads = {word.lower for word in words}
    last = words[-1].lower
    if small[0] == "&":
        return True
    if "and" in small or small[0] in {"et", "y", "und", "e"}:
        return bool(heads & _JOINT_HEADS) and len(words) > 1 and not place_weight(words[-1].text)
    if small[0] in {"on", "in", "against", "to", "without"}:
        return last in table("law_first") or "convention" in heads or "without" in small
    if small[0] in table("name_particles") and (language != "en" or small[0] not in {"de", "la"}):
        return small[0] not in {"y", "e", "do", "zu"} or language in {"es", "pt", "de", "ca"}
    if small[0] in {"de", "la"}:
        return True
    opens = table("org_first") | table("law_first") | table("law_heads") | table("place_first")
    if last in opens or (small[0] == "of" and last in _REALMS):
        return True
    return bool(heads & _JOINT_HEADS) and small[0] == "for"


_REALMS = frozenset(
    "republic kingdom state states union emirate strait gulf bay isle horn cape sea province "
    "university bank house secretary chief sultanate duchy city heads daughters sons".split()
)


def _cut_at_offices(passage: Passage, first: int, last: int, language: str) -> Iterator[Candidate]:
    tokens = passage.tokens
    if _ends_on_head(tokens[last - 1]) and last - first > 1 and not _has_given(tokens, first, last):
        yield Candidate(passage, first, last)
        return
    at = start = first
    titled = False
    while at < last:
        length = _office_length(tokens, at, last)
        if not length:
            at += 1
            continue
        if at > start:
            yield Candidate(passage, start, at, titled)
        at = start = at + length
        titled = True
    if start < last:
        yield Candidate(passage, start, last, titled and not _is_small(tokens[start], language))


def _is_small(token: Token, language: str) -> bool:
    return not token.is_name_like and token.lower in table("glue") and language != ""


def _office_length(tokens: tuple[Token, ...], at: int, last: int) -> int:
    for office in offices_by_first().get(tokens[at].lower, ()):
        if tuple(token.lower for token in tokens[at : min(last, at + len(office))]) == office:
            return len(office)
    return 0


def _ends_on_head(token: Token) -> bool:
    heads = table("org_heads") | table("law_heads") | table("place_words")
    return token.lower in heads and token.lower not in given_names()


def _has_given(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    return any(token.lower in given_names() for token in tokens[first + 1 : last - 1])


def _trim(found: Candidate, language: str) -> Candidate | None:
    """Take off what is in capitals for another reason: openers, small words, nationalities."""
    first, last = found.first, found.last
    tokens = found.passage.tokens
    while first < last and _is_dropped_first(tokens, first, last, language):
        first += 1
    while first < last and not tokens[last - 1].is_name_like:
        last -= 1
    if first >= last:
        return None
    kept = _keep_honorific(found, first, last)
    if kept.last - kept.first == 1 and len(kept.text()) < 2:
        return None
    return kept


def _is_dropped_first(tokens: tuple[Token, ...], first: int, last: int, language: str) -> bool:
    token, length = tokens[first], last - first
    word = token.lower
    if not token.is_name_like:
        return True
    whole = " ".join(each.lower for each in tokens[first:last])
    if whole in table("orgs") or place_weight(whole, language) >= 2.5:
        return False
    if word == "the" and length > 1:
        # In mid-sentence a capital makes the article part of the title: The New Arab.
        return token.is_first
    if word in openers(language):
        return token.is_first or word in {"i", "a", "mr"} or length == 1
    if word in _FORMER:
        return True
    if length == 1:
        return word in table("adjectives") | table("demonyms") or word in table("calendar")
    return _is_dropped_adjective(tokens, first, last)


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
