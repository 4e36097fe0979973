"""Rights: how much of an article's wording a briefing may show, and what it is spent on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from briefings.draft.excerpts import excerpt_of, full_text_of
from briefings.draft.fairness import denials
from briefings.draft.lexicon import lexicon
from briefings.draft.lines import lines_of
from briefings.draft.quotes.worth import without_fragments
from briefings.model import (
    Article,
    Note,
    Point,
    PointKind,
    Quote,
    Ref,
    Registers,
    Rights,
    SourceRecord,
)
from briefings.settings import Settings
from briefings.text.words import count_words

# A shorter excerpt tells nothing the summary does not.
_SHORTEST_BODY = 25
_STRICTEST_FIRST = (Rights.NONE, Rights.EXCERPT, Rights.FULL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The words of one article a briefing shows."""

    summary: tuple[Point, ...] = ()
    key_points: tuple[Point, ...] = ()
    quotes: tuple[Quote, ...] = ()
    body: str = ""


@dataclass(slots=True)
class _Purse:
    """Words left to spend; local to one article's drafting."""

    left: int
    run: int

    def buys(self, text: str) -> bool:
        words = count_words(text)
        if words > min(self.left, self.run):
            return False
        self.left -= words
        return True


def find_source(article: Article, registers: Registers) -> SourceRecord | None:
    """Find the outlet a file states in the register: by id, name, alias or host."""
    return _find(article.source, registers)


def rights_of(article: Article, settings: Settings, registers: Registers) -> Rights:
    """Give the rights of an article.

    An outlet that is only proposed cannot widen them, but it can narrow them.
    """
    known = find_source(article, registers)
    if known:
        return known.rights
    proposal = article.source_proposed
    guess = _find(proposal.value, registers) if proposal and not article.source else None
    both = {settings.rights, guess.rights if guess else settings.rights}
    return next(rights for rights in _STRICTEST_FIRST if rights in both)


def spend(
    article: Article, note: Note, rights: Rights, settings: Settings, *, leads: bool = True
) -> Shown:
    """Choose what is shown within an article's rights.

    The budget goes to summary, news points, quotes, background and body, in this order; what does
    not fit is left out whole. An article that does not lead its briefing pays for no summary:
    a briefing has one, and the others' words would be seen by nobody. An accusation and its denial
    are both shown or neither is.
    """
    if rights is Rights.NONE:
        return Shown()
    if not leads:
        note = replace(note, summary=())
    told = without_fragments(note.quotes)
    if rights is Rights.FULL:
        body = full_text_of(article)
        return Shown(summary=note.summary, key_points=note.key_points, quotes=told, body=body)
    total = sum(map(count_words, article.body))
    purse = _Purse(
        left=min(settings.excerpt_words, int(settings.excerpt_share * total)),
        run=settings.excerpt_run,
    )
    summary = _bought_first(note.summary, purse)
    news = _bought((point for point in note.key_points if point.kind is PointKind.NEWS), purse)
    quotes = tuple(quote for quote in told if purse.buys(quote.text))
    old = _bought((point for point in note.key_points if point.kind is not PointKind.NEWS), purse)
    room = min(purse.left, purse.run)
    body = excerpt_of(article, note.sentences, room) if room >= _SHORTEST_BODY else ""
    unfair = _unanswered(article, note, (*summary, *news, *old))
    return Shown(
        summary=() if unfair & _refs(summary) else summary,
        key_points=tuple(point for point in (*news, *old) if not unfair & _refs((point,))),
        quotes=quotes,
        body=body,
    )


def _unanswered(article: Article, note: Note, bought: Sequence[Point]) -> set[Ref]:
    """Give the sentences bought without the denial, or without the accusation, chosen with them."""
    chosen, shown = _refs((*note.summary, *note.key_points)), _refs(bought)
    if shown >= chosen:
        return set()
    lines = lines_of(article, note.sentences)
    pairs = denials(lines, lexicon(article.language)).items()
    both = [(lines[accuses].ref, lines[denies].ref) for accuses, denies in pairs]
    alone: set[Ref] = set()
    for accuses, denies in [one for one in both if chosen >= set(one)] * 2:
        left = {accuses, denies} & (shown - alone)
        alone |= left if len(left) == 1 else set()
    return alone


def _refs(points: Iterable[Point]) -> set[Ref]:
    return {ref for point in points for ref in point.grounds.refs}


def _bought(points: Iterable[Point], purse: _Purse) -> tuple[Point, ...]:
    return tuple(point for point in points if purse.buys(point.text))


def _bought_first(points: Iterable[Point], purse: _Purse) -> tuple[Point, ...]:
    """Buy from the front: what goes on from a sentence nobody sees tells nothing."""
    return tuple(takewhile(lambda point: purse.buys(point.text), points))


def _find(stated: str | None, registers: Registers) -> SourceRecord | None:
    if not stated:
        return None
    wanted = stated.casefold().strip()
    fits: Sequence[Callable[[SourceRecord], bool]] = (
        lambda record: record.id.casefold() == wanted,
        lambda record: wanted in {record.name.casefold(), *map(str.casefold, record.aliases)},
        lambda record: wanted.removeprefix("www.") in map(str.casefold, record.hosts),
    )
    return next((record for fit in fits for record in registers.sources if fit(record)), None)
