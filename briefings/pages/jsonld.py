"""What search engines read of a page: schema.org in JSON-LD, safe inside a script element."""

import json
from collections.abc import Iterable, Sequence
from typing import cast

from briefings.link.addresses import briefing_url
from briefings.model import JSON, BriefingHead, Moment, NameHead, NameKind
from briefings.pages.clean import clean_line, clean_view, escape_signs
from briefings.pages.locales import instant
from briefings.pages.marks import name_address
from briefings.pages.run import Run, is_withdrawn
from briefings.pages.urls import absolute, safe_url

Node = dict[str, JSON]
"""A thing as schema.org describes it."""
_RISKY = "<>&\u2028\u2029"
_TYPES = {
    NameKind.PERSON: "Person",
    NameKind.ORGANISATION: "Organization",
    NameKind.PLACE: "Place",
    NameKind.LAW: "Legislation",
}


def out_at(run: Run, briefing: BriefingHead) -> Moment:
    """Give the moment a briefing came out: not before its embargo; a day where no time is told."""
    told: list[Moment] = [briefing.published_at or briefing.edition]
    told += [briefing.publish_at] if briefing.publish_at else []
    return max(told, key=lambda moment: instant(moment, run.settings.timezone))


def changed_at(run: Run, briefing: BriefingHead) -> Moment:
    """Give the moment of the latest change its file tells of; never the clock's."""
    told: list[Moment] = [correction.at for correction in briefing.corrections]
    marks = (briefing.published_at, briefing.publish_at, briefing.updated_at)
    told += [at for at in marks if at]
    zone = run.settings.timezone
    return max(told or [briefing.edition], key=lambda moment: instant(moment, zone))


def latest_change(run: Run, briefings: Iterable[BriefingHead]) -> Moment | None:
    """Give the latest change any of these tells of."""
    zone = run.settings.timezone
    changes = (changed_at(run, briefing) for briefing in briefings)
    return max(changes, key=lambda moment: instant(moment, zone), default=None)


def script_safe(value: JSON) -> str:
    """Write JSON that cannot end the script element it stands in."""
    text = json.dumps(clean_view(value), ensure_ascii=False, separators=(",", ":"))
    return escape_signs(text, _RISKY)


def graph(nodes: Iterable[Node]) -> str:
    """Write what a page describes."""
    return script_safe({"@context": "https://schema.org", "@graph": list(map(node, nodes))})


def node(values: Node) -> Node:
    """Leave out what a thing does not have."""
    return {key: value for key, value in values.items() if value not in (None, "", [])}


def desk_node(run: Run) -> Node:
    """Describe the desk; elsewhere on the page its `@id` is enough."""
    site = run.settings.site_url
    return {
        "@type": "NewsMediaOrganization",
        "@id": f"{site}#desk",
        "name": run.settings.site_name,
        "url": site,
    }


def name_node(run: Run, head: NameHead) -> Node:
    """Describe a name that has a page."""
    return node(
        {
            "@type": _TYPES[head.kind],
            "@id": absolute(run.settings.site_url, name_address(head)),
            "name": clean_line(head.name),
            "sameAs": safe_url(head.same_as),
        }
    )


def breadcrumbs(run: Run, *trail: tuple[str, str]) -> Node:
    """Describe the way to a page: the front page, then (title, address) of what lies between."""
    settings = run.settings
    steps = [
        {"name": name, "item": absolute(settings.site_url, url)}
        for name, url in ((settings.site_name, "/"), *trail)
    ]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, **step}
            for position, step in enumerate(steps, start=1)
        ],
    }


def collection(  # each is a property of the page
    run: Run,
    url: str,
    title: str,
    briefings: Sequence[BriefingHead],
    *,
    description: str | None = None,
    about: Node | None = None,
) -> Node:
    """Describe a page that lists briefings; what was withdrawn is not offered."""
    site = run.settings.site_url
    listed = [one for one in briefings if not is_withdrawn(one)]
    items = [
        {"@type": "ListItem", "position": n, "url": absolute(site, briefing_url(one))}
        for n, one in enumerate(listed, start=1)
    ]
    entity = {"@type": "ItemList", "itemListElement": items} if items else None
    return node(
        {
            "@type": "CollectionPage",
            "@id": absolute(site, url),
            "name": title,
            "description": description,
            "about": about,
            "mainEntity": cast("JSON", entity),
        }
    )


def website(run: Run) -> Node:
    """Describe the site, and how it is searched."""
    settings = run.settings
    site = settings.site_url
    return node(
        {
            "@type": "WebSite",
            "@id": f"{site}#site",
            "url": site,
            "name": settings.site_name,
            "description": settings.site_description,
            "inLanguage": settings.language,
            "license": safe_url(settings.licence_url),
            "publisher": desk_node(run),
            "potentialAction": {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": absolute(site, "/search/") + "?q={search_term_string}",
                },
                "query-input": "required name=search_term_string",
            },
        }
    )
