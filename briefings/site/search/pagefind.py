"""One shard: Pagefind's command line over a folder of stubs.

Without Pagefind's filters: 1.5.2 writes them in another order each time. What it does not write
in one order either, the languages of `pagefind-entry.json`, is put in order here.
"""

import gzip
import json
import os
import re
import shutil
import subprocess
import tempfile
import zlib
from collections.abc import Iterable
from operator import itemgetter
from pathlib import Path

from pagefind_bin import get_executable

from briefings.errors import BuildError
from briefings.model import SearchStub
from briefings.site.search.stubs import dump_stub

_UNUSED = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
    "pagefind-worker.js",
)
_SIGNATURE = b"pagefind_dcd"
"""What every unpacked file of Pagefind begins with."""
_LONGEST = 600
"""Seconds Pagefind may take; the largest shard needs about three."""
ENTRY = "pagefind-entry.json"
_ENDING = re.compile(rb"export\s*\{[^{}]*\};?\s*\Z")
"""How its module ends: with what it exports."""


def index_shard(
    name: str, stubs: Iterable[tuple[str, SearchStub]], target: Path, scratch: Path
) -> None:
    """Index stubs, each with its address, into the new folder `target`.

    The bytes depend on the stubs alone: not on their order, the machine or the folder.

    Raises:
        BuildError: Pagefind is missing or fails.
    """
    scratch.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f"stubs-{name}-", dir=scratch) as folder:
        # Pagefind numbers pages as its folder lists them, which some file systems do as written.
        for url, stub in sorted(stubs, key=itemgetter(0)):
            _write_stub(Path(folder), url, stub)
        _run_pagefind(Path(folder), target)
    for pattern in _UNUSED:
        for file in sorted(target.glob(pattern)):
            file.unlink()
    try:
        _check_whole(target)
        settle_entry(target / ENTRY)
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise BuildError(f"Pagefind left a broken index: {error}; is the disk full?") from error


def _write_stub(folder: Path, url: str, stub: SearchStub) -> None:
    file = folder / url.lstrip("/") / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(dump_stub(stub), encoding="utf-8")


def _program() -> str:
    """Find Pagefind itself: started by way of its Python package it takes a tenth of a second."""
    try:
        return str(get_executable())
    except OSError as error:
        raise BuildError(f"Pagefind is not installed: {error}") from error


def _run_pagefind(stubs: Path, target: Path) -> None:
    command = [_program(), "--site", str(stubs), "--output-path", str(target)]
    # A desk's own `pagefind.toml` and `PAGEFIND_*` settings are not for our folder of stubs.
    settings = {key: value for key, value in os.environ.items() if not key.startswith("PAGEFIND_")}
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_LONGEST,
            check=False,
            cwd=stubs,
            env=settings,
        )
    except subprocess.TimeoutExpired as error:
        raise BuildError(f"Pagefind did not finish in {_LONGEST} seconds") from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        last = said[-1].strip() if said else "it said nothing"
        raise BuildError(f"Pagefind failed on {target}: {last}; is the disk full?")


def _check_whole(bundle: Path) -> None:
    """Read every file to its end: where a disk is full Pagefind 1.5 leaves half of one, and 0.

    Raises:
        OSError, EOFError, ValueError, zlib.error: a file is broken or cut short.
    """
    for file in sorted(bundle.rglob("*.p*f*")):
        if not gzip.decompress(file.read_bytes()).startswith(_SIGNATURE):
            raise ValueError(f"{file.name} is no file of Pagefind's")
    if not _ENDING.search((bundle / "pagefind.js").read_bytes()):
        raise ValueError("pagefind.js is cut short")


def settle_entry(file: Path) -> None:
    """Put the languages of an index in order: Pagefind 1.5 writes them as its hash map has them."""
    entry = json.loads(file.read_text(encoding="utf-8"))
    text = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    file.write_text(text, encoding="utf-8")


def read_ids(bundle: Path) -> dict[str, str]:
    """Give the id under which an index knows each address, such as `en_c617679`."""
    found = {}
    for file in sorted((bundle / "fragment").glob("*.pf_fragment")):
        fragment = gzip.decompress(file.read_bytes()).removeprefix(_SIGNATURE)
        found[str(json.loads(fragment)["url"])] = file.name.removesuffix(".pf_fragment")
    return found


def read_languages(bundle: Path) -> dict[str, tuple[int, str]]:
    """Give each language of an index, the number of its pages and the engine it is read by."""
    entry = json.loads((bundle / ENTRY).read_text(encoding="utf-8"))
    return {
        language: (int(of["page_count"]), str(of["wasm"] or "unknown"))
        for language, of in entry["languages"].items()
    }


def drop(folder: Path) -> None:
    """Delete a folder, if there is one."""
    shutil.rmtree(folder, ignore_errors=True)
