"""What a reader would call a change: headline, summary, a figure, a name, a quote. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from briefings.check.gate import find_foreign_names
from briefings.model import Briefing, NameKind, Quote
from briefings.store.places import KeyPath
from briefings.text.typography import without_typography
from briefings.text.words import words_of

_NUMBER_WORDS: Final = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    "fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    "ninety|hundred|thousand|million|billion|dozen|half|"
    "zéro|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|"
    "trente|quarante|cinquante|soixante|cent|mille|milliard|moitié|"
    "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|tausend|"
    "dos|tres|cuatro|cinco|siete|ocho|nueve|diez|once|doce|veinte|treinta|cien|mil|millón"
)
_NUMBER: Final = re.compile(
    rf"-?\d+(?:[.,:/-]?\d+)*|(?<!\w)(?:{_NUMBER_WORDS})s?(?!\w)", re.IGNORECASE
)
_ALIKE: Final = 0.5
"""From here on two sentences are one, changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something readers were told that they are told otherwise now."""

    what: str
    keys: KeyPath
    was: str
    now: str | None
    """None where nothing stands there any more."""


def find_changes(old: Briefing, new: Briefing) -> Iterator[Change]:
    """Give what changed, typography left aside; what only came in is no change."""
    if _plain(old.title) != _plain(new.title):
        yield Change(what="the headline", keys=("title",), was=old.title, now=new.title)
    was, now = (" ".join(point.text for point in b.summary) for b in (old, new))
    if _plain(was) != _plain(now):
        yield Change(what="the summary", keys=("summary",), was=was, now=now or None)
    yield from _points(old, new)
    yield from _quotes(old.quotes, new.quotes)
    yield from _names(old, new)


def _plain(text: str) -> str:
    return without_typography(text)


def _texts(b: Briefing) -> list[tuple[KeyPath, str]]:
    points: list[tuple[KeyPath, str]] = [
        (("key_points", number), point.text) for number, point in enumerate(b.key_points)
    ]
    body: list[tuple[KeyPath, str]] = [(("body",), text) for text in b.body.split("\n\n")]
    return [(("dek",), b.dek or ""), *points, *body]


def _points(old: Briefing, new: Briefing) -> Iterator[Change]:
    """Give figures and names that sentences had and have no longer."""
    left = [(keys, text, _plain(text)) for keys, text in _texts(new)]
    same = {plain for _, _, plain in left}
    free = [one for one in left if one[2] not in {_plain(text) for _, text in _texts(old)}]
    whole = [text for _, text in _texts(new)] + [point.text for point in new.summary]
    for keys, text in _texts(old):
        if _plain(text) in same:
            continue
        partner = _partner(_plain(text), [plain for _, _, plain in free])
        if partner is None:
            lost = [number for number in _numbers(text) if number not in _numbers(" ".join(whole))]
            if lost:
                yield Change(what="a figure", keys=(keys[0],), was=text, now=None)
            continue
        where, now, _ = free.pop(partner)
        if not _is_within(_numbers(text), _numbers(now)):
            yield Change(what="a figure", keys=where, was=text, now=now)
        elif any(find_foreign_names(_plain(text), [*map(_plain, whole)], old.language)):
            yield Change(what="a name", keys=where, was=text, now=now)


def _numbers(text: str) -> list[str]:
    return [one[0].casefold() for one in _NUMBER.finditer(_plain(text))]


def _is_within(few: Sequence[str], many: Sequence[str]) -> bool:
    """Tell whether all of the first stand in the second, in order."""
    rest = iter(many)
    return all(one in rest for one in few)


def _partner(text: str, others: Sequence[str]) -> int | None:
    """Give the position of the most similar text; None where none is."""
    scores = [SequenceMatcher(None, text, other, autojunk=False).ratio() for other in others]
    best = max(range(len(scores)), key=scores.__getitem__, default=None)
    return best if best is not None and scores[best] >= _ALIKE else None


def _quotes(old: Sequence[Quote], new: Sequence[Quote]) -> Iterator[Change]:
    said = [_said(quote) for quote in new]
    held = {_plain(text) for text in map(_said, old)}
    free = [number for number, text in enumerate(said) if _plain(text) not in held]
    for quote in old:
        was = _said(quote)
        if _plain(was) in map(_plain, said):
            continue
        partner = _partner(_plain(was), [_plain(said[number]) for number in free])
        if partner is None:
            yield Change(what="a quote", keys=("quotes",), was=was, now=None)
        else:
            number = free.pop(partner)
            yield Change(what="a quote", keys=("quotes", number), was=was, now=said[number])


def _said(quote: Quote) -> str:
    return f"{quote.speaker or 'unattributed'}: {quote.text}"


def _names(old: Briefing, new: Briefing) -> Iterator[Change]:
    """Give listed names that stand nowhere any more."""
    texts = [new.title, *(point.text for point in new.summary), *(t for _, t in _texts(new))]
    shown = " ".join(words_of(_plain(" ".join(texts)).casefold()))
    for kind in NameKind:
        had = [_plain(use.name) for use in old.names.of(kind)]
        has = [_plain(use.name) for use in new.names.of(kind)]
        gone = [name for name in had if name not in has]
        came = [name for name in has if name not in had]
        for name in gone:
            if " ".join(words_of(name.casefold())) not in shown:
                partner = _partner(name, came)
                now = came.pop(partner) if partner is not None else None
                yield Change(what="a name", keys=("names", kind.plural()), was=name, now=now)
