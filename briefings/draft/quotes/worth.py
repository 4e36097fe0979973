"""Which stretches in quotation marks are somebody's words, not scare quotes or titles."""

import re
from collections.abc import Sequence

from briefings.draft.quotes.tables import work_words
from briefings.model import Quote
from briefings.text.words import words_of

_ENDS = (".", ",", "!", "?", "…", "؟", "。")
# `A plan called "X"` names a thing; `what she called "X"` quotes.
_NAMED = re.compile(r"\b(?:called|named) $")
_WHAT = re.compile(r"\bwhat\b", re.IGNORECASE)
# A cue this near, in characters, still owns a single word: called the plan "absurd".
_NEAR = 30
# Fewer words need the sentence they stood in.
_FEWEST = 4
_SENTENCE_ENDS = (".", "!", "?", "…", "؟", "。")


def is_worth_keeping(text: str, before: str, nearness: int | None) -> bool:
    """Tell whether the words are a quotation.

    Args:
        text: the words in quotation marks.
        before: what stands before them in the paragraph.
        nearness: characters between them and their cue; None without one.
    """
    words = words_of(text)
    if not words:
        return False
    if _NAMED.search(before) and not _WHAT.search(before) and len(words) < 6:
        return False
    beside = nearness is not None and nearness <= 1
    if not beside and _is_label(text, words, before):
        return False
    if nearness is None:
        return len(words) > 3
    return len(words) > 1 or text.endswith(_ENDS) or nearness <= _NEAR


def without_fragments(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Leave out what says nothing alone, and what a longer quotation of its speaker holds."""
    said = [(quote, f" {' '.join(words_of(quote.text.casefold()))} ") for quote in quotes]
    return tuple(
        quote
        for quote, words in said
        if not _is_scrap(quote.text)
        and not any(
            words in longer and words != longer and quote.speaker == other.speaker
            for other, longer in said
        )
    )


def _is_scrap(text: str) -> bool:
    """Tell whether these are a few words of a sentence that is not theirs: `half a bridge`."""
    return len(words_of(text)) < _FEWEST and not text.endswith(_SENTENCE_ENDS)


def _is_label(text: str, words: Sequence[str], before: str) -> bool:
    """Tell whether the words name a work or a thing instead of saying something."""
    previous = words_of(before)[-1:]
    announced = bool(previous) and previous[0].lower() in work_words()
    if announced and len(words) < 6:
        return True
    return len(words) > 1 and text[-1] not in "!?…" and _is_title(words)


def _is_title(words: Sequence[str]) -> bool:
    long = [word for word in words if len(word) > 3]
    return bool(long) and all(word[0].isupper() for word in [words[0], words[-1], *long])
