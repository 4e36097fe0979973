"""Topics: one or two IPTC subjects an article is about, and the desk's own."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from briefings.draft.lines import Line, content_stems
from briefings.model import Article, Registers, TopicRecord
from briefings.text.subjects import SUBJECTS
from briefings.text.words import primary_language, stem, words_of

_IN_HEADLINE = 3
_IN_LEDE = 1
# Three different words of a subject, or two of which one is in the headline.
_ENOUGH = 4.0
_SECOND = 0.62
_MOST = 2
_SEVERAL = 3


def find_topics(article: Article, lines: Sequence[Line], registers: Registers) -> tuple[str, ...]:
    """Give the ids of one or two subjects, best first, then at most two of the desk's own.

    None is better than a wrong one: an article whose words decide nothing gets no subject. A
    desk's topic stands for the subject it is filed under.
    """
    counts = _counts(article, lines)
    own = _desk_topics(counts, article, registers)
    covered = {topic.id for topic in own} | {topic.iptc for topic in own}
    subjects = [
        subject
        for subject in _subjects(counts, article.language)
        if not {subject, SUBJECTS[subject][1]} & covered
    ]
    return (*subjects, *(topic.id for topic in own))


def deciding_words(
    article: Article, lines: Sequence[Line], topics: Sequence[str], registers: Registers
) -> Mapping[str, tuple[str, ...]]:
    """Give for each topic the words of the article that decided it, as printed, most first."""
    counts = _counts(article, lines)
    printed = _printed(article)
    stems = {
        topic.id: [s for phrase in topic.words for s in content_stems(phrase, article.language)]
        for topic in registers.topics
    } | {
        subject: list(found)
        for subject, found in _deciding(primary_language(article.language)).items()
    }
    return {
        topic: tuple(
            printed[one]
            for one in sorted(
                {stem for stem in stems.get(topic, ()) if stem in printed},
                key=lambda stem: (-counts[stem], stem),
            )
        )
        for topic in topics
    }


def _printed(article: Article) -> Mapping[str, str]:
    """Give the commonest spelling of each stem of an article."""
    spelled: dict[str, Counter[str]] = {}
    for text in (article.title, article.dek or "", *article.body):
        for word in words_of(text):
            found = stem(word, article.language)
            spelled.setdefault(found, Counter())[word.casefold()] += 1
    return {one: found.most_common(1)[0][0] for one, found in spelled.items()}


def _counts(article: Article, lines: Sequence[Line]) -> Counter[str]:
    counts = Counter(stem for line in lines for stem in line.stems)
    for text in (article.title, article.dek or ""):
        for word in content_stems(text, article.language):
            counts[word] += _IN_HEADLINE - 1
    for line in lines[:1]:
        counts.update(line.stems * _IN_LEDE)
    return counts


def _subjects(counts: Mapping[str, int], language: str) -> list[str]:
    scores = {
        subject: math.fsum(1 + math.log(counts[word]) for word in words if word in counts)
        for subject, words in _deciding(primary_language(language)).items()
    }
    best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
    floor = max(_ENOUGH, _SECOND * best[0][1]) if best else 0
    return [subject for subject, score in best if score >= floor]


def _desk_topics(
    counts: Mapping[str, int], article: Article, registers: Registers
) -> list[TopicRecord]:
    """Give the desk's topics with a word in the headline, or with several in the text."""
    head = frozenset(content_stems(article.title, article.language))
    scored: list[tuple[float, str, TopicRecord]] = []
    for topic in registers.topics:
        phrases = [content_stems(phrase, article.language) for phrase in topic.words]
        found = [stems for stems in phrases if stems and all(stem in counts for stem in stems)]
        score = math.fsum(1 + math.log(min(counts[stem] for stem in stems)) for stems in found)
        if len(set(found)) >= _SEVERAL or any(head.issuperset(stems) for stems in found):
            scored.append((-score, topic.id, topic))
    return [topic for _, _, topic in sorted(scored, key=lambda item: item[:2])[:_MOST]]


@lru_cache(maxsize=32)
def _deciding(language: str) -> Mapping[str, tuple[str, ...]]:
    """Give each subject's stems in a language."""
    table: dict[str, tuple[str, ...]] = {}
    text = files("briefings.draft").joinpath("data", "subjects.txt").read_text("utf-8")
    for row in text.splitlines():
        subject, _, rest = row.partition(" ")
        tongue, _, words = rest.partition(" ")
        if tongue == language and subject != "#":
            table[subject] = tuple(sorted({stem(word, language) for word in words.split()}))
    return MappingProxyType(table)
