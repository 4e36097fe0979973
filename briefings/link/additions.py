"""Additions: what a late article says that a briefing does not say yet."""

from briefings.link.wording import content_words, is_repeat
from briefings.model import Briefing, Note

_MOST = 3
# Another outlet says the same in other words: less in common than this is something else.
_SAID = 0.6


def what_it_adds(note: Note, held: Briefing) -> tuple[str, ...]:
    """Give at most three points of an article that a briefing does not say, the weightiest first.

    Another number is always news; a point of other words that says the same may be among them.
    """
    told = [point.text for point in (*held.summary, *held.key_points)]
    told += [quote.text for quote in held.quotes]
    told += [line for line in held.body.splitlines() if line.strip()]
    said = [content_words(text) for text in told]
    new: list[str] = []
    for point in (*note.summary, *note.key_points):
        if point.text not in new and not is_repeat(point.text, said, share=_SAID):
            new.append(point.text)
            said.append(content_words(point.text))
    return tuple(new[:_MOST])
