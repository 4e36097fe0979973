"""Article → Note → Briefing: summary, points, quotes, names, topics. Pure."""

from briefings.draft.background import mark_background
from briefings.draft.figures.finding import find_figures
from briefings.draft.lexicon import lexicon
from briefings.draft.lines import lines_of, split_body
from briefings.draft.names.finding import find_names
from briefings.draft.pieces import Piece
from briefings.draft.points import as_point, choose_points, choose_summary
from briefings.draft.quotes.finding import find_quotes
from briefings.draft.ranking import rank_lines
from briefings.draft.speakers import says_of
from briefings.draft.topics import find_topics
from briefings.model import Article, Note, Point, Registers
from briefings.text.sketches import sketch_text
from briefings.text.terms import weigh_terms
from briefings.text.words import reading_minutes

__all__ = ["note_article"]


def note_article(article: Article, registers: Registers) -> Note:
    """Mark in an article what drafting and linking need; the same article gives the same note."""
    words = lexicon(article.language)
    sentences = split_body(article)
    names = find_names(article, registers)
    quotes = find_quotes(article, names)
    lines = mark_background(lines_of(article, sentences), article, words)
    scores = rank_lines(lines, article, names, words)
    summary = choose_summary(lines, scores, words)
    points = choose_points(lines, scores, summary, article, words)

    def claim(piece: Piece) -> Point:
        return as_point(piece, says_of(piece.line, words, quotes, names))

    return Note(
        digest=article.digest,
        sentences=sentences,
        summary=tuple(map(claim, summary)),
        key_points=tuple(map(claim, points)),
        quotes=quotes,
        names=names,
        topics=find_topics(article, lines, registers),
        reading_minutes=reading_minutes(article.body),
        terms=weigh_terms(article.body, article.title, article.language, _year(article)),
        sketch=sketch_text("\n".join(article.body)),
        figures=find_figures(sentences, article.language),
    )


def _year(article: Article) -> int | None:
    moment = article.date or article.updated
    return moment.year if moment else None
