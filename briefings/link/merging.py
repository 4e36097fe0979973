"""Merging: which thread survives which."""

from collections.abc import Iterable

from briefings.model import StoryRecord


def merged_ids(records: Iterable[StoryRecord]) -> dict[str, str]:
    """Give for each merged thread the one that survives; a circle of mergers is left alone."""
    into = {old: record.id for record in records for old in record.merged if old != record.id}
    survivors: dict[str, str] = {}
    for old in sorted(into):
        seen, now = {old}, into[old]
        while now in into and now not in seen:
            seen.add(now)
            now = into[now]
        if now not in into:
            survivors[old] = now
    return survivors
