"""Passages: the words that show articles to be one text, found without the articles.

A build has no article, only sketches and what briefings print of them. A run of printed words
whose sampled five-grams stand in every sketch of a group is named; where nothing printed does,
no passage is.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from briefings.model import Briefing, Rights, SourceArticle, Status
from briefings.text.sketches import shared_run

# More is a reprint, not a proof.
_MOST_WORDS = 40
_MARKUP = frozenset("[]*_`<>#|\\")


def printed_texts(briefings: Iterable[Briefing]) -> dict[str, tuple[str, ...]]:
    """Give what briefings print of articles, by the article's digest; nothing of the withdrawn."""
    texts: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for briefing in briefings:
        if briefing.status is Status.WITHDRAWN:
            continue
        said = [p.text for p in (*briefing.summary, *briefing.key_points) if not p.grounds.editor]
        said += [quote.text for quote in briefing.quotes if not quote.grounds.editor]
        said += [part for part in briefing.body.split("\n\n") if not _MARKUP & set(part)]
        for article in briefing.articles:
            texts[article.digest].update(dict.fromkeys(said))
    return {digest: tuple(said) for digest, said in texts.items()}


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
