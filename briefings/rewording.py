"""Every text of a briefing that readers see otherwise, the old beside the new. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from briefings.model import Briefing, Quote
from briefings.text.typography import without_typography


@dataclass(frozen=True, slots=True, kw_only=True)
class Reworded:
    """A text that is not what it was."""

    what: str
    """Which part of the page: `headline`, `standfirst`, `summary`, `point`, `quote`, `text`."""
    was: str | None
    """None where it is new."""
    now: str | None
    """None where it is gone."""


def reworded(old: Briefing, new: Briefing) -> Iterator[Reworded]:
    """Give what changed, in the order of the page, typography left aside."""
    yield from _texts("headline", (old.title,), (new.title,))
    yield from _texts("standfirst", (old.dek or "",), (new.dek or "",))
    for what, key in (("summary", "summary"), ("point", "key_points")):
        yield from _texts(what, *([point.text for point in getattr(b, key)] for b in (old, new)))
    yield from _texts("quote", *([_said(quote) for quote in b.quotes] for b in (old, new)))
    yield from _texts("text", old.body.split("\n\n"), new.body.split("\n\n"))


def _texts(what: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Reworded]:
    plain = [[without_typography(text) for text in texts] for texts in (old, new)]
    matcher = SequenceMatcher(None, plain[0], plain[1], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        for was, now in zip_longest(old[a:b], new[c:d]):
            if was or now:  # a standfirst that never was is an empty text
                yield Reworded(what=what, was=was or None, now=now or None)


def _said(quote: Quote) -> str:
    return f"“{quote.text}” — {quote.speaker or 'unattributed'}"
