"""Shards that were indexed before, kept in the state folder under the digest of their stubs."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from briefings.errors import BuildError
from briefings.model import SearchStub
from briefings.site.search.facets import docs_of, dump, facets_of
from briefings.site.search.pagefind import drop, index_shard, read_languages
from briefings.site.search.periods import Shard
from briefings.site.search.words import WORDS, count_words
from briefings.text.digests import digest_bytes

_CODE = 2
"""Raise it with any change of what is written for the same stubs."""
_UNUSED_KEPT = 8
"""Older shards kept: the preview and the site take turns."""
_BYTES_A_CHARACTER = 75
"""Memory Pagefind takes, measured."""
_MEMORY = 700_000_000
"""What Pagefinds at once may take together."""
_AT_ONCE = 3
"""Two keep two processors busy while a third shard is read and written down."""

LoadStub = Callable[[str], SearchStub]
"""Gives the stub at an address; asked only for shards that are not in the cache."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """A shard on disk."""

    name: str
    tag: str
    """Digest of its index and its facets; names its files in a browser's cache."""
    folder: Path
    """`bundle/` is Pagefind's; `words.json` counts its words."""
    docs: Path
    facets: Path
    first: str | None
    """Its oldest day; None for names."""
    last: str | None
    size: int
    """Characters indexed."""


class ShardCache:
    """Indexes each shard once; whatever asks for the same stubs again gets the same files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def index(self, shards: Iterable[Shard], load: LoadStub) -> list[Indexed]:
        """Give every shard, indexing those that are new, some at a time where memory allows."""
        listed = [(shard, self._index_folder(shard)) for shard in shards]
        self._folder.mkdir(parents=True, exist_ok=True)
        missing = [(shard, folder) for shard, folder in listed if not _is_whole(folder)]
        largest = sorted(shard.size() * _BYTES_A_CHARACTER for shard, _ in missing)[-_AT_ONCE:]
        with ThreadPoolExecutor(_AT_ONCE if sum(largest) <= _MEMORY else 1) as pool:
            list(pool.map(lambda one: self._make_index(one[0], one[1], load), missing))
        done = [_with_facets(shard, folder, load) for shard, folder in listed]
        self._forget({indexed.folder for indexed in done})
        return done

    def _index_folder(self, shard: Shard) -> Path:
        key = _key(part for ref in shard.refs for part in (ref.url, ref.words))
        return self._folder / f"{shard.name}-{key}"

    def _make_index(self, shard: Shard, folder: Path, load: LoadStub) -> None:
        made = Path(tempfile.mkdtemp(prefix="new-", dir=self._folder))
        try:
            stubs = [(ref.url, load(ref.url)) for ref in shard.refs]
            with ThreadPoolExecutor(1) as pool:  # Pagefind is waited for in another thread
                indexing = pool.submit(index_shard, stubs, made / "bundle")
                counts = count_words(stub for _, stub in stubs)
                ids = indexing.result()
            (made / "ids.json").write_bytes(dump({**ids}))
            (made / WORDS).write_bytes(dump({**counts}))
            _put(made, folder)
        finally:
            drop(made)

    def _forget(self, used: set[Path]) -> None:
        """Delete what was not used for longest."""
        unused = [one for one in self._folder.iterdir() if one.is_dir() and one not in used]
        unused.sort(key=lambda folder: (folder.stat().st_mtime_ns, folder.name))
        for folder in unused[:-_UNUSED_KEPT]:
            shutil.rmtree(folder, ignore_errors=True)


def _with_facets(shard: Shard, folder: Path, load: LoadStub) -> Indexed:
    """Add the facet files, which may change while the words stay."""
    key = _key(part for ref in shard.refs for part in (ref.url, ref.facets))
    docs, facets = folder / f"docs-{key}.json", folder / f"facets-{key}.json"
    if not (docs.is_file() and facets.is_file()):
        stubs = [load(ref.url) for ref in shard.refs]
        ids = json.loads((folder / "ids.json").read_text(encoding="utf-8"))
        _save(facets, facets_of(stubs))
        _save(docs, docs_of(stubs, [ids[ref.url] for ref in shard.refs]))
    os.utime(folder)
    days = [ref.day for ref in shard.refs if ref.day]
    return Indexed(
        name=shard.name,
        tag=_key([folder.name, key])[:10],
        folder=folder,
        docs=docs,
        facets=facets,
        first=min(days).isoformat() if days else None,
        last=max(days).isoformat() if days else None,
        size=shard.size(),
    )


def _is_whole(folder: Path) -> bool:
    """Tell whether a shard can be used: a full disk or another hand may have spoiled it."""
    try:
        counts = json.loads((folder / WORDS).read_text(encoding="utf-8"))
        ids = json.loads((folder / "ids.json").read_text(encoding="utf-8"))
        pages = sum(count for count, _ in read_languages(folder / "bundle").values())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False
    return isinstance(counts, dict) and isinstance(ids, dict) and pages == len(ids)


def _put(made: Path, target: Path) -> None:
    """Give a new shard its name; where another build was quicker, its own is as good."""
    for _ in range(2):
        try:
            made.replace(target)
        except OSError:
            if _is_whole(target):
                return
            shutil.rmtree(target, ignore_errors=True)
        else:
            return
    raise BuildError(f"the search index {target} cannot be written")


def _key(parts: Iterable[str]) -> str:
    """Digest texts, none of which has a NUL."""
    return digest_bytes("\0".join((_tools(), *parts)).encode())[-20:]


@cache
def _tools() -> str:
    return "\0".join((str(_CODE), version("pagefind"), version("pagefind_bin")))


def _save(file: Path, content: bytes) -> None:
    part = file.with_suffix(f".{os.getpid()}")
    part.write_bytes(content)
    part.replace(file)
