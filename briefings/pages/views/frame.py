"""What stands around a page, and the pages that are nearly all frame."""

from typing import TypedDict

from briefings.pages.views.parts import FeedLink


class SiteView(TypedDict):
    """The same on every page: masthead and footer."""

    name: str
    description: str
    language: str
    dir: str
    place: str
    accent: str
    accent_dark: str
    licence: str | None
    licence_url: str | None
    contact: str | None
    nav: list[list[str]]
    """(address from the root without a leading slash, label)."""
    footer: list[list[str]]
    """The same, for plain pages."""
    draft_site: bool
    """True in the preview: a line on every page says so."""


class ArticleMeta(TypedDict):
    """What Open Graph says of a briefing."""

    published: str
    """A time with its zone, as `modified`."""
    modified: str
    section: str | None


class ImageView(TypedDict):
    """The picture other sites show beside a link to a page (Open Graph)."""

    href: str
    """A whole address: those who read it read nothing else of the page."""
    alt: str
    width: int
    height: int


class Shell(TypedDict):
    """What every page's frame needs beside its own view."""

    title: str
    description: str | None
    lang: str
    dir: str
    root: str
    """From this page to the site's root: `../../../`, or absolute on the 404 page."""
    canonical: str | None
    section: str
    """Which entry of the navigation is current: its address; `-` where none is."""
    feeds: list[FeedLink]
    robots: str | None
    jsonld: str | None
    """Ready JSON, safe inside a script element."""
    locale: str
    """As Open Graph writes it, `en_GB`."""
    article: ArticleMeta | None
    """On a briefing's page."""
    image: ImageView | None
    """What stands beside a link to the page elsewhere; null where there is none."""


class SearchView(TypedDict):
    """`search.html` and `404.html`: nothing but where the archive is."""

    archive: str
    bundle: str
    """Relative address of the Pagefind bundle's folder, with a final slash."""


class OfflineView(TypedDict):
    """`offline.html`: said in place of a page that is not kept."""

    front: str


class PlainView(TypedDict):
    """`plain.html`: a page an editor wrote under `content/pages/`."""

    html: str
