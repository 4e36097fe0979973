"""A briefing's page."""

from collections.abc import Iterator

from briefings.link.addresses import briefing_url, edition_url, story_url
from briefings.model import Briefing, LeadImage, PageModel, PointKind
from briefings.pages.cards import (
    one_line,
    title_of,
)
from briefings.pages.differences import differences_view
from briefings.pages.jsonld import changed_at
from briefings.pages.jsonld_article import news_article
from briefings.pages.locales import day, direction, say_date, when
from briefings.pages.marks import NOWHERE, points_view, quotes_view
from briefings.pages.opengraph import article_meta
from briefings.pages.passages import body_passages
from briefings.pages.phrases import say
from briefings.pages.pictures import briefing_image
from briefings.pages.prose import make_prose
from briefings.pages.provenance import (
    correction_views,
    how_sentence,
    originals,
    origins_view,
    provenance_view,
    reviewed_sentence,
    withdrawal,
)
from briefings.pages.reading import body_label
from briefings.pages.resolve import resolver
from briefings.pages.run import PagePlan, Run, is_withdrawn
from briefings.pages.shell import make_page, make_shell
from briefings.pages.stubs import briefing_stub
from briefings.pages.urls import PICTURES, absolute
from briefings.pages.views import (
    BriefingView,
    Link,
    PictureView,
)
from briefings.pages.ways import fill_ways


def plan_briefing(run: Run, id_: str) -> Iterator[PagePlan]:
    """Plan the page of one briefing."""
    briefing = run.archive.briefings.get(id_)
    if briefing is None:
        return
    yield PagePlan(url=briefing_url(briefing), make=make_briefing, of=(id_,), found=True)


def make_briefing(run: Run, id_: str) -> PageModel:
    """Make the page of one briefing."""
    briefing = run.archive.briefings[id_]
    url = briefing_url(briefing)
    story = run.story(briefing)
    view = withdrawn_view(run, briefing) if is_withdrawn(briefing) else full_view(run, briefing)
    shell = make_shell(
        run,
        url,
        briefing.title,
        description=one_line(briefing),
        language=run.page_language(briefing.language),
        feeds=[(story_url(story.id) + "feed.xml", story.name)] if story else [],
        indexable=run.is_indexable(briefing),
        jsonld=news_article(run, briefing),
        image=briefing_image(run, briefing),
    )
    shell["article"] = article_meta(run, briefing)
    return make_page(
        url,
        "briefing.html",
        shell,
        view,
        briefing_stub(run, briefing, view),
        changed=changed_at(run, briefing),
        indexable=run.is_indexable(briefing),
    )


def full_view(run: Run, briefing: Briefing) -> BriefingView:
    """Give everything a briefing's page prints."""
    view = bare_view(run, briefing)
    _fill_trust(view, run, briefing)
    _fill_words(view, run, briefing, anchored=True)
    fill_ways(view, run, briefing)
    return view


def carried_view(run: Run, briefing: Briefing, *, brief: bool = False) -> BriefingView:
    """Give what a feed carries of a page: its words and how they came about, and no ways on."""
    view = bare_view(run, briefing)
    language = run.page_language(briefing.language)
    view["how"] = how_sentence(run, briefing, language)
    view["originals"] = originals(run, briefing, language)
    if brief:
        view["summary"] = points_view(run, briefing, briefing.summary, language)
    else:
        _fill_words(view, run, briefing)
    return view


def withdrawn_view(run: Run, briefing: Briefing) -> BriefingView:
    """Give what is left of a withdrawn briefing: its headline, its corrections and the reason."""
    view = bare_view(run, briefing)
    view["withdrawn"] = withdrawal(briefing, run.page_language(briefing.language))
    return view


def bare_view(run: Run, briefing: Briefing) -> BriefingView:
    """Give the page's particulars and none of its words."""
    url = briefing_url(briefing)
    language = run.page_language(briefing.language)
    zone = run.settings.timezone
    edition = run.href(url, edition_url(briefing.edition))
    edition_day = say_date(briefing.edition, language)
    is_changed = bool(briefing.updated_at or briefing.corrections)
    updated = changed_at(run, briefing) if is_changed else None
    return BriefingView(
        id=briefing.id,
        title=title_of(run, briefing),
        dek=None,
        status=briefing.status.value,
        reviewed=None,
        how="",
        edition=Link(href=edition, title=say(language, "edition_of", day=edition_day)),
        edition_when=day(briefing.edition, language, zone),
        updated=when(updated, language, zone) if updated else None,
        minutes=run.archive.minutes[briefing.id],
        provenance=[],
        origins=None,
        corrections=correction_views(run, briefing.corrections, language),
        withdrawn=None,
        picture=None,
        summary=[],
        news=[],
        background=[],
        quotes=[],
        html="",
        body_label="",
        differences=[],
        originals=[],
        strip=None,
        names=[],
        topics=[],
        related=[],
        backlinks=[],
        cite="",
    )


def _fill_trust(view: BriefingView, run: Run, briefing: Briefing) -> None:
    url = briefing_url(briefing)
    language = run.page_language(briefing.language)
    origins = run.archive.origins.get(briefing.id)
    view["reviewed"] = reviewed_sentence(run, briefing, language)
    view["how"] = how_sentence(run, briefing, language)
    view["provenance"] = [
        provenance_view(run, briefing, article, url, language) for article in briefing.articles
    ]
    view["originals"] = originals(run, briefing, language)
    if origins and (origins.outlets > 1 or origins.copies):
        view["origins"] = origins_view(origins, language)
    differences = run.archive.differences_of.get(briefing.id, ())
    view["differences"] = differences_view(run, differences, url, language)
    view["cite"] = _citation(run, briefing, language)


def _fill_words(
    view: BriefingView, run: Run, briefing: Briefing, *, anchored: bool = False
) -> None:
    """Fill in what it says; `anchored` where a mark can lead to a sentence of the same page."""
    url = briefing_url(briefing)
    language = run.page_language(briefing.language)
    points = briefing.key_points
    news = [point for point in points if point.kind is PointKind.NEWS]
    background = [point for point in points if point.kind is PointKind.BACKGROUND]
    passages = body_passages(briefing) if anchored else None
    view["html"] = make_prose(briefing.body, resolver(run, url), passages)
    anchors = passages.placed if passages else NOWHERE
    view["dek"] = briefing.dek
    view["picture"] = _picture(run, briefing.image, url)
    view["summary"] = points_view(run, briefing, briefing.summary, language, anchors)
    view["news"] = points_view(run, briefing, news, language, anchors)
    view["background"] = points_view(run, briefing, background, language, anchors)
    view["quotes"] = quotes_view(run, briefing, url, language, anchors)
    view["body_label"] = say(language, body_label(briefing))


def _picture(run: Run, image: LeadImage | None, url: str) -> PictureView | None:
    if image is None:
        return None
    src = run.href(url, PICTURES + image.file)
    credit = whose_picture(image)
    return PictureView(src=src, alt=image.alt, caption=image.caption, credit=credit)


def whose_picture(image: LeadImage) -> str | None:
    """Say whose a picture is and under what licence it is shown, each once."""
    told: list[str] = []
    for part in (image.credit, image.holder, image.licence):
        if part and not any(part.casefold() in one.casefold() for one in told):
            told.append(part)
    return ", ".join(told) or None


def _citation(run: Run, briefing: Briefing, language: str) -> str:
    settings = run.settings
    address = absolute(settings.site_url, briefing_url(briefing))
    edition_day = say_date(briefing.edition, language)
    named = say(language, "comma", first=settings.site_name, second=edition_day)
    # A mark keeps the address whole where the line runs from the right.
    end = "\u200e" if direction(language) == "rtl" else ""
    return f"{briefing.title}. {named}. {address}{end}"
