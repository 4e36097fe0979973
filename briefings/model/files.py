"""Files that `pages/` says all about and `site/` makes: pictures are drawn, letters are printed.

They are told apart from other files because making them costs more than comparing them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from briefings.model.page import JSON, OutputFile


@dataclass(frozen=True, slots=True, kw_only=True)
class SocialImage:
    """The picture other sites show beside a link."""

    path: str
    """Relative to `site/`, with forward slashes."""
    masthead: str
    label: str
    """What it is of: `Edition of 14 March 2026`."""
    headline: str
    """May be empty."""
    foot: str
    accent: str
    site_dir: str
    """`ltr` or `rtl`, of all but the headline."""
    headline_dir: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Icon:
    """The square icon of the installed site."""

    path: str
    size: int
    """In pixels."""
    maskable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """An edition as an e-mail, before its HTML is printed."""

    path: str
    subject: str
    sender: str
    """An address, with the desk's name where it has one."""
    date: datetime
    id: str
    """The Message-ID."""
    unsubscribe: str | None
    """Of the List-Unsubscribe header; None where the desk has set none."""
    text: str
    """The plain part, wrapped."""
    template: str
    shell: Mapping[str, JSON]
    view: Mapping[str, JSON]


File = OutputFile | SocialImage | Icon | Letter
"""Whatever becomes a file of the site without being one of its pages."""
