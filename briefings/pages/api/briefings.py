"""A briefing as the API gives it."""

from collections.abc import Iterator

from briefings.link.addresses import briefing_url
from briefings.model import (
    JSON,
    Briefing,
    BriefingHead,
    Correction,
    NameHead,
    Point,
    PointKind,
    SourceArticle,
)
from briefings.pages.jsonld import Node, changed_at, node, out_at
from briefings.pages.locales import instant, machine_form
from briefings.pages.marks import (
    claimed_by,
    marks_view,
    names_of,
    outlet_name,
)
from briefings.pages.provenance import how_sentence, withdrawal
from briefings.pages.run import Run, is_withdrawn
from briefings.pages.urls import absolute, safe_url
from briefings.pages.views import Mark


def whole_item(run: Run, briefing: Briefing) -> Node:
    """Give a briefing with its points, its quotes and how it came about."""
    item = briefing_item(run, briefing)
    return item if is_withdrawn(briefing) else node(item | _words(run, briefing))


def briefing_item(run: Run, briefing: BriefingHead) -> Node:
    """Give a briefing; of a withdrawn one what its page has: headline, corrections, the reason."""
    zone = run.settings.timezone
    item: Node = {
        "id": briefing.id,
        "url": absolute(run.settings.site_url, briefing_url(briefing)),
        "title": briefing.title,
        "language": run.language(briefing.language),
        "status": briefing.status.value,
        "edition": briefing.edition.isoformat(),
        "published": machine_form(instant(out_at(run, briefing), zone)),
        "updated": machine_form(instant(changed_at(run, briefing), zone)),
        "corrections": [_correction(one) for one in briefing.corrections],
    }
    if is_withdrawn(briefing):
        item["withdrawn"] = withdrawal(briefing, run.language(briefing.language))
        return node(item)
    story = run.story(briefing)
    item |= {
        "dek": briefing.dek,
        "summary": [point.text for point in briefing.summary],
        "story": story.id if story else None,
        "topics": [topic.id for topic in run.topics(briefing.topics)],
        "names": [name_key(head) for head in names_of(run, briefing) if head.has_page],
        "sources": [_source(run, article) for article in briefing.articles],
    }
    return node(item)


def name_key(head: NameHead) -> str:
    """Name a name: `person/ada-brook`, as its address does."""
    return f"{head.kind.address()}/{head.id}"


def _words(run: Run, briefing: Briefing) -> Node:
    language = run.language(briefing.language)
    reviewed = None if run.edited[briefing.id] else briefing.reviewed
    return {
        "points": list(_points(run, briefing, language)),
        "quotes": list(_quotes(run, briefing, language)),
        "translated": _translation(run, briefing),
        "how": how_sentence(run, briefing, language),
        "reviewed": {"by": reviewed.by, "at": machine_form(reviewed.at)} if reviewed else None,
    }


def _points(run: Run, briefing: BriefingHead, language: str) -> Iterator[JSON]:
    for kind, points in (("summary", briefing.summary), (None, briefing.key_points)):
        for point in points:
            yield _point(run, briefing, kind or _kind_of(point), point, language)


def _kind_of(point: Point) -> str:
    return "news" if point.kind is PointKind.NEWS else "background"


def _point(run: Run, briefing: BriefingHead, kind: str, point: Point, language: str) -> Node:
    passage = "" if point.cut else point.text
    marks = marks_view(run, briefing, point.grounds, passage, language)
    return node(
        {
            "kind": kind,
            "text": point.text,
            "says": claimed_by(point),
            "from": [_mark(mark) for mark in marks],
        }
    )


def _quotes(run: Run, briefing: BriefingHead, language: str) -> Iterator[JSON]:
    speakers = run.archive.speakers_of[briefing.id]
    for quote, key in zip(briefing.quotes, speakers, strict=True):
        head = run.archive.name_heads.get(key) if key else None
        passage = quote.original or quote.text
        marks = marks_view(run, briefing, quote.grounds, passage, language)
        yield node(
            {
                "text": quote.text,
                "speaker": quote.speaker,
                "name": name_key(head) if head and head.has_page else None,
                "setting": quote.setting,
                "original": quote.original,
                "from": [_mark(mark) for mark in marks],
            }
        )


def _translation(run: Run, briefing: BriefingHead) -> JSON:
    told = briefing.translated
    return node({"from": run.language(told.language), "by": told.by}) if told else None


def _mark(mark: Mark) -> Node:
    return node({"label": mark["label"], "url": mark["href"]})


def _source(run: Run, article: SourceArticle) -> Node:
    return node(
        {
            "outlet": outlet_name(run, article),
            "title": article.title,
            "url": safe_url(article.url),
            "language": run.language(article.language),
            "published": machine_form(article.date) if article.date else None,
        }
    )


def _correction(correction: Correction) -> Node:
    return node(
        {
            "kind": correction.kind,
            "at": machine_form(correction.at),
            "was": correction.was,
            "now": correction.now,
            "why": correction.why,
        }
    )
