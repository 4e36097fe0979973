"""Sentences that lean on a place or a matter told before them."""

import pytest

from briefings.draft.leaning import has_loose_pronoun


@pytest.mark.parametrize(
    "sentence",
    [
        "For the fifth of households with the lowest incomes this was 4.6 per cent.",
        "There Karim Benhalima has 11,017 votes and Claire Desrosiers 11,008.",
        "The register there carries 655 signatures.",
    ],
)
def test_a_sentence_that_points_back_does_not_stand_alone(sentence: str) -> None:
    """What `this` and `there` are stands in another sentence."""
    assert has_loose_pronoun(sentence, "en")


@pytest.mark.parametrize(
    "sentence",
    [
        "The comet broke on Tuesday, the first time that this has been filmed in such detail.",
        "There were 655 signatures in the register of station 14.",
        "There has never been a recount in Belrive.",
        "The register of station 14 carries 655 signatures.",
        "Ada Brook went there on Monday.",
    ],
)
def test_a_sentence_that_says_what_it_means_stands(sentence: str) -> None:
    """`There were`, and `this` that points to the words before it."""
    assert not has_loose_pronoun(sentence, "en")
