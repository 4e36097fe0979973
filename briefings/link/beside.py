"""Beside: which names stand in the same briefings as a name, most telling first."""

from collections.abc import Mapping
from operator import itemgetter

from briefings.link.namebook import NameKey
from briefings.link.profiles import heaviest_name, read_label, weigh_name
from briefings.model import Beside, NameHead

AT_MOST = 6
_Rank = tuple[float, str, str]
# Once may be chance: two names of one paragraph that have nothing to do with one another.
_LEAST = 2


def rank_beside(counts: Mapping[str, int], heads: Mapping[NameKey, NameHead]) -> tuple[Beside, ...]:
    """Choose among names by how many briefings they share with one.

    Most telling is what stands with it often and is about little else: how much a name says is
    read from its kind and from frozen tables, never from the archive, so the list of one name
    does not change because another is in the news. A name without a page is on nobody's list: a
    witness is not found by way of a minister.

    Args:
        counts: by label of the other name.
        heads: what is known of each name.
    """
    several = [(read_label(own), n) for own, n in counts.items() if n >= _LEAST]
    best: list[tuple[_Rank, NameHead, int]] = []
    for key, n in sorted(several, key=_may_tell):
        if len(best) == AT_MOST and _may_tell((key, n)) > best[-1][0][0]:
            break  # nothing further on can say more
        head = heads.get(key)
        if head is not None and head.has_page:
            best = sorted([*best, (_telling(head, n), head, n)], key=itemgetter(0))[:AT_MOST]
    return tuple(Beside(kind=head.kind, id=head.id, briefings=n) for _, head, n in best)


def _telling(other: NameHead, count: int) -> _Rank:
    return -round(count * weigh_name(other.kind, other.name), 6), other.kind.value, other.id


def _may_tell(together: tuple[NameKey, int]) -> float:
    """Give the most a name of that kind could tell, whatever it is called; smaller is more."""
    (kind, _), count = together
    return -round(count * heaviest_name(kind), 6)
