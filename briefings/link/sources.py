"""Outlets and subjects over the archive."""

from collections.abc import Iterable, Mapping, Sequence

from briefings.link.namebook import fold_name
from briefings.link.shelf import Member
from briefings.model import SourceArticle, SourceRecord, TopicRecord
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


def printed_name(members: Iterable[Member]) -> str:
    """Give what briefings call an outlet that the register does not know."""
    return min(note for member in members for note in member.notes)


def topic_name(topic: str, records: Mapping[str, TopicRecord]) -> str:
    """Give what a subject is called; the desk's names win over IPTC's."""
    if topic in records:
        return records[topic].name
    return SUBJECTS[topic][0] if topic in SUBJECTS else topic


def _digested(stated: str) -> str:
    return f"n-{digest_bytes(fold_name(stated).encode()).removeprefix('v1:')[:8]}"
