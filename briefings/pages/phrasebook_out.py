"""Phrases about feeds and what machines read; English only until a catalogue translates them."""

from typing import Final

from briefings.text.phrases import Phrase, phrase

OUT: Final[dict[str, Phrase]] = {
    "feeds": phrase("Feeds"),
    "feeds_lede": phrase("What is new here, in a feed reader of your choice, without an account."),
    "feeds_everything": phrase("Everything"),
    "feeds_all_of_them": phrase("All feeds of this site, as a list for feed readers"),
    "feeds_of_stories": phrase("Every other story has its feed on its page."),
    "feeds_of_names": phrase("Every name has its feed on its page."),
    "gone": phrase("No longer published"),
    "gone_here": phrase("What was published at this address is no longer shown."),
    "gone_since": phrase("What was published at this address was shown until {day}."),
    "gone_on": phrase("Search the archive"),
    "translated": phrase("Translated; original language: {tongue}"),
    "translated_by": phrase("Translated by {who}; original language: {tongue}"),
    "was": phrase("It was: {was}"),
    "llms_made": phrase(
        "Sentences were selected by machine from articles that are named and linked,"
        " or written by an editor; each page says which, and who reviewed it."
    ),
    "llms_own": phrase(
        "The desk’s own words: {licence}. Quoted sentences belong to the outlets named."
    ),
    "llms_quoted": phrase("Quoted sentences belong to the outlets named."),
    "llms_read": phrase("Read"),
    "llms_machines": phrase("For machines"),
    "llms_about": phrase("About"),
}
"""By key."""
