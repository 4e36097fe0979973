"""Keys of articles in a briefing: given once, whatever order a later run reads them in."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from string import ascii_lowercase

from briefings.model import Briefing, Grounds, Ref, SourceArticle
from briefings.store.fields import digest_part


def rename_articles(drafted: Briefing, held: Briefing) -> Briefing:
    """Give a new draft's articles the keys the file has for them, and new ones to the others.

    References follow their article; they carry its key once the file has several.
    """
    names = _names(drafted, held)
    several = len({*names.values(), *(article.key for article in held.articles)}) > 1
    first = drafted.articles[0].key if drafted.articles else ""

    def renamed(grounds: Grounds) -> Grounds:
        refs = tuple(_ref(ref, names, first, several=several) for ref in grounds.refs)
        return replace(grounds, refs=refs)

    return replace(
        drafted,
        articles=tuple(replace(a, key=names[a.key]) for a in drafted.articles),
        summary=tuple(replace(p, grounds=renamed(p.grounds)) for p in drafted.summary),
        key_points=tuple(replace(p, grounds=renamed(p.grounds)) for p in drafted.key_points),
        quotes=tuple(replace(q, grounds=renamed(q.grounds)) for q in drafted.quotes),
    )


def _names(drafted: Briefing, held: Briefing) -> dict[str, str]:
    by_path = {article.path: article.key for article in held.articles}
    recorded = dict(held.drafted.fields) if held.drafted else {}
    taken = {*by_path.values(), *(name.split(".")[1] for name in recorded if "." in name)}
    fresh = (key for key in _letters() if key not in taken)
    names: dict[str, str] = {}
    for article in drafted.articles:
        key = by_path.get(article.path) or _deleted(article, recorded, set(by_path.values()))
        names[article.key] = key or next(fresh)
    return names


def _deleted(article: SourceArticle, recorded: dict[str, str], present: set[str]) -> str | None:
    """Give the key of an article an editor took out; the record still knows it."""
    digest = digest_part(article, "")
    for name, known in recorded.items():
        key = name.removeprefix("articles.")
        if known == digest and key not in present:
            return key
    return None


def _letters() -> Iterator[str]:
    """Give a, b, … z, aa, ab, … zzz: more articles than one event ever has."""
    for length in (1, 2, 3):
        yield from ("".join(letters) for letters in product(ascii_lowercase, repeat=length))


def _ref(ref: Ref, names: dict[str, str], first: str, *, several: bool) -> Ref:
    if not several:
        return ref
    return replace(ref, article=names.get(ref.article or first, ref.article))
