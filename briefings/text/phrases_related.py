"""Why another briefing is related, in words true of both.

`link` says them in English on the terminal, `pages` in the language of a page.
"""

from types import MappingProxyType
from typing import Final

from briefings.text.phrases import phrase

RELATED: Final = MappingProxyType(
    {
        "copy": phrase("the same text from another outlet"),
        "story": phrase("same story: {first}"),
        "quoted": phrase("both quote {first}"),
        "named": phrase("both name {first}"),
        "named_two": phrase("both name {first} and {second}"),
        # Translators: a subject, such as "transport", and a place.
        "subject": phrase("both on {first} and {second}"),
        # Translators: two words that stand in both headlines.
        "worded": phrase("both headlines have “{first}” and “{second}”"),
        "pinned": phrase("chosen by the desk"),
    }
)
"""By kind of reason; `first` and `second` are what it names."""
