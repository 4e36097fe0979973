"""Proofs: each text of a draft beside the words of the article it stands on. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefings.model import Article, Briefing, Grounds, Point, PointKind, Ref
from briefings.text.digests import fold
from briefings.text.sentences import split_sentences

Articles = Mapping[str, Article | None]
"""By key; None where the file is not here."""
_MARKS = "\"'“”„‘’«»‹› "


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A text somebody has to answer for, and what it stands on."""

    part: str
    """`summary`, `news`, `background` or `quote`."""
    text: str
    who: str | None
    """Who says or claims it; None where nobody is named."""
    places: tuple[str, ...]
    """Where it stands: `paragraph 3 of harbour-courier`; empty where an editor answers."""
    source: tuple[str, ...]
    """The sentences it cites; empty where they cannot be read."""

    def is_whole(self) -> bool:
        """Tell whether the text is what it cites, word by word, so that there is no more to see."""
        return _bare(self.text) == _bare(" ".join(self.source))


def prove(briefing: Briefing, articles: Articles) -> Iterator[Proof]:
    """Give every text of a briefing with its proof, in the order in which a page has them."""
    for point in briefing.summary:
        yield _of_point("summary", point, briefing, articles)
    for kind in PointKind:
        for point in briefing.key_points:
            if point.kind is kind:
                yield _of_point(kind.value, point, briefing, articles)
    for quote in briefing.quotes:
        yield Proof(
            part="quote",
            text=quote.text,
            who=quote.speaker or quote.printed,
            places=_places(quote.grounds, briefing),
            source=_cited(quote.grounds, briefing, articles),
        )


def _bare(text: str) -> str:
    return fold(text).strip(_MARKS)


def _of_point(part: str, point: Point, briefing: Briefing, articles: Articles) -> Proof:
    return Proof(
        part=part,
        text=point.text,
        who=point.says,
        places=_places(point.grounds, briefing),
        source=_cited(point.grounds, briefing, articles),
    )


def _key(ref: Ref, briefing: Briefing) -> str:
    return ref.article or (briefing.articles[0].key if briefing.articles else "")


def _places(grounds: Grounds, briefing: Briefing) -> tuple[str, ...]:
    outlets = {a.key: a.source or a.source_proposed or a.path for a in briefing.articles}
    return tuple(
        dict.fromkeys(
            f"paragraph {ref.paragraph} of {outlets.get(_key(ref, briefing), '?')}"
            for ref in grounds.refs
        )
    )


def _cited(grounds: Grounds, briefing: Briefing, articles: Articles) -> tuple[str, ...]:
    found = (_sentence(ref, articles.get(_key(ref, briefing))) for ref in grounds.refs)
    return tuple(text for text in found if text)


def _sentence(ref: Ref, article: Article | None) -> str | None:
    """Give the words a reference is to; None where the article does not have them here."""
    if article is None or not 1 <= ref.paragraph <= len(article.body):
        return None
    paragraph = article.body[ref.paragraph - 1]
    if ref.sentence is None:
        return paragraph
    sentences = split_sentences(paragraph, article.language)
    return sentences[ref.sentence - 1] if 1 <= ref.sentence <= len(sentences) else None
