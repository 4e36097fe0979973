"""Profiles: what scoring needs of one briefing, made from it and the register alone."""

import functools
import math
import sys
from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from briefings.link.namebook import NameBook, NameKey, fold_name, names_in, speakers_in
from briefings.link.wording import content_words, title_words
from briefings.model import BriefingHead, NameKind
from briefings.model.pickling import pickle_quickly
from briefings.text.rarity import rarity

Key = TypeVar("Key", bound=Hashable)

# A law is about one thing, a person about few; half of all news names the capital.
_KIND_WEIGHTS = {
    NameKind.PERSON: 1.0,
    NameKind.LAW: 1.2,
    NameKind.ORGANISATION: 0.7,
    NameKind.PLACE: 0.35,
}
_RAREST = 7.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One briefing, as another is compared with it."""

    id: str
    language: str
    day: int
    story: str | None
    """The surviving thread it is in."""
    terms: Mapping[str, float]
    """Of all its articles; a vector of length one."""
    names: Mapping[str, float]
    """By `kind:id`, which hashes quicker than a key; a vector of length one.

    Agencies and outlets it stands on are left out.
    """
    title: frozenset[str]
    headline: frozenset[str]
    """The title's words, whole."""
    speakers: frozenset[str]
    """Whom it quotes, by `kind:id`."""
    voices: Mapping[str, str]
    """Speakers nobody registered, folded, to how they are printed: `the harbour master`."""
    topics: frozenset[str]
    sketches: tuple[str, ...]


pickle_quickly([Profile])


def profile_of(briefing: BriefingHead, book: NameBook, story: str | None) -> Profile:
    """Take from a briefing what scoring needs."""
    quoted = speakers_in(briefing, book)
    return Profile(
        id=briefing.id,
        language=briefing.language.partition("-")[0].lower(),
        day=briefing.edition.toordinal(),
        story=story,
        terms=_terms(briefing),
        names=_names(briefing, book),
        title=content_words(briefing.title),
        headline=title_words(briefing.title),
        speakers=frozenset(label(key) for key in quoted if key is not None),
        voices=_voices(briefing, quoted),
        topics=frozenset(briefing.topics),
        sketches=tuple(article.sketch for article in briefing.articles if article.sketch),
    )


def label(key: NameKey) -> str:
    """Write a name's key as one word, `place:north-harbour`."""
    return f"{key[0].value}:{key[1]}"


def read_label(labelled: str) -> NameKey:
    """Give back the key that `label` wrote."""
    kind, _, id_ = labelled.partition(":")
    return NameKind(kind), id_


def is_place(labelled: str) -> bool:
    """Tell whether a labelled name is a place: those alone say little."""
    return labelled.startswith(f"{NameKind.PLACE.value}:")


def _terms(briefing: BriefingHead) -> dict[str, float]:
    total: defaultdict[str, float] = defaultdict(float)
    for article in sorted(briefing.articles, key=lambda article: article.digest):
        for term, weight in article.terms:
            total[sys.intern(term)] += weight
    return unit_vector(total)


def _names(briefing: BriefingHead, book: NameBook) -> dict[str, float]:
    """Weigh the names; one that a word of everyday news makes up says little."""
    stated = [agency.name for one in briefing.articles for agency in one.agencies]
    stated += [one.source for one in briefing.articles if one.source]
    outlets = {plain_outlet(outlet) for outlet in stated}
    weights: dict[NameKey, float] = {}
    for kind in NameKind:
        for use in briefing.names.of(kind):
            if plain_outlet(use.name) not in outlets:
                weights[book.key(kind, use)] = weigh_name(kind, use.name)
    for key in names_in(briefing, book):
        record = book.record(key)
        if key not in weights and record and plain_outlet(record.name) not in outlets:
            weights[key] = weigh_name(key[0], record.name)
    return unit_vector({sys.intern(label(key)): weight for key, weight in weights.items()})


def plain_outlet(outlet: str) -> str:
    """Bring an outlet's id and its name to one form: `harbour-courier`, `Harbour Courier`."""
    return fold_name(outlet.replace("-", " "))


def weigh_name(kind: NameKind, name: str) -> float:
    """Tell how much a name says of what a text is about."""
    return _KIND_WEIGHTS[kind] * _rarity(name)


_COMMONEST = 0.1
"""What the most common word still says."""


def heaviest_name(kind: NameKind) -> float:
    """Give the most a name of a kind can say."""
    return _KIND_WEIGHTS[kind] * (1 + _COMMONEST)


@functools.lru_cache(maxsize=1 << 16)
def _rarity(name: str) -> float:
    words = fold_name(name).split()
    rarest: float = max((rarity(word, "en") for word in words), default=0.0)
    return min(rarest / _RAREST, 1.0) + _COMMONEST


def _voices(briefing: BriefingHead, quoted: tuple[NameKey | None, ...]) -> dict[str, str]:
    return {
        fold_name(quote.speaker): quote.speaker
        for quote, key in zip(briefing.quotes, quoted, strict=True)
        if key is None and quote.speaker and _is_one_person(quote.speaker)
    }


def _is_one_person(speaker: str) -> bool:
    """Tell `the harbour master`, one office, from `a police spokesman`, anybody."""
    folded = speaker.casefold()
    vague = ("spokes", "official", "source", "witness", "analyst", "statement", "resident")
    return (
        folded.startswith("the ")
        and len(folded.split()) > 2
        and not any(word in folded for word in vague)
    )


def unit_vector(weights: Mapping[Key, float]) -> dict[Key, float]:
    """Bring weights to length one; none stay none."""
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {key: weight / length for key, weight in weights.items()} if length else {}
