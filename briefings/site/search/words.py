"""The archive's words, for "did you mean": read by a browser only where nothing was found."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from briefings.model import SearchStub
from briefings.site.search.facets import dump

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


def dump_words(shards: Iterable[Mapping[str, int]]) -> bytes:
    """Give `"ada2 ferry4 …"`: words in order, each with a digit for how often, doubling by step."""
    every: Counter[str] = Counter()
    for counts in shards:
        every.update(counts)
    kept = sorted(_most(every, _MOST))
    return dump(" ".join(f"{word}{min(9, count.bit_length())}" for word, count in kept))


def _words_of(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _most(counts: Mapping[str, int], most: int) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]
