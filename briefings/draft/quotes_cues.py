"""Cues: the verbs of saying in a paragraph, each with the words printed for its speaker."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefings.draft.quotes_marks import Quoted
from briefings.draft.quotes_tables import Tongue

FILLER = "\ufffc"
"""Stands for every character inside quotation marks, so that nobody's words are taken for cues."""

_WORD = re.compile(r"\ufffc+|(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-‐‑'’&][^\W_]+)*|\S")
_INVERTED = re.compile(r"([^\W\d_]+)-(?:t-)?(ils?|elles?|on)", re.IGNORECASE)
_AUXILIARY = re.compile(r"(?:a|ont|avait|avaient)-(?:t-)?(ils?|elles?|on)", re.IGNORECASE)
_ABBREVIATED = frozenset(
    "mr mrs ms dr prof st gen col lt maj capt sgt adm sen rep gov rev jr sr u.s u.n mm mme".split()
)
_MOST_WORDS = 16
_ARTICLES = frozenset("the a an le la les l' l’ un une el los las una der die das ein eine".split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word outside quotations, or a whole quotation, or a mark of punctuation."""

    start: int
    end: int
    text: str
    lower: str

    def is_quote(self) -> bool:
        """Tell whether it stands for a quotation."""
        return self.text[0] == FILLER

    def is_mark(self) -> bool:
        """Tell whether it is punctuation."""
        return not self.text[0].isalnum() and not self.is_quote()


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying and its speaker, by offsets into the paragraph."""

    start: int
    end: int
    speaker_start: int
    speaker_end: int
    is_before: bool
    """The speaker stands before the verb."""
    verb: str

    def reach(self) -> tuple[int, int]:
        """Give the whole stretch of speaker and verb."""
        return min(self.start, self.speaker_start), max(self.end, self.speaker_end)


def mask(paragraph: str, quoted: Sequence[Quoted]) -> str:
    """Blank out what stands in quotation marks, marks included; offsets stay."""
    pieces: list[str] = []
    at = 0
    for each in quoted:
        pieces += [paragraph[at : each.outer_start], FILLER * (each.outer_end - each.outer_start)]
        at = each.outer_end
    return "".join([*pieces, paragraph[at:]])


def words_outside(masked: str) -> tuple[Word, ...]:
    """Cut a masked paragraph into words."""
    return tuple(
        Word(f.start(), f.end(), f[0], f[0].lower().replace("’", "'"))
        for f in _WORD.finditer(masked)
    )


def find_cues(words: Sequence[Word], tongue: Tongue) -> tuple[Cue, ...]:
    """Find every cue that has a speaker."""
    return tuple(cue for at in range(len(words)) for cue in _cue_at(words, at, tongue))


def _cue_at(words: Sequence[Word], at: int, tongue: Tongue) -> Iterator[Cue]:
    word = words[at]
    for phrase in tongue.according:
        if tuple(each.lower for each in words[at : at + len(phrase)]) == phrase:
            last = at + len(phrase) - 1
            yield from _after(words, at, last, tongue)
            return
    if tongue.language == "fr" and (hyphened := _INVERTED.fullmatch(word.text)):
        yield from _french(words, at, hyphened, tongue)
        return
    verb = word.lower
    if tongue.language == "ar" and verb not in tongue.cues and verb[:1] in {"و", "ف"}:
        verb = verb[1:]
    if verb not in tongue.cues:
        return
    if tongue.language == "ar":
        yield from _after(words, at, at, tongue)
        return
    if _is_inverted(words, at, tongue):
        found = tuple(_after(words, at, at, tongue))
        yield from found or _before(words, at, at, tongue)
    elif not _is_passive(words, at):
        yield from _before(words, at, at, tongue)
    elif at + 1 < len(words) and words[at + 1].lower == "by":
        yield from _after(words, at, at + 1, tongue)


def _is_passive(words: Sequence[Word], at: int) -> bool:
    """Tell whether the subject is spoken to or of: `was told`; `was quoted` speaks himself."""
    before = words[at - 1].lower if at else ""
    verb = words[at].lower
    return before in _BEING and verb != "quoted" and not verb.endswith("ing")


_BEING = frozenset({"was", "were", "been", "being", "is", "are", "be"})


def _french(
    words: Sequence[Word], at: int, hyphened: "re.Match[str]", tongue: Tongue
) -> Iterator[Cue]:
    """Read `dit-elle` and `a-t-il dit`: the pronoun hangs on the verb."""
    word = words[at]
    start = word.start + hyphened.start(2)
    if hyphened[1].lower() in tongue.cues:
        yield Cue(word.start, word.start + hyphened.end(1), start, word.end, False, hyphened[1])
    elif _AUXILIARY.fullmatch(word.text) and at + 1 < len(words):
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


def _after(words: Sequence[Word], first: int, last: int, tongue: Tongue) -> Iterator[Cue]:
    at = last + 1
    while at < len(words) and words[at].lower in tongue.skip - _ARTICLES and at < last + 3:
        at += 1
    end = at
    while end < min(len(words), at + _MOST_WORDS) and not _ends_after(words, end, at, tongue):
        end += 1
        if words[end - 1].lower in tongue.pronouns:
            break
    if end > at:
        yield _cue(words, first, last, at, end, before=False)


def _ends_after(words: Sequence[Word], end: int, at: int, tongue: Tongue) -> bool:
    word = words[end]
    if word.is_quote() or word.lower in tongue.after_stop or word.lower in tongue.stop - _ARTICLES:
        return True
    if word.is_mark():
        return not _is_abbreviation_dot(words, end)
    return end == at and word.lower in tongue.cues and word.text.islower()


def _before(words: Sequence[Word], first: int, last: int, tongue: Tongue) -> Iterator[Cue]:
    end = first
    while end > 0 and words[end - 1].lower in tongue.skip and not words[end - 1].is_quote():
        end -= 1
    if end > 1 and words[end - 1].lower in {"who", "qui", "quien"}:
        end -= 2 if words[end - 2].text == "," else 1
    elif words[first].lower.endswith("ing") and words[end - 1].is_mark():
        return  # `…, calling it`: the speaker is the subject of the main clause
    else:
        end = _before_aside(words, end)
    at = end
    while at > max(0, end - _MOST_WORDS) and not _starts_before(words, at - 1, tongue):
        at -= 1
    at = _trim(words, at, end)
    if any(word.lower not in _ADVERBS for word in words[at:end]):
        yield _cue(words, first, last, at, end, before=True)


def _before_aside(words: Sequence[Word], end: int) -> int:
    """Step over an apposition between commas: `Miller, a spokesman, said`."""
    if end == 0 or words[end - 1].text not in {",", ")"}:
        return end
    opening = {",": ",", ")": "("}[words[end - 1].text]
    for at in range(end - 2, max(-1, end - 32), -1):
        if words[at].text == opening:
            # `On Friday, the minister, …` and `"…", he` are no appositions.
            return at if at > 0 and not words[at - 1].is_quote() else end
        if words[at].text in {".", ";", ":", "!", "?"} and not _is_abbreviation_dot(words, at):
            return end
    return end


def _starts_before(words: Sequence[Word], at: int, tongue: Tongue) -> bool:
    word = words[at]
    if word.is_quote() or (word.is_mark() and not _is_abbreviation_dot(words, at)):
        return True
    return word.lower in tongue.stop and word.lower not in _ARTICLES


def _trim(words: Sequence[Word], at: int, end: int) -> int:
    """Leave out what opens the clause before its subject: `On Friday the minister`."""
    if end > at and words[end - 1].lower in _PRONOUNS:
        return end - 1
    if at < end and words[at].lower in _OPENING:
        for index in range(at + 1, end):
            if words[index].lower in _ARTICLES and words[index - 1].lower not in _LEADING:
                return index
            if words[index - 1].lower in _DAYS or words[index - 1].text.isdigit():
                return index
        return at + 1
    while at < end - 1 and words[at].lower in _ADVERBS:
        at += 1
    return at


_PRONOUNS = frozenset("he she they it i we you il elle ils elles on er sie él ella ellos".split())
_OPENING = frozenset(
    "in on at during after before by for with from under earlier late last".split()
)
_LEADING = frozenset("in on at during after before by for with from under of to".split())
_ADVERBS = frozenset(
    "earlier later then now meanwhile today yesterday still also however nevertheless nonetheless "
    "instead therefore thus not again only even simply".split()
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today january february "
    "march april june july august september october november december week month year".split()
)


def _is_abbreviation_dot(words: Sequence[Word], at: int) -> bool:
    if words[at].text != "." or at == 0 or words[at - 1].end != words[at].start:
        return False
    before = words[at - 1]
    return before.lower in _ABBREVIATED or (len(before.text) == 1 and before.text.isupper())


def _cue(words: Sequence[Word], first: int, last: int, at: int, end: int, *, before: bool) -> Cue:
    return Cue(
        words[first].start,
        words[last].end,
        words[at].start,
        words[end - 1].end,
        before,
        " ".join(word.lower for word in words[first : last + 1]),
    )
