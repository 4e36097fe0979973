"""The shape of the page that lists feeds."""

from typing import TypedDict

from briefings.pages.views.parts import FeedLink, Link


class FeedItem(TypedDict):
    """Something that can be followed."""

    page: Link
    feeds: list[FeedLink]
    """Its feeds, each titled by its form: `Atom`, `RSS`, `JSON Feed`."""


class FeedGroup(TypedDict):
    """A headed part of the list."""

    title: str
    items: list[FeedItem]
    more: Link | None
    """Where those are that are not listed."""


class FeedsView(TypedDict):
    """`feeds.html`."""

    title: str
    lede: str
    groups: list[FeedGroup]
    opml: Link
