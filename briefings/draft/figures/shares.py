"""Votes and percentages, with whose and of what: `votes of corvin`, `percent of turnout`."""

from typing import Final

from briefings.draft.figures.phrases import VERBAL, phrase_after, phrase_before, singular
from briefings.draft.figures.sentence import Sentence
from briefings.draft.figures.tables import word_set
from briefings.text.counted import Counted

_UNREAL: Final = frozenset(["would", "could", "if", "might", "should", "needs", "need"])
_MARGIN: Final = frozenset(["lead", "leads", "led", "margin", "majority", "ahead", "behind"])
_NEAR: Final = 3
_FAR: Final = 8
_BETWEEN: Final = word_set("by of was is to at now just only stood stands")
_POLLED: Final = word_set("won wins received got gets polled took takes had has secured")
_CLAUSES: Final = word_set(". , ; : — said votes whose which")
_NO_NAMES: Final = word_set("the a an he she it they his her in at there but no")
_GAVE: Final = frozenset(["gave", "gives", "giving"])
_MOVED: Final = word_set(
    "up down rose rise rises fell falls fall grew grow increased decreased dropped climbed jumped "
    "cut raised gained lost by"
)
_COMPARED: Final = word_set(
    "more less fewer higher lower above below increase rise fall drop cut up down increased"
)
_LEVEL: Final = word_set("was is at to reached hit stood be of exceeded touched averaged remained")


def count_votes(sentence: Sentence, index: int) -> Counted | None:
    """Say whose votes a number counts, or that it is the margin; None where it says neither."""
    if any(sentence.text(place) in _UNREAL for place in range(len(sentence.tokens))):
        return None
    before = index - 1 - sentence.hedge(index)[1]
    if _is_margin(sentence, index, before):
        return Counted(what="votes margin")
    who = "" if sentence.text(before) in _BETWEEN else _whose(sentence, index, before)
    return Counted(what="votes", thing=singular(who)) if who else None


def _is_margin(sentence: Sentence, index: int, before: int) -> bool:
    """Tell whether votes are a lead: `won by 41 votes`, `her lead was 17 votes`."""
    if sentence.text(index + 2) in _MARGIN:
        return True
    reach = _FAR if sentence.text(before) == "by" else _NEAR
    lead = {sentence.text(place) for place in range(before - reach, before)}
    won = "won" in lead and sentence.text(before) == "by"
    return sentence.text(before) in _BETWEEN and (won or bool(lead & _MARGIN))


def _whose(sentence: Sentence, index: int, before: int) -> str:
    """Give whose votes they are: `288 votes for Gell`, `Gell won 288`, `gave Gell 288`."""
    last = _name_end(sentence, index + 3)
    if sentence.text(index + 2) == "for" and sentence.is_name(last):
        return sentence.text(last)
    if sentence.text(before) in _POLLED:
        return _candidate(sentence, before)
    gave = any(sentence.text(place) in _GAVE for place in range(before - _NEAR, before))
    return sentence.text(before) if gave and sentence.is_name(before) else ""


def _candidate(sentence: Sentence, verb: int) -> str:
    """Give the first name of a clause: `Ada Brook of the Labour and Islands Party won`."""
    start = verb
    while start > 0 and not _is_clause(sentence, start - 1):
        start -= 1
    first = next((at for at in range(start, verb) if _is_surname(sentence, at)), None)
    return "" if first is None else sentence.text(first)


def _is_clause(sentence: Sentence, index: int) -> bool:
    return sentence.text(index) in _CLAUSES or sentence.is_number(index)


def _is_surname(sentence: Sentence, index: int) -> bool:
    last = sentence.is_name(index) and not sentence.is_name(index + 1)
    return last and sentence.text(index) not in _NO_NAMES


def _name_end(sentence: Sentence, index: int) -> int:
    while sentence.is_name(index + 1):
        index += 1
    return index


def count_percent(sentence: Sentence, index: int) -> Counted | None:
    """Say what a percentage measures; a change, a share and a level are three things."""
    unit = index + 1 if sentence.text(index + 1) == "percent" else index
    before = index - 1 - sentence.hedge(index)[1]
    when = sentence.when(index)
    if sentence.text(unit + 1) == "of":
        return _share(sentence, unit + 2, when)
    if sentence.text(before) in _MOVED or sentence.text(unit + 1) in _COMPARED:
        changed = phrase_before(sentence, _verb_before(sentence, before))
        return Counted(what="percent change", thing=changed, when=when) if changed else None
    if sentence.text(before) not in _LEVEL:
        return None
    if sentence.text(before) == "of":
        thing = phrase_before(sentence, before)
    else:
        thing = phrase_before(sentence, _verb_before(sentence, before))
    where = sentence.where(index) if thing else ""
    return Counted(what="percent", thing=thing, when=when, where=where) if thing else None


def _verb_before(sentence: Sentence, index: int) -> int:
    """Step back over the verb: `rose to`, `stood at`, `has reached`."""
    while index > 0 and sentence.text(index) in VERBAL | _LEVEL | _MOVED:
        index -= 1
    return index + 1


def _share(sentence: Sentence, index: int, when: str) -> Counted | None:
    """Read `57 percent of households store water`: whose share, and what they do."""
    whole = phrase_after(sentence, index)
    return Counted(what="percent share", thing=whole, when=when) if " " in whole else None
