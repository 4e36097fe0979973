"""The things numbers are about: the noun phrases before and after them, in English.

Without a parser a phrase is what stands between words that end one: marks, conjunctions, verbs of
being and saying, numbers. The head is the last word before the first preposition.
"""

from typing import Final

from briefings.draft.figures.calendar import CALLED
from briefings.draft.figures.sentence import Sentence
from briefings.draft.figures.tables import word_set

_ENDS: Final = word_set(
    ". , ; : ! ? ( ) — – “ ” « » and but or that which who whose while when as because after "
    "before if said says told where than though since until"
)
_PREPOSITIONS: Final = word_set(
    "of for on in at over to from with by near between across off through into under along "
    "against about above below within towards"
)
VERBAL: Final = word_set(
    "will would has have had been be being is are was were could may might now not already still "
    "also only later since expected due going set put estimated priced valued budgeted costed "
    "cost costs costing rose risen rises rising fell fallen climbed reached reaches hit stood "
    "stands stand grew jumped dropped caused causes causing suffered received receives receive "
    "won wins got gets polled took takes secured gained gave gives given offered offers planned "
    "scheduled moved postponed imposed impose fined lend lends lent borrowed voted approved "
    "allocated earmarked pledged promised granted spent spend spending aside worth came comes "
    "left puts put made makes posted reported must should can did do does"
)
_LIGHT: Final = word_set(
    "the a an its his her their our this these those new whole total entire overall final latest "
    "planned proposed estimated revised official mr mrs ms dr some about around at least more than "
    "nearly almost up roughly over no fewer other it he she they we i there just yet again all"
)
_EMPTY: Final = word_set("figure number total amount sum increase rise fall one what it")
"""Heads that point at another word and name nothing."""
_ARTICLES: Final = word_set("the a an its his her their no this these those")
_FARTHEST: Final = 14


def phrase_before(sentence: Sentence, index: int) -> str:
    """Give the thing before an index: `the bridge over the Tor will cost` → `tor bridge`."""
    start = index
    while start > max(0, index - _FARTHEST) and not _ends(sentence, start - 1):
        start -= 1
    words = list(range(start, index))
    if words and sentence.text(words[-1]) in _ARTICLES:
        return ""  # "expect the hearing": nothing before the article is part of its noun
    while words and sentence.text(words[-1]) in VERBAL | _PREPOSITIONS | _LIGHT:
        words.pop()
    # What stands before another verb is somebody else: "the bureau put inflation at".
    # "The plant planned for Arvel" is still the plant.
    verbs = [
        place
        for place in words
        if sentence.text(place) in VERBAL and sentence.text(place + 1) not in _PREPOSITIONS
    ]
    if verbs:
        words = [place for place in words if place > verbs[-1]]
    return _thing(sentence, words[_begin(sentence, words) :])


def _begin(sentence: Sentence, places: list[int]) -> int:
    """Find where the last phrase begins: `told the committee | the plant`, `turn down | an offer`.

    An article opens a phrase; after a preposition it goes on with the one before.
    """
    for at in range(len(places) - 1, 0, -1):
        before = sentence.text(places[at] - 1)
        if sentence.text(places[at]) in _ARTICLES and before not in _PREPOSITIONS | _LIGHT:
            return at
    return 0


def phrase_after(sentence: Sentence, index: int) -> str:
    """Give the thing told of from an index on: `the cost of the bridge has risen` → `bridge`."""
    end = index
    while end < len(sentence.tokens) and not _ends(sentence, end):
        if sentence.text(end) in VERBAL and end > index:
            break
        end += 1
    return _thing(sentence, list(range(index, end)))


def _ends(sentence: Sentence, index: int) -> bool:
    return sentence.is_number(index) or sentence.text(index) in _ENDS


def _thing(sentence: Sentence, places: list[int]) -> str:
    """Put the words of a phrase in order, its head last; places and days are told apart."""
    pieces: list[list[str]] = [[]]
    skipped = False
    for place in places:
        text = sentence.text(place)
        if text in _PREPOSITIONS:
            pieces.append([])
            skipped = text in {"in", "at", "near", "by", "from", "to", "on"} and bool(pieces[0])
        elif not skipped and text not in _LIGHT | VERBAL | CALLED and text[:1].isalpha():
            pieces[-1].append(singular(text))
    first, *others = [piece for piece in pieces if piece] or [[]]
    if len(first) == 1 and first[0] in _EMPTY:
        return ""
    return " ".join([*(word for piece in others for word in piece), *first])


def singular(word: str) -> str:
    """Fold a plural or a possessive: `bridges`, `bridge's` → `bridge`."""
    word = word.removesuffix("'s").removesuffix("'")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
