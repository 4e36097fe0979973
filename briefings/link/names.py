"""Names over the archive: which briefings name whom, and what they said."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from briefings.link.beside import link_beside
from briefings.link.namebook import NameBook, NameKey, names_in, speakers_in
from briefings.model import Briefing, NameEntry, NameKind, Said, Status

# An organisation, place or law nobody registered has a page once two briefings name it.
_PAGE_FROM = 2


def link_names(
    briefings: Sequence[Briefing], book: NameBook, stories: Mapping[str, str]
) -> tuple[dict[NameKey, NameEntry], dict[str, tuple[NameKey, ...]]]:
    """Give every name's entry, and the names of every briefing; both in a fixed order.

    Args:
        briefings: visible ones, newest first.
        book: the register by spelling.
        stories: id of the thread by id of the briefing, for threads that have a page.
    """
    names_of = {briefing.id: names_in(briefing, book) for briefing in briefings}
    holders: defaultdict[NameKey, list[Briefing]] = defaultdict(list)
    for briefing in briefings:
        for key in names_of[briefing.id]:
            holders[key].append(briefing)
    said, spellings = _said(briefings, book), _spellings(briefings, book)
    entries = {
        key: _entry(key, holders[key], said.get(key, ()), spellings.get(key, ()), book, stories)
        for key in sorted(holders, key=lambda key: (key[0].value, key[1]))
    }
    return link_beside(entries), names_of


def _entry(  # everything known of one name comes together here
    key: NameKey,
    holders: Sequence[Briefing],
    said: Sequence[Said],
    spellings: Sequence[str],
    book: NameBook,
    stories: Mapping[str, str],
) -> NameEntry:
    record = book.record(key)
    # A withdrawn briefing is kept on the page of a name only where the page would be empty.
    standing = [held for held in holders if held.status is not Status.WITHDRAWN] or holders
    threads = (stories[held.id] for held in standing if held.id in stories)
    return NameEntry(
        kind=key[0],
        id=key[1],
        name=record.name if record else spellings[0],
        record=record,
        has_page=_has_page(key, len(holders), book),
        briefings=tuple(held.id for held in standing),
        said=tuple(said),
        stories=tuple(dict.fromkeys(threads)),
        spellings=tuple(sorted(spellings)),
    )


def _has_page(key: NameKey, count: int, book: NameBook) -> bool:
    record = book.record(key)
    if key[0] is NameKind.PERSON:
        return record is not None and record.page
    return record is not None or count >= _PAGE_FROM


def _said(briefings: Sequence[Briefing], book: NameBook) -> dict[NameKey, list[Said]]:
    said: defaultdict[NameKey, list[Said]] = defaultdict(list)
    for briefing in briefings:
        if briefing.status is Status.WITHDRAWN:
            continue
        for quote, key in zip(briefing.quotes, speakers_in(briefing, book), strict=True):
            if key is not None:
                said[key].append(Said(briefing=briefing.id, quote=quote))
    return dict(said)


def _spellings(briefings: Sequence[Briefing], book: NameBook) -> dict[NameKey, list[str]]:
    """Give the forms in print, the most frequent first."""
    counts: defaultdict[NameKey, Counter[str]] = defaultdict(Counter)
    for briefing in briefings:
        for key, name in book.told(briefing).printed:
            counts[key][name] += 1
    return {
        key: sorted(count, key=lambda spelling: (-count[spelling], spelling))
        for key, count in counts.items()
    }
