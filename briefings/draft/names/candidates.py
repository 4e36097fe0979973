"""Candidates: stretches of a text in capitals, cut where one name ends and the next begins."""

from collections.abc import Iterator

from briefings.draft.names.gazetteer import place_weight
from briefings.draft.names.spans import Candidate
from briefings.draft.names.tables import given_names, lower_words, offices_by_first, openers, table
from briefings.draft.names.tokens import Passage, Token
from briefings.draft.names.trimming import trim

_MOST_WORDS = 24
# What is named after these keeps its possessive: St Luke's Hospital, King's College.
_SAINTS = frozenset({"st", "st.", "saint", "king", "queen", "children", "women", "men", "people"})
# In other scripts the tables know no offices and no heads: registered names alone count there.
_BEYOND_LATIN = "\u0250"


def find_candidates(passage: Passage, language: str, taken: frozenset[int]) -> list[Candidate]:
    """Cut a passage into candidates; tokens in `taken` belong to names found otherwise."""
    found: list[Candidate] = []
    for first, last in _runs(passage, language, taken):
        found.extend(_cut_at_offices(passage, first, last, language))
    trimmed = (trim(candidate, language) for candidate in found)
    return [c for c in trimmed if c is not None and c.text()[0] < _BEYOND_LATIN]


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
    before = tokens[at - 1].lower if at else ""
    return before not in given_names() and before not in table("offices")


def _run_end(passage: Passage, first: int, language: str, taken: frozenset[int]) -> int:
    """Follow capitals, and small words between them where the name so far calls for them."""
    tokens = passage.tokens
    at = first + 1
    while at < min(len(tokens), first + _MOST_WORDS) and at not in taken:
        if _breaks(tokens, first, at) or not _touches(passage, at):
            return at
        if _may_open(tokens, at) and not (tokens[at].is_first and tokens[at - 1].text[-1] == "."):
            at += 1
            continue
        joined = _joined(passage, first, at, language)
        if not joined or any(index in taken for index in range(at, joined)):
            return at
        at = joined
    return at


def _breaks(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    token = tokens[at - 1]
    # A plural keeps its apostrophe inside a title: Traders' Association.
    plural = token.lower.endswith("s")
    if tokens[first].lower in _SAINTS and _heads_a_house(tokens[at]):
        return False
    return token.is_possessive and not plural and token.lower not in lower_words()


def _heads_a_house(token: Token) -> bool:
    return token.is_name_like and token.lower in table("org_heads") | table("place_words")


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
    if small == ("and",) and _is_joint_title(tokens, first, at):
        return behind + 1
    return behind + 1 if _may_join(tokens[first:at], small, language) else 0


def _is_joint_title(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """Tell `the Labour and Islands Party`: one common word, `and`, then words up to a head."""
    # The list of common words has American spelling: Labour is `labor` there.
    word = tokens[first].lower
    if at - first != 1 or not {word, word.replace("our", "or")} & lower_words():
        return False
    if first == 0 or tokens[first - 1].lower != "the":
        return False
    last = at + 1
    while last + 1 < len(tokens) and tokens[last + 1].is_name_like:
        last += 1
    return last > at + 1 and _ends_on_head(tokens[last])


def _may_join(words: tuple[Token, ...], small: tuple[str, ...], language: str) -> bool:
    heads = {word.lower for word in words}
    last = words[-1].lower
    if "and" in small or small[0] in {"et", "y", "und", "e"}:
        joint = bool(heads & table("joint_heads")) and len(words) > 1
        # European Bank for Reconstruction and Development, but not World Bank and Red Cross.
        joint = joint or ("bank" in heads and "for" in heads)
        return joint and last not in table("joint_heads") and not place_weight(words[-1].text)
    if small[0] in {"on", "in", "against", "to", "without"}:
        return last in table("law_first") or "convention" in heads or "without" in small
    if small[0] in {"&", "de", "la"}:
        return True
    if small[0] in table("name_particles"):
        return small[0] not in {"e", "do", "zu"} or language in {"es", "pt", "de", "ca"}
    opens = table("org_first") | table("law_first") | table("law_heads") | table("place_first")
    of_realm = small[0] == "of" and last in table("realms")
    return last in opens or of_realm or bool(small[0] == "for" and heads & table("joint_heads"))


def _cut_at_offices(passage: Passage, first: int, last: int, language: str) -> Iterator[Candidate]:
    tokens = passage.tokens
    if _ends_on_head(tokens[last - 1]) and last - first > 1 and not _has_given(tokens, first, last):
        yield Candidate(passage, first, last)
        return
    at = start = first
    titled = False
    while at < last:
        length = _office_length(tokens, at, last) or _is_compound_office(
            tokens, at, start, last, language
        )
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


def _is_compound_office(
    tokens: tuple[Token, ...], at: int, start: int, last: int, language: str
) -> bool:
    """Tell German `Bauamtsleiterin` or `Grünen-Politikerin` right before a name.

    It opens the name, as in `Die Grünen-Politikerin`: behind a given name Hofrichter is a surname.
    """
    opens = at == start or (at == start + 1 and tokens[start].lower in openers("de"))
    if language.partition("-")[0] != "de" or not opens or at + 1 >= last:
        return False
    word = tokens[at].lower
    endings = table("office_endings_de")
    # Two letters before it are no word: in Umrat and Verrat the ending is none.
    return any(word[cut:] in endings for cut in range(3, len(word) - 2))


def _ends_on_head(token: Token) -> bool:
    heads = table("org_heads") | table("law_heads") | table("place_words")
    return token.lower in heads and token.lower not in given_names()


def _has_given(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    return any(token.lower in given_names() for token in tokens[first + 1 : last - 1])
