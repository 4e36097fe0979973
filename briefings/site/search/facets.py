"""Our own facet files: what Pagefind's filters would tell, in bytes that are always the same.

`docs.json` tells which result is which: the ids of a shard's pages, newest first, and their days.
`facets.json` lists, for each topic, outlet, name and story, the places of its pages in that order,
each as the distance from the one before. Both are read with the tag of the shard in their query.
A shard of names has neither on a site: what is in no `docs.json` is found by its name.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise

from briefings.model import JSON, SearchStub
from briefings.site.search.stubs import language_of

KINDS = ("topic", "source", "name", "story")
"""What readers narrow by; the year is in the days."""


def docs_of(stubs: Sequence[SearchStub], ids: Sequence[str]) -> bytes:
    """Give `docs.json` of stubs in the shard's order, with Pagefind's ids.

    `{"language": "en", "ids": "c617679 ar_5f77538 …", "days": [["2026-03-14", 9], …]}`: an id
    without a language is in the most frequent one; days come with their number of pages.
    """
    every = [language_of(stub) for stub in stubs]
    language = max(sorted(set(every)), key=every.count, default="")
    short = [id_.removeprefix(f"{language}_") for id_ in ids]
    days: list[JSON] = [
        [day.isoformat() if day else None, sum(1 for _ in group)]
        for day, group in groupby(stub.day for stub in stubs)
    ]
    return dump({"language": language, "ids": " ".join(short), "days": days})


def facets_of(stubs: Iterable[SearchStub]) -> bytes:
    """Give `facets.json` of stubs in the shard's order.

    `{"topic": [["transport", "Transport", [0, 3, 1]], …]}`: pages 0, 3 and 4 are about transport.
    Values are in the order of their ids; a title is the newest page's.
    """
    found: dict[str, dict[str, tuple[str, list[int]]]] = {kind: {} for kind in KINDS}
    for place, stub in enumerate(stubs):
        for kind in KINDS:
            for value in dict.fromkeys(stub.facets.get(kind, ())):
                places = found[kind].setdefault(value.id, (value.title, []))[1]
                if place not in places[-1:]:
                    places.append(place)
    listed: Mapping[str, JSON] = {
        kind: [[id_, title, distances(places)] for id_, (title, places) in sorted(of.items())]
        for kind, of in found.items()
        if of
    }
    return dump(listed)


def distances(places: Sequence[int]) -> list[int]:
    """Give the first place, then how far each is from the one before."""
    return [*places[:1], *(after - before for before, after in pairwise(places))]


def places_of(steps: Iterable[int]) -> list[int]:
    """Undo `distances`."""
    places: list[int] = []
    for step in steps:
        places.append(step + (places[-1] if places else 0))
    return places


def dump(value: JSON) -> bytes:
    """Give the shortest JSON, keys in their given order."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
