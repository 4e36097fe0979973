"""Bringing a shelf up to date gives what linking anew gives, and tells what it touched."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.link.archive import link_archive
from briefings.link.bringing import bring
from briefings.link.linker import Linker
from briefings.link.reads import Reads
from briefings.link.registry import Registry
from briefings.link.shelf import MemoryShelf
from briefings.model import (
    Archive,
    Briefing,
    BriefingHead,
    Correction,
    Drafted,
    LeadImage,
    NameKind,
    NameRecord,
    Reason,
    Registers,
    Review,
    Status,
    Translation,
)
from tests.builders import a_point, a_quote
from tests.link.desks import an_entry, some_names

_LATER = datetime(2026, 3, 30, 8, tzinfo=UTC)

IDS = st.sampled_from("abcdef")
PEOPLE = st.lists(st.sampled_from(["Ada Brook", "Ben Cole", "ben cole"]), max_size=2, unique=True)
BRIEFINGS = st.builds(
    lambda id_, title, story, people, related, body, withdrawn: replace(
        an_entry(
            id_,
            names=some_names(people=tuple(people)),
            title=title,
            story=story,
            related=tuple(related),
            body=body,
        ),
        status=Status.WITHDRAWN if withdrawn else Status.PUBLISHED,
    ),
    IDS,
    st.sampled_from(["Quay closed", "Ferry inquiry confirmed", "Quay closed again", "Rail fares"]),
    st.sampled_from([None, "ferries", "quay"]),
    PEOPLE,
    st.lists(IDS, max_size=2),
    st.sampled_from(["Nothing.", "See [[a]] and [[story:quay]].", "See [[briefing:b]]."]),
    st.booleans(),
)
DESKS = st.lists(BRIEFINGS, max_size=6, unique_by=lambda one: one.id)
REGISTERS = Registers(
    names=(NameRecord(id="ada", kind=NameKind.PERSON, name="Ada Brook", page=True),)
)

PARTS = (
    *("related", "stories", "names", "backlinks", "topics", "differences_of", "told", "minutes"),
    *("origins", "months", "entry_days", "speakers_of", "story_of", "mentions", "sources"),
)


def _archive(shelf: MemoryShelf, reads: Reads | None = None) -> Archive:
    return Linker(shelf, Registry.of(REGISTERS), (), reads or Reads()).archive()


def _update(shelf: MemoryShelf, before: list[Briefing], now: list[Briefing]) -> set[str]:
    held = {one.id: one for one in before}
    came = [one for one in now if held.get(one.id) != one]
    went = held.keys() - {one.id for one in now}
    return bring(shelf, Registry.of(REGISTERS), came, sorted(went))


def _said(value: object) -> object:
    """Give of a briefing what other pages say of it: the rest is no part of what lists read."""
    if isinstance(value, Briefing):
        return [getattr(value, field.name) for field in fields(BriefingHead)]
    return value


@settings(max_examples=150, deadline=None)
@given(st.lists(DESKS, min_size=2, max_size=4))
def test_what_came_went_or_changed_gives_what_starting_anew_gives(
    runs: list[list[Briefing]],
) -> None:
    """Whatever the shelf held before."""
    shelf, before = MemoryShelf(), list[Briefing]()
    for now in runs:
        _update(shelf, before, now)
        before = now

        assert _archive(shelf) == link_archive(now, REGISTERS)


@settings(max_examples=150, deadline=None)
@given(DESKS, DESKS)
def test_a_part_whose_cells_were_not_touched_is_as_it_was(
    before: list[Briefing], now: list[Briefing]
) -> None:
    """A page that read none of the touched cells, and no head that differs, need not be made."""
    shelf, reads = MemoryShelf(), Reads()
    _update(shelf, [], before)
    archive, held = _archive(shelf, reads), {}
    for part in PARTS:
        every = getattr(archive, part)
        for key in list(every):
            with reads.frame() as cells:
                value = _said(every[key])
                held[part, key] = value, frozenset(cells)
    touched = _update(shelf, before, now)
    again = _archive(shelf)

    for (part, key), (value, cells) in held.items():
        heads = {cell for cell in cells if cell.startswith("h:")}
        turned = {f"m:{cell[2:]}" for cell in heads} & touched
        if cells.isdisjoint(touched) and not turned:
            assert _said(getattr(again, part).get(key)) == value


def test_the_second_of_a_thread_makes_the_first_part_of_a_story() -> None:
    """A thread of one makes nobody near; from the second on, both are compared as of one story."""
    first = an_entry("a", title="Quay closed", story="quay", terms=(("quai", 1.0),))
    second = an_entry("b", 15, title="Rail fares rise", story="quay", terms=(("rail", 1.0),))
    shelf = MemoryShelf()
    _update(shelf, [], [first])
    touched = _update(shelf, [first], [first, second])

    assert _archive(shelf).related["a"] == link_archive([first, second], REGISTERS).related["a"]
    assert _archive(shelf).related["a"][0].reason == Reason("story", ("Quay closed",))
    assert {"n:a", "n:b", "m:story:quay"} <= touched


def _touched_by(**changes: object) -> set[str]:
    shelf, one = MemoryShelf(), an_entry("a", body="Nothing.", story="quay")
    _update(shelf, [], [one])
    return _update(shelf, [one], [replace(one, **changes)])


@pytest.mark.parametrize(
    "changes",
    [
        {"path": "content/briefings/2026/03/again.md"},
        {"title": "Rail fares"},
        {"edition": date(2026, 3, 30)},
        {"language": "fr"},
        {"status": Status.WITHDRAWN},
        {"articles": ()},
        {"dek": "Since March"},
        {"published_at": _LATER},
        {"updated_at": _LATER},
        {"translated": Translation(language="mt")},
        {"topics": ("transport",)},
        {"story": "ferries"},
        {"related": ("b",)},
        {"unrelated": ("b",)},
        {"summary": (a_point("The quay is closed."),)},
        {"key_points": (a_point("The quay is closed."),)},
        {"quotes": (a_quote("We know", speaker="Ada Brook"),)},
        {"names": some_names(places=("North Harbour",))},
        {"publish_at": _LATER},
        {"expires_at": _LATER},
        {"corrections": (Correction(kind="update", at=_LATER, now="Two."),)},
        {"body": "Nothing. " * 400},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_all_that_lists_say_of_a_briefing_touches_them(changes: dict[str, object]) -> None:
    """And a text so much longer that it takes more minutes."""
    assert {"b:a", "l:a"} <= _touched_by(**changes)


def test_every_part_of_a_head_is_tried() -> None:
    """A part that comes later belongs above."""
    (mark,) = test_all_that_lists_say_of_a_briefing_touches_them.pytestmark  # type: ignore[attr-defined]
    tried = {name for changes in mark.args[1] for name in changes}

    assert tried == {field.name for field in fields(BriefingHead)} - {"id"} | {"body"}


@pytest.mark.parametrize(
    "changes",
    [
        {"body": "Nothing at all."},
        {"drafted": Drafted(by="briefings 1")},
        {"reviewed": Review(by="Noor", at=_LATER)},
        {"image": LeadImage(file="quay.jpg", alt="A quay")},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_a_mended_text_touches_no_list(changes: dict[str, object]) -> None:
    """Only the briefing itself, and what shows all of it; of a picture, where it is shown."""
    touched = _touched_by(**changes)

    assert "b:a" in touched
    assert not {cell for cell in touched if cell[0] in "ln"}
