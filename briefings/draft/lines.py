"""Lines: the sentences of an article with what choosing among them needs to know."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefings.draft.leaning import has_loose_pronoun
from briefings.draft.quotation import opening_states
from briefings.model import Article, PointKind, Ref
from briefings.text.sentences import sentence_spans
from briefings.text.words import plain_word, stem, stopwords, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence of the body."""

    text: str
    plain: str
    """The text with straight apostrophes, of the same length, as the lexicon is written."""
    ref: Ref
    index: int
    """In the article, from 0."""
    start: int
    """Code point offset into its paragraph."""
    words: int
    stems: tuple[str, ...]
    """Of the words that say something, in order."""
    common: int
    """How many stop words stand in it; a real sentence has some."""
    half_quoted: bool
    """A quotation is open where it begins or ends."""
    opens_quotation: bool
    """It begins inside a quotation or with one."""
    leans: bool
    """A pronoun in it stands for somebody the sentence does not name."""
    kind: PointKind = PointKind.NEWS


def split_body(article: Article) -> tuple[tuple[str, ...], ...]:
    """Cut every paragraph of the body into sentences."""
    return tuple(
        tuple(text[start:end] for start, end in sentence_spans(text, article.language))
        for text in article.body
    )


def lines_of(article: Article, sentences: Sequence[Sequence[str]]) -> tuple[Line, ...]:
    """Give the article's sentences as lines."""
    lines: list[Line] = []
    for number, (paragraph, parts) in enumerate(zip(article.body, sentences, strict=True), 1):
        states = opening_states(paragraph, parts)
        position = 0
        for place, (text, half) in enumerate(zip(parts, states, strict=True), 1):
            position = paragraph.index(text, position)
            ref = Ref(number, place)
            lines.append(_line(text, ref, len(lines), position, half, article.language))
            position += len(text)
    return tuple(lines)


def content_stems(text: str, language: str) -> tuple[str, ...]:
    """Give the stems of the words that say something, in order."""
    return _content(words_of(text), language)


def _content(words: Sequence[str], language: str) -> tuple[str, ...]:
    skip = stopwords(language)
    return tuple(
        stem(word, language)
        for word in words
        if plain_word(word) not in skip
        and (len(word) > 1 or word.isdecimal() or ord(word) > 0x2E7F)
    )


def _line(
    text: str, ref: Ref, index: int, start: int, half: tuple[bool, bool], language: str
) -> Line:
    words = words_of(text)
    stems = _content(words, language)
    plain = text.replace("’", "'").replace("ʼ", "'")
    return Line(
        text=text,
        plain=plain,
        ref=ref,
        index=index,
        start=start,
        words=len(words),
        stems=stems,
        common=sum(plain_word(word) in stopwords(language) for word in words),
        half_quoted=any(half),
        opens_quotation=half[0] or text[:1] in "\"“«„'‘»",
        leans=has_loose_pronoun(plain, language),
    )
