"""Related briefings and their reasons."""

import pytest

from briefings.link.archive import link_archive
from briefings.link.reasons import in_english
from briefings.model import Briefing, Names, Registers, Related, Status
from briefings.text.sketches import sketch_text
from tests.builders import a_quote, some_names
from tests.link.desks import an_entry, some_registers


def related(*desk: Briefing, registers: Registers | None = None) -> dict[str, tuple[Related, ...]]:
    """Link and give the related lists."""
    return dict(link_archive(desk, registers or Registers()).related)


def reason(a: Briefing, b: Briefing, registers: Registers | None = None) -> str | None:
    """Give why the second stands beside the first; the same the other way."""
    found = related(a, b, registers=registers)
    there, back = [[in_english(one.reason) for one in found[id_]] for id_ in (a.id, b.id)]
    assert there == back
    return there[0] if there else None


ACT = some_names(laws=("Ferry Safety Act",))
BOTH = some_names(laws=("Ferry Safety Act",), people=("Ada Brook",))


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (ACT, "both name the Ferry Safety Act"),
        (BOTH, "both name the Ferry Safety Act and Ada Brook"),
        (some_names(places=("North Harbour",)), "both on transport and North Harbour"),
    ],
)
def test_the_reason_is_the_most_telling_thing_shared(names: Names, said: str) -> None:
    """A law or a person before a subject and a place."""
    a, b = (an_entry(id_, names=names, topics=("transport",), quotes=()) for id_ in "ab")

    assert reason(a, b) == said


def test_a_subject_alone_is_no_reason() -> None:
    """Half of all news is on politics."""
    a, b = (
        an_entry(id_, names=Names(), topics=("transport",), quotes=(), title=title)
        for id_, title in (("a", "Quay closed"), ("b", "Rail fares rise"))
    )

    assert reason(a, b) is None


def test_a_name_among_twenty_is_no_reason() -> None:
    """A body listed beside many others on both sides does not explain anything."""
    crowds = [tuple(f"{side} Company {n}" for n in range(25)) for side in "AB"]
    a, b = (
        an_entry(id_, quotes=(), names=some_names(organisations=("Ferry Board", *crowd)), title=id_)
        for id_, crowd in zip("ab", crowds, strict=True)
    )

    assert reason(a, b) is None


def test_headlines_may_be_the_reason() -> None:
    """Two words of both headlines are better than nothing; one is not."""
    a = an_entry("a", title="Ferry inquiry opens", quotes=())
    b = an_entry("b", title="Ferries: inquiry ends, ferry sails", quotes=())
    c = an_entry("c", title="Harbour inquiry", quotes=())

    assert reason(a, b) == "both headlines have “inquiry” and “ferry”"
    assert reason(a, c) is None


def test_a_thread_is_named_by_its_title() -> None:
    """Two entries of one story say so, whatever else they share."""
    a, b = (an_entry(id_, names=BOTH, story="ferries") for id_ in "ab")

    assert reason(a, b, some_registers()) == "same story: Ferries"


def test_an_office_both_quote_is_a_reason() -> None:
    """A registered alias resolves to the person; `the dam keeper` is one by the words."""
    a, b = (an_entry(id_, quotes=(a_quote(speaker="the harbour master"),)) for id_ in "ab")
    c, d = (an_entry(id_, quotes=(a_quote(speaker="the dam keeper"),)) for id_ in "cd")

    assert reason(a, b, some_registers()) == "both quote Mara Voss"
    assert reason(c, d) == "both quote the dam keeper"


@pytest.mark.parametrize("speaker", ["a spokesman", "the police spokeswoman", "she", "the pilot"])
def test_anybody_is_nobody_both_quote(speaker: str) -> None:
    """A spokesman here and one there are not one person."""
    a, b = (an_entry(id_, quotes=(a_quote(speaker=speaker),)) for id_ in "ab")

    assert reason(a, b) is None


def test_a_copy_is_named_a_copy() -> None:
    """Two briefings on one wire text are shown for what they are."""
    sketch = sketch_text(" ".join(f"word{n}" for n in range(200)))
    a, b = (an_entry(id_, story="s", article={"sketch": sketch}) for id_ in "ab")

    assert reason(a, b) == "the same text from another outlet"


def test_pins_come_first_and_need_no_likeness() -> None:
    """The desk's choice stands on top, in the desk's order, and says whose choice it is."""
    a = an_entry("a", related=("z", "nobody", "a", "y"), names=ACT, quotes=())
    near = an_entry("b", names=ACT, quotes=())
    far, farther = (
        an_entry(id_, terms=(), title="Zyx", quotes=(), names=some_names()) for id_ in "zy"
    )
    found = related(a, near, far, farther)

    assert [(one.id, one.pinned) for one in found["a"]] == [("z", True), ("y", True), ("b", False)]
    assert in_english(found["a"][0].reason) == "chosen by the desk"
    assert found["z"] == ()


def test_the_desk_forbids_both_ways() -> None:
    """What one says has nothing to do with the other is shown on neither."""
    a, b = an_entry("a", names=ACT, unrelated=("b",)), an_entry("b", names=ACT)

    assert related(a, b) == {"a": (), "b": ()}


def test_a_thread_does_not_fill_the_list() -> None:
    """At most three entries of one story, then what else is near, five in all."""
    thread = [an_entry(f"t{n}", n, story="ferries", names=ACT) for n in range(1, 7)]
    others = [an_entry(f"o{n}", n, names=ACT, quotes=()) for n in range(1, 7)]
    found = related(*thread, *others)["t6"]

    assert sorted(one.id[0] for one in found) == ["o", "o", "t", "t", "t"]


def test_withdrawn_briefings_are_on_nobodys_list() -> None:
    """What the desk took back is not recommended, and recommends nothing."""
    a, b = an_entry("a", names=ACT), an_entry("b", names=ACT, status=Status.WITHDRAWN)

    assert related(a, b) == {"a": ()}


def test_far_things_are_not_related() -> None:
    """A shared subject alone, with other words and names, is not enough."""
    a = an_entry("a", topics=("transport",), names=ACT, title="Zyx")
    b = an_entry("b", topics=("transport",), terms=(("ferri", 0.1), ("inquiri", 0.1), ("cup", 0.9)))

    assert related(a, b) == {"b": (), "a": ()}
