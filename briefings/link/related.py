"""Related briefings: at most five, each with its reason; the desk's own choices first."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from briefings.link.profiles import Profile
from briefings.link.reasons import PINNED, Titles, find_reason
from briefings.link.score import score
from briefings.model import Briefing, NameKind, Related, Status

AT_MOST = 5
# The strip of the thread leads on within it; more than these would crowd out everything else.
_OF_STORY = 3
_NEAR = 0.16
_STORY_BONUS = 0.15
# What a briefing is found by: its heaviest terms, and its names other than places.
_KEYS = 10


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
        for other in sorted(_near(profiles[id_], index)):
            if id_ < other:
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
    for near, id_ in sorted(scored, key=lambda pair: (-pair[0], -profiles[pair[1]].day, pair[1])):
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


def _is_forbidden(a: Briefing, b: Briefing) -> bool:
    """Tell whether either says it has nothing to do with the other."""
    return b.id in a.unrelated or a.id in b.unrelated


def _score(a: Profile, b: Profile) -> float:
    bonus = _STORY_BONUS if a.story and a.story == b.story else 0.0
    return round(min(1.0, score(a, b) + bonus), 4)


def _index(profiles: Sequence[Profile]) -> dict[object, list[str]]:
    index: defaultdict[object, list[str]] = defaultdict(list)
    for profile in profiles:
        for key in _keys(profile):
            index[key].append(profile.id)
    return dict(index)


def _near(profile: Profile, index: Mapping[object, list[str]]) -> set[str]:
    return {other for key in _keys(profile) for other in index[key]} - {profile.id}


def _keys(profile: Profile) -> list[object]:
    heaviest = sorted(profile.terms.items(), key=lambda item: (-item[1], item[0]))[:_KEYS]
    names = [key for key in profile.names if key[0] is not NameKind.PLACE]
    stories = [("story", profile.story)] if profile.story else []
    return [*(term for term, _ in heaviest), *names, *stories]
