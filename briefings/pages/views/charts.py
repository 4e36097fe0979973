"""Charts, and the words beside them that say the same."""

from typing import TypedDict


class Bar(TypedDict):
    """A week of a chart, in its own units from the top left."""

    x: int
    y: int
    width: int
    height: int


class CoverageView(TypedDict):
    """Coverage by week: a chart, and the same in words."""

    width: int
    height: int
    bars: list[Bar]
    """Earliest first; a week without a briefing has none."""
    words: str
