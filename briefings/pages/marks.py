"""Points and quotes with their marks: what each sentence stands on, and where to read it."""

from collections.abc import Iterable, Mapping
from itertools import zip_longest
from types import MappingProxyType
from typing import Final

from briefings.link.addresses import name_url
from briefings.model import BriefingHead, Grounds, NameHead, Point, Quote, Ref, SourceArticle
from briefings.pages.clean import clean_line
from briefings.pages.locales import direction, text_in
from briefings.pages.phrases import say
from briefings.pages.run import Run
from briefings.pages.urls import safe_url, with_fragment
from briefings.pages.views import Mark, MaybeLink, PointView, QuoteView
from briefings.text.digests import seal

NOWHERE: Final[Mapping[str, str]] = MappingProxyType({})
"""No sentence of the body is cited."""


def outlet_name(run: Run, article: SourceArticle) -> str | None:
    """Name the outlet of an article as the register writes it; None while nobody confirmed it."""
    entry = run.outlet(article.source)
    return clean_line(entry.name if entry else article.source or "") or None


def outlet_names(run: Run, briefing: BriefingHead) -> list[str]:
    """Name the outlets of a briefing, each once, in the order of its articles."""
    named = (outlet_name(run, article) for article in briefing.articles)
    return list(dict.fromkeys(name for name in named if name))


def points_view(
    run: Run,
    briefing: BriefingHead,
    points: Iterable[Point],
    language: str,
    anchors: Mapping[str, str] = NOWHERE,
) -> list[PointView]:
    """Give points with what each stands on; `anchors` are the sentences of the page, by seal."""
    lang = run.language(briefing.language)
    return [
        PointView(
            text=point.text,
            says=claimed_by(point),
            cut=point.cut,
            lang=lang,
            dir=direction(lang),
            marks=marks_view(run, briefing, point.grounds, _words_shown(point), language, anchors),
        )
        for point in points
    ]


def _words_shown(point: Point) -> str:
    """Give a point's words where they are the article's own; a fragment of others finds nothing."""
    first, rest = point.text[:1], point.text[1:]
    own = {seal(text) for text in (point.text, first.lower() + rest)} & set(point.grounds.src)
    return point.text if own and not point.cut else ""


def claimed_by(point: Point) -> str | None:
    """Say whose claim it is where its own words do not: `Ms Voss said` needs no `Ada Voss:`."""
    if point.says is None:
        return None
    last = point.says.split()[-1]
    return None if last.casefold() in point.text.casefold() else point.says


def quotes_view(
    run: Run, briefing: BriefingHead, url: str, language: str, anchors: Mapping[str, str] = NOWHERE
) -> list[QuoteView]:
    """Give a briefing's quotes for a page at this address."""
    quotes = enumerate(briefing.quotes)
    return [quote_view(run, briefing, n, quote, url, language, anchors) for n, quote in quotes]


def quote_view(
    run: Run,
    briefing: BriefingHead,
    number: int,
    quote: Quote,
    url: str,
    language: str,
    anchors: Mapping[str, str] = NOWHERE,
) -> QuoteView:
    """Give one quote of a briefing, the speaker linked where there is a page."""
    lang = run.language(briefing.language)
    spoken = run.language(briefing.translated.language) if briefing.translated else lang
    passage = quote.original or quote.text
    return QuoteView(
        text=quote.text,
        lang=lang,
        dir=direction(lang),
        speaker=_speaker(run, briefing, number, quote, url),
        setting=quote.setting,
        marks=marks_view(run, briefing, quote.grounds, passage, language, anchors),
        original=text_in(quote.original, spoken) if quote.original else None,
    )


def marks_view(
    run: Run,
    briefing: BriefingHead,
    grounds: Grounds,
    passage: str,
    language: str,
    anchors: Mapping[str, str] = NOWHERE,
) -> list[Mark]:
    """Give one mark for each paragraph cited.

    It leads to the sentence on this page where the body has it; else into the original, at the
    passage where that is verbatim.
    """
    if grounds.editor:
        return [Mark(label=say(language, "the_desk"), href=None)]
    cited: dict[tuple[str, int], str | None] = {}
    articles: dict[str, SourceArticle] = {}
    for ref, mark in zip_longest(grounds.refs, grounds.src[: len(grounds.refs)]):
        if article := _article(briefing, ref):
            place = article.key, ref.paragraph
            articles[article.key] = article
            cited[place] = cited.get(place) or anchors.get(mark or "")
    passage = passage if len(cited) == 1 else ""
    return [
        _mark(run, articles[key], paragraph, anchor, passage, language)
        for (key, paragraph), anchor in cited.items()
    ]


def _mark(
    run: Run,
    article: SourceArticle,
    paragraph: int,
    anchor: str | None,
    passage: str,
    language: str,
) -> Mark:
    outlet = outlet_name(run, article) or say(language, "the_article")
    url = safe_url(article.url)
    original = with_fragment(url, clean_line(passage)) if url and not anchor else None
    return Mark(
        label=say(language, "paragraph", outlet=outlet, n=str(paragraph)),
        href=f"#{anchor}" if anchor else original,
    )


def _article(briefing: BriefingHead, ref: Ref) -> SourceArticle | None:
    if ref.article is None:
        return briefing.articles[0] if briefing.articles else None
    return next((a for a in briefing.articles if a.key == ref.article), None)


def _speaker(
    run: Run, briefing: BriefingHead, number: int, quote: Quote, url: str
) -> MaybeLink | None:
    if quote.speaker is None:
        return None
    key = run.archive.speakers_of[briefing.id][number]
    entry = run.archive.name_heads.get(key) if key else None
    href = run.href(url, name_address(entry)) if entry and entry.has_page else None
    return MaybeLink(href=href, title=quote.speaker)


def names_of(run: Run, briefing: BriefingHead) -> list[NameHead]:
    """Give the names of a briefing in its order."""
    heads = map(run.archive.name_heads.get, run.archive.names_of.get(briefing.id, ()))
    return [head for head in heads if head is not None]


def name_address(entry: NameHead) -> str:
    """Give the address of a name's page."""
    return name_url(entry.kind, entry.id)
