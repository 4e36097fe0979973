"""Work on strangers' files in processes of their own, which can be stopped.

A file that takes too long, needs too much memory or brings its reader down costs one worker and
one message; the others go on. Results come in the order of the items, whatever the number of
workers, so a run gives the same with one as with eight.

Workers are forked where that is safe and quick (Linux), and started anew elsewhere. The memory
limit needs `/proc` and `setrlimit`, so it holds on Linux; the time limit holds everywhere.
"""

import contextlib
import multiprocessing
import os
import pickle
import signal
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from briefings.restraints import die_with_parent, limit_memory, limit_time

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
_STARTED = "started"
_FIRST_SECONDS = 60.0
"""For a worker to come up and load its tables before it begins its first item."""
_AHEAD = 8
"""Items a worker may be ahead of the slowest; bounds what waits for its turn."""


class Trouble(Enum):
    """Why an item gave no result."""

    TIME = "time"
    MEMORY = "memory"
    CRASH = "crash"


@dataclass(frozen=True, slots=True)
class Failure:
    """What is known of an item that gave no result."""

    trouble: Trouble
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one item may cost."""

    seconds: float = 5.0
    memory: int = 512 * 1024 * 1024
    """Bytes above what the worker holds before it begins."""


def run_apart(
    items: Iterable[_Item],
    job: Callable[[_Item], _Result],
    *,
    jobs: int | None = None,
    limits: Limits | None = None,
    threaded: bool = False,
) -> Iterator[tuple[_Item, _Result | Failure]]:
    """Give each item with its result, in the order of the items.

    Args:
        items: picklable; taken one by one as workers come free.
        job: picklable, and so are its results.
        jobs: how many workers; None means one for each processor.
        limits: of each item.
        threaded: this process has threads, so none may be forked from it.
    """
    start = "fork" if sys.platform == "linux" and not threaded else "spawn"
    crew: _Crew[_Item, _Result] = _Crew(job, limits or Limits(), jobs or processors(), start)
    try:
        yield from crew.run(iter(items))
    finally:
        crew.stop()


def processors() -> int:
    """Count the processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def _process(target: Callable[..., None], args: tuple[Any, ...], start: str) -> BaseProcess:
    if start == "fork":
        return multiprocessing.get_context("fork").Process(target=target, args=args, daemon=True)
    return multiprocessing.get_context("spawn").Process(target=target, args=args, daemon=True)


class _Hand:
    """One worker as its parent sees it."""

    def __init__(self, job: Callable[[Any], Any], limits: Limits, start: str) -> None:
        self.pipe, end = multiprocessing.Pipe()
        self.process = _process(_serve, (end, job, limits, os.getpid()), start)
        with warnings.catch_warnings():
            # Python 3.12 warns of forking beside threads; a worker takes none of their locks.
            warnings.simplefilter("ignore", DeprecationWarning)
            self.process.start()
        end.close()
        self.number: int | None = None
        self.until = 0.0

    def give(self, number: int, item: object) -> None:
        self.number, self.until = number, time.monotonic() + _FIRST_SECONDS
        with contextlib.suppress(OSError):  # it is gone; collecting says so
            self.pipe.send(item)

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.process.close()
        self.pipe.close()


class _Crew(Generic[_Item, _Result]):
    def __init__(
        self, job: Callable[[_Item], _Result], limits: Limits, jobs: int, start: str
    ) -> None:
        self._job, self._limits, self._jobs, self._start = job, limits, jobs, start
        self._hands: list[_Hand] = []
        self._items: dict[int, _Item] = {}
        self._done: dict[int, _Result | Failure] = {}

    def run(self, items: Iterator[_Item]) -> Iterator[tuple[_Item, _Result | Failure]]:
        given = told = 0
        is_open = True
        while True:
            while is_open and given - told < self._jobs * _AHEAD and self._has_room():
                item = next(items, None)
                if item is None:
                    is_open = False
                    break
                hand = self._free()
                self._items[given] = item
                hand.give(given, item)
                given += 1
            if told == given:
                return
            self._collect()
            while told in self._done:
                yield self._items.pop(told), self._done.pop(told)
                told += 1

    def _has_room(self) -> bool:
        return len(self._hands) < self._jobs or any(hand.number is None for hand in self._hands)

    def _free(self) -> _Hand:
        """Give a worker that waits, or one more: none is begun before there is work for it."""
        for hand in self._hands:
            if hand.number is None:
                return hand
        self._hands.append(_Hand(self._job, self._limits, self._start))
        return self._hands[-1]

    def _collect(self) -> None:
        """Wait until a worker says something or one is overdue."""
        busy = [hand for hand in self._hands if hand.number is not None]
        if not busy:
            return
        left = min(hand.until for hand in busy) - time.monotonic()
        ready = wait([hand.pipe for hand in busy], timeout=max(left, 0))
        for hand in busy:
            if hand.pipe in ready:
                self._hear(hand)
            elif hand.until <= time.monotonic():
                self._end(hand, Failure(Trouble.TIME))

    def _hear(self, hand: _Hand) -> None:
        try:
            word, result = hand.pipe.recv()
        except (EOFError, OSError):
            self._end(hand, Failure(Trouble.CRASH, "the reader broke down"))
            return
        if word == _STARTED:
            hand.until = time.monotonic() + self._limits.seconds
        elif hand.number is not None:
            self._done[hand.number] = result
            hand.number = None

    def _end(self, hand: _Hand, failure: Failure) -> None:
        if hand.number is not None:
            self._done[hand.number] = failure
        self._hands.remove(hand)
        hand.stop()

    def stop(self) -> None:
        for hand in self._hands:
            hand.stop()
        self._hands = []


def _serve(
    pipe: "Connection[Any, Any]", job: Callable[[Any], Any], limits: Limits, parent: int
) -> None:
    """Do the work of one worker until its parent is gone or stops it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    die_with_parent()
    getattr(job, "prepare", lambda: None)()  # not on the time of its first item
    while True:
        while not pipe.poll(1.0):
            if os.getppid() != parent:
                return
        try:
            item = pipe.recv()
            pipe.send((_STARTED, None))
            _tell(pipe, work_on(item, job, limits))
        except (EOFError, OSError):
            return


def _tell(pipe: "Connection[Any, Any]", result: Any) -> None:
    """Send a result; it is pickled before its first byte goes out, so a failure can follow."""
    try:
        pipe.send(("done", result))
    except MemoryError:
        pipe.send(("done", Failure(Trouble.MEMORY)))
    except (pickle.PicklingError, TypeError, AttributeError, RecursionError) as error:
        pipe.send(("done", Failure(Trouble.CRASH, f"{type(error).__name__}: {error}")))


def work_on(item: Any, job: Callable[[Any], Any], limits: Limits) -> Any:
    """Do one item within the limits that a process can put on itself."""
    limit_memory(limits.memory)
    limit_time(limits.seconds * 4)
    try:
        return job(item)
    except MemoryError:
        return Failure(Trouble.MEMORY)
    except Exception as error:
        return Failure(Trouble.CRASH, f"{type(error).__name__}: {error}")
    finally:
        limit_time(0)
