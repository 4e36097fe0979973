"""Good files of every format, damaged: they are read or refused, and every law still holds."""

import random
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.model import Saved
from tests.read.damage import KINDS, damaged
from tests.read.hostile import HOSTILE
from tests.read.laws import check_laws, try_reading
from tests.read.seeds import SEEDS

SAVED = Saved(at=datetime(2026, 3, 15, 9, tzinfo=UTC), url="https://courier.example/ferries")
OTHERS = list(SEEDS.values())
CALM = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("name", SEEDS)
def test_a_good_file_gives_its_article(name: str) -> None:
    """The files fuzzing starts from are good: each is read, and holds the laws."""
    reading = check_laws(SEEDS[name], name, SAVED, is_whole=True)

    assert reading is not None
    assert reading.articles[0].title.startswith(("Ferries halted", "NWA-FERRIES"))
    assert any("Three crossings were suspended" in text for text in reading.articles[0].body)


@pytest.mark.parametrize("name", SEEDS)
@CALM
@given(seed=st.integers(0, 2**32))
def test_a_damaged_file_is_read_or_refused(name: str, seed: int) -> None:
    """Whatever was cut, repeated, swapped, spliced or put in."""
    check_laws(damaged(SEEDS[name], OTHERS, random.Random(seed)), name, SAVED)


@pytest.mark.parametrize("name", SEEDS)
def test_hostile_pieces_are_survived_at_the_top_middle_and_end(name: str) -> None:
    """Every other piece in each format by itself, so that none depends on luck."""
    seed = SEEDS[name]
    half = seed.find(b"\n", len(seed) // 2) + 1
    first = list(SEEDS).index(name) % 2
    for number, piece in enumerate(HOSTILE[first::2]):
        place = (0, half, len(seed))[number % 3]
        check_laws(seed[:place] + piece + seed[place:], name)


@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_broken_download_is_read_or_refused(name: str, share: float) -> None:
    """The beginning alone, as a broken connection leaves it."""
    seed = SEEDS[name]
    check_laws(seed[: int(len(seed) * share)], name)


@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize("ending", sorted({name.rpartition(".")[2] for name in SEEDS}))
def test_a_file_with_the_wrong_ending_is_read_or_refused(name: str, ending: str) -> None:
    """A page saved as .txt, a mail as .pdf: nothing but findings."""
    check_laws(SEEDS[name], f"wrong.{ending}")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252"])
@pytest.mark.parametrize("name", ["clean.txt", "wire.txt", "note.md"])
def test_the_encoding_does_not_change_the_words(name: str, encoding: str) -> None:
    """The same words come out of each, whatever the bytes were."""
    text = SEEDS[name].decode()
    plain, other = (try_reading(content, name) for content in (SEEDS[name], text.encode(encoding)))

    assert plain is not None
    assert other is not None
    for one, two in zip(plain.articles, other.articles, strict=True):
        assert (one.title, one.body, one.byline, one.date) == (
            two.title,
            two.body,
            two.byline,
            two.date,
        )


@pytest.mark.parametrize("kind", sorted(set(KINDS), key=lambda kind: kind.__name__))
def test_damage_damages(kind: object) -> None:
    """Each kind of damage changes a file, so that the fuzzing above means something."""
    assert callable(kind)
    changed = 0
    for seed in range(20):
        content = bytearray(SEEDS["clean.txt"])
        kind(content, random.Random(seed))
        changed += content != SEEDS["clean.txt"]

    assert changed > 10
