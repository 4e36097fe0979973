"""What is the same on every page: masthead and footer."""

from collections.abc import Sequence
from typing import cast

from briefings.model import JSON, PlainPage
from briefings.pages.clean import clean_view
from briefings.pages.locales import direction
from briefings.pages.phrases import say
from briefings.pages.urls import safe_url
from briefings.pages.views import SiteView
from briefings.settings import Settings


def site_view(settings: Settings, plain: Sequence[PlainPage], *, drafts: bool) -> SiteView:
    """Give the masthead and the footer of every page."""
    language = settings.language
    sections = ("stories", "names", "topics", "archive", "search")
    listed = sorted(plain, key=lambda page: page.url)
    view = SiteView(
        name=settings.site_name,
        description=settings.site_description,
        language=language,
        dir=direction(language),
        place=settings.place,
        accent=settings.accent,
        accent_dark=settings.accent_dark,
        licence=settings.licence,
        licence_url=safe_url(settings.licence_url),
        contact=settings.contact,
        nav=[["", say(language, "today")], *([f"{s}/", say(language, s)] for s in sections)],
        footer=[
            *([f"{s}/", say(language, s)] for s in ("sources", "corrections", "feeds", "status")),
            *([page.url.removeprefix("/"), page.title] for page in listed),
        ],
        draft_site=drafts,
    )
    return cast("SiteView", clean_view(cast("JSON", view)))
