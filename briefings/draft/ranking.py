"""Ranking: how much each sentence tells of the news, and how well it stands alone.

News puts the news first, so place weighs most; then nearness to the headline and to the rest of
the article. A sentence that leans on its neighbours, speaks in the first person, asks, or holds
half a quotation loses. The weights were set by hand and hold for every set they were tried on.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from briefings.draft.lexicon import Lexicon
from briefings.draft.lines import Line, content_stems
from briefings.model import Article, Named
from briefings.text.rarity import rarity

LONG = 40
_FURNITURE = re.compile(
    r"\W*(?:by\s*\.|published\s*:|updated\s*:|last updated|read (?:more|also|the)|click |"
    r"scroll down|media playback|image (?:copyright|caption|source)|follow (?:us|@)|sign up|"
    r"subscribe|watch:|(?:file )?photo(?:s|graph)?:|share this|please |e-?mail |advertisement|"
    r"related:|all rights|lire aussi|à lire|lea también|leer más|lesen sie|mehr zum thema|"
    r"اقرأ أيضا)",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"[?؟][\"'”’»)\s]*$")
# A question mark also stands where a bad conversion lost a quotation mark.
_ASKS = re.compile(
    r"[^?]{0,24}(?<!\w)(?:what|who|why|how|when|where|which|whose|is|are|was|were|do|does|did|can|"
    r"could|will|would|should|has|have|pourquoi|comment|quel|quelle|est-ce|wer|was|wie|warum|"
    r"qué|quién|cómo|هل|لماذا|كيف|ماذا)(?!\w)",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")


def rank_lines(
    lines: Sequence[Line], article: Article, names: Sequence[Named], words: Lexicon
) -> tuple[float, ...]:
    """Give each line's worth: best about 3, below 0 where it should not stand in a summary."""
    weights = _weights(lines, article.language)
    title = frozenset(content_stems(article.title, article.language))
    dek = frozenset(content_stems(article.dek or "", article.language))
    norms = _norm(weights, weights)
    named = _named_per_line(lines, names)
    scores = []
    for line in lines:
        own = frozenset(line.stems)
        score = (
            2.0 * _place(line, len(lines))
            + 1.0 * _centrality(own, weights, norms)
            + 0.15 * _share(own, title, weights)
            + 0.15 * _share(own, dek, weights)
            + 0.04 * min(named[line.index], 4)
            + 0.06 * bool(_FIGURE.search(line.text))
        )
        scores.append(score - _faults(line, words))
    return tuple(scores)


def _weights(lines: Sequence[Line], language: str) -> Mapping[str, float]:
    """Weigh each stem by how many sentences hold it and how rare it is in news at large."""
    counts = Counter(stem for line in lines for stem in sorted(frozenset(line.stems)))
    return {stem: (1 + math.log(n)) * rarity(stem, language) for stem, n in counts.items()}


def _place(line: Line, total: int) -> float:
    """Fall from 1 at the top; later paragraphs differ little among themselves."""
    return 1 / (1 + 0.35 * line.index) + 0.3 * (1 - line.index / max(total, 1))


def _norm(stems: Mapping[str, float] | frozenset[str], weights: Mapping[str, float]) -> float:
    return math.sqrt(math.fsum(weights[stem] ** 2 for stem in stems if stem in weights)) or 1.0


def _centrality(own: frozenset[str], weights: Mapping[str, float], whole: float) -> float:
    """Give the cosine of a sentence and the article."""
    return _norm(own, weights) / whole if own else 0.0


def _share(own: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    """Give how much of another text's weight stands in the sentence."""
    total = math.fsum(weights.get(stem, 1.0) for stem in sorted(other))
    return math.fsum(weights.get(stem, 1.0) for stem in sorted(own & other)) / total if total else 0


def _named_per_line(lines: Sequence[Line], names: Sequence[Named]) -> list[int]:
    spans: dict[int, list[Line]] = {}
    for line in lines:
        spans.setdefault(line.ref.paragraph, []).append(line)
    counts = [0] * len(lines)
    for name in names:
        for mention in name.mentions:
            for line in spans.get(mention.paragraph, ()):
                if line.start <= mention.start < line.start + len(line.text):
                    counts[line.index] += 1
    return counts


def leaning(line: Line, words: Lexicon) -> float:
    """Give what a sentence loses for leaning on the one before it."""
    return (
        0.5 * bool(words.anaphor.match(line.plain))
        + 0.4 * line.leans
        + 0.25 * bool(words.connective.match(line.plain))
    )


def _faults(line: Line, words: Lexicon) -> float:
    """Give what is against a sentence that must stand alone."""
    faults = leaning(line, words)
    faults += 0.15 * bool(words.deictic.search(line.plain))
    faults += 0.4 * bool(words.first_person.search(line.plain))
    faults += 0.7 * line.half_quoted
    faults += 0.15 * (line.opens_quotation and not line.half_quoted)
    asks = _QUESTION.search(line.text)
    faults += 0.6 * bool(asks and (line.words < 12 or _ASKS.match(line.text)))
    faults += 0.02 * max(0, line.words - LONG)
    faults += 0.12 * max(0, 7 - line.words)
    faults += 0.5 * (line.words > 4 and not line.common)
    faults += 2.0 * bool(_FURNITURE.match(line.text))
    return faults
