"""Engines: where the work of a run is done. Processes of this machine, or workers of a cluster.

There is one protocol, and whoever drafts knows nothing else. An engine takes items one by one,
never many ahead, and gives each with its result in the order they came, so a run gives the same
bytes whatever the engine, the number of workers and what became of them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from briefings.workers import Failure, Limits, run_apart

Item = TypeVar("Item")
Result = TypeVar("Result")


class Engine(Protocol):
    """Does work elsewhere than in this process."""

    def run(
        self,
        items: Iterable[Item],
        job: Callable[[Item], Result],
        *,
        limits: Limits | None = None,
    ) -> Iterator[tuple[Item, Result | Failure]]:
        """Give each item with its result, in the order of the items.

        Args:
            items: picklable; taken one by one as workers come free.
            job: picklable, as are its results; the same result for the same item anywhere.
            limits: of each item.
        """


@dataclass(frozen=True, slots=True)
class Processes:
    """Processes of this machine."""

    jobs: int | None = None
    """How many; None means one for each processor."""

    def run(
        self,
        items: Iterable[Item],
        job: Callable[[Item], Result],
        *,
        limits: Limits | None = None,
    ) -> Iterator[tuple[Item, Result | Failure]]:
        """Give each item with its result, in the order of the items."""
        return run_apart(items, job, jobs=self.jobs, limits=limits)
