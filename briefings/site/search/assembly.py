"""The search folder of a site: one engine for all shards, and a manifest that lists them.

`pagefind/pagefind.js` once; `pagefind/SHARD/` each shard; an engine in WebAssembly for a language
beside the newest shard that has it, because Pagefind looks for it where its first index lies.
"""

import json
import os
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from briefings.model import JSON
from briefings.site.search.cache import Indexed
from briefings.site.search.facets import dump
from briefings.site.search.pagefind import drop, read_languages
from briefings.site.search.words import TOTALS, WORDS, dump_words, total_words
from briefings.text.digests import digest_bytes

MANIFEST = "shards.json"


def assemble(target: Path, shards: Sequence[Indexed]) -> tuple[str, ...]:
    """Make `target` the search folder of these shards, newest first; names what was written.

    A shard that stands there already with the same tag is left alone, so a clone of the last
    tree costs only what changed. Files are linked, never written into.
    """
    target.mkdir(parents=True, exist_ok=True)
    before = _tags_of(target / MANIFEST)
    _drop_others(target, {shard.name for shard in shards})
    engines = _place_engines(shards)
    changed = []
    for shard in shards:
        tag = " ".join((shard.tag, *engines[shard.name]))
        if before.get(shard.name) != tag:
            _place_shard(shard, engines[shard.name], target / shard.name)
            changed.append(shard.name)
    if shards:
        _link(shards[0].folder / "bundle" / "pagefind.js", target / "pagefind.js")
        folders = [shard.folder for shard in shards]
        words = dump_words(total_words(folders, folders[0].parent / TOTALS))
        _replace(target / WORDS, words)
        _replace(target / MANIFEST, dump(_manifest(shards, engines, words)))
    return tuple(changed)


def _manifest(
    shards: Sequence[Indexed], engines: dict[str, tuple[str, ...]], words: bytes
) -> dict[str, JSON]:
    """List the shards, newest first, with what a search of each costs the reader in bytes."""
    listed: list[JSON] = [
        {
            "name": shard.name,
            "tag": shard.tag,
            "first": shard.first,
            "last": shard.last,
            "languages": {language: count for language, (count, _) in _languages(shard).items()},
            "engines": list(engines[shard.name]),
            "open": _open_cost(shard),
            "word": _word_cost(shard),
        }
        for shard in shards
    ]
    return {"shards": listed, "words": digest_bytes(words)[-10:]}


def _languages(shard: Indexed) -> dict[str, tuple[int, str]]:
    return read_languages(shard.folder / "bundle")


def _open_cost(shard: Indexed) -> int:
    """Count the bytes of joining a shard: its entry, its tables of contents, its ids."""
    bundle = shard.folder / "bundle"
    files = [*bundle.glob("*.pf_meta"), bundle / "pagefind-entry.json"]
    if shard.first:
        files.append(shard.docs)
    return sum(file.stat().st_size for file in files)


def _word_cost(shard: Indexed) -> int:
    """Count the bytes of looking up one word: the mean piece of the index."""
    sizes = [file.stat().st_size for file in (shard.folder / "bundle" / "index").iterdir()]
    return sum(sizes) // len(sizes) if sizes else 0


def _place_engines(shards: Iterable[Indexed]) -> dict[str, tuple[str, ...]]:
    """Choose for each language the first shard that has it."""
    placed: dict[str, tuple[str, ...]] = {}
    seen: set[str] = set()
    for shard in shards:
        own = _languages(shard)
        placed[shard.name] = tuple(sorted(set(own) - seen))
        seen |= set(own)
    return placed


def _place_shard(shard: Indexed, engines: Iterable[str], target: Path) -> None:
    """Make the folder hold the files of a shard and no others."""
    bundle = shard.folder / "bundle"
    files = {
        file.relative_to(bundle).as_posix(): file
        for pattern in ("*.pf_meta", "*.json", "index/*", "fragment/*")
        for file in bundle.glob(pattern)
    }
    if shard.first:
        files |= {"docs.json": shard.docs, "facets.json": shard.facets}
    languages = _languages(shard)
    for language in engines:
        name = f"wasm.{languages[language][1]}.pagefind"
        files[name] = bundle / name
    if target.is_dir():
        for file in target.rglob("*"):
            if file.is_file() and file.relative_to(target).as_posix() not in files:
                file.unlink()
    for name, file in files.items():
        _link(file, target / name)


def _drop_others(target: Path, names: set[str]) -> None:
    for one in target.iterdir():
        if one.is_dir() and one.name not in names:
            drop(one)


def _tags_of(manifest: Path) -> dict[str, str]:
    """Give the tags of the shards that stand there; none where nothing can be read."""
    try:
        listed = json.loads(manifest.read_text(encoding="utf-8"))["shards"]
        return {one["name"]: " ".join((one["tag"], *one["engines"])) for one in listed}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _link(file: Path, target: Path) -> None:
    """Put a file in place by a hard link, or a copy where the disks differ."""
    if target.exists() and target.samefile(file):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    try:
        os.link(file, target)
    except OSError:
        shutil.copyfile(file, target)


def _replace(file: Path, content: bytes) -> None:
    """Write into a file of its own: the present one may be shared with the last tree."""
    file.unlink(missing_ok=True)
    file.write_bytes(content)
