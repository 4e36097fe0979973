"""Laws of linking, over archives nobody chose."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefings.link.archive import link_archive
from briefings.link.namebook import fold_name
from briefings.link.reasons import in_english
from briefings.model import Archive, Briefing, Status
from tests.link.desks import an_entry, archives, law, some_registers

REGISTERS = some_registers()


@law
@given(archives(), st.randoms())
def test_the_order_of_the_input_never_shows(desk: list[Briefing], chance: random.Random) -> None:
    """Shuffled briefings give an equal archive, down to the order of its mappings."""
    shuffled = list(desk)
    chance.shuffle(shuffled)
    one, other = link_archive(desk, REGISTERS), link_archive(shuffled, REGISTERS)

    assert one == other
    assert _order(one) == _order(other)


def _order(archive: Archive) -> list[list[object]]:
    return [
        list(archive.briefings),
        list(archive.stories),
        list(archive.related),
        list(archive.backlinks),
        list(archive.names),
        list(archive.topics),
        list(archive.sources),
        list(archive.targets),
        list(archive.redirects),
    ]


@law
@given(archives())
def test_related_lists_keep_their_promises(desk: list[Briefing]) -> None:
    """At most five or the pins, never itself, twice, forbidden, withdrawn or unexplained."""
    archive = link_archive(desk, REGISTERS)

    for id_, related in archive.related.items():
        ids = [one.id for one in related]
        pins = {pin for pin in archive.briefings[id_].related if _stands(archive, pin)} - {id_}
        assert id_ not in ids
        assert len(set(ids)) == len(ids) <= max(5, len(pins))
        assert {one.id for one in related if one.pinned} == pins
        assert all(_stands(archive, other) for other in ids)
        assert not (set(ids) - pins) & set(archive.briefings[id_].unrelated)
        assert [one.pinned for one in related] == sorted((o.pinned for o in related), reverse=True)


def _stands(archive: Archive, id_: str) -> bool:
    found = archive.briefings.get(id_)
    return found is not None and found.status is not Status.WITHDRAWN


@law
@given(archives())
def test_every_reason_is_true_of_both(desk: list[Briefing]) -> None:
    """Whatever a reason names stands in both briefings."""
    archive = link_archive(desk, REGISTERS)

    for id_, related in archive.related.items():
        for one in related:
            assert is_true(
                in_english(one.reason), archive, archive.briefings[id_], archive.briefings[one.id]
            )


def is_true(reason: str, archive: Archive, *both: Briefing) -> bool:
    """Check a reason against two briefings by other means than those that made it."""
    kind, _, rest = reason.partition(" ")
    if reason == "chosen by the desk":
        return True
    if reason.startswith("same story: "):
        title = reason.removeprefix("same story: ")
        stories = [story for story in archive.stories.values() if story.title == title]
        return any(all(one.id in story.briefings for one in both) for story in stories)
    verb, _, said = rest.partition(" ")
    assert kind == "both"
    parts = said.split(" and ")
    return all(
        _holds(verb, part.removeprefix("the "), archive, one) for part in parts for one in both
    )


def _holds(verb: str, part: str, archive: Archive, briefing: Briefing) -> bool:
    plain = fold_name(part)
    if verb == "quote":
        aliases = {r.name: {r.name, *r.aliases} for r in REGISTERS.names}.get(part, {part})
        spellings = {fold_name(alias) for alias in aliases}
        return any(q.speaker and fold_name(q.speaker) in spellings for q in briefing.quotes)
    if verb == "headlines":
        return part.removeprefix("have ").strip("“”") in briefing.title.casefold()
    names = {fold_name(archive.names[key].name) for key in archive.names_of[briefing.id]}
    return plain in names or plain in briefing.topics


@law
@given(archives())
def test_every_id_resolves(desk: list[Briefing]) -> None:
    """No part of an archive mentions an id that another part does not hold."""
    archive = link_archive(desk, REGISTERS)
    ids = set(archive.briefings)

    assert {id_ for story in archive.stories.values() for id_ in story.briefings} <= ids
    assert {id_ for edition in archive.editions for id_ in edition.briefings} == {
        id_ for id_ in ids if _listed(archive, id_)
    }
    assert {key for keys in archive.names_of.values() for key in keys} == set(archive.names)
    assert {id_ for entry in archive.names.values() for id_ in entry.briefings} <= ids
    assert {id_ for entry in archive.names.values() for id_ in entry.stories} <= set(
        archive.stories
    )
    assert {one.id for found in archive.backlinks.values() for one in found} <= ids
    assert set(archive.backlinks) <= ids
    assert set(archive.origins) == ids


def _listed(archive: Archive, id_: str) -> bool:
    day = archive.briefings[id_].edition
    others = [one for one in archive.briefings.values() if one.edition == day]
    return _stands(archive, id_) or all(one.status is Status.WITHDRAWN for one in others)


@law
@given(archives())
def test_redirects_end_at_a_page_in_one_step(desk: list[Briefing]) -> None:
    """No redirect starts at a page or leads to another redirect, whatever the ledger says."""
    first = link_archive(desk, REGISTERS)
    ledger = tuple((f"/old/{key}/", key) for key in sorted(first.targets))
    archive = link_archive(desk, replace(REGISTERS, addresses=ledger))
    pages = {target.url for target in archive.targets.values()} - {None}

    assert set(archive.redirects.values()) <= pages
    assert not set(archive.redirects) & pages


@law
@given(archives())
def test_a_stranger_changes_nobody(desk: list[Briefing]) -> None:
    """A briefing near nobody leaves every related list as it is."""
    stranger = an_entry(
        "zz", terms=(("zyxomma", 1.0),), title="Zyx zyxomma", names=an_entry("z").names
    )
    before = link_archive(desk, REGISTERS).related
    after = link_archive([*desk, stranger], REGISTERS).related

    assert after == {**before, "zz": ()}


@law
@given(archives())
def test_stories_are_of_two_or_more(desk: list[Briefing]) -> None:
    """Each story holds all the briefings that name it or a thread merged into it."""
    archive = link_archive(desk, REGISTERS)
    merged = {"ferry-inquiry": "ferries"}

    for story in archive.stories.values():
        own = [
            b.id
            for b in archive.briefings.values()
            if merged.get(b.story or "", b.story) == story.id
        ]
        assert list(story.briefings) == own
        assert len(own) > 1
        assert list(story.new) == own
