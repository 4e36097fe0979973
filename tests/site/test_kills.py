"""A build killed at any moment leaves the old site or the new one, and the next build mends it."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.desks import files_of
from tests.site.test_build import NOW, a_drafted_desk, build, publish_all

KILLS = int(os.environ.get("KILLS", "12"))


def test_a_kill_leaves_a_whole_site(tmp_path: Path) -> None:
    """`KILLS=100` is the long run."""
    settings = a_drafted_desk(tmp_path)
    publish_all(settings)
    file = next(iter(settings.briefings().rglob("insp*.md")))
    text = file.read_text(encoding="utf-8")
    old = files_of(build(settings).site)
    dice = random.Random(3)  # not for secrets
    command = [sys.executable, "-m", "briefings", "-C", str(tmp_path)]
    for number in range(KILLS):
        file.write_text(text.replace("title: ", f"title: Take {number} ", 1), encoding="utf-8")
        process = subprocess.Popen(
            [*command, "build", "--now", NOW.isoformat()], stdout=subprocess.DEVNULL
        )
        time.sleep(dice.uniform(0.2, 2.2))
        process.send_signal(signal.SIGKILL)
        process.wait()
        left = files_of(settings.root / "site")

        new = files_of(build(settings).site)
        assert left in (old, new)
        old = new
