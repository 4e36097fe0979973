"""A line of a list that only says where somebody is mentioned."""

from typing import TypedDict

from briefings.pages.views.parts import Text, When


class Mention(TypedDict):
    """A briefing in a list that only says where somebody is mentioned."""

    href: str
    title: Text
    when: When
    outlets: list[str]
    status: str
    """As in `Card`."""
    corrected: bool
