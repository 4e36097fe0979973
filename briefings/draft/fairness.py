"""Fairness: an accusation goes with its denial."""

from collections.abc import Mapping, Sequence

from briefings.draft.lexicon import Lexicon
from briefings.draft.lines import Line

# Sentences behind an accusation in which its denial is looked for.
_ANSWERED_WITHIN = 3


def denials(lines: Sequence[Line], words: Lexicon) -> Mapping[int, int]:
    """Give accusing sentences, each with the first denial that follows near it, by numbers."""
    found: dict[int, int] = {}
    denying = [words.denying.search(line.plain) is not None for line in lines]
    for place, line in enumerate(lines):
        if words.accusing.search(line.plain):
            near = range(place + 1, min(len(lines), place + 1 + _ANSWERED_WITHIN))
            answer = next((number for number in near if denying[number]), None)
            if answer is not None:
                found[line.index] = lines[answer].index
    return found
