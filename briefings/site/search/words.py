"""The archive's words, for "did you mean": read by a browser only where nothing was found."""

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from briefings.model import SearchStub
from briefings.site.search.facets import dump

WORDS: Final = "words.json"
TOTALS: Final = "words-total.json"
_WORD = re.compile(r"[^\W\d_]{3,24}")
_MOST_OF_SHARD = 6000
_MOST = 14_000
"""Words of the list: about 50 KB as sent."""
_NAMED = 3
"""What standing in a name counts, so that a rare name is in the list."""


def count_words(stubs: Iterable[SearchStub]) -> dict[str, int]:
    """Count the pages of a shard each word stands on; what stands on one alone is left out.

    Words of names, and of the titles of pages found by their name, are all in.
    """
    pages: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for stub in stubs:
        pages.update(set(_words_of(f"{stub.title}\n{stub.text}")))
        titles = [value.title for value in stub.facets.get("name", ())]
        if stub.day is None:
            titles.append(stub.title)
        named.update(dict.fromkeys(set(_words_of("\n".join(titles))), _NAMED))
    named = Counter(dict.fromkeys(named, _NAMED))
    seen = Counter({word: count for word, count in pages.items() if count > 1}) + named
    return dict(_most(seen, _MOST_OF_SHARD))


def total_words(folders: Sequence[Path], kept: Path) -> dict[str, int]:
    """Add up the words of shards, from the last total where most of them are in it.

    Args:
        folders: of the shards; `words.json` in each counts its own.
        kept: a file with the last total, and the names of the folders in it.
    """
    now = {folder.name for folder in folders}
    before, counts = _last_total(kept)
    if before == now:
        return counts
    try:
        if 2 * len(before - now) > len(before):
            raise LookupError
        for name in before - now:
            counts.subtract(_counts_in(kept.parent / name))
    except (OSError, ValueError, LookupError):
        before, counts = set(), Counter()
    for name in now - before:
        counts.update(_counts_in(kept.parent / name))
    total = {word: count for word, count in counts.items() if count}
    part = kept.with_suffix(f".{os.getpid()}")
    part.write_bytes(dump({"of": sorted(now), "counts": {**total}}))
    part.replace(kept)
    return total


def _last_total(kept: Path) -> tuple[set[str], Counter[str]]:
    try:
        last = json.loads(kept.read_text(encoding="utf-8"))
        return set(last["of"]), Counter(last["counts"])
    except (OSError, ValueError, KeyError, TypeError):
        return set(), Counter()


def _counts_in(folder: Path) -> dict[str, int]:
    counts: dict[str, int] = json.loads((folder / WORDS).read_text(encoding="utf-8"))
    return counts


def dump_words(every: Mapping[str, int]) -> bytes:
    """Give `"ada2 ferry4 …"`: words in order, each with a digit for how often, doubling by step."""
    kept = sorted(_most(every, _MOST))
    return dump(" ".join(f"{word}{min(9, count.bit_length())}" for word, count in kept))


def _words_of(text: str) -> list[str]:
    return "\n".join(_WORD.findall(text)).lower().split()  # each by itself takes twice as long


def _most(counts: Mapping[str, int], most: int) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]
