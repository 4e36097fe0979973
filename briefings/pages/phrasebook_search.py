"""What the search client says. The build writes these words beside it (`assets/words.js`)."""

from typing import Final

from briefings.text.phrases import Phrase, phrase, phrase_as

SEARCH: Final[dict[str, Phrase]] = {
    "search_all": phrase("All results"),
    # Translators: a button that searches every period of the archive.
    "search_any": phrase("Search all of it"),
    # Translators: an order of results.
    "search_best": phrase("Best match"),
    # Translators: an order of results.
    "search_newest": phrase("Newest first"),
    "search_order": phrase("Order"),
    "search_failed": phrase("Search could not be loaded. The archive has everything, by day."),
    # Translators: a button that folds a list again.
    "search_fewer": phrase("Fewer"),
    # Translators: a button that unfolds a list.
    "search_more": phrase_as("unfold a list", "More"),
    "search_further": phrase("More results"),
    "search_maybe": phrase("Did you mean"),
    "search_narrow": phrase("Narrow the results"),
    "search_none": phrase("Nothing found for “{query}”"),
    # Translators: before the years of older results.
    "search_older": phrase("Older:"),
    "search_reset": phrase("Take off all filters"),
    "search_results": phrase("Results: {n}"),
    "search_since": phrase("searched back to {month}"),
    "search_wait": phrase("Searching"),
    # Translators: the part of a year that was not searched yet.
    "search_earlier": phrase("{year}, earlier"),
    "search_topic": phrase("Topic"),
    # Translators: a newspaper, an agency or a broadcaster.
    "search_source": phrase("Outlet"),
    # Translators: of a person, an organisation, a place or a law.
    "search_name": phrase("Name"),
    "search_story": phrase("Story"),
    "search_year": phrase("Year"),
    "search_marked": phrase("Words marked:"),
    # Translators: a button that goes to the next marked word.
    "search_nextMark": phrase_as("the next marked word", "Next"),
    "search_unmark": phrase("Take the marks off"),
}
"""By key; the client knows them without `search_`."""
