"""A paragraph read for quotations, and quick questions about its stretches."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from briefings.draft.quotes.cues import find_cues
from briefings.draft.quotes.marks import Quoted, find_quoted
from briefings.draft.quotes.tables import Tongue
from briefings.draft.quotes.words import Cue, mask, words_outside
from briefings.text.sentences import sentence_spans

_SPOKEN = re.compile(r"[^\W_]|\ufffc")


@dataclass(frozen=True, slots=True)
class Page:
    """One paragraph, read for quotations."""

    number: int
    text: str
    masked: str
    sentences: tuple[tuple[int, int], ...]
    quoted: tuple[Quoted, ...]
    cues: tuple[Cue, ...]

    def frame(self, start: int, end: int) -> tuple[int, int]:
        """Give the stretch of the sentences a quotation stands in."""
        first = bisect_right(self.sentences, start, key=lambda span: span[1])
        last = bisect_left(self.sentences, end, key=lambda span: span[0]) - 1
        return (
            (self.sentences[first][0], self.sentences[last][1]) if first <= last else (start, end)
        )

    def cues_in(self, start: int, end: int) -> tuple[Cue, ...]:
        """Give the cues that begin in a stretch."""
        first = bisect_left(self.cues, start, key=_begin)
        return self.cues[first : bisect_left(self.cues, end, key=_begin)]

    def is_silent(self, start: int, end: int | None = None) -> bool:
        """Tell whether no word and no quotation stands in a stretch."""
        return _SPOKEN.search(self.masked, start, len(self.text) if end is None else end) is None

    def is_whole(self, quoted: Quoted) -> bool:
        """Tell whether the paragraph is this quotation and nothing else."""
        return quoted.outer_start == 0 and self.is_silent(quoted.outer_end)


@dataclass(frozen=True, slots=True)
class Piece:
    """A quotation in its paragraph."""

    page: int
    quoted: Quoted


def read_page(number: int, text: str, language: str, words: Tongue) -> Page:
    """Find the quotations and cues of a paragraph."""
    quoted = find_quoted(text)
    masked = mask(text, quoted)
    cues = tuple(sorted(find_cues(words_outside(masked), words), key=_begin))
    return Page(number, text, masked, sentence_spans(text, language), quoted, cues)


def _begin(cue: Cue) -> int:
    return cue.reach()[0]
