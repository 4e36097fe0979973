"""Summary and key points: the ranked sentences that may be shown, cut to size, each with grounds.

The summary is one or two sentences of the news, at most 40 words together. Key points are three
to five more, at most 30 words each, the words for who says it not counted; background comes last
and leaves at least two places to the news. An accusation is chosen with the denial that follows
it, or not at all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefings.draft.choosing import overlap
from briefings.draft.lexicon import Lexicon
from briefings.draft.lines import Line, content_stems
from briefings.draft.quotation import is_balanced
from briefings.draft.speakers import find_attribution, words_without_attribution
from briefings.draft.trimming import drop_connective, shorten
from briefings.model import Article, Grounds, Point, PointKind
from briefings.text.digests import seal
from briefings.text.words import count_words

SUMMARY_WORDS = 40
POINT_WORDS = 30
FEWEST_POINTS = 3
MOST_POINTS = 5
_MOST_BACKGROUND = 2
# With its attribution a point may be longer, but not a paragraph.
_POINT_WITH_SPEAKER = 42
_SAME = 0.6
_SAME_AS_HEADLINE = 0.8
_REPEATS_COST = 1.2
# Longer ones are lists, tables or lost full stops: nothing to cut a point from.
_LONGEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A line as it may be shown."""

    line: Line
    text: str

    def words(self) -> int:
        """Count the words shown."""
        return count_words(self.text)


def choose_summary(
    lines: Sequence[Line], scores: Sequence[float], words: Lexicon
) -> tuple[Piece, ...]:
    """Choose one or two sentences that tell the news, at most 40 words in all."""
    if not words.known:
        return _lede(lines)
    ranked = [line for line in _ranked(lines, scores) if line.kind is PointKind.NEWS]
    first = next(_fitting(ranked, SUMMARY_WORDS, words), None)
    if first is None:
        return _lede(lines)
    left = SUMMARY_WORDS - first.words()
    others = [
        line
        for line in ranked
        if line.index != first.line.index
        and line.index * 2 <= len(lines)
        and scores[line.index] > 0.5 * scores[first.line.index]
        and overlap(line.stems, first.line.stems) < _SAME
    ]
    second = next(_fitting(others, left, words), None) if left >= 8 else None
    return tuple(sorted([first, *([second] if second else [])], key=lambda piece: piece.line.index))


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
    wanted = min(MOST_POINTS, max(FEWEST_POINTS, len(lines) // 4))
    chosen: list[Piece] = []
    told = [piece.line for piece in summary]
    pool = {piece.line.index: piece for piece in _candidates(lines, told, title, words)}
    for index in [pairs[line.index] for line in told if line.index in pairs]:
        # What the summary accuses of is answered in the first place there is.
        chosen += [pool.pop(index)] if index in pool else []
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


def denials(lines: Sequence[Line], words: Lexicon) -> Mapping[int, int]:
    """Give accusing sentences, each with the denial that follows it, by their numbers."""
    found: dict[int, int] = {}
    for line, following in pairwise(lines):
        if words.accusing.search(line.plain) and words.denying.search(following.plain):
            found[line.index] = following.index
    return found


def stands_alone(line: Line, words: Lexicon) -> bool:
    """Tell whether a sentence is whole without its neighbours."""
    plain = line.plain
    return not (
        line.half_quoted
        or line.words < 5
        or line.words > _LONGEST
        or not line.common
        or line.leans
        or words.anaphor.match(plain)
        or (words.first_person.search(plain) and '"' not in plain and "“" not in plain)
        or plain.rstrip("\"'”») ").endswith(("?", "؟", ":", "…", "..."))
        or not is_balanced(line.text)
    )


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
        if line in told or not stands_alone(line, words):
            continue
        new = frozenset(line.stems) - frozenset(title)
        if overlap(line.stems, title) >= _SAME_AS_HEADLINE and len(new) < 4:
            continue
        if any(overlap(line.stems, other.stems) >= _SAME for other in told):
            continue
        piece = fit(line, POINT_WORDS, words, speaker_free=True)
        pieces += [piece] if piece else []
    return pieces


def _worth(
    piece: Piece, scores: Sequence[float], chosen: Sequence[Piece], told: Sequence[Line]
) -> float:
    others = [*told, *(other.line for other in chosen)]
    repeated = max((overlap(piece.line.stems, other.stems) for other in others), default=0.0)
    background = 0.3 * (piece.line.kind is PointKind.BACKGROUND)
    cut = 0.15 * (piece.text != piece.line.text)
    return scores[piece.line.index] - _REPEATS_COST * repeated - background - cut


def _unit(
    piece: Piece, pool: Mapping[int, Piece], pairs: Mapping[int, int], told: Sequence[Line]
) -> list[Piece]:
    """Give what is chosen with a piece: its denial or what it denies; nothing if that is barred."""
    index = piece.line.index
    accusations = [first for first, second in pairs.items() if second == index]
    partners = [*accusations, *([pairs[index]] if index in pairs else [])]
    unit = [piece]
    for partner in partners:
        if any(line.index == partner for line in told):
            continue
        if partner not in pool:
            return []
        unit.append(pool[partner])
    return unit


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
