"""The labelled pages, and when a value read from one is right.

Everything is compared after the same folding on both sides, so that no engine wins by its
typography: entities resolved, letters case-folded, everything but letters and digits a space.
"""

import html
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.data import FOLDER, records

NAME = "pages/trafilatura-en"
FACTS = ("title", "author", "date", "dek")
_KEYS = {"title": "title", "author": "author", "date": "date", "dek": "description"}
_SPLIT = re.compile(r"\s*[;,/|]\s*|\s+(?:and|und|et|y|&)\s+", re.IGNORECASE)
_DEGREES = frozenset({"phd", "md", "dr", "mba", "msc", "ma", "jr"})
_CUT = re.compile(r"(?:\[?(?:…|\.\.\.)\]?|read more.{0,60})\s*$", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,300}>")
_SHORTEST_CUT = 40


@dataclass(frozen=True, slots=True)
class Page:
    """A saved page and what people said of it."""

    name: str
    url: str
    html: str
    wanted: tuple[str, ...]
    """Strings that must stand in the article's text."""
    unwanted: tuple[str, ...]
    """Strings that must not."""
    facts: dict[str, str]
    """Only what was labelled: '' where people looked and found none."""


@dataclass(frozen=True, slots=True)
class Read:
    """What one engine made of a page, or of a text copy of it."""

    text: str = ""
    title: str = ""
    author: str = ""
    """Names joined with `; `."""
    date: str = ""
    """`2026-03-14`, whatever more was read."""
    dek: str = ""
    others: dict[str, str] = field(default_factory=dict)
    """Further spellings of a fact that count as well: the byline with its desks and agencies."""

    def get(self, fact: str) -> str:
        """Give one of FACTS."""
        return str(getattr(self, fact))


def is_here() -> bool:
    """Tell whether the labelled pages are beside this checkout."""
    return (FOLDER / f"{NAME}.jsonl.gz").is_file()


def load_pages(most: int | None = None) -> list[Page]:
    """Give the labelled pages in the order of their file."""
    return [_page(record) for record in records(NAME, most=most)]


def _page(record: dict[str, object]) -> Page:
    facts = {}
    for fact, key in _KEYS.items():
        if key in record:
            value = record[key] or ""
            facts[fact] = "; ".join(value) if isinstance(value, list) else str(value).strip()
    return Page(
        name=str(record["file"]),
        url=str(record["url"]),
        html=str(record["html"]),
        wanted=_flat_all(record.get("with")),
        unwanted=_flat_all(record.get("without")),
        facts=facts,
    )


def _flat_all(strings: object) -> tuple[str, ...]:
    return tuple(flat(s) for s in strings) if isinstance(strings, list) else ()


def flat(text: str) -> str:
    """Make every run of white space one space."""
    return " ".join(text.split())


def plain(text: str) -> str:
    """Fold a value for comparison; labels hold entities, some of them twice."""
    text = html.unescape(html.unescape(text))
    return re.sub(r"[\W_]+", " ", _TAG.sub(" ", text)).strip().casefold()


def is_right(fact: str, gold: str, read: Read) -> bool:
    """Tell whether an engine's value is the labelled one; '' is right where the label is ''.

    - title: equal when folded.
    - author: the same set of names; both sides are split at commas, semicolons, slashes and
      `and`, degrees dropped. The byline with its desks and agencies counts as well as the people
      alone, since labels have it both ways.
    - date: the same day.
    - dek: equal when folded; where one of the two is cut with an ellipsis, its words open the
      other's.
    """
    found = read.get(fact)
    if not gold or not (found or read.others.get(fact)):
        return not gold and not found
    if fact == "author":
        spellings = [names(found), names(read.others.get("author", ""))]
        return names(gold) in [spelling for spelling in spellings if spelling]
    if fact == "date":
        return found[:10] == gold[:10]
    if fact == "dek":
        return _is_same_dek(gold, found)
    return plain(found) == plain(gold)


def names(byline: str) -> frozenset[str]:
    """Split a byline into folded names."""
    found = (plain(name) for name in _SPLIT.split(html.unescape(byline)))
    return frozenset(name for name in found if name and name not in _DEGREES)


def _is_same_dek(gold: str, found: str) -> bool:
    one, other = plain(gold), plain(found)
    if one == other:
        return True
    for cut, whole in ((gold, other), (found, one)):
        text = html.unescape(html.unescape(cut)).strip()
        stem = plain(_CUT.sub("", text))
        # The last word may be cut through.
        if _CUT.search(text) and len(stem) >= _SHORTEST_CUT and whole.startswith(stem):
            return True
    return False


def tokens(text: str) -> Counter[str]:
    """Count the words of a text."""
    return Counter(re.findall(r"\w+", text.casefold()))


def token_f1(ours: str, reference: str) -> float:
    """Give the F1 of two texts as bags of words; 1 where both are empty."""
    one, other = tokens(ours), tokens(reference)
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def joined(values: Iterable[str]) -> str:
    """Join names as `Read.author` has them."""
    return "; ".join(value.strip() for value in values if value and value.strip())
