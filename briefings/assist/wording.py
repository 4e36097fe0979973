"""Article and note → the note in the model's words, as far as the gate lets them through."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefings.assist.asking import AskError, Model
from briefings.assist.gate import Claim, judge, parse_answer
from briefings.assist.prompt import make_messages
from briefings.draft.background import mark_background
from briefings.draft.choosing import overlap
from briefings.draft.fairness import denials
from briefings.draft.lexicon import Lexicon, lexicon
from briefings.draft.lines import Line, lines_of
from briefings.draft.points import (
    FEWEST_POINTS,
    MOST_POINTS,
    POINT_WORDS,
    SUMMARY_WORDS,
)
from briefings.draft.speakers import says_of
from briefings.model import Article, Grounds, Note, Point, PointKind
from briefings.runs import Refused, Worded
from briefings.text.digests import seal
from briefings.text.words import count_words

_SAME = 0.6
_GIVE_UP = 3
"""So many questions in a row without an answer: the endpoint is not asked again."""


@dataclass(slots=True)
class Wording:
    """Words one note after another; gives up on an endpoint that does not answer."""

    model: Model
    failures: int = field(default=0, init=False)

    def word(self, article: Article, note: Note) -> Worded:
        """Give a note with what the gate let through; the built-in draft stands in for the rest."""
        if self.failures >= _GIVE_UP:
            return Worded(note=note, failure="the endpoint did not answer before")
        try:
            answer = self.model.ask(make_messages(article, note))
        except AskError as error:
            self.failures += 1
            return Worded(note=note, failure=str(error))
        self.failures = 0
        given = parse_answer(answer)
        if given is None:
            return Worded(note=note, failure="its answer is not the JSON it was asked for")
        words = lexicon(article.language)
        lines = mark_background(lines_of(article, note.sentences), article, words)
        judged = {
            key: list(judge(given[key], lines, words, article.language, most_words=most))
            for key, most in (("summary", SUMMARY_WORDS), ("key_points", POINT_WORDS))
        }
        claims = {key: [c for c in found if isinstance(c, Claim)] for key, found in judged.items()}
        refused = [r for found in judged.values() for r in found if isinstance(r, Refused)]
        refused += _drop_unfair(claims, lines, words)
        return Worded(
            note=self._reworded(note, claims, words),
            refused=tuple(refused),
        )

    def _reworded(self, note: Note, claims: dict[str, list[Claim]], words: Lexicon) -> Note:
        summary = _within(claims["summary"])
        points = _apart(claims["key_points"], summary)
        if not summary and not points:
            return note
        told = [_as_point(claim, note, words) for claim in points]
        return replace(
            note,
            summary=tuple(_as_point(claim, note, words) for claim in summary) or note.summary,
            key_points=_filled(told, note),
            worded_by=self.model.endpoint.model,
        )


def _drop_unfair(
    claims: dict[str, list[Claim]], lines: Sequence[Line], words: Lexicon
) -> list[Refused]:
    """Take out what accuses where nothing that was let through tells the denial."""
    pairs = denials(lines, words)
    cited = {line.index for found in claims.values() for one in found for line in one.lines}
    dropped: list[Refused] = []
    for key, found in claims.items():
        fair = [c for c in found if all(pairs.get(n.index, n.index) in cited for n in c.lines)]
        dropped += [
            Refused(text=claim.text, why="it accuses without the denial that follows")
            for claim in found
            if claim not in fair
        ]
        claims[key] = fair
    return dropped


def _within(claims: Sequence[Claim]) -> list[Claim]:
    """Give the first sentences of a summary that fit together."""
    chosen: list[Claim] = []
    left = SUMMARY_WORDS
    for claim in claims[:2]:
        if count_words(claim.text) <= left:
            chosen.append(claim)
            left -= count_words(claim.text)
    return chosen


def _apart(claims: Sequence[Claim], told: Sequence[Claim]) -> list[Claim]:
    """Give the points that do not repeat the summary or one another."""
    chosen: list[Claim] = []
    for claim in claims:
        stems = {stem for line in claim.lines for stem in line.stems}
        others = [{s for line in one.lines for s in line.stems} for one in (*told, *chosen)]
        if all(overlap(stems, other) < _SAME for other in others):
            chosen.append(claim)
    return chosen[:MOST_POINTS]


def _filled(told: list[Point], note: Note) -> tuple[Point, ...]:
    """Let built-in points stand in where too few were let through; news first."""
    refs = {ref for point in told for ref in point.grounds.refs}
    spare = [point for point in note.key_points if not refs & {*point.grounds.refs}]
    points = [*told, *spare[: max(0, FEWEST_POINTS - len(told))]]
    return tuple(sorted(points, key=lambda point: point.kind is PointKind.BACKGROUND))


def _as_point(claim: Claim, note: Note, words: Lexicon) -> Point:
    is_old = all(line.kind is PointKind.BACKGROUND for line in claim.lines)
    said = (says_of(line, words, note.quotes, note.names) for line in claim.lines)
    return Point(
        text=claim.text,
        grounds=Grounds(
            refs=tuple(line.ref for line in claim.lines),
            src=tuple(seal(line.text) for line in claim.lines),
        ),
        kind=PointKind.BACKGROUND if is_old else PointKind.NEWS,
        says=next(filter(None, said), None),
    )
