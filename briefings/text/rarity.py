"""How rare a stem is in news at large: a frozen table, the same in every archive."""

import functools
from importlib import resources

# A stem the table lacks is about as rare as the rarest it holds.
_RAREST = 7.0
# Short forms are as common as what they stand for; the table was made of words alone.
_SHORT_FOR = {
    "u.s.": "american", "u.s.a.": "american", "u.k.": "british", "u.n.": "nation",
    "e.u.": "european", "us$": "dollar", "mln": "million", "bln": "billion",
    "bn": "billion", "dlr": "dollar",
    "dlrs": "dollar", "pct": "percent", "cts": "cent", "tonn": "ton", "qtr": "quarter",
    "shr": "share", "inc": "compani", "co": "compani", "ltd": "compani", "plc": "compani",
    "vs": "compar", "km": "kilomet", "sq": "squar", "govt": "govern", "gov": "governor",
    "sen": "senat", "rep": "repres", "dr": "doctor", "st": "street", "jan": "januari",
    "feb": "februari", "mar": "march", "apr": "april", "jun": "june", "jul": "juli",
    "aug": "august", "sept": "septemb", "sep": "septemb", "oct": "octob", "nov": "novemb",
    "dec": "decemb",
}  # fmt: skip


def rarity(term: str, language: str) -> float:
    """Say how much a stem tells, from 0 (in every article) to 7 (in hardly any).

    English has a table; elsewhere long stems are taken for rare ones, as in most languages.
    """
    if language.partition("-")[0].lower() == "en":
        return _table().get(_SHORT_FOR.get(term, term), _RAREST)
    return min(_RAREST, 1.0 + 0.8 * len(term))


@functools.cache
def _table() -> dict[str, float]:
    lines = resources.files("briefings.text").joinpath("rarity.txt").read_text("utf-8")
    pairs = (line.split("\t") for line in lines.splitlines() if not line.startswith("#"))
    return {term: float(weight) for term, weight in pairs}
