"""The search index: shards that are the same each time, made once, put together by links."""

import errno
import json
import random
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from briefings.errors import BuildError
from briefings.model import FacetValue, PageModel, SearchStub
from briefings.site.search import (
    ShardCache,
    dump_stub,
    index_shard,
    pagefind,
    plan_shards,
    ref_of,
    write_shards,
)
from briefings.site.search.pagefind import settled
from tests.desks import files_of


def write_index(pages: Iterable[PageModel], site: Path, state: Path) -> None:
    """Index what pages say into `site/pagefind/`."""
    stubs = {page.url: page.stub for page in pages if page.stub}
    refs = [ref_of(url, stub) for url, stub in stubs.items()]
    write_shards(refs, stubs.__getitem__, site, state)


def a_stub(
    text: str, language: str = "en", day: date | None = None, **facets: list[str]
) -> SearchStub:
    """Give a stub whose title is its first word."""
    return SearchStub(
        title=text.split(maxsplit=1)[0],
        text=text,
        language=language,
        day=day,
        meta={"source": "Courier", "date": "14 March 2026"},
        facets={
            k: tuple(FacetValue(id=v, title=v.title()) for v in of) for k, of in facets.items()
        },
    )


def a_page(url: str, text: str, language: str, day: date | None = None) -> PageModel:
    """Give a page with a stub."""
    stub = a_stub(text, language, day, topic=["transport"])
    return PageModel(url=url, template="plain.html", shell={}, view={}, stub=stub)


PAGES = [
    a_page("/a/", "Ferries were stopped in the harbour", "en", date(2026, 3, 14)),
    a_page("/b/", "Les traversiers restent au port", "fr", date(2026, 3, 13)),
    a_page("/c/", "توقفت العبارات في الميناء", "ar", date(2026, 3, 14)),
    a_page("/d/", "Die Fähren liegen im Hafen", "de", date(2025, 11, 2)),
    a_page("/e/", "Los transbordadores siguen en el puerto", "es"),
]
STUBS = {page.url: page.stub for page in PAGES if page.stub}
VOCABULARY = ["harbour", "ferry", "éclair", "naïve", "boat", "التحلية", "water", "votes", "paid"]


def many_stubs(count: int) -> dict[str, SearchStub]:
    """Give stubs of invented words in two languages."""
    chance = random.Random(5)
    return {
        f"/2026/03/n{at}/": a_stub(
            f"Number{at} " + " ".join(chance.choices(VOCABULARY, k=60)), "en" if at % 3 else "fr"
        )
        for at in range(count)
    }


def test_the_index_of_many_languages_is_the_same_each_time(tmp_path: Path) -> None:
    """Two runs over the same pages give the same bytes, whatever order Pagefind's maps have."""
    trees = []
    for name in ("one", "two", "three"):
        pages = list(PAGES)
        random.Random(name).shuffle(pages)
        write_index(pages, tmp_path / name, tmp_path / f"state-{name}")
        trees.append(files_of(tmp_path / name))

    assert trees[0] == trees[1] == trees[2]
    assert "pagefind/pagefind.js" in trees[0]
    assert not [name for name in trees[0] if "ui" in Path(name).name]


@pytest.mark.parametrize("threads", ["1", "2", "7"])
def test_a_shard_is_the_same_wherever_and_however_it_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, threads: str
) -> None:
    """Order, folder, locale, time zone and number of threads change no byte."""
    stubs = list(many_stubs(40).items())
    (tmp_path / "deep").mkdir()
    index_shard(stubs, tmp_path / "plain")
    for key, value in (
        ("RAYON_NUM_THREADS", threads),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("TZ", "Pacific/Apia"),
        ("PAGEFIND_KEEP_INDEX_URL", "true"),
    ):
        monkeypatch.setenv(key, value)
    random.Random(threads).shuffle(stubs)

    index_shard(stubs, tmp_path / "deep" / "er")

    assert files_of(tmp_path / "plain") == files_of(tmp_path / "deep" / "er")


def test_a_shard_is_the_same_on_a_file_system_that_lists_files_in_another_order(
    tmp_path: Path,
) -> None:
    """A memory disk lists the newest first, another disk by a hash of its own."""
    memory = Path("/dev/shm")
    if not memory.is_dir():
        pytest.skip("no memory disk here")
    stubs = list(many_stubs(40).items())
    index_shard(stubs, tmp_path / "plain")
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        index_shard(stubs, Path(folder) / "memory")

        assert files_of(Path(folder) / "memory") == files_of(tmp_path / "plain")


def test_an_entry_is_put_in_order() -> None:
    """The same languages in another order are the same file."""
    one, other = b'{"languages":{"fr":1,"en":2}}', b'{"languages":{"en":2,"fr":1}}'

    assert settled(one) == settled(other)


def test_spellings_of_one_language_share_an_index() -> None:
    """`en-GB` is found where `en` is searched."""
    stub = SearchStub(title="A", text="b", language="en-GB", meta={"date": '1"2'})

    assert '<html lang="en">' in dump_stub(stub)
    assert 'data-v="1&quot;2"' in dump_stub(stub)


def test_without_a_page_there_is_no_index(tmp_path: Path) -> None:
    """An empty desk has nothing to search, and nothing fails."""
    write_index([], tmp_path / "site", tmp_path / "state")

    assert not (tmp_path / "site").exists()


def test_a_site_has_its_shards_one_engine_and_a_manifest(tmp_path: Path) -> None:
    """Newest first, names last; each language's engine lies beside the newest shard that has it."""
    write_index(PAGES, tmp_path, tmp_path / "state")

    found = files_of(tmp_path / "pagefind")
    listed = json.loads(found["shards.json"])["shards"]
    assert [one["name"] for one in listed] == ["2026", "2025", "names"]
    assert [(one["first"], one["last"]) for one in listed[:2]] == [
        ("2026-03-13", "2026-03-14"),
        ("2025-11-02", "2025-11-02"),
    ]
    assert listed[0]["languages"] == {"ar": 1, "en": 1, "fr": 1}
    assert [name for name in found if "wasm" in name] == [
        "2025/wasm.de.pagefind",
        "2026/wasm.ar.pagefind",
        "2026/wasm.en.pagefind",
        "2026/wasm.fr.pagefind",
        "names/wasm.es.pagefind",
    ]
    assert json.loads(found["2026/facets.json"]) == {
        "topic": [["transport", "Transport", [0, 1, 1]]]
    }


def test_an_edit_makes_one_shard_again(tmp_path: Path) -> None:
    """Over a clone of the last tree, the others are neither indexed nor touched."""
    write_index(PAGES, tmp_path, tmp_path / "state")
    before = files_of(tmp_path / "pagefind")
    stubs = STUBS | {"/a/": a_stub("Ferries run again", "en", date(2026, 3, 14))}
    asked: list[str] = []

    def load(url: str) -> SearchStub:
        asked.append(url)
        return stubs[url]

    refs = [ref_of(url, stub) for url, stub in stubs.items()]
    changed = write_shards(refs, load, tmp_path, tmp_path / "state")

    after = files_of(tmp_path / "pagefind")
    moved = {name for name in before | after if before.get(name) != after.get(name)}
    assert changed == ("2026",)
    assert set(asked) == {"/a/", "/b/", "/c/"}
    assert {name.split("/")[0] for name in moved} <= {"2026", "shards.json", "words.json"}
    assert write_shards(refs, load, tmp_path, tmp_path / "state") == ()


def test_an_updated_tree_is_what_a_clean_build_gives(tmp_path: Path) -> None:
    """After an edit, a removal and a new year, nothing of the old index is left behind."""
    later = STUBS | {"/f/": a_stub("Boats return", "en", date(2027, 1, 3))}
    del later["/d/"]
    write_index(PAGES, tmp_path / "site", tmp_path / "state")
    refs = [ref_of(url, stub) for url, stub in later.items()]

    write_shards(refs, later.__getitem__, tmp_path / "site", tmp_path / "state")
    write_shards(refs, later.__getitem__, tmp_path / "clean", tmp_path / "other")

    assert files_of(tmp_path / "site") == files_of(tmp_path / "clean")


def test_facets_change_without_indexing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A briefing that gets a story keeps its index; only the facet file is new."""
    cache = ShardCache(tmp_path)
    first = cache.index(plan_shards(ref_of(u, s) for u, s in STUBS.items()), STUBS.__getitem__)
    monkeypatch.setattr(pagefind, "get_executable", lambda: "/bin/false")
    text = STUBS["/d/"].text
    later = STUBS | {"/d/": a_stub(text, "de", date(2025, 11, 2), story=["ferries"])}

    second = cache.index(plan_shards(ref_of(u, s) for u, s in later.items()), later.__getitem__)

    assert [a.tag == b.tag for a, b in zip(first, second, strict=True)] == [True, False, True]
    assert [a.folder == b.folder for a, b in zip(first, second, strict=True)] == [True] * 3


def test_the_cache_forgets_what_was_not_used_for_long(tmp_path: Path) -> None:
    """It does not grow with every edit, and keeps enough for preview and site to take turns."""
    for at in range(12):
        stubs = {"/a/": a_stub(f"Number {at}", "en", date(2026, 3, 14))}
        ShardCache(tmp_path).index(
            plan_shards(ref_of(u, s) for u, s in stubs.items()), stubs.__getitem__
        )

    assert 2 < len(list(tmp_path.iterdir())) <= 9


def test_a_failing_pagefind_is_one_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What Pagefind said last is told, and nothing half made stays in the cache."""
    monkeypatch.setattr(pagefind, "get_executable", lambda: "/bin/false")

    with pytest.raises(BuildError, match="Pagefind ended"):
        write_index(PAGES, tmp_path / "site", tmp_path / "state")
    assert list((tmp_path / "state" / "search").iterdir()) == []


def test_a_full_disk_leaves_no_part_of_an_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pagefind 1.5 cut files short and ended well: the files are written by us, and told."""
    write = Path.write_bytes

    def full(file: Path, content: bytes) -> int:
        if file.suffix == ".pf_meta":
            write(file, content[:20])
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(file, content)

    monkeypatch.setattr(Path, "write_bytes", full)

    with pytest.raises(BuildError, match="No space left"):
        write_index(PAGES[:1], tmp_path / "site", tmp_path / "state")
    assert list((tmp_path / "state" / "search").iterdir()) == []


def test_a_pagefind_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The build ends with a message instead of waiting for ever."""
    monkeypatch.setattr(pagefind, "_LONGEST", 0.001)

    with pytest.raises(BuildError, match="did not finish"):
        write_index(PAGES, tmp_path / "site", tmp_path / "state")
