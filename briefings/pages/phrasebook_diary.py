"""Phrases about the diary, the calendar, coverage and the state of the site."""

from types import MappingProxyType
from typing import Final

DIARY: Final = MappingProxyType(
    {
        "diary": "Diary",
        "diary_lede": "What is due, by day, as the desk keeps it, and what was.",
        "diary_to_come": "To come",
        "diary_month": "Diary of {month}",
        "diary_end": "That is all the diary has.",
        "diary_of": "Diary: {title}",
        "dates": "one={n} date|other={n} dates",
        "called_off": "Called off",
        "expected": "Expected",
        "all_day": "{day}",
        "at_time": "{day}, {time}",
        "from_to": "{first} – {last}",
        "says": "According to {source}",
        "new_points": "one={n} new point, marked below|other={n} new points, marked below",
        "nothing_new": "nothing new",
        "status": "Status",
        "coverage": "{count} in the weeks from {first} to {last}, most in that of {week}: {most}.",
    }
)
"""By key, in English until the other languages have them."""
