"""Outlets and subjects over the archive."""

from collections import defaultdict
from collections.abc import Sequence

from briefings.link.namebook import fold_name
from briefings.model import (
    Briefing,
    Registers,
    SourceArticle,
    SourceEntry,
    SourceRecord,
    TopicEntry,
)
from briefings.text.digests import digest_bytes
from briefings.text.slugs import slugify
from briefings.text.subjects import SUBJECTS


class SourceBook:
    """The register of outlets by id, name and alias."""

    def __init__(self, records: Sequence[SourceRecord]) -> None:
        self._records = {record.id: record for record in records}
        self._spelled = {
            fold_name(spelling): record.id
            for record in sorted(records, key=lambda record: record.id, reverse=True)
            for spelling in (*record.aliases, record.name)
        }

    def record(self, source: str) -> SourceRecord | None:
        """Give what the register says of an outlet."""
        return self._records.get(source)

    def resolve(self, stated: str) -> str:
        """Give the id of an outlet as an article states it: id, name or alias."""
        if stated in self._records:
            return stated
        found = self._spelled.get(fold_name(stated))
        return found or slugify(stated) or _digested(stated)

    def source_of(self, article: SourceArticle) -> str | None:
        """Give the outlet a person confirmed for an article."""
        return self.resolve(article.source) if article.source else None


def link_sources(briefings: Sequence[Briefing], book: SourceBook) -> dict[str, SourceEntry]:
    """Give every outlet with the briefings that stand on its articles, newest first."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    stated: dict[str, str] = {}
    for briefing in briefings:
        for article in briefing.articles:
            source = book.source_of(article)
            if source is not None:
                holders[source].append(briefing.id)
                stated[source] = min(stated.get(source, article.source or ""), article.source or "")
    return {
        source: SourceEntry(
            id=source,
            name=record.name if (record := book.record(source)) else stated[source],
            record=record,
            briefings=tuple(dict.fromkeys(holders[source])),
        )
        for source in sorted(holders)
    }


def link_topics(briefings: Sequence[Briefing], registers: Registers) -> dict[str, TopicEntry]:
    """Give every subject with its briefings, newest first; the desk's names win over IPTC's."""
    records = {record.id: record for record in registers.topics}
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for briefing in briefings:
        for topic in dict.fromkeys(briefing.topics):
            holders[topic].append(briefing.id)
    return {
        topic: TopicEntry(
            id=topic,
            name=record.name if (record := records.get(topic)) else _subject(topic),
            record=record,
            briefings=tuple(holders[topic]),
        )
        for topic in sorted(holders)
    }


def _subject(topic: str) -> str:
    return SUBJECTS[topic][0] if topic in SUBJECTS else topic


def _digested(stated: str) -> str:
    return f"n-{digest_bytes(fold_name(stated).encode()).removeprefix('v1:')[:8]}"
