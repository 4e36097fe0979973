"""What stands around an article → its facts, in one place for every reader.

The article's own words come first: a newsletter's subject is no article's headline, and a mail is
sent later than the story was published. What the wrapper says fills what the article leaves open.
Two things only the wrapper knows, and they stand always: when the copy was made, and, where
somebody fetched the page, from which address.
"""

from collections.abc import Sequence

from briefings.model import Saved, SourceRecord
from briefings.read.facts import Facts
from briefings.read.parts import Envelope
from briefings.read.sources import find_record, name_of


def open_envelope(envelope: Envelope, facts: Facts, sources: Sequence[SourceRecord]) -> None:
    """Take what must be known before the text is read: times to count from, the outlet's locale."""
    if envelope.saved_at:
        facts.saved = Saved(at=envelope.saved_at, url=envelope.url)
    if envelope.source and not facts.source:
        facts.source = name_of(envelope.source, sources)
        record = find_record(envelope.source, sources)
        facts.locale = facts.locale or (record.locale if record else None)
    facts.url = facts.url or envelope.url
    facts.language = facts.language or envelope.language


def fill_from_envelope(envelope: Envelope, facts: Facts) -> None:
    """Fill what the article itself has left open."""
    facts.title = facts.title or envelope.title
    facts.dek = facts.dek or envelope.dek
    facts.date = facts.date or envelope.date
    facts.updated = facts.updated or envelope.updated
    facts.byline = facts.byline or list(envelope.byline)
    facts.section = facts.section or envelope.section
    facts.tags = facts.tags or list(envelope.tags)
