"""What a briefing claims: the addresses that come with it, which the ledger keeps for ever.

A name has a page for certain where the register says so; a name nobody registered has one while
two briefings have it, and is promised nothing. A thread that only its first briefing is in has
no page: its id is that briefing's.
"""

from collections.abc import Iterator

from briefings.link.addresses import (
    briefing_url,
    edition_url,
    name_url,
    source_url,
    story_url,
    topic_url,
    week_url,
)
from briefings.link.namebook import names_in
from briefings.link.registry import Registry
from briefings.model import Briefing, NameKind, week_id


def addresses_claimed(briefing: Briefing, registry: Registry) -> Iterator[tuple[str, str]]:
    """Give (address, `kind:id`) of every page that a published briefing has or adds to."""
    day, thread = briefing.edition, registry.thread(briefing.story)
    yield briefing_url(briefing), f"briefing:{briefing.id}"
    yield edition_url(day), f"edition:{day.isoformat()}"
    yield week_url(day), f"edition:{week_id(day)}"
    if thread and thread != briefing.id:
        yield story_url(thread), f"story:{thread}"
    yield from ((topic_url(topic), f"topic:{topic}") for topic in briefing.topics)
    for article in briefing.articles:
        source = registry.sources.source_of(article)
        if source is not None:
            yield source_url(source), f"source:{source}"
    for kind, own in names_in(briefing, registry.names):
        record = registry.names.record((kind, own))
        if record is not None and (record.page or kind is not NameKind.PERSON):
            yield name_url(kind, own), f"{kind.address()}:{own}"


def keys_told(briefing: Briefing, registry: Registry) -> Iterator[str]:
    """Give every `kind:id` a briefing tells of, whether it has a page or not."""
    yield from (key for _, key in addresses_claimed(briefing, registry))
    named = names_in(briefing, registry.names)
    yield from (f"{kind.address()}:{own}" for kind, own in named)
    yield from (f"story:{story}" for story in (briefing.story,) if story)
