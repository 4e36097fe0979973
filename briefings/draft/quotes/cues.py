"""Cues: the verbs of saying in a paragraph, each with the words printed for its speaker."""

import re
from collections.abc import Iterator, Sequence

from briefings.draft.quotes.subjects import find_after, find_before
from briefings.draft.quotes.tables import Tongue, listed
from briefings.draft.quotes.words import AUXILIARY, Cue, Word, make_cue

_INVERTED = re.compile(r"([^\W\d_]+)-(?:t-)?(ils?|elles?|on)", re.IGNORECASE)

# `عدم ذكر اسمه`, not to give his name: the verb of saying is a noun there, and negated.
_NOT_SAYING = frozenset({"عدم", "دون", "بدون", "رفض"})


def find_cues(words: Sequence[Word], tongue: Tongue) -> tuple[Cue, ...]:
    """Find every cue that has a speaker."""
    found = [cue for at in range(len(words)) for cue in _cue_at(words, at, tongue)]
    return (*found, *_signature(words))


def _signature(words: Sequence[Word]) -> Iterator[Cue]:
    """Read the dash of `"…" — Esther Tapia`, at the end of a paragraph, as a cue."""
    if len(words) < 3 or not words[0].is_quote() or words[1].text not in {"—", "–", "―", "-"}:
        return
    name = [word for word in words[2:] if not word.is_mark()]
    if len(words) <= 8 and all(word.text[0].isupper() for word in name) and name:
        yield make_cue(words, 1, 1, 2, len(words), before=False)


def _cue_at(words: Sequence[Word], at: int, tongue: Tongue) -> Iterator[Cue]:
    word = words[at]
    for phrase in tongue.according:
        if tuple(each.lower for each in words[at : at + len(phrase)]) == phrase:
            last = at + len(phrase) - 1
            yield from find_after(words, at, last, tongue)
            return
    if tongue.language == "fr" and (hyphened := _INVERTED.fullmatch(word.text)):
        yield from _french(words, at, hyphened, tongue)
        return
    verb = word.lower
    if tongue.language == "en" and (_is_noun(words, at) or _is_negated(words, at)):
        return
    if tongue.language == "ar" and verb not in tongue.cues and verb[:1] in {"و", "ف"}:
        verb = verb[1:]
    if verb not in tongue.cues:
        return
    if tongue.language == "ar":
        if at and words[at - 1].lower in _NOT_SAYING:
            return
        yield from find_after(words, at, at, tongue)
        return
    if _is_inverted(words, at, tongue):
        found = tuple(find_after(words, at, at, tongue))
        yield from found or find_before(words, at, at, tongue)
    elif not _is_passive(words, at):
        yield from find_before(words, at, at, tongue)
    elif at + 1 < len(words) and words[at + 1].lower == "by":
        yield from find_after(words, at, at + 1, tongue)


def _is_noun(words: Sequence[Word], at: int) -> bool:
    """Tell `his remarks` and `to say` from a verb with a subject of its own."""
    if at == 0:
        return False
    before = words[at - 1]
    if before.lower == "to":
        return at < 2 or words[at - 2].lower not in listed("going_on")
    return before.lower in listed("determiners") or before.lower.endswith("'s")


def _is_negated(words: Sequence[Word], at: int) -> bool:
    """Tell that nobody spoke: `the government had not answered "…"`."""
    before = words[at - 1].lower if at else ""
    return before in {"not", "never"} or before.endswith(("n't", "n’t"))


def _is_passive(words: Sequence[Word], at: int) -> bool:
    """Tell whether the subject is spoken to or of: `was told`; `was quoted` speaks himself."""
    before = words[at - 1].lower if at else ""
    verb = words[at].lower
    return before in listed("being") and verb != "quoted" and not verb.endswith("ing")


def _french(
    words: Sequence[Word], at: int, hyphened: "re.Match[str]", tongue: Tongue
) -> Iterator[Cue]:
    """Read `dit-elle` and `a-t-il dit`: the pronoun hangs on the verb."""
    word = words[at]
    start = word.start + hyphened.start(2)
    if hyphened[1].lower() in tongue.cues:
        yield Cue(word.start, word.start + hyphened.end(1), start, word.end, False, hyphened[1])
    elif AUXILIARY.fullmatch(word.text) and at + 1 < len(words):
        verb = words[at + 1]
        if verb.lower in tongue.cues:
            yield Cue(verb.start, verb.end, start, word.end, True, verb.text)


def _is_inverted(words: Sequence[Word], at: int, tongue: Tongue) -> bool:
    """Tell whether the speaker stands behind the verb: `"…," said the mayor`."""
    before = at - 1
    while before >= 0 and words[before].lower in tongue.skip and not words[before].is_quote():
        before -= 1
    if before >= 0 and words[before].text in {",", "—", "–", "-"}:
        before -= 1
        return before >= 0 and words[before].is_quote()
    return before >= 0 and words[before].is_quote()
