"""What a figure counts, as one short text: `injured of children in arvel on monday`.

Drafting writes it, linking reads it. `of`, `in` and `on` never stand inside a part, because they
are no words of a thing; so the text reads back into its parts.
"""

from dataclasses import dataclass
from typing import Final, Self

FATES: Final = frozenset(
    {
        *("killed", "injured", "hospital", "missing", "rescued", "evacuated", "displaced"),
        *("arrested", "aboard", "crowd"),
    }
)
"""What says of itself what is counted: people, and what befell them."""
_PAST: Final = frozenset(["past"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a number counts, in folded words."""

    what: str
    """`killed`, `homes damaged`, `lira cost`, `votes`, `percent`, `date`."""
    thing: str = ""
    """Whose or of what, its head last: `desalination plant`; empty where `what` says all."""
    where: str = ""
    when: str = ""
    """A weekday, a month, a year, or `past` for an event that is not the article's own."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what `str` writes; any text reads as something."""
        parts: dict[str, list[str]] = {"what": []}
        now = "what"
        for word in text.split():
            opened = {"of": "thing", "in": "where", "on": "when"}.get(word)
            if opened is not None:
                now = opened
                parts.setdefault(now, [])
            else:
                parts[now].append(word)
        return cls(**{key: " ".join(words) for key, words in parts.items()})

    def __str__(self) -> str:
        """Write it as a briefing keeps it."""
        parts = (("", self.what), ("of", self.thing), ("in", self.where), ("on", self.when))
        return " ".join(f"{key} {text}".strip() for key, text in parts if text)

    def is_comparable(self) -> bool:
        """Tell whether two outlets can mean the same by it; `percent` alone says too little."""
        return bool(self.thing) or " " in self.what or self.what in FATES

    def may_be(self, other: Self) -> bool:
        """Tell whether two may count the same thing; what one leaves unsaid is no difference.

        People killed and children killed are two things, a bridge and the Arvel bridge may be one.
        """
        return (
            self.what == other.what
            and self._is_of(other)
            and (not self.where or not other.where or _nested(self.where, other.where))
            and (self.when == other.when or (_is_open(self.when) and _is_open(other.when)))
            and (not self.when or not other.when or self.when == other.when)
        )

    def _is_of(self, other: Self) -> bool:
        if self.what in FATES or not self.thing or not other.thing:
            return self.thing == other.thing
        mine, yours = self.thing.split(), other.thing.split()
        nested = set(mine) <= set(yours) or set(yours) <= set(mine)
        return mine[-1] == yours[-1] and nested


def _nested(one: str, other: str) -> bool:
    mine, yours = set(one.split()), set(other.split())
    return mine <= yours or yours <= mine


def _is_open(when: str) -> bool:
    """Tell whether leaving a time out may mean the same: of a weekday yes, of a year no."""
    return when not in _PAST and not when.isdecimal()
