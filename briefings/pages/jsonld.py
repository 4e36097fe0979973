"""What search engines read of a briefing: schema.org NewsArticle, safe inside a script element."""

import json
from collections.abc import Iterable

from briefings.link.addresses import briefing_url
from briefings.model import JSON, Briefing, Correction, Moment, SourceArticle
from briefings.pages.cards import one_line
from briefings.pages.clean import clean_view
from briefings.pages.locales import instant, machine_form
from briefings.pages.marks import outlet_name
from briefings.pages.run import Run, is_withdrawn
from briefings.pages.urls import absolute, safe_url

_ESCAPES = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


def news_article(run: Run, briefing: Briefing) -> str | None:
    """Describe a briefing; None where there is nothing to offer, as it was withdrawn."""
    if is_withdrawn(briefing):
        return None
    settings = run.settings
    address = absolute(settings.site_url, briefing_url(briefing))
    desk: JSON = {
        "@type": "NewsMediaOrganization",
        "name": settings.site_name,
        "url": settings.site_url,
    }
    article: dict[str, JSON] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": address,
        "url": address,
        "headline": briefing.title,
        "description": one_line(briefing) or None,
        "inLanguage": run.language(briefing.language),
        "datePublished": machine_form(briefing.published_at or briefing.edition),
        "dateModified": machine_form(changed_at(run, briefing)),
        "author": desk,
        "publisher": desk,
        "isAccessibleForFree": True,
        "license": safe_url(settings.licence_url),
        "isBasedOn": [_basis(run, source) for source in briefing.articles],
        "correction": [_correction(correction) for correction in briefing.corrections],
    }
    return script_safe({key: value for key, value in article.items() if value not in (None, [])})


def changed_at(run: Run, briefing: Briefing) -> Moment:
    """Give the moment of the latest change its file tells of; never the clock's."""
    told: list[Moment] = [correction.at for correction in briefing.corrections]
    told += [at for at in (briefing.published_at, briefing.updated_at) if at]
    zone = run.settings.timezone
    return max(told or [briefing.edition], key=lambda moment: instant(moment, zone))


def latest_change(run: Run, briefings: Iterable[Briefing]) -> Moment | None:
    """Give the latest change any of these tells of."""
    zone = run.settings.timezone
    changes = (changed_at(run, briefing) for briefing in briefings)
    return max(changes, key=lambda moment: instant(moment, zone), default=None)


def script_safe(value: JSON) -> str:
    """Write JSON that cannot end the script element it stands in."""
    text = json.dumps(clean_view(value), ensure_ascii=False, separators=(",", ":"))
    return text.translate(_ESCAPES)


def _basis(run: Run, article: SourceArticle) -> JSON:
    outlet = outlet_name(run, article)
    parts: dict[str, JSON] = {
        "@type": "NewsArticle",
        "headline": article.title,
        "url": safe_url(article.url),
        "inLanguage": run.language(article.language),
        "datePublished": machine_form(article.date) if article.date else None,
        "publisher": {"@type": "Organization", "name": outlet} if outlet else None,
    }
    return {key: value for key, value in parts.items() if value is not None}


def _correction(correction: Correction) -> JSON:
    return {
        "@type": "CorrectionComment",
        "text": correction.now,
        "datePublished": machine_form(correction.at),
    }
