"""The shelf on disk answers as the one in memory, whatever came and went."""

import pickle
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.link.archive import link_archive
from briefings.link.bringing import bring
from briefings.link.heads import HeadBook
from briefings.link.linker import Linker
from briefings.link.pairs import PairMark
from briefings.link.reads import Reads
from briefings.link.registry import Registry
from briefings.link.shelf import (
    ADDRESS,
    CORRECTED,
    DAY,
    LINK,
    MONTH,
    NAME,
    SLUG,
    SOURCE,
    STORY,
    TEXT,
    TOPIC,
    WEEK,
    Mark,
    MemoryShelf,
    Shelf,
)
from briefings.model import Briefing
from briefings.state import State, open_state
from briefings.state.filling import fill_shelf
from briefings.state.shelf import StateShelf
from tests.link.desks import an_entry
from tests.link.test_bringing import DESKS, REGISTERS

KINDS = (ADDRESS, CORRECTED, DAY, LINK, MONTH, NAME, SLUG, SOURCE, STORY, TEXT, TOPIC, WEEK)
REGISTRY = Registry.of(REGISTERS)


def keep(state: State, desk: list[Briefing]) -> dict[str, bytes]:
    """Keep briefings as if they had been parsed; give where."""
    rows = {one.id: (pickle.dumps(one), one.id) for one in desk}
    state.db.executemany(
        "INSERT OR REPLACE INTO parsed VALUES (?, ?, NULL, ?)",
        [(content, id_, content) for content, id_ in rows.values()],
    )
    return {id_: content for id_, (content, _) in rows.items()}


def answers(shelf: Shelf, places: Iterable[PairMark] = ()) -> dict[str, object]:
    """Ask everything; of pairs, who is found in places."""
    ids = list(shelf.ids())
    keys = {kind: list(shelf.keys(kind)) for kind in KINDS}
    return {
        "ids": ids,
        "briefings": [shelf.briefing(id_) for id_ in ids],
        "gone": [shelf.briefing(id_) for id_ in "abcdef" if id_ not in ids],
        "holders": {place: dict(shelf.pairs.holders(place)) for place in places},
        "absent": (shelf.briefing("no"), list(shelf.members(STORY, "no")), shelf.holds(DAY, "no")),
        "keys": keys,
        "members": {(k, key): list(shelf.members(k, key)) for k in KINDS for key in keys[k]},
        "holds": all(shelf.holds(k, key) for k in KINDS for key in keys[k]),
        "counts": {kind: dict(shelf.counts(kind)) for kind in KINDS},
        "marks": {id_: list(shelf.marks(id_)) for id_ in ids},
        "beside": {key: shelf.marks_beside(NAME, key, (NAME, STORY)) for key in keys[NAME]},
        "near": {id_: dict(shelf.pairs.near(id_)) for id_ in ids},
        "profiles": [shelf.pairs.profile(id_) for id_ in ids],
    }


def heads(shelf: Shelf) -> list[object]:
    """Give what other pages say of every name and story."""
    book = HeadBook(shelf, REGISTRY, Reads())
    return [book.head(kind, key) for kind in (NAME, STORY) for key in shelf.keys(kind)]


@settings(max_examples=60, deadline=None)
@given(st.lists(DESKS, min_size=1, max_size=4), st.booleans())
def test_disk_and_memory_answer_alike(runs: list[list[Briefing]], reopened: bool) -> None:
    """After each round: the same cells touched, the same answers, the same archive."""
    with tempfile.TemporaryDirectory() as folder:
        memory, before, places = MemoryShelf(), list[Briefing](), set[PairMark]()
        for now in runs:
            held = {one.id: one for one in before}
            came = [one for one in now if held.get(one.id) != one]
            went = sorted(held.keys() - {one.id for one in now})
            with open_state(Path(folder) / "s", "1") as state:
                disk = StateShelf(state)
                disk.contents = keep(state, now)
                touched = bring(disk, REGISTRY, came, went)

                assert touched == bring(memory, REGISTRY, came, went)
                shelf = StateShelf(state) if reopened else disk
                places |= {place for place, _, _ in memory.pairs.postings()}
                assert answers(shelf, places) == answers(memory, places)
                archive = Linker(shelf, REGISTRY, (), Reads()).archive()
                assert archive == link_archive(now, REGISTERS)
                assert heads(shelf) == heads(memory)
                shelf.heads.save()
                state.commit()
            before = now


@settings(max_examples=20, deadline=None)
@given(st.lists(DESKS, min_size=1, max_size=3))
def test_little_memory_gives_the_same_answers(runs: list[list[Briefing]]) -> None:
    """What is not held at hand is read again."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_state(Path(folder) / "s", "1") as state,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr("briefings.state.shelf._KEPT", 1)
        patch.setattr("briefings.state.pairs._KEPT", 1)
        memory, disk = MemoryShelf(), StateShelf(state)
        for now in runs:
            disk.contents = keep(state, now)

            assert bring(disk, REGISTRY, now) == bring(memory, REGISTRY, now)
            assert answers(disk) == answers(memory)
            assert len(disk.pairs._held) <= 1


def test_ranks_are_kept_to_the_bit(tmp_path: Path) -> None:
    """What has no time of publication is younger than all; the epoch and microseconds too."""
    late = datetime(2026, 3, 14, 6, 0, 0, 123457, UTC)
    times = [None, datetime(1970, 1, 1, tzinfo=UTC), late, None, late]
    desk = [an_entry(f"b{n}", published_at=at) for n, at in enumerate(times)]
    memory = MemoryShelf()
    with open_state(tmp_path / "s", "1") as state:
        disk = StateShelf(state)
        disk.contents = keep(state, desk)
        bring(disk, REGISTRY, desk)
        bring(memory, REGISTRY, desk)

        assert answers(disk) == answers(memory)
        assert list(disk.ids()) == ["b0", "b3", "b2", "b4", "b1"]


def test_a_head_is_kept_until_a_briefing_under_it_changes(tmp_path: Path) -> None:
    """A later build reads it; a thread that lost a briefing is asked anew, in every later build."""
    desk = [an_entry("b1", story="s", title="First"), an_entry("b2", story="s", title="Second")]
    with open_state(tmp_path / "s", "1") as state:
        disk = StateShelf(state)
        disk.contents = keep(state, desk)
        bring(disk, REGISTRY, desk)
        before = HeadBook(disk, REGISTRY, Reads()).head(STORY, "s")
        assert before is not None
        disk.heads.save()
        state.commit()
    with open_state(tmp_path / "s", "1") as state:
        disk = StateShelf(state)
        assert disk.heads.get((STORY, "s")) == before
        bring(disk, REGISTRY, (), ["b1"])
        assert disk.heads.get((STORY, "s")) is None
        assert StateShelf(state).heads.get((STORY, "s")) is None


NOTES = st.lists(st.text('a\x1f[]"\0é', max_size=4), max_size=3).map(tuple)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text("a\0é:", max_size=3), NOTES), unique_by=lambda one: one[0]))
def test_any_words_come_back(given_marks: list[tuple[str, tuple[str, ...]]]) -> None:
    """Keys and notes hold whatever a desk prints."""
    marks = [Mark(NAME, key, notes) for key, notes in given_marks]
    one, memory = an_entry("a"), MemoryShelf()
    memory.put(one, marks)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_state(Path(folder) / "s", "1") as state,
    ):
        disk = StateShelf(state)
        disk.contents = keep(state, [one])
        disk.put(one, marks)

        assert answers(disk) == answers(memory)
        disk.drop("a")
        assert not disk.keys(NAME)


@settings(max_examples=40, deadline=None)
@given(DESKS)
def test_written_at_once_it_answers_as_written_one_by_one(desk: list[Briefing]) -> None:
    """A first build fills the shelf in one go."""
    memory = MemoryShelf()
    bring(memory, REGISTRY, desk)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_state(Path(folder) / "s", "1") as state,
    ):
        fill_shelf(state, memory, keep(state, desk))

        places = {place for place, _, _ in memory.pairs.postings()}
        assert answers(StateShelf(state), places) == answers(memory, places)
