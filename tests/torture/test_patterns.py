"""Every regular expression of the package, on texts made of itself to have it backtrack.

Of each thing that repeats, many are written behind what stands before it, and something that does
not fit behind them. What takes more than in proportion to a line's square is found; lines and
files have their own limits (`tests/read/test_fuzz_limits.py`).
"""

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.torture.patterns import Attacks
from tests.torture.tallying import FULL, Tally

LENGTH = 1_500
MOST = 0.5
"""Seconds of processor time for one text; a quadratic step over 1,500 characters takes 0.03."""


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Interrupt an expression after so many seconds of processor time."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    except TimeoutError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def seconds_of(way: Callable[[str], object], text: str) -> float:
    """Give the processor time an expression takes for a text, `MOST` at most."""
    start = time.thread_time()
    with patience(MOST):
        way(text)
    return time.thread_time() - start


def slow_ones(pattern: str, flags: int, seed: int, tally: Tally) -> Iterator[str]:
    """Give texts on which an expression takes too long."""
    expression = re.compile(pattern, flags)
    for text in Attacks(pattern, flags, seed).texts(LENGTH):
        tally.extend(1)
        if (
            max(seconds_of(way, text) for way in (expression.search, expression.fullmatch))
            > MOST / 2
        ):
            yield f"{pattern[:90]!r} on {text[:40]!r}"


@pytest.mark.skipif(not FULL or sys.platform == "win32", reason="a part of `make torture`: minutes")
def test_no_expression_backtracks_without_end(tally: Tally) -> None:
    """The next test shows that the attacks find such an expression."""
    listed = subprocess.run(
        [sys.executable, "-m", "tests.torture.patterns"], capture_output=True, text=True, check=True
    )
    patterns = [json.loads(line) for line in listed.stdout.splitlines()]
    for pattern, flags, where in patterns:
        for seed in range(2):
            found = next(slow_ones(pattern, flags, seed, tally), None)
            tally.extend(0, [f"{where}: {found}"] if found else [])

    assert len(patterns) > 300
    tally.check(least=10_000)


@pytest.mark.skipif(sys.platform == "win32", reason="it needs alarms")
@pytest.mark.parametrize("pattern", [r"(?:a+)+b", r"(?:\w+\s?)*:", r"x(?:a|aa)+$"])
def test_the_attacks_find_what_they_are_for(tally: Tally, pattern: str) -> None:
    """Expressions known to hang do: one of the package would be found as well."""
    assert next(slow_ones(pattern, 0, 1, tally), None)
