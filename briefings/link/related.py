"""Related briefings: at most five, each with its reason; the desk's own choices first."""

from collections.abc import Callable, Mapping

from briefings.link.neighbours import nearest, nearness
from briefings.link.pairs import Pairs
from briefings.link.profiles import Profile
from briefings.link.reasons import PINNED, Titles, find_reason
from briefings.model import BriefingHead, Related

AT_MOST = 5
# The strip of the thread leads on within it; more than these would crowd out everything else.
_OF_STORY = 3
# Of very many near ones with no reason to show, looking further finds none either.
_EXAMINED = 60


def choose_related(
    briefing: BriefingHead, every: Mapping[str, BriefingHead], pairs: Pairs, titles: Titles
) -> tuple[Related, ...]:
    """Choose for one briefing: its pins, then the nearest that have a reason.

    What was withdrawn has no profile, so it neither has nor is a related one.
    """
    own = pairs.profile(briefing.id)
    if own is None:
        return ()
    chosen = [_pinned(own, other, titles) for other in _pins(briefing, every, pairs.profile)]
    pins = {related.id for related in chosen}
    of_story = 0
    for score, id_ in nearest(pairs, briefing.id, _EXAMINED):
        if len(chosen) >= AT_MOST:
            break
        other = pairs.profile(id_)
        if other is None or id_ in pins or _is_forbidden(briefing, every[id_]):
            continue
        is_same = own.story is not None and own.story == other.story
        why = None if is_same and of_story >= _OF_STORY else find_reason(own, other, titles)
        if why is not None:
            of_story += is_same
            chosen.append(Related(id=id_, score=score, reason=why))
    return tuple(chosen)


def _pins(
    briefing: BriefingHead,
    every: Mapping[str, BriefingHead],
    profile: Callable[[str], Profile | None],
) -> list[Profile]:
    """Give the profiles of what the desk chose, as far as it may be read."""
    wanted = dict.fromkeys(briefing.related)
    profiles = [profile(id_) for id_ in wanted if id_ in every and id_ != briefing.id]
    return [found for found in profiles if found is not None]


def _pinned(own: Profile, other: Profile, titles: Titles) -> Related:
    reason = find_reason(own, other, titles) or PINNED
    return Related(id=other.id, score=nearness(own, other), reason=reason, pinned=True)


def _is_forbidden(a: BriefingHead, b: BriefingHead) -> bool:
    """Tell whether either says it has nothing to do with the other."""
    return b.id in a.unrelated or a.id in b.unrelated
