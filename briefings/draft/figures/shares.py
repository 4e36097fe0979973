"""Votes and percentages, with whose and of what: `votes of corvin`, `percent of turnout`."""

from typing import Final

from briefings.draft.figures.phrases import VERBAL, phrase_after, phrase_before, singular
from briefings.draft.figures.sentence import Sentence
from briefings.text.counted import Counted

_UNREAL: Final = frozenset(["would", "could", "if", "might", "should", "needs", "need"])
_MARGIN: Final = frozenset(["lead", "leads", "led", "margin", "majority", "ahead", "behind"])
_NEAR: Final = 3
_FAR: Final = 8
_BETWEEN: Final = frozenset("by of was is to at now just only stood stands".split())
_POLLED: Final = frozenset("won wins received got gets polled took takes had has secured".split())
_CLAUSES: Final = frozenset(". , ; : — said votes whose which".split())
_NO_NAMES: Final = frozenset("the a an he she it they his her in at there but no".split())
_GAVE: Final = frozenset(["gave", "gives", "giving"])
_MOVED: Final = frozenset(
    "up down rose rise rises fell falls fall grew grow increased decreased dropped climbed jumped "
    "cut raised gained lost by".split()
)
_COMPARED: Final = frozenset(
    "more less fewer higher lower above below increase rise fall drop cut up down increased".split()
)
_LEVEL: Final = frozenset(
    "was is at to reached hit stood be of exceeded touched averaged remained".split()
)


def count_votes(sentence: Sentence, index: int) -> Counted | None:
    """Say whose votes a number counts, or that it is the margin; None where it says neither."""
    if any(sentence.text(place) in _UNREAL for place in range(len(sentence.tokens))):
        return None
    before = index - 1 - sentence.hedge(index)[1]
    ahead = sentence.text(index + 2)
    if sentence.text(before) in _BETWEEN or ahead in _MARGIN:
        reach = _FAR if sentence.text(before) == "by" else _NEAR
        lead = {sentence.text(place) for place in range(before - reach, before)}
        if ahead in _MARGIN or lead & _MARGIN or "won" in lead and sentence.text(before) == "by":
            return Counted(what="votes margin")
        return None
    if sentence.text(index + 2) == "for" and sentence.is_name(_name_end(sentence, index + 3)):
        return _votes_of(sentence.text(_name_end(sentence, index + 3)))
    if sentence.text(before) in _POLLED and (who := _candidate(sentence, before)):
        return _votes_of(who)
    if sentence.is_name(before) and any(
        sentence.text(place) in _GAVE for place in range(before - 3, before)
    ):
        return _votes_of(sentence.text(before))
    return None


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


def _votes_of(name: str) -> Counted:
    return Counted(what="votes", thing=singular(name))


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
