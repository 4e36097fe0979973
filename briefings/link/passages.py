"""Passages: the words that show articles to be one text, found without the articles.

A build has no article, only sketches and what briefings print of them. A run of printed words
whose sampled five-grams stand in every sketch of a group is named; where nothing printed does,
no passage is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from briefings.model import Briefing, Rights, SourceArticle
from briefings.text.sentences import sentence_spans
from briefings.text.sketches import shared_run

# More is a reprint, not a proof.
_MOST_WORDS = 40
_WORD = re.compile(r"\w")
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

    Where it begins or ends within a sentence, an ellipsis says so. Nothing where an outlet
    lets none of its wording be shown.
    """
    if any(article.rights is Rights.NONE for article in articles):
        return None
    sketches = [article.sketch for article in articles if article.sketch]
    said = sorted({text for article in articles for text in texts.get(article.digest, ())})
    runs = [(run, text) for text in said if (run := shared_run(text, sketches))]
    if not runs:
        return None
    return _marked(*max(runs, key=lambda one: (len(one[0].split()), *one)))


def _marked(run: str, text: str) -> str:
    """Show by an ellipsis where a run begins or ends within a sentence of its text."""
    start = text.index(run)
    # Of a language we do not know a cut may be missed: then the text's own ends count.
    sentences = (*sentence_spans(text, "en"), (0, len(text)))
    words = run.split()
    is_long = len(words) > _MOST_WORDS
    begins = any(at <= start and not _WORD.search(text, at, start) for at, _ in sentences)
    end = start + len(run)
    ends = not is_long and any(end <= to and not _WORD.search(text, end, to) for _, to in sentences)
    shown = " ".join(words[:_MOST_WORDS]) if is_long else run
    return f"{'' if begins else '… '}{shown}{'' if ends else ' …'}"
