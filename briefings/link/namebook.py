"""The register of names by spelling: one id for a name, two for two of one name."""

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from briefings.model import BriefingHead, NameKind, NameRecord, NameUse
from briefings.text.digests import digest_bytes, fold
from briefings.text.slugs import slugify

NameKey = tuple[NameKind, str]
"""What a name is, over the whole archive: its kind and its id."""

_SPEAKERS = (NameKind.PERSON, NameKind.ORGANISATION)


# The same few thousand names come by again with every briefing they are compared with.
_CACHED = 1 << 16


@functools.lru_cache(maxsize=_CACHED)
def fold_name(name: str) -> str:
    """Bring a name to one form: case and a leading article do not count, accents do."""
    return fold(name).casefold().removeprefix("the ")


_TOLD = 20_000
"""Briefings whose names are at hand; more would keep an archive of a million in memory."""


class _Told(NamedTuple):
    """Whom a briefing names and quotes."""

    briefing: BriefingHead
    names: tuple[NameKey, ...]
    speakers: tuple[NameKey | None, ...]
    printed: tuple[tuple[NameKey, str], ...]
    """Each name it lists, as it prints it."""


class NameBook:
    """The register by spelling: gives each name one id, and keeps two of one name apart."""

    def __init__(self, records: Iterable[NameRecord]) -> None:
        self._records = {(record.kind, record.id): record for record in records}
        spelled: defaultdict[tuple[NameKind, str], set[str]] = defaultdict(set)
        for record in self._records.values():
            for spelling in (record.name, *record.aliases):
                spelled[record.kind, fold_name(spelling)].add(record.id)
        self._spelled = {key: min(ids) for key, ids in spelled.items() if len(ids) == 1}
        self._told: dict[str, _Told] = {}
        self._claimed = {key: tuple(sorted(ids)) for key, ids in spelled.items() if len(ids) > 1}

    def record(self, key: NameKey) -> NameRecord | None:
        """Give what the register says of a name."""
        return self._records.get(key)

    def find(self, kind: NameKind, name: str) -> str | None:
        """Give the id of a spelling; None where the register has none, or two."""
        return self._spelled.get((kind, fold_name(name)))

    def claimants(self, kind: NameKind, name: str) -> tuple[str, ...]:
        """Give the ids of the records that claim one spelling; none where not two do."""
        return self._claimed.get((kind, fold_name(name)), ())

    def key(self, kind: NameKind, use: NameUse) -> NameKey:
        """Give the key of a name as a briefing writes it."""
        given = use.id or self.find(kind, use.name)
        return kind, given or self._own_id(kind, use.name)

    def told(self, briefing: BriefingHead) -> _Told:
        """Give whom a briefing names and quotes; worked out once for each as it is."""
        known = self._told.get(briefing.id)
        if known is None or known.briefing is not briefing:
            known = self._told[briefing.id] = _tell(briefing, self)
            if len(self._told) > _TOLD:
                del self._told[next(iter(self._told))]
        return known

    def old_ids(self) -> Mapping[NameKey, str]:
        """Give ids a spelling had before it was registered, with the id it has now."""
        return {
            (kind, _slug(folded)): found
            for (kind, folded), found in sorted(self._spelled.items(), key=str)
        }

    def _own_id(self, kind: NameKind, name: str) -> str:
        """Make an id from the name; never one that belongs to somebody in the register."""
        slug = _slug(fold_name(name))
        if (kind, slug) in self._records:
            return f"{slug}-{_short(name)}"
        return slug


@functools.lru_cache(maxsize=_CACHED)
def _slug(folded: str) -> str:
    return slugify(folded) or f"n-{_short(folded)}{_short(folded[::-1])}"


def _short(name: str) -> str:
    return digest_bytes(fold_name(name).encode()).removeprefix("v1:")[:4]


def names_in(briefing: BriefingHead, book: NameBook) -> tuple[NameKey, ...]:
    """Give the keys of a briefing's names, then of registered speakers it does not list."""
    return book.told(briefing).names


def speakers_in(briefing: BriefingHead, book: NameBook) -> tuple[NameKey | None, ...]:
    """Give whom each quote is by, where the briefing's own names or the register tell."""
    return book.told(briefing).speakers


def _tell(briefing: BriefingHead, book: NameBook) -> _Told:
    printed = tuple(
        (book.key(kind, use), use.name) for kind in NameKind for use in briefing.names.of(kind)
    )
    speakers = _speakers(briefing, printed, book)
    listed = [key for key, _ in printed]
    named = dict.fromkeys([*listed, *(key for key in speakers if key is not None)])
    return _Told(briefing, tuple(named), speakers, printed)


def _speakers(
    briefing: BriefingHead, printed: Iterable[tuple[NameKey, str]], book: NameBook
) -> tuple[NameKey | None, ...]:
    listed: dict[tuple[NameKind, str], set[NameKey]] = defaultdict(set)
    for key, name in printed:
        if key[0] in _SPEAKERS:
            listed[key[0], fold_name(name)].add(key)
    return tuple(_speaker(quote.speaker, listed, book) for quote in briefing.quotes)


def _speaker(
    speaker: str | None, listed: Mapping[tuple[NameKind, str], set[NameKey]], book: NameBook
) -> NameKey | None:
    if not speaker:
        return None
    for kind in _SPEAKERS:
        own = listed.get((kind, fold_name(speaker)), set())
        if len(own) == 1:
            return next(iter(own))
        found = None if own else book.find(kind, speaker)
        if found:
            return kind, found
    return None
