"""Copies of one wire text are found, and reports written apart are not."""

import random
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from briefings.link.copies import group_copies, is_copy
from briefings.link.groups import Groups
from briefings.text.sketches import sketch_text
from tests.link.desks import law

WORDS = [f"w{number}" for number in range(3000)]


def some_words(seed: int, count: int = 400) -> list[str]:
    """Give words in an order of their own."""
    return random.Random(seed).choices(WORDS, k=count)


def sketch(words: list[str]) -> str:
    """Sketch words."""
    return sketch_text(" ".join(words))


def test_exact_cut_and_re_topped_copies_are_one_group() -> None:
    """The same text, its first half, and it under a new top."""
    text = some_words(1)
    articles = [
        ("whole", sketch(text)),
        ("again", sketch(text)),
        ("cut", sketch(text[:200])),
        ("topped", sketch([*some_words(2, 60), *text[40:]])),
        ("other", sketch(some_words(3))),
    ]

    assert group_copies(articles) == (("again", "cut", "topped", "whole"), ("other",))


def test_a_shared_quotation_is_no_copy() -> None:
    """Two reports with forty words in common, of four hundred, are two reports."""
    speech = some_words(9, 40)
    a, b = sketch([*some_words(1), *speech]), sketch([*some_words(2), *speech])

    assert not is_copy(a, b)
    assert group_copies([("a", a), ("b", b)]) == (("a",), ("b",))


def test_a_short_note_inside_a_long_text_is_no_proof() -> None:
    """Six words found elsewhere are too few to call anything a copy."""
    text = some_words(4)

    assert not is_copy(sketch(text), sketch(text[:6]))


def test_texts_without_words_are_not_copies() -> None:
    """Two empty articles have nothing in common."""
    assert group_copies([("b", sketch_text("")), ("a", sketch_text(""))]) == (("a",), ("b",))


@law
@given(st.lists(st.sampled_from(range(6)), max_size=8), st.randoms())
def test_groups_ignore_order(seeds: list[int], chance: random.Random) -> None:
    """Shuffled articles give the same groups, and every key is in exactly one."""
    articles = [(f"k{n}", sketch(some_words(seed, 60))) for n, seed in enumerate(seeds)]
    groups = group_copies(articles)
    chance.shuffle(articles)

    assert group_copies(articles) == groups
    assert sorted(key for group in groups for key in group) == sorted(key for key, _ in articles)


@law
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 90), st.integers(3, 200)), max_size=9))
def test_looking_up_fewer_hashes_loses_no_copy(cuts: list[tuple[int, int, int]]) -> None:
    """Groups are those of comparing every two, for texts of a few words and of hundreds."""
    articles = [
        (f"k{n}", sketch(some_words(seed, 260)[start : start + length]))
        for n, (seed, start, length) in enumerate(cuts)
    ]
    groups = Groups([key for key, _ in articles])
    for (a, one), (b, other) in combinations(articles, 2):
        if is_copy(one, other):
            groups.join(a, b)

    assert group_copies(articles) == tuple(map(tuple, groups.lists()))
