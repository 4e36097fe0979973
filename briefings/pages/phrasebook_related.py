"""Why another briefing is related, in words true of both."""

from typing import Final

from briefings.text.phrases import Phrase, phrase

RELATED: Final[dict[str, Phrase]] = {
    "reason_copy": phrase("the same text from another outlet"),
    "reason_story": phrase("same story: {story}"),
    "reason_quoted": phrase("both quote {name}"),
    "reason_named": phrase("both name {name}"),
    "reason_named_two": phrase("both name {name} and {other}"),
    # Translators: a subject, such as "transport", and a place.
    "reason_subject": phrase("both on {topic} and {place}"),
    # Translators: two words that stand in both headlines.
    "reason_worded": phrase("both headlines have “{one}” and “{other}”"),
    "reason_pinned": phrase("chosen by the desk"),
}
"""By key."""
