"""Parts of an address that every disk takes for the same."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.text.segments import fit_segment, is_segment


@pytest.mark.parametrize(
    ("name", "fit"),
    [
        ("ferries", "ferries"),
        ("ferries-2026_3.a", "ferries-2026_3.a"),
        ("Quay: closed?.", "quay-closed"),
        ("cafe\u0301", "café"),
        ("ﬁre", "fire"),
        ("straße", "strasse"),
        ("con", "con-1"),
        ("aux.md", "aux.md-1"),
        ("عبارات", "عبارات"),
        ("a\nb", "a-b"),
        ("..", ""),
        ("a" * 300, "a" * 120),
    ],
)
def test_a_name_gets_the_nearest_that_can_be_a_part_of_an_address(name: str, fit: str) -> None:
    """What is fit already stays as it is."""
    assert fit_segment(name) == fit
    assert is_segment(name) == (name == fit != "")


@given(st.text(max_size=30))
def test_what_is_fit_stays_fit_and_is_the_same_everywhere(name: str) -> None:
    """No two fit names differ in case or normal form alone, and none climbs."""
    fit = fit_segment(name)

    assert not fit or is_segment(fit) or fit != fit_segment(fit)
    if is_segment(name):
        assert unicodedata.normalize("NFC", name) == name
        assert name not in {"", ".", ".."}
        assert not set(name) & set('/\\<>:"|?*#% \n')
