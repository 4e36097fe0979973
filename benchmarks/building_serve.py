"""What an editor waits for: from saving a briefing to its page being asked for again."""

import json
import re
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

_ASKED = 0.1
"""Seconds between two questions of an open page, as `theme/assets/preview.js` has it."""
_LONGEST = 120.0


class Served(NamedTuple):
    """Medians, in seconds from the saving."""

    reloaded: float
    """The page shows what was saved."""
    published: float
    """The whole preview does, search included."""


def measure_serving(desk: Path, files: Iterable[Path]) -> Served:
    """Serve a desk, change the headline of each file in turn, and wait for its page."""
    command = [sys.executable, "-m", "briefings", "-C", str(desk), "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            base = _wait_for_line(process, r"http://\S+")
            times = [_save(process, base, file) for file in files]
        finally:
            process.terminate()
    return Served(*(statistics.median(values) for values in zip(*times, strict=True)))


def _save(process: "subprocess.Popen[str]", base: str, file: Path) -> tuple[float, float]:
    path = f"{file.parts[-3]}/{file.parts[-2]}/{file.stem}/"
    mark = f"{base}assets/preview.json?page=/{'/'.join(base.split('/')[3:])}{path}"
    before = _fetch(mark)
    text = file.read_text(encoding="utf-8")
    begun = time.perf_counter()
    file.write_text(text.replace("title: ", "title: Saved ", 1), encoding="utf-8")
    while json.loads(_fetch(mark)) == json.loads(before):
        if time.perf_counter() - begun > _LONGEST:
            raise SystemExit(f"{path} never came")
        time.sleep(_ASKED)
    page = _fetch(base + path)
    reloaded = time.perf_counter() - begun
    if "Saved " not in page:
        raise SystemExit(f"{path} was reloaded and is as it was")
    _wait_for_line(process, r"^built")
    return reloaded, time.perf_counter() - begun


def _wait_for_line(process: "subprocess.Popen[str]", wanted: str) -> str:
    if process.stdout is None:
        raise SystemExit("nothing can be read of the server")
    for line in process.stdout:
        found = re.search(wanted, line)
        if found:
            return found[0]
    raise SystemExit("the server ended")


def _fetch(address: str) -> str:
    with urllib.request.urlopen(address, timeout=_LONGEST) as answer:
        text: str = answer.read().decode()
        return text
