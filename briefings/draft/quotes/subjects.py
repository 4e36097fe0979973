"""Subjects: the words printed for the speaker, before a verb of saying or behind it."""

from collections.abc import Iterator, Sequence

from briefings.draft.quotes.tables import Tongue, listed
from briefings.draft.quotes.words import (
    AUXILIARY,
    Cue,
    Word,
    is_abbreviation_dot,
    is_inner_dot,
    make_cue,
)

_MOST_WORDS = 16
_LONGEST_SENTENCE = 80


def find_after(words: Sequence[Word], first: int, last: int, tongue: Tongue) -> Iterator[Cue]:
    """Find the speaker behind the verb that stands from `first` to `last`."""
    at = last + 1
    while at < len(words) and words[at].lower in tongue.skip - listed("articles") and at < last + 3:
        at += 1
    end = at
    while end < min(len(words), at + _MOST_WORDS) and not _ends_after(words, end, at, tongue):
        end += 1
        if words[end - 1].lower in tongue.pronouns:
            break
    if _may_speak(words[at:end], tongue):
        yield make_cue(words, first, last, at, end, before=False)


def _ends_after(words: Sequence[Word], end: int, at: int, tongue: Tongue) -> bool:
    word = words[end]
    if (
        word.is_quote()
        or word.lower in tongue.after_stop
        or word.lower in tongue.stop - listed("articles")
    ):
        return True
    if word.is_mark():
        return not is_abbreviation_dot(words, end)
    return end == at and word.lower in tongue.cues and word.text.islower()


def find_before(words: Sequence[Word], first: int, last: int, tongue: Tongue) -> Iterator[Cue]:
    """Find the speaker before the verb that stands from `first` to `last`."""
    end = first
    while end > 0 and words[end - 1].lower in tongue.skip and not words[end - 1].is_quote():
        end -= 1
    participle = words[first].lower.endswith("ing")
    if end > 1 and words[end - 1].lower in {"who", "which", "qui", "quien"}:
        end -= 2 if words[end - 2].text == "," else 1
    elif end and participle and words[end - 1].is_mark():
        yield from _main_subject(words, first, last, tongue)
        return
    for _ in range(3):
        end = _before_aside(words, end)
    at = end
    while at > max(0, end - _MOST_WORDS) and not _starts_before(words, at - 1, tongue):
        at -= 1
    at = _trim(words, at, end)
    if _may_speak(words[at:end], tongue):
        yield make_cue(words, first, last, at, end, before=True)


def _main_subject(words: Sequence[Word], first: int, last: int, tongue: Tongue) -> Iterator[Cue]:
    """Give `He defended it, saying` its speaker: the name or pronoun that opens the sentence."""
    at = first
    while at > max(0, first - _LONGEST_SENTENCE) and not (
        words[at - 1].text in {".", "!", "?", ":", ";"} and not is_abbreviation_dot(words, at - 1)
    ):
        at -= 1
    end = at
    while end < first and (words[end].text[:1].isupper() or is_abbreviation_dot(words, end)):
        end += 1
    # `Leaving early, saying`: what opens the sentence is a participle, not its subject.
    opens = words[at].lower in tongue.stop | listed("opening") or words[at].lower.endswith("ing")
    quotes = any(word.is_quote() for word in words[at:first])
    if not opens and not quotes and _may_speak(words[at:end], tongue):
        yield make_cue(words, first, last, at, end, before=True)


def _may_speak(phrase: Sequence[Word], tongue: Tongue) -> bool:
    """Tell whether words can stand for somebody: not adverbs, not a piece of another clause."""
    if not phrase or all(word.lower in listed("adverbs") or word.is_mark() for word in phrase):
        return False
    if tongue.language != "en":
        return not AUXILIARY.fullmatch(phrase[-1].text)  # a-t-elle holds its own speaker
    first, last = phrase[0], phrase[-1]
    ends_open = last.lower in listed("leading") | listed("articles")
    if ends_open or any(word.lower in {"to", "not"} for word in phrase):
        return False
    openers = listed("articles") | listed("determiners") | tongue.pronouns
    if first.text[0].isupper() or first.lower in openers:
        return True
    if last.text[0].isupper() and len(phrase) < 6:
        return True
    return len(phrase) < 5 and (last.lower.endswith("s") or last.lower in listed("plurals"))


def _before_aside(words: Sequence[Word], end: int) -> int:
    """Step over an apposition between commas: `Miller, a spokesman, said`."""
    if end == 0 or words[end - 1].text not in {",", ")"}:
        return end
    opening = {",": ",", ")": "("}[words[end - 1].text]
    for at in range(end - 2, max(-1, end - 32), -1):
        if words[at].text == opening:
            # `On Friday, the minister, …` and `"…", he` are no appositions.
            return at if at > 0 and not words[at - 1].is_quote() else end
        if words[at].text in {";", ":", "!", "?"} or (
            words[at].text == "." and not is_inner_dot(words, at)
        ):
            return end
    return end


def _starts_before(words: Sequence[Word], at: int, tongue: Tongue) -> bool:
    word = words[at]
    if word.is_quote() or (word.is_mark() and not is_abbreviation_dot(words, at)):
        return True
    return word.lower in tongue.stop and word.lower not in listed("articles")


def _trim(words: Sequence[Word], at: int, end: int) -> int:
    """Leave out what opens the clause before its subject: `On Friday the minister`."""
    if end > at and words[end - 1].lower in listed("pronouns"):
        return end - 1
    if at < end and words[at].lower in listed("opening"):
        begins = (index for index in range(at + 1, end) if _begins_subject(words, index))
        return next(begins, at + 1)
    while at < end - 1 and words[at].lower in listed("adverbs"):
        at += 1
    return at


def _begins_subject(words: Sequence[Word], at: int) -> bool:
    """Tell whether a clause opener such as `In a letter` ends before this word."""
    before = words[at - 1]
    if words[at].lower in listed("articles") and before.lower not in listed("leading"):
        return True
    return before.lower in listed("days") or before.text.isdigit()
