"""Things counted with what became of them: `163 homes were damaged`; crowds; dates of events."""

from typing import Final

from briefings.draft.figures.calendar import WEEKDAYS
from briefings.draft.figures.phrases import phrase_before, singular
from briefings.draft.figures.sentence import Sentence
from briefings.draft.figures.tables import word_set, word_table
from briefings.text.counted import Counted

_DONE: Final = word_table(
    damaged="damaged damaging damages",
    destroyed="destroyed destroying destroys wrecked razed flattened gutted demolished",
    flooded="flooded flooding inundated submerged",
    closed="closed closing closes shut shutting",
    cancelled="cancelled canceled cancelling scrapped",
    seized="seized seizing confiscated",
    suspended="suspended suspending",
    delayed="delayed delaying",
    looted="looted looting",
    lost="lost cut cutting axed shed",
)
_SAME: Final = {"houses": "homes", "dwellings": "homes", "shops": "shops", "stores": "shops"}
_MARCHED: Final = word_set(
    "marched marching attended attending gathered gathering demonstrated protested rallied "
    "joined turned"
)
_CROWD: Final = word_set("people persons protesters demonstrators marchers supporters")
_REACH: Final = 5
_SHORT: Final = 4
_NO_COUNT: Final = word_set("the of these those further another")
_NO_DEEDS: Final = word_set(
    "needed used aged based named called hundred united estimated expected planned reported rated "
    "included followed averaged exceeded totalled reached numbered required"
)
_BREAKS: Final = word_set(". , ; : and but or who which that of said")


def count_things(sentence: Sentence, index: int) -> Counted | None:
    """Say what became of the things a number counts; None where the sentence does not say."""
    noun = sentence.text(index + 1)
    if not noun.isalpha() or noun in sentence.words.times or _is_part(sentence, index):
        return None
    where, when = sentence.where(index), sentence.when(index)
    if noun in _CROWD:
        after = {sentence.text(place) for place in _ahead(sentence, index)}
        return Counted(what="crowd", where=where, when=when) if after & _MARCHED else None
    if not noun.endswith("s") or noun in sentence.words.people or sentence.is_name(index + 1):
        return None
    done = _done(sentence, index)
    what = f"{_SAME.get(noun, noun)} {done}"
    return Counted(what=what, where=where, when=when) if done else None


def _is_part(sentence: Sentence, index: int) -> bool:
    """Tell whether a number is some of another: `one of two valves`, not `a total of 140`."""
    before = sentence.text(index - 1)
    return before in _NO_COUNT and not (before == "of" and sentence.text(index - 2) == "total")


def _done(sentence: Sentence, index: int) -> str | None:
    before = index - 1 - sentence.hedge(index)[1]
    while sentence.text(before) in {"the", "another"}:
        before -= 1
    passive = sentence.text(before - 1) in sentence.words.passives
    if not passive and (done := _deed(sentence.text(before))):
        return done
    for place in _ahead(sentence, index):
        were = sentence.text(place - 1) in sentence.words.passives
        if were or (place == index + 2 and sentence.text(place) in _DONE):
            return _deed(sentence.text(place))
    return None


def _deed(word: str) -> str | None:
    """Give what was done by its commonest word: `razed` → `destroyed`, `inspected` as it is."""
    regular = word.endswith("ed") and len(word) > _SHORT and word not in _NO_DEEDS
    return _DONE.get(word) or (word if regular else None)


def _ahead(sentence: Sentence, index: int) -> list[int]:
    places: list[int] = []
    for place in range(index + 2, index + 2 + _REACH):
        if sentence.is_number(place) or sentence.text(place) in _BREAKS:
            break
        places.append(place)
    return places


_EVENTS: Final = word_table(
    meeting="meet meets met meeting",
    vote="vote votes",
    hearing="hearing hear",
    reopening="reopen reopens reopened reopening",
    closing="close closes closure",
    start="open opens opened opening start starts started begin begins began",
    end="end ends ended",
    election="election elections poll",
    trial="trial",
    strike="strike strikes walkout",
    launch="launch launched",
    sailing="sail sails sailing",
    ruling="ruling rule rules",
    deadline="deadline expires",
    summit="summit",
    talks="talks",
    funeral="funeral",
    signing="sign signed signing",
    return_="return returns",
)
_NOUNS: Final = word_set(
    "meeting vote hearing opening reopening closure election elections poll trial strike walkout "
    "launch ruling deadline summit talks funeral signing"
)
_PLANNED: Final = word_set(
    "will would set due expected expect expects scheduled plans planned meets votes opens reopens "
    "begins starts closes ends sails returns signs launches to"
)
_FAR: Final = 9


def date_event(sentence: Sentence, index: int) -> Counted | None:
    """Say what happens on the day whose number stands at an index; None where nothing is told."""
    if not any(token.text in _PLANNED for token in sentence.tokens):
        return None  # of days past there are many: last week's meeting is not this week's
    before = index - 1
    if sentence.is_name(before) and sentence.text(before) not in WEEKDAYS:
        before -= 1  # the month, where it stands before its day
    if sentence.text(before) in WEEKDAYS:
        before -= 1
    if sentence.text(before) not in {"on", "for", "to", "is", "be"}:
        return None
    for place in range(before, max(-1, before - _FAR), -1):
        text = sentence.text(place)
        if text in {".", ",", ";"} or sentence.is_number(place):
            return None
        if text in _EVENTS:
            owner = phrase_before(sentence, place)
            event = _EVENTS[text].removesuffix("_")
            words = [singular(word) for word in owner.split() if _EVENTS.get(word) != event]
            return Counted(what="date", thing=" ".join([*words, event]))
    return None
