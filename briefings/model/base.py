"""Small shapes that more than one stage uses."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Self

Moment = date | datetime
"""When something happened: a day where only the day is known, else a time with its zone."""

EDITOR = "editor"
"""What `from` says of a text that stands on a person's word instead of a sentence."""

_REF = re.compile(r"(?:(?P<article>[a-z]+):)?p(?P<paragraph>[1-9]\d*)(?:s(?P<sentence>[1-9]\d*))?")


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A paragraph of an article, or one sentence of it; both count from 1.

    Written `p2s1`, or `b:p2s1` in a briefing that stands on several articles.
    """

    paragraph: int
    sentence: int | None = None
    article: str | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `p2`, `p2s1` or `a:p2s1`.

        Raises:
            ValueError: the text is none of these.
        """
        found = _REF.fullmatch(text.strip())
        if found is None:
            raise ValueError(f"not a place in an article: {text!r}")
        sentence = found["sentence"]
        return cls(int(found["paragraph"]), int(sentence) if sentence else None, found["article"])

    def __str__(self) -> str:
        """Write the reference as it stands in a briefing."""
        sentence = f"s{self.sentence}" if self.sentence else ""
        article = f"{self.article}:" if self.article else ""
        return f"{article}p{self.paragraph}{sentence}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What a text stands on."""

    refs: tuple[Ref, ...] = ()
    """Where in the article its words are; empty when a person answers for it."""
    src: tuple[str, ...] = ()
    """One seal per reference, `v1:LENGTH:DIGEST` of the folded words cited there."""
    editor: bool = False
    """True for `from: [editor]`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A guess the program makes and a person decides."""

    value: str
    reason: str


class Rights(Enum):
    """How much of an article's wording may be shown."""

    NONE = "none"
    EXCERPT = "excerpt"
    FULL = "full"
