"""Summary and key points: the ranked sentences that may be shown, cut to size, each with grounds.

The summary is one or two sentences of the news, at most 40 words together. Key points are three
to five more, at most 30 words each, the words for who says it not counted; background comes last
and leaves at least two places to the news. An accusation is chosen with the denial that follows
it, or not at all.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from briefings.draft.choosing import most_repeated, overlap
from briefings.draft.fairness import denials
from briefings.draft.lexicon import Lexicon
from briefings.draft.lines import Line, content_stems
from briefings.draft.pieces import Piece, fit, stands_alone
from briefings.draft.quotation import is_balanced
from briefings.model import Article, Grounds, Point, PointKind
from briefings.text.digests import seal

SUMMARY_WORDS = 40
POINT_WORDS = 30
FEWEST_POINTS = 3
MOST_POINTS = 5
_MOST_BACKGROUND = 2
# A sentence worth less than this share of the best one tells nothing of the news.
_WORTH_TELLING = 0.3
_SECOND_WORTH = 0.5
_SHORTEST_SECOND = 9
_WORTH_A_POINT = 0.12
_SAME = 0.6
_SAME_AS_HEADLINE = 0.8
_REPEATS_COST = 1.2
# `The change came late`: what was told before, in a word that says nothing of it.
_THE_THING = re.compile(
    r"The (?:change|difference|decision|move|result|rise|fall|increase|reason|idea|measure|step|"
    r"offer|claim|answer|reply|matter|thing|problem|case|process|effect)s? "
)


def choose_summary(
    lines: Sequence[Line], scores: Sequence[float], words: Lexicon
) -> tuple[Piece, ...]:
    """Choose one or two sentences that tell the news, at most 40 words in all."""
    if not words.known:
        return _lede(lines)
    pairs = denials(lines, words)
    floor = _WORTH_TELLING * max(scores, default=0.0)
    ranked = [
        line
        for line in _ranked(lines, scores)
        if line.kind is PointKind.NEWS
        and scores[line.index] >= floor
        and not _is_vague(line, words)
        and _may_be_told(line, lines, pairs, words)
    ]
    first = next(_fitting(ranked, SUMMARY_WORDS, words), None)
    if first is None:
        return ()
    left = SUMMARY_WORDS - first.words()
    answer = pairs.get(first.line.index)
    others = [lines[answer]] if answer is not None else _further(first.line, ranked, lines, scores)
    second = next(_fitting(others, left, words), None) if left >= _SHORTEST_SECOND else None
    return tuple(sorted([first, *([second] if second else [])], key=lambda piece: piece.line.index))


def _is_vague(line: Line, words: Lexicon) -> bool:
    """Tell whether a sentence opens with `The man`; `The Ministry of Health` is a name."""
    opening = words.definite.match(line.plain)
    return opening is not None and opening[0].split()[-1][:1].islower()


def _says_little(line: Line) -> bool:
    """Tell a short sentence with nothing of its own to hold on to: `The change came late`."""
    bare = not any(word[:1].isupper() or word[:1].isdigit() for word in line.text.split()[1:])
    return line.words < _SHORTEST_SECOND and bare and _THE_THING.match(line.text) is not None


def _may_be_told(
    line: Line, lines: Sequence[Line], pairs: Mapping[int, int], words: Lexicon
) -> bool:
    """Tell whether fairness lets a sentence open the summary.

    A denial comes with what it denies; an accusation only where its denial can be shown too.
    """
    if line.index in pairs.values():
        return False
    denial = lines[pairs[line.index]] if line.index in pairs else None
    return denial is None or next(_fitting([denial], POINT_WORDS, words), None) is not None


def _further(
    first: Line, ranked: Sequence[Line], lines: Sequence[Line], scores: Sequence[float]
) -> list[Line]:
    """Give what may follow the summary's first sentence: near the top, and something new."""
    return [
        line
        for line in ranked
        if line.index != first.index
        and line.index * 2 <= len(lines)
        and scores[line.index] > _SECOND_WORTH * scores[first.index]
        and line.words >= _SHORTEST_SECOND
        and overlap(line.stems, first.stems) < _SAME
    ]


def choose_points(
    lines: Sequence[Line],
    scores: Sequence[float],
    summary: Sequence[Piece],
    article: Article,
    words: Lexicon,
) -> tuple[Piece, ...]:
    """Choose three to five sentences more: news in the article's order, then background."""
    if not words.known:
        return ()
    title = content_stems(article.title, article.language)
    pairs = denials(lines, words)
    wanted = min(MOST_POINTS, max(FEWEST_POINTS, -(-len(lines) // 4)))
    chosen: list[Piece] = []
    told = [piece.line for piece in summary]
    answers = [pairs[line.index] for line in told if line.index in pairs]
    floor = _WORTH_A_POINT * max(scores, default=0.0)
    pool = {
        piece.line.index: piece
        for piece in _candidates(lines, told, title, words)
        if scores[piece.line.index] >= floor
    }
    for index in answers:
        # What the summary accuses of is answered first.
        pool.pop(index, None)
        piece = fit(lines[index], POINT_WORDS, words, speaker_free=True)
        chosen += [piece] if piece and lines[index] not in told else []
    while pool and len(chosen) < wanted:
        best = max(
            pool.values(),
            key=lambda piece: (_worth(piece, scores, chosen, told), -piece.line.index),
        )
        unit = _unit(best, pool, pairs, told)
        for piece in unit or [best]:
            pool.pop(piece.line.index, None)
        if (
            unit
            and len(chosen) + len(unit) <= MOST_POINTS
            and _has_room(unit, chosen, pool, wanted)
        ):
            chosen += unit
    return tuple(
        sorted(
            chosen, key=lambda piece: (piece.line.kind is PointKind.BACKGROUND, piece.line.index)
        )
    )


def as_point(piece: Piece, says: str | None) -> Point:
    """Give a chosen sentence with what it stands on."""
    return Point(
        text=piece.text,
        grounds=Grounds(refs=(piece.line.ref,), src=(seal(piece.line.text),)),
        kind=piece.line.kind,
        says=says,
        cut=piece.text != piece.line.text,
    )


def _lede(lines: Sequence[Line]) -> tuple[Piece, ...]:
    """Fall back on the first sentence that is short enough."""
    usable = (
        line
        for line in lines
        if line.words <= SUMMARY_WORDS and line.words > 2 and is_balanced(line.text)
    )
    return tuple(Piece(line=line, text=line.text) for line in list(usable)[:1])


def _ranked(lines: Sequence[Line], scores: Sequence[float]) -> list[Line]:
    return sorted(lines, key=lambda line: (-scores[line.index], line.index))


def _fitting(ranked: Sequence[Line], limit: int, words: Lexicon) -> Iterator[Piece]:
    for line in ranked:
        piece = fit(line, limit, words) if stands_alone(line, words) else None
        if piece:
            yield piece


def _candidates(
    lines: Sequence[Line], told: Sequence[Line], title: Sequence[str], words: Lexicon
) -> list[Piece]:
    """Give what may be a key point: it stands alone, fits and says something new."""
    pieces: list[Piece] = []
    for line in lines:
        if line in told or not stands_alone(line, words) or _says_little(line):
            continue
        new = frozenset(line.stems) - frozenset(title)
        if overlap(line.stems, title) >= _SAME_AS_HEADLINE and len(new) < 4:
            continue
        if most_repeated(line, told) >= _SAME:
            continue
        piece = fit(line, POINT_WORDS, words, speaker_free=True)
        pieces += [piece] if piece else []
    return pieces


def _worth(
    piece: Piece, scores: Sequence[float], chosen: Sequence[Piece], told: Sequence[Line]
) -> float:
    others = [*told, *(other.line for other in chosen)]
    repeated = most_repeated(piece.line, others)
    background = 0.5 * (piece.line.kind is PointKind.BACKGROUND)
    cut = 0.15 * (piece.text != piece.line.text)
    return scores[piece.line.index] - _REPEATS_COST * repeated - background - cut


def _unit(
    piece: Piece, pool: Mapping[int, Piece], pairs: Mapping[int, int], told: Sequence[Line]
) -> list[Piece]:
    """Give what is chosen with a piece: its denial or what it denies; nothing if that is barred."""
    linked = [piece.line.index]
    for index in linked:
        either = [first for first, second in pairs.items() if second == index]
        either += [pairs[index]] if index in pairs else []
        linked += [number for number in either if number not in linked]
    untold = sorted(set(linked) - {line.index for line in told})
    return [pool[number] for number in untold] if pool.keys() >= set(untold) else []


def _has_room(
    unit: Sequence[Piece], chosen: Sequence[Piece], pool: Mapping[int, Piece], wanted: int
) -> bool:
    """Tell whether background leaves two places to the news there still is."""
    old = [piece for piece in [*chosen, *unit] if piece.line.kind is PointKind.BACKGROUND]
    if len(old) == 0 or all(piece.line.kind is PointKind.NEWS for piece in unit):
        return True
    news = len(chosen) + len(unit) - len(old)
    waiting = sum(piece.line.kind is PointKind.NEWS for piece in pool.values())
    places = wanted - len(chosen) - len(unit)
    return len(old) <= _MOST_BACKGROUND and (news + min(places, waiting) >= min(2, news + waiting))
