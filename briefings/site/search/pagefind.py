"""One shard: Pagefind's service, told of the stubs.

Without Pagefind's filters: 1.5.2 writes them in another order each time. What it does not write
in one order either, the languages of `pagefind-entry.json`, is put in order here.
"""

import gzip
import json
import os
import shutil
import subprocess
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from fnmatch import fnmatch
from functools import partial
from operator import itemgetter
from pathlib import Path
from threading import Timer
from typing import Any

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
_PIPE = 1 << 16
ENTRY, _FRAGMENT = "pagefind-entry.json", ".pf_fragment"


def index_shard(stubs: Iterable[tuple[str, SearchStub]], target: Path) -> dict[str, str]:
    """Index stubs, each with its address, into the new folder `target`.

    The bytes depend on the stubs alone: not on their order, the machine or its file system.

    Returns:
        The id under which the index knows each address, such as `en_c617679`.

    Raises:
        BuildError: Pagefind is missing or fails, or the index cannot be written.
    """
    file = target
    try:
        bundle = _index(sorted(stubs, key=itemgetter(0)), target.parent)
        for path, content in bundle.items():
            file = target / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        return _ids_of(bundle)
    except (OSError, EOFError, ValueError, LookupError, TypeError, zlib.error) as error:
        raise BuildError(f"the search index {file} cannot be made: {error}") from error


def _index(stubs: Iterable[tuple[str, SearchStub]], folder: Path) -> dict[str, bytes]:
    """Have Pagefind index pages, numbered as they come; give its files by path."""
    with _pagefind(folder) as ask:
        index = ask(type="NewIndex", config={})["index_id"]
        for url, stub in stubs:
            path = f"{url.lstrip('/')}index.html"
            ask(type="AddFile", index_id=index, file_path=path, file_contents=dump_stub(stub))
        files = ask(type="GetFiles", index_id=index)["files"]
    wanted = (one for one in files if not any(fnmatch(one["path"], name) for name in _UNUSED))
    bundle = {one["path"]: b64decode(one["content"]) for one in wanted}
    return bundle | {ENTRY: settled(bundle[ENTRY])}


@contextmanager
def _pagefind(folder: Path) -> Iterator[Callable[..., dict[str, Any]]]:
    """Start Pagefind's service, which answers one question after the other.

    Told of pages one by one it needs no folder of them, whose order differs by file system. It
    gives the files back: those it writes itself are cut short, and no error, on a full disk.
    """
    # A desk's own `pagefind.toml` and `PAGEFIND_*` settings are not for our stubs.
    settings = {key: value for key, value in os.environ.items() if not key.startswith("PAGEFIND_")}
    limit: Timer | None = None
    try:
        with subprocess.Popen(
            [_program(), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=settings,
        ) as service:
            limit = Timer(_LONGEST, service.kill)
            limit.start()
            yield partial(_ask, service)
            service.kill()  # all it was asked for is here
    except (OSError, EOFError) as error:
        late = limit is not None and limit.finished.is_set()
        what = f"did not finish in {_LONGEST} seconds" if late else "ended before it answered"
        raise BuildError(f"Pagefind {what}, and {folder} has no index") from error
    finally:
        if limit is not None:
            limit.cancel()


def _ask(service: subprocess.Popen[bytes], **request: object) -> dict[str, Any]:
    """Ask one thing and wait for the answer: JSON in base64, ended by a comma, both ways.

    Raises:
        OSError, EOFError, ValueError, LookupError: there was none.
        BuildError: Pagefind refused.
    """
    asked, answered = service.stdin, service.stdout
    if asked is None or answered is None:
        raise EOFError
    message = json.dumps({"message_id": 0, "payload": request}, ensure_ascii=False)
    asked.write(b64encode(message.encode(errors="replace")) + b",")
    asked.flush()
    said = bytearray()
    while not said.endswith(b","):
        part = os.read(answered.fileno(), _PIPE)
        if not part:
            raise EOFError
        said += part
    answer: dict[str, Any] = json.loads(b64decode(said))["payload"]
    if answer["type"] == "Error":
        raise BuildError(f"Pagefind failed: {answer['message']}")
    return answer


def _program() -> str:
    """Find Pagefind itself: started by way of its Python package it takes a tenth of a second."""
    try:
        return str(get_executable())
    except OSError as error:
        raise BuildError(f"Pagefind is not installed: {error}") from error


def settled(entry: bytes) -> bytes:
    """Put the languages of an index in order: Pagefind 1.5 writes them as its hash map has them."""
    found = json.loads(entry)
    return json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _ids_of(bundle: Mapping[str, bytes]) -> dict[str, str]:
    ids = {}
    for path, content in bundle.items():
        if path.endswith(_FRAGMENT):
            page = json.loads(gzip.decompress(content).removeprefix(_SIGNATURE))
            ids[str(page["url"])] = Path(path).stem
    return ids


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
