"""Pieces: which sentences may be shown alone, and how each fits a number of words."""

import re
from dataclasses import dataclass

from briefings.draft.lexicon import Lexicon
from briefings.draft.lines import Line
from briefings.draft.quotation import is_balanced
from briefings.draft.speakers import find_attribution, words_without_attribution
from briefings.draft.trimming import drop_connective, shorten
from briefings.text.words import count_words

# With its attribution a point may be longer, but not a paragraph.
_POINT_WITH_SPEAKER = 42
# Shorter ones say little, or lean on what stands around them.
_SHORTEST = 6
# Longer ones are lists, tables or lost full stops: nothing to cut a point from.
_LONGEST = 120
# The last sentence of a paragraph may have lost its stop; a list's items are shorter.
_LONG_ENOUGH = 15
_FINAL_STOPS = ".!…。！।۔"
# Posts and page furniture that got into the text.
_FEED = re.compile(r"https?://|www\.|pic\.twitter|(?<!\w)[@#]\w|\s\|\s", re.IGNORECASE)
# Captions and lists: `Washed up: The creature …`, `Left, the harbour`.
_LABEL = re.compile(r"\w+(?: \w+){0,2}: [A-ZÀ-Þ]|(?:Above|Below|Left|Right|Pictured)\b[,:]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A line as it may be shown."""

    line: Line
    text: str

    def words(self) -> int:
        """Count the words shown."""
        return count_words(self.text)


def stands_alone(line: Line, words: Lexicon) -> bool:
    """Tell whether a sentence is whole without its neighbours."""
    core = drop_connective(line.text, words).replace("’", "'")
    plain = line.plain
    return not (
        line.half_quoted
        or (line.words < _SHORTEST and not _is_denial(line, words))
        or line.words > _LONGEST
        or not line.common
        or _FEED.search(plain)
        or _is_bare_quotation(line)
        or line.leans
        or words.anaphor.match(core)
        or words.connective.match(core)
        or _LABEL.match(line.text)
        or not _is_sentence(line)
        or (words.first_person.search(plain) and '"' not in plain and "“" not in plain)
        or plain.rstrip("\"'”») ").endswith(("?", "؟", ":", "…", "..."))
        or not is_balanced(line.text)
    )


def _is_denial(line: Line, words: Lexicon) -> bool:
    """Tell whether a short sentence is one: `Mr Hale denies the charges.` says all it must."""
    return line.words > 3 and words.denying.search(line.plain) is not None


def _is_bare_quotation(line: Line) -> bool:
    """Tell whether a sentence is somebody's words alone, without who says them."""
    return line.opens_quotation and line.text.rstrip(".!?؟ ").endswith(tuple("\"”»'’“"))


def _is_sentence(line: Line) -> bool:
    """Tell a sentence from an item of a list: a capital first, a stop last unless it is long."""
    first = next((char for char in line.text if char.isalnum()), "")
    stopped = line.text.rstrip("\"'”’»)] ")[-1:] in _FINAL_STOPS
    return not first.islower() and (stopped or line.words >= _LONG_ENOUGH)


def fit(line: Line, limit: int, words: Lexicon, *, speaker_free: bool = False) -> Piece | None:
    """Give the line within a number of words, cut if need be; None where it cannot be."""
    text = drop_connective(line.text, words)
    length = count_words(text)
    if speaker_free and length > limit:
        free = words_without_attribution(line, find_attribution(line, words))
        if free <= limit and length <= _POINT_WITH_SPEAKER:
            return Piece(line=line, text=text)
    if length <= limit:
        return Piece(line=line, text=text)
    short = shorten(text, limit, words)
    return Piece(line=line, text=short) if short else None
