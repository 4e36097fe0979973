"""Pages: what `pages/` hands to `site/`. Plain data; templates read nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from briefings.model.base import Moment

JSON = None | bool | int | float | str | Sequence["JSON"] | Mapping[str, "JSON"]
"""What a view model is made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """One thing readers narrow a search by: a topic, an outlet, a name, a story."""

    id: str
    """Stable, because addresses of searches hold it."""
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchStub:
    """What search knows of a page: only words that stand on it."""

    title: str
    text: str
    """Plain text."""
    language: str
    meta: Mapping[str, str] = field(default_factory=dict)
    """Shown with a result: `date`, `source`, `kind`."""
    day: date | None = None
    """Of the edition, for a briefing; None for what is found by its name: a story, a person."""
    facets: Mapping[str, tuple[FacetValue, ...]] = field(default_factory=dict)
    """By `topic`, `source`, `name` and `story`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageModel:
    """One output page, before any template. Shapes in `briefings/pages/views.py`."""

    url: str
    """From the site's root, ending in `/`, or a file such as `/404.html`."""
    template: str
    """File name in `theme/`."""
    shell: Mapping[str, JSON]
    """A `Shell`: title, language, canonical address, feeds."""
    view: Mapping[str, JSON]
    """What the template prints."""
    stub: SearchStub | None = None
    """None keeps the page out of search."""
    changed: Moment | None = None
    """When its content last changed, as far as the briefings say."""
    indexable: bool = True
    """Whether search engines are asked to list it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFile:
    """A file of the site that no template makes: a feed, a sitemap, a redirect."""

    path: str
    """Relative to `site/`, with forward slashes."""
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage:
    """A page an editor wrote under `content/pages/`: about, the corrections policy."""

    url: str
    """From the site's root, ending in `/`."""
    title: str
    markdown: str
    path: str
    """Of its file, from the desk's folder."""
    language: str
