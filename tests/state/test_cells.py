"""Packed sets of cells."""

from briefings.link.reads import ALL, diary_cell, edition_cell
from briefings.state.cells import Touched, pack


def test_what_reads_everything_needs_no_briefing_named() -> None:
    """Any briefing touches `all`, so the cells of briefings are left out."""
    packed = pack([ALL, "b:ferry", "m:name:person:ada"])

    assert len(packed) == len(pack([ALL]))
    assert Touched([ALL]).among(packed)


def test_what_no_briefing_touches_is_kept_beside_everything() -> None:
    """A page that reads all briefings and the diary changes when the diary alone does."""
    packed = pack([ALL, "b:ferry", diary_cell(), edition_cell("2026-03-14")])

    assert Touched([diary_cell()]).among(packed)
    assert Touched([edition_cell("2026-03-14")]).among(packed)
    assert not Touched([diary_cell("quay")]).among(packed)
