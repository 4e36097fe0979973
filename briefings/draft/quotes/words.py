"""Words outside quotation marks, and the cues made of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefings.draft.quotes.marks import Quoted
from briefings.draft.quotes.tables import listed

FILLER = "\ufffc"
"""Stands for every character inside quotation marks, so that nobody's words are taken for cues."""

_WORD = re.compile(
    r"\ufffc+|(?:[^\W\d_]\.){2,}"
    r"|[^\W_]+(?:[-‐‑'’&][^\W_]+)*(?:(?<=s)['’](?= [^\W_]))?"  # the drivers' club
    r"|\S"
)
AUXILIARY = re.compile(r"(?:a|ont|avait|avaient)-(?:t-)?(ils?|elles?|on)", re.IGNORECASE)
"""French: the pronoun hangs on the auxiliary, `a-t-elle ajouté`."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word outside quotations, or a whole quotation, or a mark of punctuation."""

    start: int
    end: int
    text: str
    lower: str

    def is_quote(self) -> bool:
        """Tell whether it stands for a quotation."""
        return self.text[0] == FILLER

    def is_mark(self) -> bool:
        """Tell whether it is punctuation."""
        return not self.text[0].isalnum() and not self.is_quote()


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying and its speaker, by offsets into the paragraph."""

    start: int
    end: int
    speaker_start: int
    speaker_end: int
    is_before: bool
    """The speaker stands before the verb."""
    verb: str

    def reach(self) -> tuple[int, int]:
        """Give the whole stretch of speaker and verb."""
        return min(self.start, self.speaker_start), max(self.end, self.speaker_end)


def mask(paragraph: str, quoted: Sequence[Quoted]) -> str:
    """Blank out what stands in quotation marks, marks included; offsets stay."""
    pieces: list[str] = []
    at = 0
    for each in quoted:
        pieces += [paragraph[at : each.outer_start], FILLER * (each.outer_end - each.outer_start)]
        at = each.outer_end
    return "".join([*pieces, paragraph[at:]])


def words_outside(masked: str) -> tuple[Word, ...]:
    """Cut a masked paragraph into words."""
    return tuple(
        Word(f.start(), f.end(), f[0], f[0].lower().replace("’", "'"))
        for f in _WORD.finditer(masked)
    )


def is_inner_dot(words: Sequence[Word], at: int) -> bool:
    """Tell whether the sentence goes on behind a full stop: `R-Ky.,`, `D-Mo.)`."""
    behind = words[at + 1].text if at + 1 < len(words) else ""
    return behind in {",", ")"} or is_abbreviation_dot(words, at)


def is_abbreviation_dot(words: Sequence[Word], at: int) -> bool:
    """Tell whether a full stop belongs to an abbreviation or an initial before it."""
    if words[at].text != "." or at == 0 or words[at - 1].end != words[at].start:
        return False
    before = words[at - 1]
    return before.lower in listed("abbreviated") or (
        len(before.text) == 1 and before.text.isupper()
    )


def make_cue(
    words: Sequence[Word], first: int, last: int, at: int, end: int, *, before: bool
) -> Cue:
    """Make a cue of the verb from `first` to `last` and the speaker from `at` to `end`."""
    return Cue(
        words[first].start,
        words[last].end,
        words[at].start,
        words[end - 1].end,
        before,
        " ".join(word.lower for word in words[first : last + 1]),
    )
