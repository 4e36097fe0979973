"""One frozen Settings, read from the `briefings` plugin's block in `mkdocs.yml`."""

from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from briefings.errors import Severity
from briefings.model import Rights


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of an edition: the topics it holds, in the order editions print them."""

    title: str
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that makes a desk this desk and no other."""

    root: Path
    """The desk's folder, absolute: where `mkdocs.yml` lies."""
    theme: Path | None = None
    """The folder of its own templates, absolute: MkDocs' `theme: custom_dir:`."""
    site_name: str
    site_url: str
    """With a final slash; may hold a path, as on GitHub Pages."""
    site_description: str = ""
    language: str = "en"
    timezone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    place: str = ""
    """Where the desk sits, for the masthead: `Beirut`."""
    edition_hour: str = "06:30"
    """When an edition comes out, in the desk's zone."""
    sections: tuple[Section, ...] = ()
    accent: str = "#1d4e6b"
    """The one accent colour, as `#rrggbb`."""
    accent_dark: str = "#8fbcd4"
    licence: str | None = None
    """Of the desk's own words, such as `CC BY 4.0`."""
    licence_url: str | None = None
    contact: str | None = None
    """Where readers ask for corrections: an e-mail address or a URL."""
    mail_from: str | None = None
    """Who sends editions as e-mails: `The Desk <desk@example.org>`; None takes the contact."""
    mail_unsubscribe: str | None = None
    """Where a reader leaves the list (RFC 2369): an https or mailto address; None says none."""
    repository: str | None = None
    articles_url: str | None = None
    """Where articles are kept that are brought before each run: `s3://bucket/prefix`."""
    rights: Rights = Rights.EXCERPT
    """For outlets the register does not know."""
    publish_drafts: bool = False
    """For one-person sites: drafts are on the site, labelled."""
    sample: bool = False
    """The desk is an example: what `visibility` would refuse is one warning."""
    visibility: str = "private"
    """Of the repository: `public` makes `check` refuse embargoed items and stored articles."""
    pages_per_list: int = 40
    """Briefings on one page of a list."""
    feed_items: int = 30
    excerpt_words: int = 220
    excerpt_share: float = 0.4
    excerpt_run: int = 60
    """Longest unbroken run of an article's words, in words."""

    severity: tuple[tuple[str, Severity | None], ...] = ()
    """By code of a rule; None turns it off."""

    def articles(self) -> Path:
        """Give the folder of article files, never published."""
        return self.root / "content" / "articles"

    def briefings(self) -> Path:
        """Give the folder of briefing files."""
        return self.root / "content" / "briefings"

    def editions(self) -> Path:
        """Give the folder of edition files."""
        return self.root / "content" / "editions"

    def registers(self) -> Path:
        """Give the folder of registers."""
        return self.root / "content" / "registers"

    def images(self) -> Path:
        """Give the folder of pictures briefings may use."""
        return self.root / "content" / "images"

    def drawn(self) -> Path:
        """Give the folder of the pictures that were drawn."""
        return self.state() / "pictures"

    def state(self) -> Path:
        """Give the folder of everything that can be made again."""
        return self.root / ".briefings"
