"""Rights: how many of an article's own words a briefing shows."""

from collections.abc import Iterator

from briefings.check.desk import Desk
from briefings.check.grounding import is_sealed_verbatim
from briefings.check.rules import found
from briefings.errors import Finding
from briefings.model import Briefing, Grounds, Rights, SourceArticle
from briefings.settings import Settings
from briefings.store.places import LoadedBriefing
from briefings.text.digests import digest_value
from briefings.text.words import count_words


def check_rights(loaded: LoadedBriefing, desk: Desk) -> Iterator[Finding]:
    """Compare the words shown of each article with what its rights allow."""
    b = loaded.briefing
    for number, article in enumerate(b.articles):
        allowed = words_allowed(article, desk.settings)
        shown = words_shown(article, b)
        if allowed is not None and shown > allowed:
            yield found(
                "BR310",
                loaded.place("articles", number, "rights"),
                f"{shown} words of it are shown, its rights ({article.rights.value}) allow"
                f" {allowed}",
                "shorten quotes or body, or set the rights its outlet gives you",
            )


def words_allowed(article: SourceArticle, settings: Settings) -> int | None:
    """Give how many words of an article a briefing may show; None: all of them."""
    if article.rights is Rights.FULL:
        return None
    if article.rights is Rights.NONE:
        return 0
    if article.words is None:
        return settings.excerpt_words
    return min(settings.excerpt_words, int(settings.excerpt_share * article.words))


def words_shown(article: SourceArticle, b: Briefing) -> int:
    """Count the words of an article that a briefing shows."""
    first = b.articles[0].key
    points = [point for point in (*b.summary, *b.key_points) if not point.grounds.editor]
    own = [p for p in points if p.cut or not p.grounds.src or is_sealed_verbatim(p.text, p.grounds)]
    texts = [point.text for point in own if _leans_on(point.grounds, article, first)]
    texts += [quote.text for quote in b.quotes if _leans_on(quote.grounds, article, first)]
    if article.key == first and _is_excerpt(b):
        texts.append(b.body)
    return sum(map(count_words, texts))


def _leans_on(grounds: Grounds, article: SourceArticle, first: str) -> bool:
    """Tell whether a text's first place is in the article; each text counts once."""
    return bool(grounds.refs) and (grounds.refs[0].article or first) == article.key


def _is_excerpt(b: Briefing) -> bool:
    """Tell whether the body is as drafted: the article's words, not an editor's."""
    recorded = dict(b.drafted.fields).get("body") if b.drafted else None
    return bool(b.body) and recorded == digest_value(b.body)
