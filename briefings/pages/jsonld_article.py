"""A briefing as schema.org describes it: a NewsArticle that says what it is based on."""

import re
from collections.abc import Iterable

from briefings.link.addresses import briefing_url, edition_url, story_url
from briefings.model import JSON, Briefing, Correction, LeadImage, NameHead, SourceArticle
from briefings.pages.jsonld import (
    Node,
    breadcrumbs,
    changed_at,
    desk_node,
    graph,
    name_node,
    node,
    out_at,
)
from briefings.pages.locales import machine_form, say_date
from briefings.pages.marks import names_of, outlet_name
from briefings.pages.phrases import say
from briefings.pages.run import Run, is_withdrawn
from briefings.pages.urls import PICTURES, absolute, safe_url

_MOST_NAMES = 4
"""Described on one page: those in the headline, then as the briefing has them."""


def news_article(run: Run, briefing: Briefing) -> str | None:
    """Describe a briefing; None where there is nothing to offer, as it was withdrawn."""
    if is_withdrawn(briefing):
        return None
    language = run.settings.language
    edition = say(language, "edition_of", day=say_date(briefing.edition, language))
    trail = breadcrumbs(run, (edition, edition_url(briefing.edition)))
    return graph([_article(run, briefing), trail])


def _article(run: Run, briefing: Briefing) -> Node:
    site = run.settings.site_url
    address = absolute(site, briefing_url(briefing))
    desk = desk_node(run)
    based_on = [_basis(run, source) for source in briefing.articles]
    named = [head for head in names_of(run, briefing) if head.has_page]
    told = [head for head in named if _is_in_headline(briefing, head)]
    others = [head for head in named if head not in told][: max(0, _MOST_NAMES - len(told))]
    image = briefing.image
    return {
        "@type": "NewsArticle",
        "url": address,
        "headline": briefing.title,
        "inLanguage": run.language(briefing.language),
        "datePublished": machine_form(out_at(run, briefing)),
        "dateModified": machine_form(changed_at(run, briefing)),
        "articleSection": [topic.name for topic in run.topics(briefing.topics)],
        "image": _picture(site, image) if image else None,
        "author": {"@id": desk["@id"]},
        "translator": _translator(briefing),
        "translationOfWork": _translated(run, briefing),
        "editor": _editor(run, briefing),
        "publisher": desk,
        "isAccessibleForFree": True,
        "license": safe_url(run.settings.licence_url),
        "isBasedOn": based_on,
        "citation": [one["url"] for one in based_on if "url" in one],
        "isPartOf": _story(run, briefing),
        "about": _names(run, told),
        "mentions": _names(run, others),
        "correction": [_correction(correction) for correction in briefing.corrections],
    }


def _picture(site: str, image: LeadImage) -> JSON:
    return node(
        {
            "@type": "ImageObject",
            "url": absolute(site, PICTURES + image.file),
            "caption": image.caption,
            "creditText": image.credit or image.holder,
            "copyrightHolder": {"name": image.holder} if image.holder else None,
            "copyrightNotice": image.licence,
        }
    )


def _translator(briefing: Briefing) -> JSON:
    """Name who translated it; whether that is a person or a desk the file does not say."""
    by = briefing.translated.by if briefing.translated else None
    return {"name": by} if by else None


def _translated(run: Run, briefing: Briefing) -> JSON:
    if briefing.translated is None:
        return None
    tongue = run.language(briefing.translated.language)
    works = [
        _basis(run, source)
        for source in briefing.articles
        if run.language(source.language).partition("-")[0] == tongue.partition("-")[0]
    ]
    return list(works) or {"@type": "CreativeWork", "inLanguage": tongue}


def _names(run: Run, heads: Iterable[NameHead]) -> list[JSON]:
    return [name_node(run, head) for head in heads]


def _is_in_headline(briefing: Briefing, head: NameHead) -> bool:
    found = re.search(rf"\b{re.escape(head.name)}\b", briefing.title, re.IGNORECASE)
    return found is not None


def _editor(run: Run, briefing: Briefing) -> JSON:
    """Name who reviewed these words; whether that is a person or a desk the file does not say."""
    if briefing.reviewed is None or run.edited[briefing.id]:
        return None
    return {"name": briefing.reviewed.by} if briefing.reviewed.by else None


def _story(run: Run, briefing: Briefing) -> JSON:
    story = run.story(briefing)
    if story is None:
        return None
    address = absolute(run.settings.site_url, story_url(story.id))
    return {"@type": "CreativeWorkSeries", "@id": address, "name": story.name}


def _basis(run: Run, article: SourceArticle) -> Node:
    outlet = outlet_name(run, article)
    address = safe_url(article.url)
    return node(
        {
            "@type": "NewsArticle",
            "url": address,
            "headline": article.title,
            "inLanguage": run.language(article.language),
            "datePublished": machine_form(article.date) if article.date else None,
            "publisher": {"@type": "Organization", "name": outlet} if outlet else None,
        }
    )


def _correction(correction: Correction) -> JSON:
    return {
        "@type": "CorrectionComment",
        "text": " ".join(filter(None, (correction.now, correction.why))),
        "datePublished": machine_form(correction.at),
    }
