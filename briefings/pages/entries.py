"""Feed entries: what a briefing's page carries, in one piece, with full addresses."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import cast
from urllib.parse import urlsplit

from briefings.link.addresses import briefing_url
from briefings.model import JSON, Briefing, BriefingHead, Status
from briefings.pages.briefing import carried_view
from briefings.pages.cards import one_line
from briefings.pages.clean import clean_line, clean_view
from briefings.pages.jsonld import changed_at, out_at
from briefings.pages.locales import instant
from briefings.pages.phrases import kind_label, say
from briefings.pages.prose import make_prose
from briefings.pages.provenance import correction_views, withdrawal
from briefings.pages.resolve import resolver
from briefings.pages.run import Run, is_withdrawn
from briefings.pages.urls import absolute
from briefings.pages.views import BriefingView, CorrectionView, PointView, QuoteView


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A briefing as feeds carry it."""

    id: str
    """A tag URI (RFC 4151): the same for ever, whatever the address."""
    url: str
    title: str
    summary: str
    """Plain text; may be empty."""
    html: str
    """Empty where the entry is its summary alone."""
    language: str
    published: datetime
    updated: datetime
    topics: tuple[str, ...]
    """Names of its subjects."""


def is_fed(run: Run, briefing: BriefingHead) -> bool:
    """Tell whether feeds carry a briefing: a draft only where drafts are the site."""
    return briefing.status is not Status.DRAFT or run.settings.publish_drafts


def make_entry(run: Run, briefing: Briefing, *, brief: bool = False) -> Entry:
    """Make the entry of a briefing; a withdrawn one says so, and why, and nothing else.

    Args:
        run: the run.
        briefing: published, or withdrawn.
        brief: whether the entry carries the summary and the way to the originals, no more.
    """
    language = run.page_language(briefing.language)
    html = "\n".join(_html(run, briefing, language, brief=brief))
    return _entry(run, briefing, language, html=html, summary=clean_line(one_line(briefing)))


def make_line(run: Run, briefing: BriefingHead) -> Entry:
    """Make the shortest entry of a briefing: its corrections and the first sentence."""
    language = run.page_language(briefing.language)
    first = withdrawal(briefing, language) if is_withdrawn(briefing) else one_line(briefing)
    corrections = correction_views(run, briefing.corrections, language)
    words = [*(_correction(one, language) for one in corrections), clean_line(first)]
    return _entry(run, briefing, language, html="", summary=" ".join(filter(None, words)))


def _entry(run: Run, briefing: BriefingHead, language: str, *, html: str, summary: str) -> Entry:
    title = clean_line(briefing.title)
    if is_withdrawn(briefing):
        title = say(language, "withdrawn_title", title=title)
    return Entry(
        id=tag_id(run, briefing),
        url=absolute(run.settings.site_url, briefing_url(briefing)),
        title=title,
        summary=summary,
        html=html,
        language=run.language(briefing.language),
        published=instant(out_at(run, briefing), run.settings.timezone),
        updated=updated_at(run, briefing),
        topics=tuple(clean_line(topic.name) for topic in run.topics(briefing.topics)),
    )


def updated_at(run: Run, briefing: BriefingHead) -> datetime:
    """Give the latest change its file tells of."""
    return instant(changed_at(run, briefing), run.settings.timezone)


def tag_id(run: Run, briefing: BriefingHead) -> str:
    """Name a briefing for ever: by its id and the year it first came out, never its address."""
    year = (briefing.published_at or briefing.edition).year
    return f"tag:{urlsplit(run.settings.site_url).hostname},{year}:briefing/{briefing.id}"


def _html(run: Run, briefing: Briefing, language: str, *, brief: bool) -> Iterator[str]:
    corrections = correction_views(run, briefing.corrections, language)
    if is_withdrawn(briefing):
        yield _paragraph(clean_line(withdrawal(briefing, language)))
        yield from _corrections(corrections, language)
        return
    view = cast("BriefingView", clean_view(cast("JSON", carried_view(run, briefing, brief=brief))))
    if view["status"] == Status.DRAFT.value:
        yield _paragraph(say(language, "draft"))
    yield from _corrections(view["corrections"], language)
    yield from (_paragraph(_point(point, language)) for point in view["summary"])
    yield from _points((*view["news"], *view["background"]), language)
    yield from (_quote(quote) for quote in view["quotes"])
    if not brief:
        yield make_prose(briefing.body, resolver(run, None))
    for link in view["originals"]:
        yield f'<p><a href="{escape(link["href"])}">{escape(link["title"])}</a></p>'
    yield _paragraph(view["how"])


def _corrections(corrections: Iterable[CorrectionView], language: str) -> Iterator[str]:
    yield from (_paragraph(_correction(one, language)) for one in corrections)


def _correction(correction: CorrectionView, language: str) -> str:
    kind = kind_label(language, correction["kind"])
    moment, now = correction["when"]["text"], correction["now"]
    text = say(language, "correction_line", kind=kind, when=moment, now=now)
    was = f" {say(language, 'was', was=correction['was'])}" if correction["was"] else ""
    why = f" {correction['why']}" if correction["why"] else ""
    return clean_line(text + was + why)


def _points(points: Iterable[PointView], language: str) -> Iterator[str]:
    items = [f"<li>{escape(_point(point, language))}</li>" for point in points]
    if items:
        yield f"<ul>{''.join(items)}</ul>"


def _point(point: PointView, language: str) -> str:
    text = point["text"]
    if point["says"]:
        text = say(language, "said_by", who=point["says"], text=text)
    marks = say(language, "semicolon").join(mark["label"] for mark in point["marks"])
    return f"{text} ({marks})" if marks else text


def _quote(quote: QuoteView) -> str:
    speaker = quote["speaker"]["title"] if quote["speaker"] else None
    source = ", ".join(part for part in (speaker, quote["setting"]) if part)
    label = f"<p>{escape(source)}:</p>" if source else ""
    spoken = quote["original"]
    original = f'<p lang="{spoken["lang"]}">{escape(spoken["text"])}</p>' if spoken else ""
    return f"{label}<blockquote>{_paragraph(quote['text'])}{original}</blockquote>"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"
