"""Heads: what other pages say of a story, a name, a subject, an outlet."""

from collections.abc import Mapping

from briefings.link.namebook import NameKey
from briefings.link.names import all_names, name_head
from briefings.link.profiles import label, read_label
from briefings.link.reads import Heads, Reads, head_cell
from briefings.link.registry import Registry
from briefings.link.shelf import NAME, SOURCE, STORY, TOPIC, Shelf
from briefings.link.sources import printed_name, topic_name
from briefings.link.threads import is_story, story_title
from briefings.model import Head, NameHead, SourceHead


class HeadBook:
    """The heads there are, each worked out when it is asked for."""

    def __init__(self, shelf: Shelf, registry: Registry, reads: Reads) -> None:
        self._shelf, self._registry = shelf, registry
        self.stories: Heads[str, Head] = Heads(
            reads, self._story, lambda: shelf.keys(STORY), lambda key: head_cell(STORY, key)
        )
        self.topics: Heads[str, Head] = Heads(
            reads, self._topic, lambda: shelf.keys(TOPIC), lambda key: head_cell(TOPIC, key)
        )
        self.sources: Heads[str, SourceHead] = Heads(
            reads,
            self._source,
            lambda: shelf.keys(SOURCE),
            lambda stated: head_cell(SOURCE, registry.sources.resolve(stated)),
        )
        self.names: Heads[NameKey, NameHead] = Heads(
            reads,
            self._name,
            lambda: all_names(shelf.keys(NAME)),
            lambda key: head_cell(NAME, label(key)),
        )

    def head(self, kind: str, key: str) -> Head | NameHead | None:
        """Give the head of what stands under a mark; None where it has none."""
        if kind == NAME:
            return self.names.get(read_label(key))
        books: dict[str, Mapping[str, Head]] = {
            STORY: self.stories,
            TOPIC: self.topics,
            SOURCE: self.sources,
        }
        return books[kind].get(key) if kind in books else None

    def _story(self, thread: str) -> Head | None:
        kept = self._shelf.heads.get((STORY, thread))
        if isinstance(kept, Head):
            return kept
        members = self._shelf.members(STORY, thread)
        oldest = self._shelf.told(members[-1].id) if is_story(members) else None
        if oldest is None:
            return None
        head = Head(id=thread, name=story_title(thread, oldest, self._registry))
        self._shelf.heads.put((STORY, thread), head)
        return head

    def _topic(self, topic: str) -> Head | None:
        if not self._shelf.holds(TOPIC, topic):
            return None
        return Head(id=topic, name=topic_name(topic, self._registry.topics))

    def _source(self, stated: str) -> SourceHead | None:
        """Find an outlet by id, name or alias."""
        source = self._registry.sources.resolve(stated)
        if not self._shelf.holds(SOURCE, source):
            return None
        record = self._registry.sources.record(source)
        name = record.name if record else printed_name(self._shelf.members(SOURCE, source))
        return SourceHead(id=source, name=name, record=record)

    def _name(self, key: NameKey) -> NameHead | None:
        own = label(key)
        kept = self._shelf.heads.get((NAME, own))
        if isinstance(kept, NameHead):
            return kept
        head = name_head(key, self._shelf.members(NAME, own), self._registry)
        if head is not None:
            self._shelf.heads.put((NAME, own), head)
        return head
