"""Names over the archive: which briefings name whom, and who stands beside them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from briefings.link.beside import rank_beside
from briefings.link.namebook import NameKey
from briefings.link.profiles import label, read_label
from briefings.link.registry import Registry
from briefings.link.shelf import NAME, STORY, Member, Shelf, day_of, standing_of
from briefings.model import Head, NameEntry, NameHead, NameKind

# An organisation, place or law nobody registered has a page once two briefings name it.
_PAGE_FROM = 2


def name_head(key: NameKey, members: Sequence[Member], registry: Registry) -> NameHead | None:
    """Give what other pages say of a name; None where no briefing names it.

    Args:
        key: of the name.
        members: the briefings that name it.
        registry: the desk's register.
    """
    if not members:
        return None
    record = registry.names.record(key)
    return NameHead(
        kind=key[0],
        id=key[1],
        name=record.name if record else _spellings(members)[0],
        has_page=_has_page(key, len(members), registry),
        same_as=record.url if record else None,
    )


def name_entry(
    key: NameKey,
    shelf: Shelf,
    registry: Registry,
    heads: Mapping[NameKey, NameHead],
    stories: Mapping[str, Head],
) -> NameEntry | None:
    """Give everything known of one name; None where no briefing names it.

    Args:
        key: of the name.
        shelf: the briefings.
        registry: the desk's register.
        heads: what other pages say of names, of this one too.
        stories: threads that have a page.
    """
    own, head = label(key), heads.get(key)
    if head is None:
        return None
    members = shelf.members(NAME, own)
    standing = standing_of(members)
    marks = shelf.marks_beside(NAME, own, (NAME, STORY))
    threads = (mark.key for one in standing for mark in marks[one.id] if mark.kind == STORY)
    others = Counter(mark.key for one in standing for mark in marks[one.id] if mark.kind == NAME)
    del others[own]
    return NameEntry(
        kind=head.kind,
        id=head.id,
        name=head.name,
        has_page=head.has_page,
        same_as=head.same_as,
        record=registry.names.record(key),
        briefings=tuple(one.id for one in standing),
        days=tuple(day_of(one) for one in standing),
        stories=tuple(thread for thread in dict.fromkeys(threads) if thread in stories),
        spellings=tuple(sorted(_spellings(members))),
        beside=rank_beside(others, heads) if head.has_page else (),
    )


def all_names(labels: Iterable[str]) -> list[NameKey]:
    """Give the keys of names in their fixed order."""
    return sorted(map(read_label, labels), key=lambda key: (key[0].value, key[1]))


def _has_page(key: NameKey, count: int, registry: Registry) -> bool:
    record = registry.names.record(key)
    if key[0] is NameKind.PERSON:
        return record is not None and record.page
    return record is not None or count >= _PAGE_FROM


def _spellings(members: Iterable[Member]) -> list[str]:
    """Give the forms in print, the most frequent first."""
    count = Counter(note for member in members for note in member.notes)
    return sorted(count, key=lambda spelling: (-count[spelling], spelling))
