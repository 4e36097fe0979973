"""Drafting on a cluster: the same bytes, whoever is lost on the way."""

import os
import pickle
import signal
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from briefings import cluster
from briefings.cluster import open_engine
from briefings.desk import draft_desk
from briefings.engines import Engine, Processes
from briefings.errors import DeskError
from briefings.settings import Settings
from briefings.workers import Failure, Limits, Trouble
from tests.desks import FERRY, WIRE, a_desk, files_of
from tests.test_workers import double

distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
pytestmark = [
    pytest.mark.xdist_group("cluster"),
    # Dask's own, on its way out.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
NOW = datetime(2026, 3, 16, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def workers() -> Iterator[Any]:
    """Start a cluster of two processes on this machine."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, memory_limit="1GiB"
    ) as made:
        yield made


@pytest.fixture(scope="module")
def engine(workers: Any) -> Iterator[Engine]:
    """Give the engine of that cluster."""
    with open_engine(workers.scheduler_address) as opened:
        yield opened


def some_desk(folder: Path) -> Settings:
    """Give a desk of twenty-five articles, one of them hopeless."""
    texts = {f"ferry{n}_txt": FERRY.replace("six", f"{n + 10}") for n in range(12)}
    texts |= {f"wire{n}_txt": WIRE.replace("9,000", f"{n + 10},000") for n in range(12)}
    return a_desk(folder, **texts, hopeless_txt="\n")


def draft(settings: Settings, engine: Engine, **given: Any) -> list[str]:
    """Draft, and give what was found."""
    run = draft_desk(settings, now=NOW, by="briefings test", engine=engine, **given)
    return [str(finding) for finding in run.findings]


def test_a_cluster_that_loses_a_worker_gives_the_bytes_of_one_machine(
    tmp_path: Path, workers: Any, engine: Engine
) -> None:
    """Findings too, in their order."""
    here, there = some_desk(tmp_path / "here"), some_desk(tmp_path / "there")
    victim = next(iter(workers.workers.values())).pid

    def reading(files: list[Path]) -> Iterator[Path]:
        for number, file in enumerate(files):
            if number == 20:
                os.kill(victim, signal.SIGKILL)
            yield file

    told = draft(there, engine, reading=reading)

    assert told == draft(here, Processes(2))
    assert files_of(there.briefings()) == files_of(here.briefings())


def test_each_item_has_its_limits_on_a_worker_too(engine: Engine) -> None:
    """One that takes too long or breaks its process down costs itself alone."""
    found = dict(engine.run([1, 13, 66, 2], double, limits=Limits(seconds=0.5)))

    assert found.pop(13) == Failure(Trouble.TIME)
    failure = found.pop(66)
    assert isinstance(failure, Failure)
    assert failure.trouble is Trouble.CRASH
    assert found == {1: 2, 2: 4}


def test_a_worker_of_another_version_is_refused() -> None:
    """It might give other bytes."""

    class Told:
        """A client whose worker has another version."""

        def run(self, *_: object) -> dict[str, str]:
            """Ask every worker."""
            return {"tcp://worker": "another"}

    with pytest.raises(DeskError, match="another version of Briefings is on tcp://worker"):
        cluster._refuse_others(Told())


class Future:
    """Work given to a worker of our own."""

    def __init__(self, status: str) -> None:
        self.status, self.cancelled = status, False

    def cancel(self) -> None:
        """Call it off."""
        self.cancelled = True

    def result(self) -> bytes:
        """Give what came of it."""
        return pickle.dumps(["done"])


class Client:
    """A client whose first worker never answers."""

    def __init__(self) -> None:
        self.asked: list[Future] = []

    def register_plugin(self, *_: object, **__: object) -> None:
        """Take a job nowhere."""

    def ncores(self) -> dict[str, int]:
        """Count one thread."""
        return {"a": 1}

    def submit(self, *_: object, **__: object) -> Future:
        """Give work."""
        self.asked.append(Future("finished" if self.asked else "pending"))
        return self.asked[-1]


def test_a_slow_worker_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another is asked; whoever answers first is heard, and the other is called off."""
    client = Client()

    def wait(futures: list[Future], _: float) -> set[Future]:
        done = {one for one in futures if one.status == "finished"}
        if not done:
            raise TimeoutError
        return done

    monkeypatch.setattr(cluster, "_wait_for_one", wait)

    assert list(cluster.Cluster(client).run(["item"], str)) == [("item", "done")]
    assert [one.status for one in client.asked] == ["pending", "finished"]
    assert client.asked[0].cancelled


def test_nobody_at_the_address_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the address."""
    monkeypatch.setattr(cluster, "_SECONDS", 0.2)

    with (
        pytest.raises(DeskError, match="no Dask scheduler answers"),
        open_engine("tcp://127.0.0.1:9"),
    ):
        pass


def test_without_dask_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line."""
    monkeypatch.setitem(sys.modules, "distributed", None)

    with (
        pytest.raises(DeskError, match=r'pip install "briefings\[cluster\]"'),
        open_engine("tcp://127.0.0.1:9"),
    ):
        pass
