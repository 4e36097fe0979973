"""Figures: the numbers an article states and what they count, for comparing outlets.

Only a number whose counted thing stands close by in the same sentence is kept. Being silent about
a number costs little; pairing it with the wrong noun would show a difference that is none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefings.draft.figures.numerals import Token, read_tokens
from briefings.draft.figures.words import FigureWords, figure_words
from briefings.model import Figure, Ref

# "12 people on a ferry off North Harbour were killed": so far a participle may stand.
_REACH_AFTER = 9
_REACH_TOLL = 8


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence's tokens, and the words its language counts with."""

    tokens: tuple[Token, ...]
    words: FigureWords

    def text(self, index: int) -> str:
        """Give the folded token at an index; empty outside the sentence."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def is_number(self, index: int) -> bool:
        """Tell whether a number stands at an index."""
        return 0 <= index < len(self.tokens) and self.tokens[index].value is not None


def find_figures(sentences: Sequence[Sequence[str]], language: str) -> tuple[Figure, ...]:
    """Give the figures of an article in the order they stand; sentences are per paragraph."""
    words = figure_words(language)
    return tuple(
        Figure(of=of, value=_plain(value), at=Ref(paragraph, number))
        for paragraph, texts in enumerate(sentences, 1)
        for number, text in enumerate(texts, 1)
        for of, value in _figures(_Sentence(read_tokens(text, words), words))
    )


def _figures(sentence: _Sentence) -> list[tuple[str, Decimal]]:
    found: list[tuple[str, Decimal]] = []
    for index, token in enumerate(sentence.tokens):
        if token.value is None or token.joined:
            continue
        of = _counted(sentence, index)
        if of is not None and (of, token.value) not in found:
            found.append((of, token.value))
    return found


def _counted(sentence: _Sentence, index: int) -> str | None:
    following = sentence.text(index + 1)
    unit = sentence.words.units.get(following) or sentence.tokens[index].unit
    if unit is not None:
        return unit
    if following in sentence.words.times or sentence.tokens[index].is_year():
        return None
    return _by_toll(sentence, index) or _by_verb(sentence, index) or _by_fate(sentence, index)


def _by_toll(sentence: _Sentence, index: int) -> str | None:
    """Read `the death toll rose to 12`; `rose by 12` and `from 12` are other numbers."""
    if sentence.text(index - 1) not in sentence.words.reaches:
        return None
    for back in range(index - 1, max(-1, index - 1 - _REACH_TOLL), -1):
        if sentence.text(back) in sentence.words.tolls:
            return sentence.words.tolls[sentence.text(back)]
    return None


def _by_verb(sentence: _Sentence, index: int) -> str | None:
    """Read `killed 12 people`, `injuring at least 30`: the verb stands before the number."""
    before = index - 1
    while sentence.text(before) in sentence.words.hedges:
        before -= 1
    of = sentence.words.verbs.get(sentence.text(before))
    if of is None:
        return None
    # "was killed 12 kilometres away" counts something else; "killed 12" alone is a count.
    following = sentence.text(index + 1)
    passive = sentence.text(before - 1) in sentence.words.passives
    return None if passive or (following in sentence.words.others) else of


def _by_fate(sentence: _Sentence, index: int) -> str | None:
    """Read `12 people were killed`, `30 others injured`, `12 dead`: the fate stands after."""
    for ahead in range(index + 1, min(len(sentence.tokens), index + 1 + _REACH_AFTER)):
        word = sentence.text(ahead)
        if word in sentence.words.fates:
            return sentence.words.fates[word] if _is_of(sentence, index, ahead) else None
        if sentence.is_number(ahead) or word in sentence.words.stops:
            return None
    return None


def _is_of(sentence: _Sentence, index: int, fate: int) -> bool:
    """Tell whether the words between are the people counted, not another subject's."""
    between = [sentence.text(place) for place in range(index + 1, fate)]
    return not between or between[0] in sentence.words.people


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
