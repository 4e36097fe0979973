"""Longer names: where a registered name is only a piece of another that is not registered."""

from dataclasses import dataclass

from briefings.draft.names.candidates import find_candidates
from briefings.draft.names.tables import table
from briefings.draft.names.tokens import Passage
from briefings.model import NameKind

_HONORIFICS = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "mme", "herr", "frau"}
)


@dataclass(frozen=True, slots=True)
class Longer:
    """The names of a passage as their own words cut it, before any register is asked."""

    passage: Passage
    parts: frozenset[int]
    """Tokens that are one word of several: `Georgia` in `Georgia Meloni`."""
    headed: tuple[frozenset[int], ...]
    """Tokens of each name that ends on what it is: `Almadra Bank Agreement`."""

    @classmethod
    def of(cls, passage: Passage) -> "Longer":
        """Find them; a name of one word holds no other."""
        found = [c for c in find_candidates(passage, "en", frozenset()) if c.last - c.first > 1]
        heads = table("org_heads") | table("law_heads")
        headed = [c for c in found if c.words()[-1].lower in heads]
        return cls(
            passage=passage,
            parts=frozenset(n for c in found for n in range(c.first, c.last)),
            headed=tuple(frozenset(range(c.first, c.last)) for c in headed),
        )

    def owns(self, inside: set[int], kind: NameKind) -> bool:
        """Tell whether these tokens are of another name than the registered one they spell."""
        if len(inside) == 1 and inside <= self.parts:
            return True
        if kind is not NameKind.PERSON and inside and self._is_addressed(min(inside)):
            return True  # Mr Delvaux is not Delvaux Shipping
        return any(inside < name and max(name) not in inside for name in self.headed)

    def _is_addressed(self, first: int) -> bool:
        before = self.passage.tokens[first - 1].lower.rstrip(".") if first else ""
        return before in _HONORIFICS
