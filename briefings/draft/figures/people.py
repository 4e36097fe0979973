"""What befell people: `at least 12 people were killed`, `injuring 30`, `the toll rose to 45`."""

from briefings.draft.figures.sentence import Sentence
from briefings.draft.figures.tables import word_set
from briefings.text.counted import FATES, Counted

# "12 people on a ferry off North Harbour were killed": so far a participle may stand.
_REACH_AFTER = 9
_REACH_TOLL = 8
_REACH_NUMBER = 4
_NEGATED = frozenset(["not", "nobody", "unhurt", "saved", "aged", "age"])
_ABOARD = "aboard"
_SHORT = 4
_BEING = word_set("have had has reported feared believed found confirmed still presumed")
_LEAVING = frozenset(["from", "fled", "flee", "left", "leave", "abandon", "abandoned"])


def count_people(sentence: Sentence, index: int) -> Counted | None:
    """Say whom the number at an index counts, and what befell them."""
    toll = _by_toll(sentence, index)
    if toll is not None:
        who = sentence.text(index + 1)
        thing = who if who in sentence.words.classes else ""
        return Counted(what=toll, thing=thing, when=sentence.past(index))
    if _is_share(sentence, index):
        return None
    found = _by_verb(sentence, index) or _by_fate(sentence, index)
    if found is None:
        return None
    what, who = found
    return Counted(what=what, thing=who, where=sentence.where(index), when=sentence.when(index))


def _is_share(sentence: Sentence, index: int) -> bool:
    """Tell whether a number is a share of another, an addition to one, or an age (`of 66`)."""
    words = sentence.words
    before = sentence.text(index - 1)
    return (
        sentence.text(index + 1) in words.partitives | (words.further - {"autres"})
        or before in words.further
        or before in _NEGATED
        or (before in words.partitives and sentence.text(index - 2) != "total")
        or (before in {"the", "these", "those"} and sentence.text(index - 2) in words.partitives)
    )


def _by_toll(sentence: Sentence, index: int) -> str | None:
    """Read `the death toll rose to 12`; `rose by 12` and `from 12` are other numbers."""
    words = sentence.words
    before = index - 1 - sentence.hedge(index)[1]
    if sentence.text(before) not in words.reaches:
        return None
    for back in range(before, max(-1, before - _REACH_TOLL), -1):
        text = sentence.text(back)
        if text in words.tolls:
            return words.tolls[text]
        fate = words.fates.get(text) or words.units.get(text)
        if fate in FATES:
            near = [sentence.text(place) for place in range(back - _REACH_NUMBER, back)]
            return fate if "number" in near else None
    return None


def _by_verb(sentence: Sentence, index: int) -> tuple[str, str] | None:
    """Read `killed 12 people`, `injuring at least 30`: the verb stands before the number."""
    words = sentence.words
    before = index - 1
    while sentence.text(before) in words.hedges:
        before -= 1
    of = words.verbs.get(sentence.text(before))
    if of is None:
        return None
    # "was killed 12 kilometres away" counts something else; "killed 12" alone is a count.
    following = sentence.text(index + 1)
    progressive = sentence.text(before).endswith("ing")  # "was carrying 212 passengers"
    passive = sentence.text(before - 1) in words.passives and not progressive
    if passive or following in words.others or following in words.times:
        return None
    who = following if _is_class(sentence, following) else ""
    if of == _ABOARD and following not in words.people | words.classes:
        return None
    return of, who


def _is_class(sentence: Sentence, word: str) -> bool:
    """Tell whether a word names some of all people, or no people: `children`, `shearwaters`."""
    words = sentence.words
    if word in words.classes:
        return True
    plural = word.isalpha() and word.endswith("s") and len(word) > _SHORT
    return plural and word not in words.people | words.passives | words.hedges | words.times


def _by_fate(sentence: Sentence, index: int) -> tuple[str, str] | None:
    """Read `12 people were killed`, `30 others injured`, `12 dead`: the fate stands after.

    `12 people on board were killed` tells of the killed; who was aboard is told where nothing else.
    """
    words = sentence.words
    aboard: tuple[str, str] | None = None
    for ahead in range(index + 1, min(len(sentence.tokens), index + 1 + _REACH_AFTER)):
        word = sentence.text(ahead)
        fate = _displaced(sentence, ahead) or words.fates.get(word)
        if fate is not None:
            found = _told(sentence, index, ahead, fate)
            if fate != _ABOARD or found is None:
                return found
            aboard = found
        if sentence.is_number(ahead) or word in words.stops:
            break
    return aboard


def _told(sentence: Sentence, index: int, ahead: int, fate: str) -> tuple[str, str] | None:
    """Give a fate with the people it befell, where those counted are its subject."""
    words = sentence.words
    between = [sentence.text(place) for place in range(index + 1, ahead)]
    if _NEGATED & set(between) or (between and not _are_people(sentence, between)):
        return None
    who = [word for word in between if word in words.classes | words.degrees]
    after = sentence.text(ahead + 1)
    if not between and _is_class(sentence, after):
        who = [after]  # "five missing fishermen"
    if between and not who and between[0] not in words.people:
        who = [between[0]]
    return fate, " ".join(dict.fromkeys(who))


def _are_people(sentence: Sentence, between: list[str]) -> bool:
    """Tell whether the words up to a fate are whom it befell: people, or `12 guests were`."""
    first, *others = between
    words = sentence.words
    if first in words.people | words.classes:
        return True
    plural = first.isalpha() and first.endswith("s") and first not in words.others | words.passives
    return plural and all(word in words.passives | _BEING for word in others)


def _displaced(sentence: Sentence, index: int) -> str | None:
    """Read `left their homes`, `drove 20,000 people from their homes`."""
    left = sentence.text(index) == "homes" and sentence.text(index - 1) == "their"
    return "displaced" if left and sentence.text(index - 2) in _LEAVING else None
