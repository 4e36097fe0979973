"""Passages: the words that show articles to be one text, found without the articles.

A build has no article, only sketches and what briefings print of them. A run of printed words
whose sampled five-grams stand in every sketch of a group is named; where nothing printed does,
no passage is.
"""

from collections.abc import Iterator, Mapping, Sequence

from briefings.model import Briefing, Rights, SourceArticle
from briefings.text.sketches import shared_run

# More is a reprint, not a proof.
_MOST_WORDS = 40
_MARKUP = frozenset("[]*_`<>#|\\")


def printed_by(briefing: Briefing) -> Iterator[str]:
    """Give what a briefing prints of its articles, each sentence or paragraph by itself."""
    yield from (p.text for p in (*briefing.summary, *briefing.key_points) if not p.grounds.editor)
    yield from (quote.text for quote in briefing.quotes if not quote.grounds.editor)
    yield from (part for part in briefing.body.split("\n\n") if not _MARKUP & set(part))


def find_passage(
    articles: Sequence[SourceArticle], texts: Mapping[str, Sequence[str]]
) -> str | None:
    """Give the longest run of printed words that stands in all articles of a group.

    Nothing where an outlet lets none of its wording be shown.
    """
    if any(article.rights is Rights.NONE for article in articles):
        return None
    sketches = [article.sketch for article in articles if article.sketch]
    said = sorted({text for article in articles for text in texts.get(article.digest, ())})
    runs = [run for text in said if (run := shared_run(text, sketches))]
    return _shortened(max(runs, key=lambda run: (len(run.split()), run))) if runs else None


def _shortened(run: str) -> str:
    words = run.split()
    return run if len(words) <= _MOST_WORDS else " ".join(words[:_MOST_WORDS]) + " …"
