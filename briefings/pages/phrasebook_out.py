"""Phrases about feeds and what machines read; English only until a catalogue translates them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

OUT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "feeds": "Feeds",
        "feeds_lede": "What is new here, in a feed reader of your choice, without an account.",
        "feeds_everything": "Everything",
        "feeds_all_of_them": "All feeds of this site, as a list for feed readers",
        "feeds_of_stories": "Every other story has its feed on its page.",
        "feeds_of_names": "Every name has its feed on its page.",
        "was": "It was: {was}",
        "llms_made": "Sentences were selected by machine from articles that are named and linked,"
        " or written by an editor; each page says which, and who reviewed it.",
        "llms_own": "The desk’s own words: {licence}."
        " Quoted sentences belong to the outlets named.",
        "llms_quoted": "Quoted sentences belong to the outlets named.",
        "llms_read": "Read",
        "llms_machines": "For machines",
        "llms_about": "About",
    }
)
"""By key."""
