"""Related briefings: at most five, each with its reason; the desk's own choices first."""

from collections.abc import Mapping

from briefings.link.neighbours import Neighbours, nearness
from briefings.link.reasons import PINNED, Titles, find_reason
from briefings.model import Briefing, Related

AT_MOST = 5
# The strip of the thread leads on within it; more than these would crowd out everything else.
_OF_STORY = 3
# Of very many near ones with no reason to show, looking further finds none either.
_EXAMINED = 60


def choose_related(
    briefing: Briefing, standing: Mapping[str, Briefing], near: Neighbours, titles: Titles
) -> tuple[Related, ...]:
    """Choose for one briefing: its pins, then the nearest that have a reason."""
    own = near.profile(briefing.id)
    pins = dict.fromkeys(id_ for id_ in briefing.related if id_ in standing and id_ != briefing.id)
    chosen = [
        Related(
            id=id_,
            score=nearness(own, near.profile(id_)),
            reason=find_reason(own, near.profile(id_), titles) or PINNED,
            pinned=True,
        )
        for id_ in pins
    ]
    of_story = 0
    for score, id_ in near.nearest(briefing.id, _EXAMINED):
        if len(chosen) >= AT_MOST:
            break
        if id_ in pins or _is_forbidden(briefing, standing[id_]):
            continue
        other = near.profile(id_)
        is_same = own.story is not None and own.story == other.story
        why = None if is_same and of_story >= _OF_STORY else find_reason(own, other, titles)
        if why is not None:
            of_story += is_same
            chosen.append(Related(id=id_, score=score, reason=why))
    return tuple(chosen)


def _is_forbidden(a: Briefing, b: Briefing) -> bool:
    """Tell whether either says it has nothing to do with the other."""
    return b.id in a.unrelated or a.id in b.unrelated
