"""A stretch of a passage that may be a name."""

from dataclasses import dataclass
from itertools import takewhile

from briefings.draft.names.tokens import Passage, Token

_LONGEST_REST = 100


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words in capitals that may be one name, and what stands around them."""

    passage: Passage
    first: int
    """Index of its first token in the passage."""
    last: int
    """Index behind its last token."""
    titled: bool = False
    """An office stands right before it: President, Dr."""

    def words(self) -> tuple[Token, ...]:
        """Give its tokens."""
        return self.passage.tokens[self.first : self.last]

    def text(self) -> str:
        """Give it as printed, without a possessive ending."""
        words = self.words()
        return self.passage.text[words[0].start : words[-1].end]

    def before(self, steps: int = 1) -> str:
        """Give the token some steps before it in lower case; empty beyond the start."""
        at = self.first - steps
        return self.passage.tokens[at].lower if at >= 0 else ""

    def after(self, steps: int = 1) -> str:
        """Give the token some steps behind it in lower case; empty beyond the end."""
        at = self.last + steps - 1
        return self.passage.tokens[at].lower if at < len(self.passage.tokens) else ""

    def rest(self) -> tuple[str, ...]:
        """Give what follows in its sentence, in lower case; of an endless one the beginning."""
        behind = self.passage.tokens[self.last : self.last + _LONGEST_REST]
        goes_on = takewhile(lambda token: not (token.is_first and token.text[0].isalnum()), behind)
        return tuple(token.lower for token in goes_on)

    def is_opening(self) -> bool:
        """Tell whether its first word would be in capitals anyway."""
        return self.passage.tokens[self.first].is_first
