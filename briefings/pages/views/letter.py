"""An edition as a letter."""

from typing import TypedDict

from briefings.pages.views.kinds import EditionView
from briefings.pages.views.parts import Link


class LetterView(TypedDict):
    """`mail/edition.html`; every href is a whole address."""

    edition: EditionView
    """As on the edition's page, as far as a letter may be long."""
    page: Link
    """The edition on the site."""
    more: str | None
    """`12 more briefings on the site`; null where the letter has them all."""
    unsubscribe: str | None
    """A web address, where the desk has set one."""
    in_browser: bool
    """True on the page readers may open; a letter has no policy of content to state."""
