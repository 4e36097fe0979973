"""Passages: the words that show articles to be one text."""

from dataclasses import replace

import pytest

from briefings.link.archive import link_archive
from briefings.link.marks import marks_of
from briefings.link.passages import find_passage, printed_by
from briefings.link.registry import Registry
from briefings.link.shelf import TEXT
from briefings.model import Registers, Rights, Status
from briefings.text.sketches import shared_run, sketch_text
from tests.builders import a_point, a_quote, a_source, some_grounds
from tests.link.desks import an_entry

SENTENCE = (
    "Inspectors will board every ferry of the northern line before the first sailing on Friday."
)
REST = " ".join(f"word{n}" for n in range(400))
ONE, OTHER = sketch_text(f"{SENTENCE} {REST}"), sketch_text(f"A new top. {SENTENCE} {REST}")


def test_a_run_of_words_both_texts_hold_is_found() -> None:
    """It is printed as the text has it, from five known words to five known words."""
    run = shared_run(f"A top nobody has. {REST.upper()}", [ONE, OTHER])

    assert run is not None
    assert run in REST.upper()
    assert len(run.split()) > 300


@pytest.mark.parametrize(
    "text",
    [
        "",
        "word1 word2 word3 word4 word5 word6",
        "Three crossings were suspended after a fire injured thirty-one people on Monday evening.",
    ],
)
def test_words_a_sketch_does_not_have_are_no_passage(text: str) -> None:
    """Nor is a run of fewer than eight words, which may be chance."""
    assert shared_run(text, [ONE, OTHER]) is None


def test_a_short_text_is_known_to_the_last_word() -> None:
    """Below 64 five-grams a sketch has all of them, so the whole sentence is the run."""
    sketches = [sketch_text(SENTENCE), sketch_text(f"{SENTENCE} And no more.")]

    assert shared_run(f"He said: {SENTENCE}", sketches) == SENTENCE.removesuffix(".")
    assert shared_run(SENTENCE.replace("every", "each"), sketches) == (
        "ferry of the northern line before the first sailing on Friday"
    )
    assert shared_run(SENTENCE, [*sketches, sketch_text("")]) is None


def test_accents_do_not_shift_the_words() -> None:
    """Letters that fold to two or to none leave the printed words whole."""
    text = "À l’école Straße ﬁn déjà été très près là où il faut, enfin"
    sketches = [sketch_text(text), sketch_text(f"{text} encore")]

    assert shared_run(f"« {text} »", sketches) == text


def test_a_story_names_the_passage_of_its_copies() -> None:
    """What briefings print of any of the articles is looked up in all of their sketches."""
    a, b = (
        an_entry(
            id_,
            story="ferries",
            summary=(a_point(SENTENCE),),
            article={"sketch": sketch_text(f"{SENTENCE} {id_} {REST[:800]}"), "source": id_},
        )
        for id_ in "ab"
    )
    one = replace(b, summary=(a_point("Nothing of it."),))
    origins = link_archive([a, one], Registers()).stories["ferries"].origins

    assert len(origins.copies) == len(origins.passages) == 1
    assert origins.passages[0] is not None
    assert origins.passages[0].removesuffix(" …") in SENTENCE


def test_an_outlet_that_lets_nothing_be_shown_is_not_quoted() -> None:
    """The copies are named all the same, without their words."""
    articles = [
        a_source(digest=d, sketch=sketch_text(SENTENCE), rights=rights)
        for d, rights in (("a", Rights.EXCERPT), ("b", Rights.NONE))
    ]

    assert find_passage(articles[:1], {"a": (SENTENCE,)}) == SENTENCE.removesuffix(".")
    assert find_passage(articles, {"a": (SENTENCE,)}) is None


def test_a_long_passage_is_cut() -> None:
    """Forty words prove enough."""
    found = find_passage([a_source(digest="a", sketch=sketch_text(REST))], {"a": (REST,)})

    assert found is not None
    first, *words, last = found.split()
    assert (first, len(words), last) == ("…", 40, "…")


def test_what_a_person_wrote_or_withdrew_is_no_articles_wording() -> None:
    """Texts that stand on the article count: points, quotes and plain paragraphs."""
    entry = an_entry(
        "a",
        summary=(a_point("One."), a_point("Mine.", grounds=some_grounds("editor"))),
        key_points=(),
        quotes=(a_quote("Two"),),
        body="Three.\n\n**Four** is marked up.",
    )

    assert tuple(printed_by(entry)) == ("One.", "Two", "Three.")
    registry = Registry.of(Registers())
    kinds = {mark.kind for mark in marks_of(replace(entry, status=Status.WITHDRAWN), registry)}
    assert TEXT not in kinds


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        (f"{SENTENCE}", SENTENCE.removesuffix(".")),
        (f"He left. “{SENTENCE}” Then it rained.", SENTENCE.removesuffix(".")),
        (f"Mr. Abel said {SENTENCE}", f"… {SENTENCE.removesuffix('.')}"),
        (f"{SENTENCE.removesuffix('.')} and Saturday.", f"{SENTENCE.removesuffix('.')} …"),
        (
            f"Late on Monday {SENTENCE.removesuffix('.')}, he said.",
            f"… {SENTENCE.removesuffix('.')} …",
        ),
    ],
)
def test_a_passage_says_where_it_is_cut(printed: str, shown: str) -> None:
    """An ellipsis stands where the sentence goes on, and nowhere else."""
    article = a_source(digest="a", sketch=sketch_text(SENTENCE))

    assert find_passage([article], {"a": (printed,)}) == shown
