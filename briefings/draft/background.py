"""Background: which sentences tell what one needs to know, and which tell what happened.

News copy is an inverted pyramid: what happened stands at the top, and once the writer turns to
the past below it, he mostly stays there. A sentence is background for what it says itself
(earlier years, the pluperfect, a definition), or because it follows such sentences without a word
that brings it back to the news.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefings.draft.lexicon import Lexicon
from briefings.draft.lines import Line, content_stems
from briefings.model import Article, PointKind

_ASIDE = re.compile(r", (?:who|which|where|whose|whom|qui|dont|où|quien|quienes)\b[^,]{0,300}")
_YEAR = re.compile(r"(?<![\w.,])(?:1[5-9]|20)\d\d(?![\w.]\d)")
# The first two sentences are the news whatever they look back on.
_LEDE = 2
_ABOUT_THE_HEADLINE = 0.45


def mark_background(lines: Sequence[Line], article: Article, words: Lexicon) -> tuple[Line, ...]:
    """Give the lines with their kind, news or background."""
    title = frozenset(content_stems(article.title, article.language))
    year = article.date.year if article.date else None
    marked: list[Line] = []
    run = 0
    for line in lines:
        looks_back = line.index >= _LEDE and _looks_back(line, words, title, year)
        goes_on = _goes_on(line, marked, run, words, total=len(lines))
        is_background = looks_back or goes_on
        run = run + 1 if is_background else 0
        kind = PointKind.BACKGROUND if is_background else PointKind.NEWS
        marked.append(replace(line, kind=kind))
    return tuple(marked)


def _looks_back(line: Line, words: Lexicon, title: frozenset[str], year: int | None) -> bool:
    # `The judge, who sat until 2021, will lead it`: what only adds does not decide.
    plain = _ASIDE.sub("", line.plain)
    past = words.past.search(plain)
    if past is None or words.now.search(plain):
        return False
    years = [int(found) for found in _YEAR.findall(plain)]
    if years:
        earlier = year is None or max(years) < year
        return earlier and not words.compares.search(plain)
    if words.saying.search(plain):
        # `The union said members had complained`: the tense is that of what is said.
        return False
    return _shared(line, title) < _ABOUT_THE_HEADLINE


def _goes_on(line: Line, before: Sequence[Line], run: int, words: Lexicon, *, total: int) -> bool:
    """Tell whether a sentence stays in the background the ones before it opened."""
    if not run or words.now.search(line.plain) or line.opens_quotation:
        return False
    same_paragraph = before[-1].ref.paragraph == line.ref.paragraph > 1
    return same_paragraph or (run >= 2 and line.index * 2 >= total)


def _shared(line: Line, title: frozenset[str]) -> float:
    return len(title & frozenset(line.stems)) / len(title) if title else 0.0
