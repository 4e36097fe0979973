"""An engine on many machines: workers of a Dask cluster.

Dask moves work, finds out who is lost and gives their work to others; each file is still read in
a process of its own on the worker, within the same limits. Here is only what Dask leaves to us:
results in order, few at a time, a second try for who is slow, and workers of our version alone.
See docs/decisions/0023-engines.md.
"""

import itertools
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Generic

from briefings.engines import Engine, Item, Processes, Result
from briefings.errors import DeskError
from briefings.workers import Failure, Limits, Trouble
from briefings.written_by import program_digest

_BATCH = 16
"""Items a task: half a second of work, which makes a scheduler's millisecond nothing."""
_AHEAD = 4
"""Batches for each thread of the cluster before results are waited for."""
_SECONDS = 30.0
"""For the scheduler to answer, and for a first worker to be there."""
_SLOW = 60.0
"""After so long for a batch, beside what its items may take, another worker is asked too."""
_TRIES = 4
"""So often a batch may lose its worker; each time Dask itself has tried four."""


def open_engine(address: str | None, jobs: int | None = None) -> AbstractContextManager[Engine]:
    """Give the engine of a run, and leave it at the end.

    Args:
        address: of a cluster's scheduler, such as `tcp://10.0.0.5:8786`; None works here.
        jobs: how many processes, where the work is done here.

    Raises:
        DeskError: Dask is not installed, the scheduler does not answer, it has no workers, or a
            worker has another version of this program.
    """
    return nullcontext(Processes(jobs)) if address is None else _open_cluster(address)


@contextmanager
def _open_cluster(address: str) -> Iterator[Engine]:
    try:
        from distributed import Client  # noqa: PLC0415  # the extra `cluster`
    except ImportError as error:
        raise DeskError('--engine needs Dask: pip install "briefings[cluster]"') from error
    try:
        client: Any = Client(address, timeout=_SECONDS)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise DeskError(f"no Dask scheduler answers at {address}") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_SECONDS)
        except TimeoutError as error:
            raise DeskError(f"the cluster at {address} has no worker: start one") from error
        _refuse_others(client)
        yield Cluster(client)


def _refuse_others(client: Any) -> None:
    """Refuse workers that would give other bytes."""
    own = program_digest()
    try:
        told = client.run(program_digest)
    except Exception as error:  # whatever a worker raises comes back
        raise DeskError(
            f"a worker cannot run Briefings: {error}: install it there, with its extra `draft`"
        ) from error
    other = sorted(worker for worker, digest in told.items() if digest != own)
    if other:
        raise DeskError(
            f"another version of Briefings is on {', '.join(other)}: install this one there"
        )


@dataclass(frozen=True, slots=True)
class Cluster:
    """Workers of a Dask cluster."""

    client: Any

    def run(
        self,
        items: Iterable[Item],
        job: Callable[[Item], Result],
        *,
        limits: Limits | None = None,
    ) -> Iterator[tuple[Item, Result | Failure]]:
        """Give each item with its result, in the order of the items."""
        order: _Order[Item, Result] = _Order(self.client, job, limits or Limits())
        ahead: deque[_Batch[Item]] = deque()
        given = iter(items)
        while batch := tuple(itertools.islice(given, _BATCH)):
            ahead.append(order.submit(batch))
            while len(ahead) >= order.room():
                yield from order.wait(ahead.popleft())
        while ahead:
            yield from order.wait(ahead.popleft())


@dataclass(slots=True)
class _Batch(Generic[Item]):
    items: tuple[Item, ...]
    futures: list[Any]
    tries: int = 1


class _Order(Generic[Item, Result]):
    """Submits batches and waits for the oldest."""

    def __init__(self, client: Any, job: Callable[[Item], Result], limits: Limits) -> None:
        self._client, self._limits = client, limits
        packed = pickle.dumps((job, limits, program_digest()), 5)
        self._key = blake2b(packed, digest_size=8).hexdigest()
        from briefings.cluster_worker import Carried, work_batch  # noqa: PLC0415  # needs Dask

        client.register_plugin(Carried(self._key, packed), name=f"briefings-{self._key}")
        self._work = work_batch

    def room(self) -> int:
        """Say how many batches may be out: more workers may have come, or fewer be left."""
        threads: int = sum(self._client.ncores().values())
        return max(2, _AHEAD * threads)

    def submit(self, items: tuple[Item, ...]) -> _Batch[Item]:
        return _Batch(items, [self._ask(items)])

    def _ask(self, items: tuple[Item, ...]) -> Any:
        # Pickled here, so that the scheduler passes on bytes and never looks into strangers' text.
        return self._client.submit(self._work, self._key, pickle.dumps(items, 5), pure=False)

    def wait(self, batch: _Batch[Item]) -> Iterator[tuple[Item, Result | Failure]]:
        """Give the results of a batch, asking again where workers are slow or lost."""
        patience = _SLOW + self._limits.seconds * len(batch.items)
        while True:
            try:
                done = _wait_for_one(batch.futures, patience)
            except TimeoutError:
                self._ask_another(batch)
                continue
            packed = _first(done)
            if packed is not None:
                yield from zip(batch.items, pickle.loads(packed), strict=True)
                break
            batch.futures = [future for future in batch.futures if future not in done]
            batch.tries += 1
            if not batch.futures and batch.tries > _TRIES:
                lost = Failure(Trouble.CRASH, "every worker that was given it was lost")
                yield from ((item, lost) for item in batch.items)
                break
            batch.futures = batch.futures or [self._ask(batch.items)]
        for future in batch.futures:
            future.cancel()

    def _ask_another(self, batch: _Batch[Item]) -> None:
        if not self._client.ncores():
            raise DeskError(
                "the cluster has lost all its workers: run this again when there are some; what "
                "was read so far is kept"
            )
        if len(batch.futures) < _TRIES:
            batch.futures.append(self._ask(batch.items))


def _wait_for_one(futures: list[Any], seconds: float) -> set[Any]:
    """Wait until one is done, well or badly.

    Raises:
        TimeoutError: none is after so many seconds.
    """
    from distributed import wait  # noqa: PLC0415  # the extra `cluster`

    told: Any = wait(futures, timeout=seconds, return_when="FIRST_COMPLETED")  # type: ignore[no-untyped-call]
    done: set[Any] = told.done
    return done


def _first(done: Iterable[Any]) -> bytes | None:
    """Give the first result there is; None where all were lost or failed.

    Raises:
        DeskError: a worker said why it cannot do the work.
    """
    for future in done:
        if future.status == "finished":
            result: bytes = future.result()
            return result
        if future.status == "error" and isinstance(error := future.exception(), DeskError):
            raise error
    return None
