"""The frame around a page, and the page model that joins frame, view and search stub."""

from collections.abc import Mapping, Sequence
from typing import cast

from briefings.model import JSON, FacetValue, Moment, PageModel, SearchStub
from briefings.pages.clean import clean_line, clean_text, clean_view
from briefings.pages.locales import direction, territory_of
from briefings.pages.phrases import say
from briefings.pages.run import NOT_FOUND, OFFLINE, Run
from briefings.pages.urls import absolute
from briefings.pages.views import FeedLink, ImageView, Shell

RSS = "/feed.xml"
ATOM = "/atom.xml"
JSON_FEED = "/feed.json"
FEEDS, OPML = "/feeds/", "/feeds.opml"
NO_SECTION = "-"
"""What `section` says where no entry of the navigation is current; the front page's is empty."""
_LONGEST_DESCRIPTION = 300
_TYPES = {
    "atom": "application/atom+xml",
    "rss": "application/rss+xml",
    "json": "application/feed+json",
}


def make_shell(  # noqa: PLR0913  # a frame has so many parts, each by its name
    run: Run,
    url: str,
    title: str,
    *,
    description: str | None = None,
    language: str | None = None,
    section: str = NO_SECTION,
    feeds: Sequence[tuple[str, str]] = (),
    indexable: bool = True,
    jsonld: str | None = None,
    image: ImageView | None = None,
) -> Shell:
    """Give the frame of the page at an address; `feeds` are (address, title) beyond the site's.

    What few pages have is for them to fill in: `article`, `image`.
    """
    lang = language or run.settings.language
    every = [(ATOM, say(run.settings.language, "feed_all")), *feeds]
    listed = indexable and not run.is_preview()
    return Shell(
        title=title,
        description=_shorten(description or _described(run, title)),
        lang=lang,
        dir=direction(lang),
        root=run.href(url, "/"),
        canonical=None if url in {NOT_FOUND, OFFLINE} else absolute(run.settings.site_url, url),
        section=section,
        feeds=[_feed(run, url, feed, name) for feed, name in every],
        robots=None if listed else "noindex",
        jsonld=jsonld,
        locale=territory_of(lang),
        article=None,
        image=image,
    )


def _described(run: Run, title: str) -> str | None:
    """Describe a page that has no words of its own for it, by its title and the site's."""
    about = run.settings.site_description
    return f"{title}. {about}" if about else None


def _feed(run: Run, url: str, feed: str, title: str) -> FeedLink:
    return FeedLink(href=run.href(url, feed), title=title, type=type_of(feed))


def type_of(feed: str) -> str:
    """Give the media type of a feed by its address."""
    return _TYPES[format_of(feed)]


def format_of(feed: str) -> str:
    """Tell the form of a feed by its address: `atom`, `rss` or `json`."""
    if feed.endswith(".json"):
        return "json"
    return "rss" if feed == RSS or feed.endswith("/rss.xml") else "atom"


def make_page(
    url: str,
    template: str,
    shell: Shell,
    view: Mapping[str, object],
    stub: SearchStub | None = None,
    *,
    changed: Moment | None = None,
    indexable: bool = True,
) -> PageModel:
    """Join the parts of a page; every string that is not sanitised HTML is cleaned here."""
    return PageModel(
        url=url,
        template=template,
        shell=_clean(shell),
        view=_clean(view),
        stub=_clean_stub(stub) if stub else None,
        changed=changed,
        indexable=indexable,
    )


def _clean(view: Mapping[str, object]) -> Mapping[str, JSON]:
    return cast("Mapping[str, JSON]", clean_view(cast("JSON", view)))


def _clean_stub(stub: SearchStub) -> SearchStub:
    return SearchStub(
        title=clean_line(stub.title),
        text=clean_text(stub.text),
        language=stub.language,
        meta={key: clean_line(value) for key, value in stub.meta.items()},
        day=stub.day,
        facets={
            kind: tuple(FacetValue(id=v.id, title=clean_line(v.title)) for v in values)
            for kind, values in stub.facets.items()
            if values
        },
    )


def _shorten(text: str | None) -> str | None:
    line = clean_line(text or "")
    if len(line) <= _LONGEST_DESCRIPTION:
        return line or None
    return line[:_LONGEST_DESCRIPTION].rsplit(" ", 1)[0] + "…"
