"""Points and quotes with their marks: what each sentence stands on, and where to read it."""

from collections.abc import Iterable

from briefings.link.addresses import name_url
from briefings.model import Briefing, Grounds, NameHead, Point, Quote, Ref, SourceArticle
from briefings.pages.clean import clean_line
from briefings.pages.locales import direction
from briefings.pages.phrases import say
from briefings.pages.run import Run
from briefings.pages.urls import safe_url, with_fragment
from briefings.pages.views import Mark, MaybeLink, PointView, QuoteView


def outlet_name(run: Run, article: SourceArticle) -> str | None:
    """Name the outlet of an article as the register writes it; None while nobody confirmed it."""
    entry = run.outlet(article.source)
    return clean_line(entry.name if entry else article.source or "") or None


def outlet_names(run: Run, briefing: Briefing) -> list[str]:
    """Name the outlets of a briefing, each once, in the order of its articles."""
    named = (outlet_name(run, article) for article in briefing.articles)
    return list(dict.fromkeys(name for name in named if name))


def points_view(
    run: Run, briefing: Briefing, points: Iterable[Point], language: str
) -> list[PointView]:
    """Give points with what each stands on."""
    lang = run.language(briefing.language)
    return [
        PointView(
            text=point.text,
            says=claimed_by(point),
            cut=point.cut,
            lang=lang,
            dir=direction(lang),
            marks=marks_view(
                run, briefing, point.grounds, "" if point.cut else point.text, language
            ),
        )
        for point in points
    ]


def claimed_by(point: Point) -> str | None:
    """Say whose claim it is where its own words do not: `Ms Voss said` needs no `Ada Voss:`."""
    if point.says is None:
        return None
    last = point.says.split()[-1]
    return None if last.casefold() in point.text.casefold() else point.says


def quotes_view(run: Run, briefing: Briefing, url: str, language: str) -> list[QuoteView]:
    """Give a briefing's quotes for a page at this address."""
    quotes = enumerate(briefing.quotes)
    return [quote_view(run, briefing, n, quote, url, language) for n, quote in quotes]


def quote_view(
    run: Run, briefing: Briefing, number: int, quote: Quote, url: str, language: str
) -> QuoteView:
    """Give one quote of a briefing, the speaker linked where there is a page."""
    lang = run.language(briefing.language)
    return QuoteView(
        text=quote.text,
        lang=lang,
        dir=direction(lang),
        speaker=_speaker(run, briefing, number, quote, url),
        setting=quote.setting,
        marks=marks_view(run, briefing, quote.grounds, quote.text, language),
    )


def marks_view(
    run: Run, briefing: Briefing, grounds: Grounds, passage: str, language: str
) -> list[Mark]:
    """Give one mark for each paragraph cited; the link shows the passage where it is verbatim."""
    if grounds.editor:
        return [Mark(label=say(language, "the_desk"), href=None)]
    cited = dict.fromkeys((_article(briefing, ref), ref.paragraph) for ref in grounds.refs)
    return [
        _mark(run, article, paragraph, passage if len(cited) == 1 else "", language)
        for article, paragraph in cited
        if article is not None
    ]


def _mark(run: Run, article: SourceArticle, paragraph: int, passage: str, language: str) -> Mark:
    outlet = outlet_name(run, article) or say(language, "the_article")
    url = safe_url(article.url)
    return Mark(
        label=say(language, "paragraph", outlet=outlet, n=str(paragraph)),
        href=with_fragment(url, clean_line(passage)) if url else None,
    )


def _article(briefing: Briefing, ref: Ref) -> SourceArticle | None:
    if ref.article is None:
        return briefing.articles[0] if briefing.articles else None
    return next((a for a in briefing.articles if a.key == ref.article), None)


def _speaker(run: Run, briefing: Briefing, number: int, quote: Quote, url: str) -> MaybeLink | None:
    if quote.speaker is None:
        return None
    key = run.archive.speakers_of[briefing.id][number]
    entry = run.archive.name_heads.get(key) if key else None
    href = run.href(url, name_address(entry)) if entry and entry.has_page else None
    return MaybeLink(href=href, title=quote.speaker)


def names_of(run: Run, briefing: Briefing) -> list[NameHead]:
    """Give the names of a briefing in its order."""
    heads = map(run.archive.name_heads.get, run.archive.names_of.get(briefing.id, ()))
    return [head for head in heads if head is not None]


def name_address(entry: NameHead) -> str:
    """Give the address of a name's page."""
    return name_url(entry.kind, entry.id)
