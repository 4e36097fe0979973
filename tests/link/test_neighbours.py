"""Neighbours are kept while briefings come and go, and do not depend on how they came."""

from hypothesis import given
from hypothesis import strategies as st

from briefings.link.neighbours import (
    NEAR,
    _sharing_enough,
    drop_profile,
    nearest,
    nearness,
    put_profile,
)
from briefings.link.pairs import MemoryPairs
from briefings.link.profiles import Profile

WORDS = ("ferri", "inquiri", "quota", "prawn", "dam", "siren")


def a_profile(id_: str, *words: str, day: int = 0, story: str | None = None) -> Profile:
    """Give a profile whose terms are words of one weight."""
    weight = (1 / len(words)) ** 0.5 if words else 0.0
    return Profile(
        id=id_,
        language="en",
        day=day,
        story=story,
        terms=dict.fromkeys(words, weight),
        names={},
        title=frozenset(words[:2]),
        headline=frozenset(words[:2]),
        speakers=frozenset(),
        voices={},
        topics=frozenset(),
        sketches=(),
    )


PROFILES = st.lists(
    st.tuples(
        st.sets(st.sampled_from(WORDS), min_size=1, max_size=4),
        st.integers(0, 200),
        st.sampled_from([None, "a", "b"]),
    ),
    max_size=8,
).map(
    lambda drawn: [
        a_profile(f"b{n}", *sorted(words), day=day, story=story)
        for n, (words, day, story) in enumerate(drawn)
    ]
)


def _pairs(profiles: list[Profile]) -> MemoryPairs:
    pairs = MemoryPairs()
    for one in profiles:
        put_profile(pairs, one)
    return pairs


def _lists(pairs: MemoryPairs, profiles: list[Profile]) -> dict[str, list[tuple[float, str]]]:
    return {one.id: nearest(pairs, one.id, 5) for one in profiles}


@given(PROFILES, st.randoms(use_true_random=False))
def test_the_order_they_come_in_does_not_matter(profiles: list[Profile], chance: object) -> None:
    """Neighbours are of the pair, not of the queue."""
    mixed = list(profiles)
    chance.shuffle(mixed)  # type: ignore[attr-defined]

    assert _lists(_pairs(profiles), profiles) == _lists(_pairs(mixed), profiles)


@given(PROFILES, PROFILES)
def test_what_came_and_went_leaves_no_trace(kept: list[Profile], other: list[Profile]) -> None:
    """Putting, changing and dropping one at a time gives what starting anew gives."""
    near = _pairs(other)
    for one in kept:
        put_profile(near, one)
    for id_ in {one.id for one in other} - {one.id for one in kept}:
        drop_profile(near, id_)

    assert _lists(near, kept) == _lists(_pairs(kept), kept)


@given(PROFILES)
def test_nearness_is_mutual_and_never_with_oneself(profiles: list[Profile]) -> None:
    """What is near this is as near from there."""
    near = _pairs(profiles)
    pairs = {(a.id, b): score for a in profiles for score, b in nearest(near, a.id, 99)}

    assert all(a != b and pairs[b, a] == score for (a, b), score in pairs.items())
    assert all(score >= NEAR for score in pairs.values())


@given(PROFILES)
def test_only_those_told_changed(profiles: list[Profile]) -> None:
    """Putting names every briefing whose neighbours it changed."""
    near = _pairs(profiles[1:])
    before = _lists(near, profiles[1:])
    touched = put_profile(near, profiles[0]) if profiles else frozenset()

    after = _lists(near, profiles[1:])
    assert all(before[id_] == after[id_] for id_ in before if id_ not in touched)


def test_a_thread_alone_makes_neighbours() -> None:
    """Two of one thread are compared though they share hardly a word."""
    a = a_profile("a", "ferri", "dam", story="s")
    b = a_profile("b", "ferri", "quota", story="s")

    assert nearest(_pairs([a, b]), "a", 1) == [(nearness(a, b), "b")]


KEYED = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from([1.0, 0.5, 0.25, 0.125]))


@given(st.dictionaries(st.sampled_from("uvwxyz"), KEYED), KEYED, st.sampled_from([0.1, 0.3, 0.6]))
def test_who_shares_enough_is_found_whatever_is_skipped(
    others: dict[str, dict[str, float]], own: dict[str, float], enough: float
) -> None:
    """Leaving out keys that cannot be enough by themselves loses nobody."""
    found = [
        (weight, [{id_: keys[key] for id_, keys in others.items() if key in keys}])
        for key, weight in own.items()
    ]
    wanted = [(weight, held) for weight, held in found if held[0]]

    weighed = {
        id_: sum(own[key] * keys[key] for key in own.keys() & keys.keys())
        for id_, keys in others.items()
    }
    assert sorted(_sharing_enough(wanted, enough)) == sorted(
        id_ for id_, weight in weighed.items() if weight >= enough
    )


def test_from_afar_only_the_heaviest_are_looked_at() -> None:
    """A year apart, what both are most about finds them, and nothing lighter does."""
    near = a_profile("a", "ferri", "dam", day=3)
    far, pairs = a_profile("b", "ferri", "dam", day=400), MemoryPairs()
    for one in (near, far):
        put_profile(pairs, one)

    assert nearest(pairs, "a", 1) == [(nearness(near, far), "b")]
    assert set(pairs.ages()) == {0, 400 // 45}
    drop_profile(pairs, "b")
    assert nearest(pairs, "a", 1) == []
