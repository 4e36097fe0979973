"""Phrases about the diary, the calendar, coverage and the state of the site."""

from typing import Final

from briefings.text.phrases import Phrase, counted, phrase

DIARY: Final[dict[str, Phrase]] = {
    "diary": phrase("Diary"),
    "diary_lede": phrase("What is due, by day, as the desk keeps it, and what was."),
    "diary_month": phrase("Diary of {month}"),
    "diary_end": phrase("That is all the diary has."),
    "diary_of": phrase("Diary: {title}"),
    "dates": counted("{n} date", "{n} dates"),
    "called_off": phrase("Called off"),
    "expected": phrase("Expected"),
    "at_time": phrase("{day}, {time}"),
    "from_to": phrase("{first} – {last}"),
    "says": phrase("According to {source}"),
    "new_points": counted("{n} new point, marked below", "{n} new points, marked below"),
    "nothing_new": phrase("nothing new"),
    "status": phrase("Status"),
    "coverage": phrase(
        "{count} in the weeks from {first} to {last}, most in that of {week}: {most}."
    ),
}
"""By key."""
