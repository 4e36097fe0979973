"""Sketches tell copies from reports of the same event."""

import base64
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.text.sketches import containment, likeness, read_sketch, sketch_text

WORDS = [f"w{number}" for number in range(4000)]


def a_text(seed: int, length: int = 600) -> str:
    """Give words in a random order that is always the same."""
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def test_a_text_is_wholly_like_itself() -> None:
    """A text's sketch is at 1 from itself, in likeness and containment."""
    sketch = sketch_text(a_text(1))

    assert likeness(sketch, sketch) == 1.0
    assert containment(sketch, sketch) == (1.0, 64)


def test_two_texts_share_nothing() -> None:
    """Texts without a common five-gram are at 0."""
    assert likeness(sketch_text(a_text(1)), sketch_text(a_text(2))) == 0.0


@pytest.mark.parametrize("kept", [450, 300, 200])
def test_a_cut_tail_stays_contained(kept: int) -> None:
    """A copy without its tail lies wholly in the long text, however unlike the two are."""
    words = a_text(3).split()
    whole, cut = sketch_text(" ".join(words)), sketch_text(" ".join(words[:kept]))
    share, seen = containment(whole, cut)

    assert share == 1.0
    assert seen >= 10
    assert abs(likeness(whole, cut) - kept / 600) < 0.2


def test_a_new_top_leaves_most_contained() -> None:
    """Two paragraphs written anew before a wire text hide little of it."""
    words = a_text(4).split()
    topped = " ".join([*a_text(5, 100).split(), *words[60:]])

    assert containment(sketch_text(" ".join(words)), sketch_text(topped))[0] > 0.75


def test_case_accents_and_layout_do_not_count() -> None:
    """What a content system changes on its way leaves the sketch as it is."""
    assert sketch_text("L’Été  Vient\nde finir, ici") == sketch_text("l'ete vient de finir ici")


def test_a_text_shorter_than_five_words_has_one_hash() -> None:
    """Four words are one shingle; none are none."""
    assert len(read_sketch(sketch_text("Ferry inquiry confirmed today"))) == 1
    assert read_sketch(sketch_text(" — ")) == ()
    assert likeness(sketch_text(""), sketch_text("")) == 0.0
    assert containment(sketch_text(""), sketch_text("a b")) == (0.0, 0)


def test_ideographs_count_as_words() -> None:
    """A Chinese sentence is cut into characters, so that a changed one leaves the rest alike."""
    assert len(read_sketch(sketch_text("渡轮事故调查今天开始"))) == 6


@pytest.mark.parametrize(
    "sketch",
    ["v2:", "v1:*", "v1:AAA=", "", f"v1:{base64.b64encode(bytes(260)).decode()}"],
)
def test_what_is_no_sketch_is_refused(sketch: str) -> None:
    """Another version, broken base64, a wrong length: each is a ValueError."""
    with pytest.raises(ValueError, match="not a sketch"):
        read_sketch(sketch)


@given(st.text(), st.text())
def test_likeness_is_symmetric_and_a_share(a: str, b: str) -> None:
    """Both ways round the same, between 0 and 1, for any text whatever."""
    one, other = sketch_text(a), sketch_text(b)

    assert 0.0 <= likeness(one, other) <= 1.0
    assert likeness(one, other) == likeness(other, one)
    assert containment(one, other) == containment(other, one)


def test_the_format_stays() -> None:
    """A sketch written to a file today is the sketch of that text for good."""
    assert sketch_text("Inspectors will board every ferry today") == "v1:Biqi8wo6ezc="
