"""Beside: which names stand in the same briefings as a name, most telling first."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from briefings.link.namebook import NameKey
from briefings.model import Beside, NameEntry

AT_MOST = 6
# Once may be chance: two names of one paragraph that have nothing to do with one another.
_LEAST = 2


def link_beside(entries: Mapping[NameKey, NameEntry]) -> dict[NameKey, NameEntry]:
    """Give every name that has a page the names with a page that stand in its briefings.

    Most telling is what stands with it often and seldom without it, so the capital, which all
    briefings name, comes last. A name without a page is on nobody's list: a witness is not
    found by way of a minister.
    """
    paged = [entry for entry in entries.values() if entry.has_page]
    # Numbers, because keys hash slowly and every pair of names of a briefing is counted.
    of_briefing: dict[str, list[int]] = {}
    for number, entry in enumerate(paged):
        for id_ in entry.briefings:
            of_briefing.setdefault(id_, []).append(number)
    told = dict(entries)
    for number, entry in enumerate(paged):
        if len(entry.briefings) < _LEAST:
            continue
        shared: Counter[int] = Counter()
        for id_ in entry.briefings:
            shared.update(of_briefing[id_])
        del shared[number]
        together = [(paged[other], count) for other, count in shared.items() if count >= _LEAST]
        together.sort(key=_telling)
        told[entry.kind, entry.id] = replace(
            entry,
            beside=tuple(
                Beside(kind=other.kind, id=other.id, briefings=count)
                for other, count in together[:AT_MOST]
            ),
        )
    return told


def _telling(together: tuple[NameEntry, int]) -> tuple[float, str, str]:
    other, count = together
    return -count * count / len(other.briefings), other.kind.value, other.id
