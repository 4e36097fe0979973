"""A sentence as figures are looked for in it: tokens, hedges, days, places."""

from dataclasses import dataclass
from functools import cached_property

from briefings.draft.figures.calendar import CALLED, MONTHS, WEEKDAYS
from briefings.draft.figures.numerals import Token
from briefings.draft.figures.tables import word_set
from briefings.draft.figures.words import FigureWords
from briefings.model import Hedge

_PLACED = word_set("in at on near off outside around across à dans")
_BEFORE_PLACES = word_set(
    "the a neighbouring neighboring nearby eastern western northern southern central town city "
    "village province district region of la le"
)
_DATED = word_set("in since during from of en depuis")
_LONG_AGO = frozenset(["ago", "earlier", "previous", "similar", "decade"])
_LAST = frozenset(["last", "previous"])
_SPANS = frozenset(["year", "month", "week", "decade", "century", "summer", "winter"])
_LONGEST_HEDGE = 3
_MOVES = word_set(
    "rose risen rise rises climbed grew grown increased gone went up raised revised fell fallen "
    "down dropped cut moved jumped passé passe"
)


@dataclass(frozen=True)
class Sentence:
    """A sentence's tokens, and the words its language counts with."""

    tokens: tuple[Token, ...]
    words: FigureWords

    def text(self, index: int) -> str:
        """Give the folded token at an index; empty outside the sentence."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def is_number(self, index: int) -> bool:
        """Tell whether a number stands at an index."""
        return 0 <= index < len(self.tokens) and self.tokens[index].value is not None

    def is_name(self, index: int) -> bool:
        """Tell whether a capitalised word, no day or month, stands at an index."""
        if not 0 <= index < len(self.tokens):
            return False
        return self.tokens[index].name and self.text(index) not in CALLED

    def hedge(self, index: int) -> tuple[Hedge | None, int]:
        """Give how firmly the number at an index is stated, and how many words say so."""
        for length in range(_LONGEST_HEDGE, 0, -1):
            if index >= length:
                said = " ".join(self.text(place) for place in range(index - length, index))
                if said in self.words.bounds:
                    return self.words.bounds[said], length
        return None, 0

    def is_range(self, index: int) -> bool:
        """Tell whether a number is an end of a range: `between 10 and 15`, `10 to 15`."""
        joins = {"to", "and", "or", "à", "et", "ou"}
        back = self.text(index - 1) in joins and self.is_number(index - 2)
        ahead = self.text(index + 1) in joins and self.is_number(index + 2)
        opened = {"between", "entre"}
        return (
            (ahead and self.text(index - 1) in opened)
            or (back and self.text(index - 3) in opened)
            or (ahead and self.text(index + 1) != "and" and not self._is_move(index - 1))
            or (back and self.text(index - 1) != "and" and not self._is_move(index - 3))
        )

    def _is_move(self, index: int) -> bool:
        """Tell whether `from` begins a change: `rose from 12 to 15`, not `from 20 to 30 people`."""
        return self.text(index) in {"from", "de"} and self.text(index - 1) in _MOVES

    def past(self, number: int) -> str:
        """Give the year of what a number counts, or `past` where it is another's story.

        A year holds to the sentence's end, and back to the number just before it: in `206 million,
        up from 178 million approved in 2024` the first is not of 2024.
        """
        for index in self._past_words:
            ago = 2 if self.text(index) == "ago" else 0  # "three years ago" is one time
            between = range(number + 1, index - ago)
            if index < number or not any(self.is_number(place) for place in between):
                return self.text(index) if self.is_number(index) else "past"
        return ""

    @cached_property
    def _past_words(self) -> tuple[int, ...]:
        return tuple(
            index
            for index, token in enumerate(self.tokens)
            if (token.is_year() and self.text(index - 1) in _DATED)
            or token.text in _LONG_AGO
            or (token.text in _LAST and self.text(index + 1) in _SPANS)
        )

    def when(self, index: int) -> str:
        """Give the day or year a number belongs to: after it, else at the sentence's head."""
        if past := self.past(index):
            return past
        for place in range(index + 1, len(self.tokens)):
            if self.is_number(place) or self.text(place) in {";", "said"}:
                break
            if self.text(place) in WEEKDAYS | MONTHS.keys() and self.text(place - 1) in {
                "on",
                "in",
            }:
                return self.text(place)
        first = self.text(1)
        return first if self.text(0) in {"on", "in"} and first in WEEKDAYS | MONTHS.keys() else ""

    def where(self, index: int) -> str:
        """Give the place a number belongs to: after it, else at the sentence's head."""
        for place in range(index + 1, len(self.tokens)):
            if self.is_number(place) or self.text(place) in {";", "said"}:
                break
            if found := self._place_at(place):
                return found
        return self._place_at(0)

    def _place_at(self, index: int) -> str:
        if self.text(index) not in _PLACED:
            return ""
        first = index + 1
        while self.text(first) in _BEFORE_PLACES and first < index + _LONGEST_HEDGE + 1:
            first += 1
        end = first
        while self.is_name(end) and not self.is_number(end):
            end += 1
        return " ".join(self.text(place) for place in range(first, end))
