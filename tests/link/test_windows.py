"""Linking in windows of time gives what linking the whole gives."""

from collections import defaultdict
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.link.bringing import bring
from briefings.link.marks import marks_of
from briefings.link.neighbours import put_profile
from briefings.link.profiles import Profile, profile_of
from briefings.link.registry import Registry
from briefings.link.shelf import STORY, MemoryShelf
from briefings.link.threads import is_story
from briefings.link.windows import WindowPairs, merge_runs, pairs_in_windows, rows_of
from briefings.model import Briefing, Status
from briefings.state.drawer import DiskDrawer
from tests.link.desks import an_entry, archives, law, some_registers

REGISTRY = Registry.of(some_registers())
_KINDS = (
    *("story", "name", "topic", "source", "day", "week", "month", "address", "slug", "link"),
    *("text", "corrected", "image"),
)


def spread(desk: list[Briefing], gap: int) -> list[Briefing]:
    """Give an archive of so many days for each of its own, by edition."""
    first = min((one.edition for one in desk), default=None)
    if first is None:
        return []
    apart = [replace(b, edition=first + (b.edition - first) * gap) for b in desk]
    return sorted(apart, key=lambda one: (one.edition, one.id))


def profiles_of(desk: list[Briefing], whole: MemoryShelf) -> list[Profile]:
    """Give the profiles of what stands, with the threads that are stories."""
    found = []
    for one in desk:
        if one.status is not Status.WITHDRAWN:
            thread = REGISTRY.thread(one.story)
            story = thread if thread and is_story(whole.members(STORY, thread)) else None
            found.append(profile_of(one, REGISTRY.names, story))
    return found


def near_in_windows(profiles: list[Profile]) -> dict[str, dict[str, float]]:
    """Give who is near whom, both ways."""
    near: defaultdict[str, dict[str, float]] = defaultdict(dict)
    with TemporaryDirectory() as folder:
        drawer = DiskDrawer(Path(folder) / "drawer.db")
        for one, other, score in pairs_in_windows(profiles, drawer):
            assert other not in near[one]
            near[one][other] = near[other][one] = score
        drawer.close()
    return near


@law
@given(archives(), st.integers(1, 40))
def test_who_is_near_whom_is_as_in_the_whole(desk: list[Briefing], gap: int) -> None:
    """However many years the archive has; most of it is out of the window then."""
    desk = spread(desk, gap)
    whole = MemoryShelf()
    bring(whole, REGISTRY, desk)

    near = near_in_windows(profiles_of(desk, whole))

    assert near == {id_: found for one in desk if (found := dict(whole.pairs.near(id_ := one.id)))}


@law
@given(archives(), st.integers(1, 40), st.integers(1, 4))
def test_what_stands_under_a_mark_is_merged_by_key(
    desk: list[Briefing], gap: int, size: int
) -> None:
    """Stories, names, topics, outlets, days: from windows of any size."""
    desk = spread(desk, gap)
    whole = MemoryShelf()
    bring(whole, REGISTRY, desk)
    coming = iter(desk)
    runs = [
        sorted(row for one in window for row in rows_of(one, marks_of(one, REGISTRY)))
        for window in iter(lambda: list(islice(coming, size)), [])
    ]

    merged = {(kind, key): members for kind, key, members in merge_runs(runs)}

    marks = [(kind, key) for kind in _KINDS for key in whole.keys(kind)]
    assert merged == {mark: list(whole.members(*mark)) for mark in marks}


def test_only_what_is_within_reach_is_in_memory(tmp_path: Path) -> None:
    """Of an archive of years, five ages of forty-five days at most."""
    day = an_entry("first").edition
    many = [replace(an_entry(f"e{n}"), edition=day + timedelta(days=10 * n)) for n in range(200)]
    whole = MemoryShelf()
    bring(whole, REGISTRY, many)
    with closing(DiskDrawer(tmp_path / "drawer.db")) as drawer:
        window = WindowPairs(drawer)
        for profile in profiles_of(many, whole):
            window.move_to(profile.day)
            put_profile(window, profile)
            assert window.count() <= 15


def test_what_comes_late_is_refused(tmp_path: Path) -> None:
    """A window that has moved on does not go back in silence."""
    new = profile_of(an_entry("new"), REGISTRY.names, None)
    old = replace(new, id="old", day=new.day - 400)

    with (
        closing(DiskDrawer(tmp_path / "drawer.db")) as drawer,
        pytest.raises(ValueError, match="come by day"),
    ):
        list(pairs_in_windows([new, old], drawer))


def test_what_only_reach_finds_is_found(tmp_path: Path) -> None:
    """Two briefings ninety days apart that share none of their heaviest words."""
    shared = [(f"both{n}", 0.31) for n in range(5)]
    one, other = (
        an_entry(name, terms=(*((f"{name}{n}", 0.32) for n in range(5)), *shared), title=name)
        for name in ("first", "second")
    )
    other = replace(other, edition=one.edition + timedelta(days=90))
    whole = MemoryShelf()
    bring(whole, REGISTRY, [one, other])

    with closing(DiskDrawer(tmp_path / "drawer.db")) as drawer:
        pairs = list(pairs_in_windows(profiles_of([one, other], whole), drawer))

    assert [(pair.one, pair.other) for pair in pairs] == [("second", "first")]
    assert dict(whole.pairs.near("second")) == {"first": pairs[0].score}
