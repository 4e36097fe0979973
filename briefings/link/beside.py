"""Beside: which names stand in the same briefings as a name, most telling first."""

from collections.abc import Mapping

from briefings.link.namebook import NameKey
from briefings.link.profiles import read_label, weigh_name
from briefings.model import Beside, NameHead

AT_MOST = 6
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
    several = ((read_label(own), n) for own, n in counts.items() if n >= _LEAST)
    together = [(heads[key], n) for key, n in several if key in heads]
    paged = sorted([(other, n) for other, n in together if other.has_page], key=_telling)
    return tuple(Beside(kind=o.kind, id=o.id, briefings=n) for o, n in paged[:AT_MOST])


def _telling(together: tuple[NameHead, int]) -> tuple[float, str, str]:
    other, count = together
    return -round(count * weigh_name(other.kind, other.name), 6), other.kind.value, other.id
