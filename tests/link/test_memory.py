"""Linking with what the last run knew gives what linking everything anew gives."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.link.archive import link_archive
from briefings.link.memory import Memory
from briefings.model import Briefing, NameKind, NameRecord, Registers, Status
from tests.link.desks import an_entry, some_names

IDS = st.sampled_from("abcdef")
PEOPLE = st.lists(st.sampled_from(["Ada Brook", "Ben Cole", "ben cole"]), max_size=2, unique=True)
BRIEFINGS = st.builds(
    lambda id_, title, story, people, related, unrelated, withdrawn: replace(
        an_entry(
            id_,
            names=some_names(people=tuple(people)),
            title=title,
            story=story,
            related=tuple(related),
        ),
        unrelated=tuple(unrelated),
        status=Status.WITHDRAWN if withdrawn else Status.PUBLISHED,
    ),
    IDS,
    st.sampled_from(["Quay closed", "Ferry inquiry confirmed", "Quay closed again", "Rail fares"]),
    st.sampled_from([None, "ferries", "quay"]),
    PEOPLE,
    st.lists(IDS, max_size=2),
    st.lists(IDS, max_size=1),
    st.booleans(),
)
DESKS = st.lists(BRIEFINGS, max_size=6, unique_by=lambda one: one.id)
ADA = NameRecord(id="ada", kind=NameKind.PERSON, name="Ada Brook", page=True)


@settings(max_examples=150)
@given(st.lists(st.tuples(DESKS, st.booleans()), min_size=2, max_size=4))
def test_a_memory_changes_nothing(runs: list[tuple[list[Briefing], bool]]) -> None:
    """Whatever came, went, changed, was pinned or registered between the runs."""
    memory = Memory()
    kept: dict[Briefing, Briefing] = {}
    for desk, registered in runs:
        registers = Registers(names=(ADA,) if registered else ())
        # The same file read twice is one object to a preview.
        shown = [next((old for old in kept.values() if old == one), one) for one in desk]
        kept.update({id(one): one for one in shown})  # type: ignore[dict-item,misc]

        assert link_archive(shown, registers, (), memory) == link_archive(shown, registers)
