"""Work in processes of its own: order, limits, and what a broken item costs."""

import multiprocessing
import os
import subprocess
import sys
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
    before = set(multiprocessing.active_children())
    run = run_apart([1, 13, 13, 13], double, jobs=2)
    assert next(run) == (1, 2)
    assert set(multiprocessing.active_children()) > before

    run.close()

    assert set(multiprocessing.active_children()) == before


def test_there_is_a_processor() -> None:
    """And what a worker does can be done in this process too."""
    assert processors() >= 1
    assert work_on(4, double, Limits(memory=8 * 1024 * 1024 * 1024)) == 8


@settings(max_examples=5, deadline=None)
@given(st.lists(st.integers(1, 9), max_size=20), st.integers(1, 3))
def test_no_item_is_lost_or_doubled(items: list[int], jobs: int) -> None:
    """Whatever the numbers are."""
    assert [item for item, _ in run_apart(items, double, jobs=jobs)] == items


class Unsendable:
    """A result that takes too much memory on its way."""

    def __reduce__(self) -> tuple[type, tuple[()]]:
        raise MemoryError


def unsendable(number: int) -> object:
    """Give what cannot be sent, now and then."""
    return Unsendable() if number == 2 else (lambda: 0) if number == 3 else number


def test_a_result_too_large_to_send_is_a_matter_of_memory() -> None:
    """And one that cannot be sent at all costs itself alone."""
    found = dict(run_apart([1, 2, 3, 4], unsendable, jobs=1))

    failure = found.pop(3)
    assert found == {1: 1, 2: Failure(Trouble.MEMORY), 4: 4}
    assert isinstance(failure, Failure)
    assert failure.trouble is Trouble.CRASH


ORPHANING = """
import os, sys, time
from briefings.workers import Limits, run_apart
def busy(number):
    print(os.getpid(), flush=True)
    time.sleep(60)
list(run_apart([1], busy, jobs=1, limits=Limits(seconds=50)))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the system's help is Linux's")
def test_no_worker_outlives_a_killed_parent() -> None:
    """However long its item takes."""
    with subprocess.Popen([sys.executable, "-c", ORPHANING], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        worker = Path("/proc", parent.stdout.readline().decode().strip(), "stat")
        parent.kill()
        parent.wait()
        for _ in range(100):
            if not worker.exists() or worker.read_text().rpartition(")")[2].split()[0] == "Z":
                return
            time.sleep(0.1)
    pytest.fail("it still runs")
