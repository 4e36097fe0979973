"""What a worker of a cluster does: each file in a process of its own, as at home.

Only imported where Dask is installed.
"""

import multiprocessing.process
import pickle
import threading
from collections import deque
from typing import Any

from distributed import WorkerPlugin

from briefings.errors import DeskError
from briefings.workers import run_apart
from briefings.written_by import program_digest


class Carried(WorkerPlugin):
    """Takes a job to every worker once, also to those that come later."""

    def __init__(self, key: str, packed: bytes) -> None:
        self.key, self.packed = key, packed

    def setup(self, worker: Any) -> None:  # noqa: ARG002  # Dask's signature
        """Keep the job on a worker."""
        _JOBS[self.key] = self.packed


_JOBS: dict[str, bytes] = {}
_BENCHES: dict[tuple[int, str], "_Bench"] = {}


def work_batch(key: str, packed: bytes) -> bytes:
    """Do a batch on a worker: one process for each of its threads, kept from task to task."""
    place = threading.get_ident(), key
    if place not in _BENCHES:
        for old in [one for one in _BENCHES if one[0] == place[0]]:
            _BENCHES.pop(old).close()
        _BENCHES[place] = _Bench(_JOBS[key])
    return pickle.dumps([_BENCHES[place].work(item) for item in pickle.loads(packed)], 5)


class _Bench:
    """One process that does one item after another."""

    def __init__(self, packed: bytes) -> None:
        job, limits, version = pickle.loads(packed)
        if version != program_digest():
            raise DeskError("a worker has another version of Briefings: install this one there")
        # Dask's workers are daemons, which Python lets have no children; ours end with them.
        multiprocessing.process.current_process()._config.pop("daemon", None)  # type: ignore[attr-defined]
        self._waiting: deque[Any] = deque()
        given = iter(self._waiting.popleft, object())
        self._run = run_apart(given, job, jobs=1, limits=limits, threaded=True)

    def work(self, item: Any) -> Any:
        self._waiting.append(item)
        return next(self._run)[1]

    def close(self) -> None:
        self._run.close()  # type: ignore[attr-defined]  # a generator
