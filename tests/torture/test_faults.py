"""Kills and failing writes at any moment: the old site or the new one, and the next run mends it.

The runs are in `forking.py`, a process of its own. `TORTURE_KILLS`, `TORTURE_STRIDE` and
`TORTURE_LIMITS` say how many.
"""

import json
import subprocess
import sys
from pathlib import Path

from tests.torture.tallying import Tally, times

SEED = 9


def run_apart(what: str, folder: Path, rounds: int, tally: Tally) -> None:
    """Run one of the three tortures and count what it says."""
    command = [sys.executable, "-m", "tests.torture.forking", what, folder, str(rounds), str(SEED)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stderr[-2000:]
    tally.extend(lines[-1], lines[:-1])


def test_a_kill_at_any_moment_leaves_whole_files(tmp_path: Path, tally: Tally) -> None:
    """First, incremental and clean builds and drafting, a fourth each, at random moments."""
    rounds = times("TORTURE_KILLS", quick=8, full=300)
    run_apart("kill", tmp_path, rounds, tally)

    tally.check(least=rounds)


def test_a_write_that_fails_is_one_message(tmp_path: Path, tally: Tally) -> None:
    """ENOSPC, EROFS, EIO, EACCES and EMFILE at write 1 … N, until a run meets none.

    Seen to fail with `except OSError` taken out of `site/publisher.py`.
    """
    run_apart("fail", tmp_path, times("TORTURE_STRIDE", quick=120, full=7), tally)

    tally.check(least=10)


def test_no_room_for_bytes_or_open_files_is_one_message(tmp_path: Path, tally: Tally) -> None:
    """The system's own limits: files of so many bytes, so many of them open."""
    run_apart("squeeze", tmp_path, times("TORTURE_LIMITS", quick=2, full=16), tally)

    tally.check(least=9)
