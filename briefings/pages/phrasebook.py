"""The desk's words on pages, in English; `briefings/locales/` has them in the other languages.

A key each, for the code to say; `{name}` is where a value goes. A comment that begins with
`Translators:` is copied into the catalogues.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from briefings.pages.phrasebook_diary import DIARY
from briefings.pages.phrasebook_figures import FIGURES
from briefings.pages.phrasebook_mail import MAIL
from briefings.pages.phrasebook_out import OUT
from briefings.pages.phrasebook_search import SEARCH
from briefings.pages.phrasebook_time import TIME
from briefings.text.phrases import Phrase, counted, phrase, phrase_as
from briefings.text.phrases_related import RELATED

_PAGES = {
    # Translators: the front page, in the masthead.
    "today": phrase("Today"),
    "stories": phrase("Stories"),
    "names": phrase("Names"),
    "topics": phrase("Topics"),
    "sources": phrase("Sources"),
    "archive": phrase("Archive"),
    # Translators: the search page, in the masthead.
    "search": phrase("Search"),
    "corrections": phrase("Corrections"),
    "not_found": phrase("Page not found"),
    "edition_of": phrase("Edition of {day}"),
    "next_edition": phrase("The next one comes at {hour}."),
    # Translators: the desk is the newsroom, here and everywhere.
    "draft": phrase("This is a draft; the desk has not published it."),
    # Translators: two short facts side by side, such as "9 briefings" and "11 minutes".
    "comma": phrase("{first}, {second}"),
    "edition_end": phrase("That is the edition of {day}."),
    "list_end": phrase("That is everything."),
    "list_goes_on": phrase("Older briefings follow on the next page."),
    "newer_page": phrase("Newer briefings"),
    "older_page": phrase("Older briefings"),
    "empty_desk": phrase("No briefing has been published yet."),
    # Translators: the last part of an edition, for what is in no section.
    "more": phrase("More"),
    "how_machine": phrase("Sentences selected by machine from the article"),
    "how_machine_many": counted(
        "Sentences selected by machine from {n} article",
        "Sentences selected by machine from {n} articles",
    ),
    # Translators: how a briefing was made, then whether somebody read it.
    "how": phrase("{made}; {read}"),
    "how_person": phrase("Written by the desk"),
    "how_mixed": phrase("Sentences selected by machine, some written by the desk"),
    "reviewed_by": phrase("reviewed by {who}, {when}"),
    "reviewed_by_desk": phrase("reviewed by the desk, {when}"),
    "not_reviewed": phrase("not yet reviewed"),
    "edited_since": phrase("edited since it was reviewed by {who}, {when}"),
    "edited_since_desk": phrase("edited since it was reviewed by the desk, {when}"),
    "paragraph": phrase("{outlet}, paragraph {n}"),
    "the_article": phrase("The article"),
    "the_desk": phrase("The desk"),
    "read_at": phrase("Read the original at {outlet}"),
    "agency_copy": phrase("Copy by {agency}"),
    "agency_contributor": phrase("{agency} contributed"),
    "agency_photo": phrase("picture by {agency}"),
    "picture_credit": phrase("Picture: {credit}"),
    "correction_line": phrase("{kind}, {when}: {now}"),
    "said_by": phrase("{who}: {text}"),
    "excerpt": phrase("Excerpt"),
    "desks_words": phrase("From the desk"),
    # Translators: a heading, over the full text of an article.
    "text": phrase("Text"),
    "withdrawn": phrase("The desk has withdrawn this briefing."),
    "withdrawn_title": phrase("Withdrawn: {title}"),
    # Translators: how many outlets told it, and how many of them told it first-hand.
    "origins": phrase("{outlets}, at most {origins}"),
    # Translators: headlines of articles that are one text.
    "one_text": phrase("One text: {titles}"),
    # Translators: "4 briefings", and the day of the latest.
    "latest": phrase("{count}, latest {day}"),
    # Translators: a heading, over stories in motion.
    "running": phrase("Running"),
    # Translators: a heading, over stories at rest.
    # Translators: a heading, over outlets of no stated kind.
    "other": phrase("Other"),
    # Translators: of an outlet: a newspaper, an agency.
    "kind": phrase("Kind"),
    "owner": phrase("Owner"),
    "may_show": phrase("What may be shown"),
    "rights_none": phrase("nothing of its wording"),
    "rights_excerpt": phrase("an excerpt"),
    "rights_full": phrase("its full text"),
    # Translators: before "12 briefings".
    "relied_on": phrase("The desk relied on it"),
    "stories_lede": phrase(
        "Threads of two or more briefings: those in motion, then the rest by letter."
    ),
    "names_lede": phrase("People, organisations, places and laws the desk follows."),
    "topics_lede": phrase("Subjects and the briefings under them."),
    "sources_lede": phrase("The outlets the desk reads, and how often it relied on each."),
    "archive_lede": phrase("Every briefing, by month."),
    "moved": phrase("This page has moved"),
    "moved_to": phrase("It is now at {link}."),
    "feed_all": phrase("All briefings"),
    "people": phrase("People"),
    "organisations": phrase("Organisations"),
    "places": phrase("Places"),
    "laws": phrase("Laws and resolutions"),
    "person": phrase("Person"),
    "organisation": phrase("Organisation"),
    "place": phrase("Place"),
    "law": phrase("Law or resolution"),
    "correction": phrase("Correction"),
    "clarification": phrase("Clarification"),
    "update": phrase_as("kind of correction", "Update"),
    # Translators: an outlet corrected its article, and the briefing follows.
    "source_correction": phrase("Source’s correction"),
    "retraction": phrase("Retraction"),
    "briefings": counted("{n} briefing", "{n} briefings"),
    "minutes": counted("{n} minute", "{n} minutes"),
    "outlets": counted("{n} outlet", "{n} outlets"),
    # Translators: those who told it first-hand.
    "origin_count": counted("{n} origin", "{n} origins"),
    "semicolon": phrase_as("between the parts of a list", "; "),
}
PHRASES: Final[Mapping[str, Phrase]] = MappingProxyType(
    _PAGES
    | TIME
    | DIARY
    | OUT
    | MAIL
    | FIGURES
    | SEARCH
    | {f"reason_{kind}": one for kind, one in RELATED.items()}
)
"""By key."""
