"""Many readers at once, and a preview that is edited for as long as one likes.

`TORTURE_SOAK` is the seconds of the soak, `TORTURE_READERS` how many read.
"""

import os
import random
import re
import subprocess
import sys
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest

from benchmarks.site_corpus import write_desk
from briefings.configuration import load_settings
from briefings.site.build import build_site
from briefings.site.early import EarlyPages
from briefings.site.handler import HOST, Faults, PreviewHandler
from briefings.site.server import PreviewServer
from tests.browser.conftest import Quiet
from tests.site.test_build import NOW, a_drafted_desk, publish_all
from tests.torture.tallying import Tally, times

READERS = times("TORTURE_READERS", quick=50, full=50)
EACH = times("TORTURE_PAGES", quick=6, full=200)
BRIEFINGS = times("TORTURE_BRIEFINGS", quick=0, full=6_000)
"""Of the site that is read; 0 is a small one."""
SOAK = times("TORTURE_SOAK", quick=0, full=120)


def a_site(root: Path) -> Path:
    """Build a site: of ten thousand pages and more in `make torture`, else a small one."""
    if BRIEFINGS:
        write_desk(root, BRIEFINGS)
        return build_site(load_settings(root), now=datetime(2026, 3, 25, 6, tzinfo=UTC)).site
    settings = a_drafted_desk(root)
    publish_all(settings)
    return build_site(settings, now=NOW).site


def test_fifty_readers_at_once_are_all_answered(tmp_path: Path, tally: Tally) -> None:
    """Each reads pages at random, all at the same time: every answer is whole."""
    site = a_site(tmp_path)
    files = sorted(site.rglob("*.html"))
    assert len(files) >= (10_000 if BRIEFINGS else 10)
    preview = partial(PreviewHandler, site=site, base="/", faults=Faults(), early=EarlyPages())
    static = partial(Quiet, directory=str(site))
    with PreviewServer((HOST, 0), preview) as one, ThreadingHTTPServer((HOST, 0), static) as other:
        other.request_queue_size = READERS
        for server in (one, other):
            threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        before = _weight(os.getpid()) if sys.platform == "linux" else (0, 0)

        def read(number: int) -> list[str]:
            chance, faults = random.Random(number), []
            for turn in range(EACH):
                file = chance.choice(files)
                port = (one, other)[turn % 2].server_port
                url = f"http://{HOST}:{port}/{quote(file.relative_to(site).as_posix())}"
                with urllib.request.urlopen(url, timeout=30) as answer:
                    if answer.read() != file.read_bytes():
                        faults.append(f"{file.name} was not whole")
            return faults

        with ThreadPoolExecutor(READERS) as crowd:
            for faults in crowd.map(read, range(READERS)):
                tally.extend(EACH, faults)
        for server in (one, other):
            server.shutdown()
    if sys.platform == "linux":
        left = _weight(os.getpid())[1] - before[1]
        tally.add("files left open", left > 8 and f"{left} more than before")

    tally.check(least=READERS)


def _weight(process: int) -> tuple[int, int]:
    """Give a process's memory in KiB and its open files."""
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) if found else 0, len(list(Path(f"/proc/{process}/fd").iterdir()))


@pytest.mark.skipif(
    SOAK == 0 or sys.platform != "linux", reason="a part of `make torture`, on Linux"
)
def test_a_preview_that_is_edited_grows_no_heavier(tmp_path: Path, tally: Tally) -> None:
    """After the first edits neither memory nor open files go up by more than a fifth."""
    settings = a_drafted_desk(tmp_path)
    file = next(settings.briefings().rglob("insp*.md"))
    text = file.read_text(encoding="utf-8")
    command = [sys.executable, "-m", "briefings", "-C", str(tmp_path), "serve", "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as desk:
        assert desk.stdout is not None
        said = ""
        while "preview is at" not in said:
            said = desk.stdout.readline()
        found = re.search(r"http://\S+", said)
        assert found
        threading.Thread(target=desk.stdout.read, daemon=True).start()
        address = f"{found[0]}2026/03/{file.stem}/"
        weights, end, number = [], time.monotonic() + SOAK, 0
        while time.monotonic() < end:
            number += 1
            file.write_text(
                re.sub("title: .*", f"title: Take {number} of it", text, count=1), "utf-8"
            )
            patience = time.monotonic() + 30
            page = b""
            while f"Take {number} of it".encode() not in page and time.monotonic() < patience:
                with urllib.request.urlopen(address, timeout=30) as answer:
                    page = answer.read()
                time.sleep(0.1)
            tally.add(number, f"Take {number} of it".encode() not in page and "it never came")
            weights.append(_weight(desk.pid))
        desk.terminate()
    early, late = weights[min(10, len(weights) // 3)], weights[-1]
    tally.add("memory", late[0] > early[0] * 1.2 and f"{early[0]} to {late[0]} KiB")
    tally.add("open files", late[1] > early[1] + 4 and f"{early[1]} to {late[1]}")
    print(f"{number} edits: {early} became {late} (KiB, open files)")

    tally.check(least=5)
