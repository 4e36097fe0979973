"""Fuzzing led by coverage: `python -m tests.torture.guided TARGET SECONDS [SEED] [FOLDER]`.

Needs atheris (`pip install --group fuzz`), which nothing else does. It goes on after a failure;
each kind of failure (by the line it came from) is told once, as a line of JSON, and the input that
caused it is put into FOLDER. The last line is how many inputs were tried.
"""

import hashlib
import json
import os
import shutil
import sys
import tempfile
import time
import traceback
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["briefings"]):
    from tests.torture.targets import GUIDED, kept

SLOW = 5.0
"""Seconds of processor time for one input: what a reader of strangers' files has."""
LONGEST = 16_000


class Watch:
    """Runs a target and keeps what went wrong, each kind once."""

    def __init__(self, name: str, seconds: float, folder: Path) -> None:
        self.target, self.folder = GUIDED[name][0], folder
        self.corpus = Path(tempfile.mkdtemp(prefix="corpus-"))
        for number, content in enumerate([*GUIDED[name][1], *kept(name)]):
            Path(self.corpus, str(number)).write_bytes(content[:LONGEST])
        self.end = time.monotonic() + seconds
        self.tried, self.seen = 0, set[str]()

    def __call__(self, content: bytes) -> None:
        """Try one input; end the process when time is up."""
        start = time.thread_time()
        try:
            self.target(content, len(content))
        except Exception as error:  # any is a fault
            frame = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}"
            self.tell(where, f"{error!s:.200}", content)
        if (taken := time.thread_time() - start) > SLOW:
            self.tell("slow", f"{taken:.1f} s", content)
        self.tried += 1
        if time.monotonic() > self.end:
            print(self.tried, flush=True)
            shutil.rmtree(self.corpus)
            os._exit(0)  # libFuzzer itself would go on

    def tell(self, where: str, why: str, content: bytes) -> None:
        """Print a failure of a new kind, and keep its input."""
        if where in self.seen:
            return
        self.seen.add(where)
        file = self.folder / hashlib.sha256(content).hexdigest()[:12]
        file.write_bytes(content)
        print(json.dumps(f"{where}: {why} ({file})"), flush=True)


def main() -> None:
    """Fuzz one target."""
    name, seconds, *rest = sys.argv[1:]
    seed, folder = rest[0] if rest else "9", Path(rest[1] if rest[1:] else tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    watch = Watch(name, float(seconds), folder)
    options = [f"-seed={seed}", f"-max_len={LONGEST}", "-timeout=60", "-rss_limit_mb=4096"]
    options += ["-verbosity=0", "-print_final_stats=0", f"-artifact_prefix={folder}/"]
    atheris.Setup([sys.argv[0], str(watch.corpus), *options], watch)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
