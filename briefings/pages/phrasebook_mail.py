"""Phrases of an edition as a letter, its plain part above all; English until translated."""

from typing import Final

from briefings.text.phrases import Phrase, counted, phrase

MAIL: Final[dict[str, Phrase]] = {
    "mail_page": phrase("Read this edition in a browser"),
    "mail_title": phrase("{title} as an e-mail"),
    "mail_links": phrase("Links"),
    "mail_corrected": phrase("Corrected since the last edition"),
    "mail_was": phrase("It was: {was}"),
    "mail_desk": phrase("From the desk"),
    "mail_moving": phrase("Stories in motion"),
    "mail_still": phrase("Nothing new"),
    "mail_story": phrase("Story: {title}"),
    "mail_min": phrase("{n} min"),
    "mail_unsubscribe": phrase("Unsubscribe"),
    "mail_withdrawn": phrase("Withdrawn"),
    "mail_put_right": phrase("Corrected"),
    "mail_draft": phrase("Draft"),
    "mail_more": counted("{n} more briefing on the site", "{n} more briefings on the site"),
    "offline": phrase("No network"),
}
"""By key."""
