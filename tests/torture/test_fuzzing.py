"""Damaged files without end: every reader, the loader, registers, settings, merging and drafting.

`TORTURE_FUZZ` is the seconds of all of them together; `TORTURE_SEED` begins another stretch. What
was found, or found a way nothing else had gone, is kept small in `corpus/` and tried first. Where
atheris is installed (`pip install --group fuzz`), `TORTURE_GUIDED` seconds are led by coverage.
"""

import importlib.util
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefings.draft import note_article
from briefings.model import Registers
from tests.read.damage import damaged
from tests.read.laws import check_laws
from tests.torture.tallying import Tally, times
from tests.torture.targets import CORPUS, GUIDED, READERS, TARGETS, kept

SEED = int(os.environ.get("TORTURE_SEED", "9"))
SECONDS = times("TORTURE_FUZZ", quick=6, full=240)
LED = times("TORTURE_GUIDED", quick=0, full=240)
FOUND: dict[str, tuple[bytes, ...]] = {
    "registers": (b"a: [\nb: 1\n", b"%\n", b"---\n---\n", b"\xef\xbb\xbf}\n"),
    "settings": (
        b"a: &a [*a]\n",
        b"a: " + b"[" * 3000 + b"]" * 3000,
        b"a: &a\n",
        b"\x00",
        b"? [a]\n: b\n",
    ),
    "the loader": (b"---\n---\n---\n", b"---\r---\r", b"\xef\xbb\xbf---\n"),
}
"""Inputs that once broke something, or nearly."""


@pytest.mark.parametrize("name", TARGETS)
def test_damage_is_read_or_refused(name: str, tally: Tally) -> None:
    """Nothing but a message of ours, whatever the bytes. Seen to fail without `find_dangers`."""
    target, seeds = TARGETS[name]
    chance, number = random.Random(SEED), 0
    end = time.monotonic() + SECONDS / len(TARGETS)
    waiting = [*FOUND.get(name, ()), *kept(name)]
    while waiting or time.monotonic() < end:
        seed = seeds[number % len(seeds)]
        content = waiting.pop() if waiting else damaged(seed, seeds, chance)
        try:
            target(content, number)
        except Exception as error:  # any is a fault
            tally.add(number, f"{type(error).__name__}: {error!s:.200} of {content[:200]!r}")
        else:
            tally.add(number)
        number += 1

    tally.check()


@pytest.mark.parametrize("name", GUIDED)
def test_the_corpus_is_read_or_refused(name: str, tally: Tally) -> None:
    """Small files of each kind that once went a way of their own."""
    target, _ = GUIDED[name]
    for number, content in enumerate([*kept(name), b"", b"\n", b"\x00", b"\xff\xfe"]):
        target(content, number)
        tally.add(number)

    tally.check(least=5)


def test_the_corpus_is_small() -> None:
    """It is read by every run of the tests."""
    sizes = [file.stat().st_size for file in CORPUS.rglob("*") if file.is_file()]

    assert len(sizes) > 50
    assert max(sizes) <= 2_000
    assert sum(sizes) < 150_000


@pytest.mark.skipif(
    LED == 0 or importlib.util.find_spec("atheris") is None,
    reason="a part of `make torture`, where atheris is installed",
)
@pytest.mark.parametrize("name", GUIDED)
def test_what_coverage_leads_to_is_read_or_refused(name: str, tmp_path: Path, tally: Tally) -> None:
    """As above, by a search that knows which lines an input reached.

    Seen to fail with `check_laws` told that no byline may hold an "e".
    """
    seconds = str(LED / len(GUIDED))
    command = [sys.executable, "-m", "tests.torture.guided", name, seconds, str(SEED)]
    done = subprocess.run([*command, tmp_path], capture_output=True, text=True, check=False)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stderr[-2000:]
    tally.extend(lines[-1], lines[:-1])

    tally.check(least=10)


def test_what_is_read_can_be_noted(tally: Tally) -> None:
    """Drafting takes whatever reading gives."""
    chance, number = random.Random(SEED + 1), 0
    end = time.monotonic() + SECONDS / len(TARGETS)
    while time.monotonic() < end:
        name, seed = READERS[number % len(READERS)]
        reading = check_laws(damaged(seed, [seed], chance), name)
        for article in reading.articles if reading else ():
            note_article(article, Registers())
        tally.add(number)
        number += 1

    tally.check()
