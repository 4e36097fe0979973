"""Phrases of an edition as a letter, its plain part above all; English until translated."""

from types import MappingProxyType
from typing import Final

_EN = {
    "mail_page": "Read this edition in a browser",
    "mail_title": "{title} as an e-mail",
    "mail_links": "Links",
    "mail_corrected": "Corrected since the last edition",
    "mail_was": "It was: {was}",
    "mail_desk": "From the desk",
    "mail_moving": "Stories in motion",
    "mail_still": "Nothing new",
    "mail_story": "Story: {title}",
    "mail_min": "{n} min",
    "mail_unsubscribe": "Unsubscribe",
    "mail_withdrawn": "Withdrawn",
    "mail_put_right": "Corrected",
    "mail_draft": "Draft",
    "mail_more": "one={n} more briefing on the site|other={n} more briefings on the site",
    "offline": "No network",
}
MAIL: Final = MappingProxyType({"en": _EN})
"""By language and key."""
