"""Damaged files without end: every reader, the loader, registers, settings, merging and drafting.

`TORTURE_FUZZ` is the seconds of all of them together; `TORTURE_SEED` begins another stretch. What
was found is kept small in `FOUND`, and tried first.
"""

import contextlib
import os
import random
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefings.configuration import parse_settings
from briefings.draft import note_article
from briefings.errors import BadFileError, Finding
from briefings.model import Registers
from briefings.pages.prose import make_prose
from briefings.store.merge import merge_briefing
from briefings.store.piecemeal import read_what_parses
from briefings.store.registers import parse_ledger
from briefings.store.written import dump_briefing, parse_briefing
from tests.browser.conftest import ROOT
from tests.read.damage import damaged
from tests.read.laws import check_laws
from tests.read.seeds import SEEDS
from tests.torture.tallying import Tally, times

SEED = int(os.environ.get("TORTURE_SEED", "9"))
SECONDS = times("TORTURE_FUZZ", quick=6, full=240)
BRIEFINGS = [file.read_bytes() for file in sorted((ROOT / "content/briefings").rglob("*.md"))]
REGISTERS = [file.read_bytes() for file in sorted((ROOT / "content/registers").glob("*.yml"))]
SETTINGS = [(ROOT / "mkdocs.yml").read_bytes()]
READERS = list(SEEDS.items())


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def read(content: bytes, number: int) -> None:
    """Read an article of one format after the other; its laws hold."""
    check_laws(content, READERS[number % len(READERS)][0])


def load(content: bytes, number: int) -> None:
    """Load a briefing; what loads is written and loads as the same."""
    del number
    try:
        briefing = parse_briefing(_text(content), "content/briefings/2026/03/a.md")
    except BadFileError:
        return
    assert parse_briefing(dump_briefing(briefing), briefing.path) == briefing
    with contextlib.suppress(BadFileError):
        merge_briefing(_text(content), replace(briefing, title="Drafted again"))


def register(content: bytes, number: int) -> None:
    """Read a register and a ledger, whole or by pieces."""
    del number
    read_what_parses(_text(content), "x.yml")
    parse_ledger(_text(content))


def configure(content: bytes, number: int) -> None:
    """Read settings."""
    del number
    refused: tuple[Finding, ...] = ()
    try:
        parse_settings(_text(content), root=Path("/desk"))
    except BadFileError as error:
        refused = error.findings
    assert all(len(str(finding).splitlines()) == 1 for finding in refused)


def print_prose(content: bytes, number: int) -> None:
    """Make HTML of anything."""
    del number
    html = make_prose(_text(content), lambda _: None)
    assert "<script" not in html
    assert "javascript:" not in html.split("href=")[-1][:20]


TARGETS: dict[str, tuple[Callable[[bytes, int], None], list[bytes]]] = {
    "readers": (read, [content for _, content in READERS]),
    "the loader": (load, BRIEFINGS),
    "registers": (register, REGISTERS),
    "settings": (configure, SETTINGS),
    "prose": (print_prose, BRIEFINGS),
}
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
    waiting = list(FOUND.get(name, ()))
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
