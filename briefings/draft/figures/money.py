"""Amounts of money and what they are for: `lira cost of bridge`, `dollars fine of spill`."""

from typing import Final

from briefings.draft.figures.phrases import VERBAL, phrase_after, phrase_before
from briefings.draft.figures.sentence import Sentence
from briefings.draft.figures.tables import word_set
from briefings.text.counted import Counted

CURRENCIES: Final = word_set("euros dollars pounds yen lira crowns francs dinars rupees")
_ROLES: Final = {
    word: role
    for role, words in {
        "fine": "fine fined fines penalty",
        "loan": "loan lend lends lent borrow borrowed",
        "damage": "damage damages losses",
        "debt": "debt debts owe owes owed",
        "sale": "sold sell sale bought buy acquired",
        "revenue": "revenue revenues earned turnover",
        "profit": "profit profits",
        "pay": "salary wage wages pays paid",
        "funds": "grant grants pledged pledge donated gave aside voted approved earmarked "
        "allocated promised granted spend spent invest invested funding subsidy",
        "cost": "cost costs costing price priced bill budget budgeted estimate estimated",
    }.items()
    for word in words.split()
}
_NOUNS: Final = word_set(
    "fine penalty loan damage losses debt sale revenue profit salary grant subsidy cost price bill "
    "budget estimate costs"
)
_FOR: Final = frozenset(["for", "on", "over", "to"])
_ABOUT: Final = frozenset(["of", "for", "from", "to"])
_COMPARED: Final = word_set("more less higher lower above below cheaper dearer extra")
_REACH: Final = 14
_EACH: Final = frozenset(["per", "each", "apiece"])
_SPANS: Final = frozenset(["year", "month", "week", "day", "head", "person", "tonne", "litre"])


def count_money(sentence: Sentence, index: int, currency: str) -> Counted | None:
    """Say what an amount is for; None where the sentence does not say, or where it is a rate."""
    end = index + 1
    while sentence.text(end) in {"million", "billion"} | sentence.words.units.keys():
        end += 1
    if sentence.text(end) in _EACH or (
        sentence.text(end) == "a" and sentence.text(end + 1) in _SPANS
    ):
        return None
    place = _role_before(sentence, index)
    after = end + (sentence.text(end) == "in")
    if sentence.text(after) in _ROLES and (place is None or after > end):
        place = after
    if sentence.text(index - 1) == "by" or sentence.text(end) in _COMPARED:
        return None
    if place is None:
        role, thing = "cost", _priced(sentence, index, end)
    else:
        role, thing = _ROLES[sentence.text(place)], _for(sentence, place, index, end)
    when = sentence.past(index)
    return Counted(what=f"{currency} {role}", thing=thing, when=when) if thing else None


def _role_before(sentence: Sentence, index: int) -> int | None:
    """Find the word that says what kind of amount it is; `cost` only where no other word does."""
    found = None
    for place in range(index - 1, max(-1, index - _REACH), -1):
        text = sentence.text(place)
        if text in {".", ";", ":", "—"} or (sentence.is_number(place) and not sentence.text(place)):
            break
        if text in _ROLES and (found is None or _ROLES[sentence.text(found)] == "cost"):
            found = place if found is None or _ROLES[text] != "cost" or text in _NOUNS else found
    return found


def _for(sentence: Sentence, role: int, index: int, end: int) -> str:
    """Find the thing an amount is for, by where the word of its kind stands."""
    text = sentence.text(role)
    if role > index:
        named = sentence.text(role + 1) in _FOR | _ABOUT
        return phrase_after(sentence, role + 2) if named else phrase_before(sentence, index)
    if text in _NOUNS:
        owner = role + 1
        if sentence.text(owner) in _ABOUT and (thing := phrase_after(sentence, owner + 1)):
            return thing
        if sentence.text(role - 1).endswith(("'s", "s'")) and role:
            return phrase_before(sentence, role)
    if sentence.text(end) in _FOR and (thing := phrase_after(sentence, end + 1)):
        return thing
    if text not in _NOUNS and (thing := phrase_after(sentence, role + 1)):
        return thing
    # "Lazaret Line is to receive a loan of 11 million": one's loan or fine, but no one's price.
    article = sentence.text(role - 1) in {"a", "an", "the", "its"}
    owned = article and _ROLES[text] not in {"cost", "damage"}
    return phrase_before(sentence, role - owned)


def _priced(sentence: Sentence, index: int, end: int) -> str:
    """Read `a $4 million bridge`: what stands right after an amount with its article."""
    if sentence.text(index - 1) not in {"a", "an", "the", "its", "new"}:
        return ""
    return phrase_after(sentence, end) if sentence.text(end) not in VERBAL else ""
