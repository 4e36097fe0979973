"""Work in processes of its own: order, limits, and what a broken item costs."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.workers import Failure, Limits, Trouble, processors, run_apart, work_on


def double(number: int) -> int:
    """Give the double; some numbers are trouble."""
    if number == 13:
        time.sleep(60)
    if number == 66:
        os._exit(3)
    if number == 99:
        raise ValueError("ninety-nine")
    if number == 512:
        held = bytearray(700 * 1024 * 1024)
        return len(held)
    return number * 2


def test_results_come_in_the_order_of_the_items() -> None:
    """However many workers there are."""
    wanted = [(number, number * 2) for number in range(1, 12)]

    assert list(run_apart(range(1, 12), double, jobs=1)) == wanted
    assert list(run_apart(range(1, 12), double, jobs=3)) == wanted


@pytest.mark.parametrize(
    ("number", "trouble"), [(13, Trouble.TIME), (66, Trouble.CRASH), (99, Trouble.CRASH)]
)
def test_one_bad_item_costs_itself_alone(number: int, trouble: Trouble) -> None:
    """The others have their results, before it and behind it."""
    limits = Limits(seconds=0.5)

    found = list(run_apart([1, number, 2, 3], double, jobs=2, limits=limits))

    (_, failure) = found.pop(1)
    assert isinstance(failure, Failure)
    assert failure.trouble is trouble
    assert found == [(1, 2), (2, 4), (3, 6)]


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the limit needs /proc")
def test_an_item_may_not_eat_the_memory() -> None:
    """It fails alone, and the worker goes on."""
    found = dict(run_apart([512, 4], double, jobs=1, limits=Limits(memory=64 * 1024 * 1024)))

    assert found == {512: Failure(Trouble.MEMORY), 4: 8}


def test_a_failure_says_what_went_wrong() -> None:
    """In one line, with the kind of error."""
    ((_, failure),) = run_apart([99], double, jobs=1)

    assert failure == Failure(Trouble.CRASH, "ValueError: ninety-nine")


def test_workers_end_with_the_run() -> None:
    """A run that is left early leaves no process behind."""
    run = run_apart([1, 13, 13, 13], double, jobs=2)
    assert next(run) == (1, 2)

    run.close()

    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_there_is_a_processor() -> None:
    """And what a worker does can be done in this process too."""
    assert processors() >= 1
    assert work_on(4, double, Limits(memory=8 * 1024 * 1024 * 1024)) == 8


@settings(max_examples=5, deadline=None)
@given(st.lists(st.integers(1, 9), max_size=20), st.integers(1, 3))
def test_no_item_is_lost_or_doubled(items: list[int], jobs: int) -> None:
    """Whatever the numbers are."""
    assert [item for item, _ in run_apart(items, double, jobs=jobs)] == items
