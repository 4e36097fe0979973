"""Search: small stubs of what each page says, indexed by Pagefind's command line.

Pagefind reads HTML, so a stub is a page with nothing but words; indexing stubs instead of pages
keeps the frame out of the index and the work small.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from html import escape
from pathlib import Path

from briefings.errors import BuildError
from briefings.model import PageModel, SearchStub

FOLDER = "pagefind"
_UNUSED = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
)
_LONGEST = 600
"""Seconds Pagefind may take; 10,000 briefings need about thirty."""


def write_index(pages: Iterable[PageModel], site: Path, state: Path) -> None:
    """Index what the pages say into `site/pagefind/`.

    Raises:
        BuildError: Pagefind is missing or fails.
    """
    state.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="stubs-", dir=state) as folder:
        stubs = Path(folder)
        written = [_write_stub(stubs, page.url, page.stub) for page in pages if page.stub]
        if written:
            _run_pagefind(stubs, site / FOLDER)
            _drop_unused(site / FOLDER)
            settle_entry(site / FOLDER / "pagefind-entry.json")


def dump_stub(stub: SearchStub) -> str:
    """Give the stub as an HTML page; every value is text.

    British and American English are one index: a reader searches a language, not a spelling.
    """
    language = stub.language.partition("-")[0]
    metas = "".join(
        f'<i data-pagefind-meta="{escape(key)}[data-v]" data-v="{escape(value)}"></i>'
        for key, value in sorted(stub.meta.items())
    )
    return (
        f'<!doctype html><html lang="{escape(language)}"><body data-pagefind-body>'
        f'<h1 data-pagefind-meta="title">{escape(stub.title)}</h1>{metas}'
        f"<p>{escape(stub.text)}</p></body></html>"
    )


def _write_stub(folder: Path, url: str, stub: SearchStub) -> Path:
    file = folder / url.lstrip("/") / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(dump_stub(stub), encoding="utf-8")
    return file


def _run_pagefind(stubs: Path, target: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(stubs), "--output-path", str(target)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_LONGEST, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise BuildError(f"Pagefind did not finish in {_LONGEST} seconds") from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise BuildError(f"Pagefind failed: {said[-1] if said else 'it said nothing'}")


def settle_entry(file: Path) -> None:
    """Put the languages of an index in order: Pagefind 1.5 writes them as its hash map has them."""
    entry = json.loads(file.read_text(encoding="utf-8"))
    text = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    file.write_text(text, encoding="utf-8")


def _drop_unused(bundle: Path) -> None:
    for pattern in _UNUSED:
        for file in sorted(bundle.glob(pattern)):
            shutil.rmtree(file) if file.is_dir() else file.unlink()
