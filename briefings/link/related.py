"""Related briefings: at most five, each with its reason; the desk's own choices first."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from heapq import nsmallest

from briefings.link.profiles import Profile, is_place
from briefings.link.reasons import PINNED, Titles, find_reason
from briefings.link.score import score
from briefings.model import Briefing, Related, Status

AT_MOST = 5
# The strip of the thread leads on within it; more than these would crowd out everything else.
_OF_STORY = 3
_NEAR = 0.18
_STORY_BONUS = 0.15
# Of very many near ones with no reason to show, looking further finds none either.
_EXAMINED = 60
# What a briefing is found by: its heaviest terms, and its names other than places.
_KEYS = 7


def link_related(
    briefings: Sequence[Briefing], profiles: Mapping[str, Profile], titles: Titles
) -> dict[str, tuple[Related, ...]]:
    """Give every briefing's related ones.

    The work grows with the pairs that share a telling term, a name or a thread. Withdrawn
    briefings neither have nor are related ones.
    """
    standing = {one.id: one for one in briefings if one.status is not Status.WITHDRAWN}
    index = _index([profiles[id_] for id_ in standing])
    scored: dict[str, list[tuple[float, str]]] = {id_: [] for id_ in standing}
    for id_ in sorted(standing):
        for other in _near(profiles[id_], index):
            near = _score(profiles[id_], profiles[other])
            if near >= _NEAR:
                scored[id_].append((near, other))
                scored[other].append((near, id_))
    return {
        id_: _choose(briefing, standing, profiles, scored[id_], titles)
        for id_, briefing in standing.items()
    }


def _choose(
    briefing: Briefing,
    standing: Mapping[str, Briefing],
    profiles: Mapping[str, Profile],
    scored: list[tuple[float, str]],
    titles: Titles,
) -> tuple[Related, ...]:
    own = profiles[briefing.id]
    pins = dict.fromkeys(id_ for id_ in briefing.related if id_ in standing and id_ != briefing.id)
    chosen = [
        Related(
            id=id_,
            score=_score(own, profiles[id_]),
            reason=find_reason(own, profiles[id_], titles) or PINNED,
            pinned=True,
        )
        for id_ in pins
    ]
    of_story = 0
    order = partial(_order, profiles)
    for near, id_ in nsmallest(_EXAMINED, scored, key=order):
        if len(chosen) >= AT_MOST:
            break
        if id_ in pins or _is_forbidden(briefing, standing[id_]):
            continue
        is_same = own.story is not None and own.story == profiles[id_].story
        why = None if is_same and of_story >= _OF_STORY else find_reason(own, profiles[id_], titles)
        if why is not None:
            of_story += is_same
            chosen.append(Related(id=id_, score=near, reason=why))
    return tuple(chosen)


def _order(profiles: Mapping[str, Profile], scored: tuple[float, str]) -> tuple[float, int, str]:
    """Put the nearest first, of these the newest."""
    return -scored[0], -profiles[scored[1]].day, scored[1]


def _is_forbidden(a: Briefing, b: Briefing) -> bool:
    """Tell whether either says it has nothing to do with the other."""
    return b.id in a.unrelated or a.id in b.unrelated


def _score(a: Profile, b: Profile) -> float:
    bonus = _STORY_BONUS if a.story and a.story == b.story else 0.0
    return round(min(1.0, score(a, b) + bonus), 4)


def _index(profiles: Sequence[Profile]) -> dict[str, list[str]]:
    index: defaultdict[str, list[str]] = defaultdict(list)
    for profile in profiles:
        for key in _keys(profile):
            index[key].append(profile.id)
    return dict(index)


def _near(profile: Profile, index: Mapping[str, list[str]]) -> list[str]:
    """Give later ids that share two keys, or the thread."""
    shared: Counter[str] = Counter()
    for key in _keys(profile):
        shared.update(index[key])
    return sorted(other for other, count in shared.items() if count >= 2 and other > profile.id)


def _keys(profile: Profile) -> list[str]:
    heaviest = sorted(profile.terms.items(), key=lambda item: (-item[1], item[0]))[:_KEYS]
    names = [key for key in profile.names if not is_place(key)]
    # Twice, so that a thread alone makes two briefings neighbours.
    stories = [f"story:{profile.story}", f"story:{profile.story}"] if profile.story else []
    return [*(term for term, _ in heaviest), *names, *stories]
