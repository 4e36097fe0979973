"""Search: an index cut into shards by period, closed ones made once, facets of our own.

The order of work: `ref_of` a page's stub → `plan_shards` → `ShardCache.index` → `assemble`.
"""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from briefings.site.search.assembly import assemble
from briefings.site.search.cache import Indexed, LoadStub, ShardCache
from briefings.site.search.facets import docs_of, facets_of
from briefings.site.search.pagefind import index_shard
from briefings.site.search.periods import Shard, plan_periods, plan_shards
from briefings.site.search.stubs import StubRef, dump_stub, ref_of

__all__ = [
    "FOLDER",
    "Indexed",
    "LoadStub",
    "Shard",
    "ShardCache",
    "StubRef",
    "assemble",
    "docs_of",
    "dump_stub",
    "facets_of",
    "index_shard",
    "index_shards",
    "place_shards",
    "plan_periods",
    "plan_shards",
    "ref_of",
    "write_shards",
]

FOLDER = "pagefind"
"""Where search lies on a site."""


def write_shards(
    refs: Iterable[StubRef], load: LoadStub, site: Path, state: Path
) -> tuple[str, ...]:
    """Write the search folder of a site, or bring a clone of the last one up to date.

    Args:
        refs: of every stub there is.
        load: gives the stub at an address; called only where a shard changed, from two threads.
        site: the tree; what stands in its search folder with the same tag stays.
        state: the state folder; the cache is `search/` in it.

    Returns:
        the shards written, newest first.

    Raises:
        BuildError: Pagefind is missing or fails.
    """
    return place_shards(index_shards(refs, load, state), site)


def index_shards(refs: Iterable[StubRef], load: LoadStub, state: Path) -> list[Indexed]:
    """Index every shard that is new; no site is needed for that.

    Raises:
        BuildError: Pagefind is missing or fails.
    """
    shards = plan_shards(refs)
    return ShardCache(state / "search").index(shards, load) if shards else []


def place_shards(shards: Sequence[Indexed], site: Path) -> tuple[str, ...]:
    """Write the search folder of a site; gives the shards written, newest first."""
    if not shards:
        shutil.rmtree(site / FOLDER, ignore_errors=True)
        return ()
    return assemble(site / FOLDER, shards)
