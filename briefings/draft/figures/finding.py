"""Figures: the numbers an article states and what they count, for comparing outlets.

Only a number whose counted thing stands close by in the same sentence is kept. Being silent about
a number costs little; pairing it with the wrong noun would show a difference that is none.
"""

from collections.abc import Sequence
from decimal import Decimal

from briefings.draft.figures.calendar import read_day
from briefings.draft.figures.money import CURRENCIES, count_money
from briefings.draft.figures.numerals import read_tokens
from briefings.draft.figures.people import count_people
from briefings.draft.figures.sentence import Sentence
from briefings.draft.figures.shares import count_percent, count_votes
from briefings.draft.figures.things import count_things, date_event
from briefings.draft.figures.words import figure_words
from briefings.model import Figure, Ref
from briefings.text.counted import Counted


def find_figures(sentences: Sequence[Sequence[str]], language: str) -> tuple[Figure, ...]:
    """Give the figures of an article in the order they stand; sentences are per paragraph."""
    words = figure_words(language)
    return tuple(
        figure
        for paragraph, texts in enumerate(sentences, 1)
        for number, text in enumerate(texts, 1)
        for figure in _figures(Sentence(read_tokens(text, words), words), Ref(paragraph, number))
    )


def _figures(sentence: Sentence, at: Ref) -> list[Figure]:
    found: list[Figure] = []
    for index, token in enumerate(sentence.tokens):
        if token.value is None or token.joined:
            continue
        day = read_day(sentence.tokens, index)
        of = date_event(sentence, index) if day else _counted(sentence, index)
        if of is None:
            continue
        value, hedge = (day, None) if day else (_plain(token.value), sentence.hedge(index)[0])
        figure = Figure(of=str(of), value=value, at=at, hedge=hedge)
        if figure not in found:
            found.append(figure)
    return found


def _counted(sentence: Sentence, index: int) -> Counted | None:
    token, following = sentence.tokens[index], sentence.text(index + 1)
    if sentence.is_range(index):
        return None
    unit = sentence.words.units.get(following) or token.unit
    if unit is None and (following in sentence.words.times or token.is_year()):
        return None
    found = count_people(sentence, index) if unit is None else _measured(sentence, index, unit)
    if found is None and unit in {None, "homes", "jobs"} and sentence.words.language == "en":
        found = count_things(sentence, index)
    return found or (Counted(what=unit) if unit else None)


def _measured(sentence: Sentence, index: int, unit: str) -> Counted | None:
    """Say what an amount in a unit is of; a bare unit is kept, and compared with nothing."""
    if unit in sentence.words.verbs.values():
        return Counted(what=unit, where=sentence.where(index), when=sentence.when(index))
    if sentence.words.language != "en":
        return None
    if unit in CURRENCIES:
        return count_money(sentence, index, unit)
    if unit == "votes":
        return count_votes(sentence, index)
    return count_percent(sentence, index) if unit == "percent" else None


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
